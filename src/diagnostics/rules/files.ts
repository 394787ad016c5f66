/** Files and their text, before a word of Markdown is looked at; files that a text includes. */
import { en, es, type Phrase } from '../phrases.ts'
import { error, meant } from './rule.ts'

export const fileRules = {
  'file-missing': error<{ path: string }>({
    es: [
      f => `no existe el archivo «${f.path}»`,
      'compruebe el nombre y la carpeta; los textos están en source/',
    ],
    en: [f => `there is no file “${f.path}”`, 'check the name and the folder; texts are in source/'],
  }),
  'file-is-folder': error<{ path: string }>({
    es: [
      f => `«${f.path}» es una carpeta, no un archivo de texto`,
      'indique un archivo .md, o una carpeta con archivos .md',
    ],
    en: [f => `“${f.path}” is a folder, not a text file`, 'name an .md file, or a folder with .md files'],
  }),
  'file-unreadable': error<{ path: string; why: Phrase }>({
    es: [f => `no se puede leer «${f.path}» (${es(f.why)})`, 'compruebe los permisos del archivo'],
    en: [f => `“${f.path}” cannot be read (${en(f.why)})`, 'check the permissions of the file'],
  }),
  'file-empty': error({
    es: ['el archivo está vacío', 'escriba el texto, o cree un documento comentado con «pliego new NOMBRE»'],
    en: ['the file is empty', 'write the text, or create a commented document with “pliego new NAME”'],
  }),
  'file-too-large': error<{ bytes: number; bound: number }>({
    es: [
      f => `el archivo mide ${f.bytes} bytes; el límite es ${f.bound}`,
      'divida el texto en varios documentos, o suba el límite: --limite bytes=…',
    ],
    en: [
      f => `the file has ${f.bytes} bytes; the limit is ${f.bound}`,
      'divide the text into several documents, or raise the limit: --limit bytes=…',
    ],
  }),
  'encoding-utf16': error<{ encoding: string }>({
    es: [
      f => `el archivo está en ${f.encoding}, no en UTF-8`,
      'en el editor: Guardar como → Codificación: UTF-8',
    ],
    en: [f => `the file is in ${f.encoding}, not in UTF-8`, 'in the editor: Save as → Encoding: UTF-8'],
  }),
  'encoding-invalid': error<{ encoding: string }>({
    es: [
      f => `el archivo no es UTF-8 válido a partir de aquí; parece ${f.encoding}`,
      'en el editor: Guardar como → Codificación: UTF-8',
    ],
    en: [
      f => `from here on the file is not valid UTF-8; it looks like ${f.encoding}`,
      'in the editor: Save as → Encoding: UTF-8',
    ],
  }),
  'nesting-too-deep': error<{ bound: number }>({
    es: [
      f => `hay más de ${f.bound} niveles de listas, citas, directivas o énfasis, unos dentro de otros`,
      'reduzca los niveles, o suba el límite: --limite niveles=…',
    ],
    en: [
      f =>
        `there are more than ${f.bound} levels of lists, quotations, directives or emphasis inside one another`,
      'use fewer levels, or raise the limit: --limit nesting=…',
    ],
  }),
  'parse-deadline': error<{ seconds: number }>({
    es: [
      f =>
        `leer este texto tarda más de ${f.seconds} ${f.seconds === 1 ? 'segundo' : 'segundos'}: tiene demasiadas marcas sin cerrar seguidas, o un término con su descripción en un recuadro citado`,
      'ponga líneas en blanco entre párrafos y «\\» ante las marcas que son texto, saque el recuadro de la cita, o suba el límite: --limite segundos=…',
    ],
    en: [
      f =>
        `reading this text takes more than ${f.seconds} ${f.seconds === 1 ? 'second' : 'seconds'}: it has too many unclosed marks in a row, or a term with its description in a quoted box`,
      'put blank lines between paragraphs and “\\” before marks that are text, take the box out of the quotation, or raise the limit: --limit seconds=…',
    ],
  }),
  'html-unclosed': error<{ opener: string; closer: string; bound: number }>({
    es: [
      f => `hay más de ${f.bound} «${f.opener}» sin su «${f.closer}» en un párrafo`,
      f => `ciérrelos con «${f.closer}», o escriba «\\${f.opener}» si son texto`,
    ],
    en: [
      f => `there are more than ${f.bound} “${f.opener}” without their “${f.closer}” in one paragraph`,
      f => `close them with “${f.closer}”, or write “\\${f.opener}” where they are text`,
    ],
  }),
  'control-character': error<{ code: string }>({
    es: [
      f => `aquí hay un carácter de control, que no se ve ni se puede publicar (${f.code})`,
      'bórrelo; suele venir de copiar y pegar desde otro programa',
    ],
    en: [
      f => `there is a control character here, which is invisible and cannot be published (${f.code})`,
      'delete it; such characters come from copying out of another program',
    ],
  }),
  'text-missing': error({
    es: [
      'el documento no tiene texto debajo de la cabecera',
      'escriba el texto debajo de la segunda línea «---»',
    ],
    en: ['the document has no text below its front matter', 'write the text below the second line “---”'],
  }),
  'folder-empty': error<{ path: string }>({
    es: [
      f => `en la carpeta «${f.path}» no hay ningún archivo .md`,
      'cree un documento con «pliego new NOMBRE», o indique otra carpeta',
    ],
    en: [
      f => `there is no .md file in the folder “${f.path}”`,
      'create a document with “pliego new NAME”, or name another folder',
    ],
  }),
  'file-outside': error<{ path: string }>({
    es: [
      f => `«${f.path}» es un enlace simbólico a un archivo de fuera del proyecto`,
      'copie el archivo dentro del proyecto',
    ],
    en: [
      f => `“${f.path}” is a symbolic link to a file outside the project`,
      'copy the file into the project',
    ],
  }),
  'include-missing': error<{ path: string; nearest: string }>({
    es: [
      f => `no existe el archivo «${f.path}»`,
      f => meant.es(f.nearest, 'compruebe el nombre; la ruta se cuenta desde la carpeta del texto'),
    ],
    en: [
      f => `there is no file “${f.path}”`,
      f => meant.en(f.nearest, 'check the name; the path starts at the folder of the text'),
    ],
  }),
  'include-outside': error<{ path: string }>({
    es: [
      f => `«${f.path}» no está en la carpeta del texto, en source/ ni en templates/`,
      'copie el archivo junto al texto y escriba una ruta relativa',
    ],
    en: [
      f => `“${f.path}” is not in the folder of the text, in source/ or in templates/`,
      'copy the file to where the text is and write a relative path',
    ],
  }),
  'include-cycle': error<{ chain: string }>({
    es: [f => `los archivos se incluyen en círculo: ${f.chain}`, 'quite una de las inclusiones'],
    en: [f => `the files include one another in a circle: ${f.chain}`, 'remove one of the inclusions'],
  }),
  'include-depth': error<{ bound: number }>({
    es: [
      f => `hay más de ${f.bound} inclusiones, unas dentro de otras`,
      'incluya los archivos desde el texto principal, o suba el límite: --limite inclusiones=…',
    ],
    en: [
      f => `there are more than ${f.bound} inclusions inside one another`,
      'include the files from the main text, or raise the limit: --limit includes=…',
    ],
  }),
  'include-front-matter': error({
    es: [
      'un archivo incluido o una parte de un documento no lleva cabecera',
      'bórrela; la cabecera está en el documento, o en document.yml si es de varios archivos',
    ],
    en: [
      'an included file, or one part of a document, has no front matter of its own',
      'delete it; front matter stands in the document, or in document.yml if that has several files',
    ],
  }),
}
