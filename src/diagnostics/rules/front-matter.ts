/** Front matter: the block of «clave: valor» before a text. */
import { en, es, type Phrase } from '../phrases.ts'
import { error, meant, warning } from './rule.ts'

export const frontMatterRules = {
  'front-matter-syntax': error<{ detail: Phrase }>({
    es: [
      f => `la cabecera, entre las líneas «---», está mal escrita: ${es(f.detail)}`,
      'cada línea lleva «clave: valor»; los textos con dos puntos van entre comillas',
    ],
    en: [
      f => `the front matter, between the lines “---”, is not well written: ${en(f.detail)}`,
      'every line is “key: value”; texts with a colon go between quotation marks',
    ],
  }),
  'front-matter-unknown-key': error<{ key: string; nearest: string }>({
    es: [
      f => `la clave «${f.key}» no existe en la cabecera`,
      f => meant.es(f.nearest, 'bórrela, o póngala bajo «variables»'),
    ],
    en: [
      f => `front matter has no key “${f.key}”`,
      f => meant.en(f.nearest, 'delete it, or put it under “variables”'),
    ],
  }),
  'front-matter-duplicate-key': error<{ key: string; other: string }>({
    es: [
      f => (f.key === f.other ? `«${f.key}» está dos veces` : `«${f.key}» y «${f.other}» dicen lo mismo`),
      'deje una sola de las dos',
    ],
    en: [
      f => (f.key === f.other ? `“${f.key}” stands twice` : `“${f.key}” and “${f.other}” say the same thing`),
      'keep only one of them',
    ],
  }),
  'front-matter-value': error<{ key: string; expected: Phrase; found: Phrase }>({
    es: [
      f => `«${f.key}» no puede ser «${es(f.found)}»: se espera ${es(f.expected)}`,
      f => `corrija el valor de «${f.key}»`,
    ],
    en: [
      f => `“${f.key}” cannot be “${en(f.found)}”; it takes ${en(f.expected)}`,
      f => `correct the value of “${f.key}”`,
    ],
  }),
  'front-matter-comment': warning<{ comment: string }>({
    es: [
      f => `lo que sigue a «#» en la cabecera es un comentario y no sale: «${f.comment}»`,
      'ponga el valor entero entre comillas, o deje un espacio tras «#» si es un comentario',
    ],
    en: [
      f => `what follows “#” in front matter is a comment and is not published: “${f.comment}”`,
      'put the whole value between quotation marks, or a space after “#” if it is a comment',
    ],
  }),
  'title-missing': warning<{ title: string }>({
    es: [
      f => `el documento no tiene título; se usa el nombre del archivo: «${f.title}»`,
      'añada «titulo: …» a la cabecera, o un primer encabezado con «# »',
    ],
    en: [
      f => `the document has no title; the file name is used: “${f.title}”`,
      'add “title: …” to the front matter, or a first heading with “# ”',
    ],
  }),
  'title-differs': warning<{ title: string; heading: string }>({
    es: [
      f =>
        `el primer encabezado («${f.heading}») no es el título de la cabecera («${f.title}»); salen los dos`,
      'iguálelos, o quite uno',
    ],
    en: [
      f =>
        `the first heading (“${f.heading}”) is not the title of the front matter (“${f.title}”); both are published`,
      'make them equal, or remove one',
    ],
  }),
  'language-missing': warning<{ language: string }>({
    es: [
      f => `el documento no dice su idioma; se usa «${f.language}»`,
      'añada «idioma: es-PE» a la cabecera',
    ],
    en: [
      f => `the document does not say its language; “${f.language}” is used`,
      'add “lang: es-PE” to the front matter',
    ],
  }),
  'language-unknown': error<{ language: string; known: string }>({
    es: [
      f => `no hay textos propios del programa en el idioma «${f.language}» (hay: ${f.known})`,
      'añada su tabla en src/locale/, o use uno de esos idiomas',
    ],
    en: [
      f => `the program has no words of its own in the language “${f.language}” (it has: ${f.known})`,
      'add a table for it to src/locale/, or use one of those languages',
    ],
  }),
  'variable-unknown': error<{ name: string; nearest: string }>({
    es: [
      f => `no se sabe qué es «{{${f.name}}}»`,
      f =>
        meant.es(
          f.nearest && `{{${f.nearest}}}`,
          'defínalo bajo «variables» en la cabecera, o escriba «\\{» si es texto',
        ),
    ],
    en: [
      f => `“{{${f.name}}}” is not defined`,
      f =>
        meant.en(
          f.nearest && `{{${f.nearest}}}`,
          'define it under “variables” in the front matter, or write “\\{” if it is text',
        ),
    ],
  }),
}
