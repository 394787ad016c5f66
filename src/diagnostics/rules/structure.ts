/** The parts of a text and what leads from one to another: headings, labels, references, links, notes, acronyms. */
import { en, es, type Phrase } from '../phrases.ts'
import { error, info, meant, warning } from './rule.ts'

export const structureRules = {
  'unknown-node': error<{ type: string }>({
    es: [
      f => `«${f.type}» todavía no se puede publicar en todos los formatos`,
      'exprese este contenido con párrafos, listas, citas o encabezados',
    ],
    en: [
      f => `“${f.type}” cannot be published in every format yet`,
      'say this with paragraphs, lists, quotations or headings',
    ],
  }),
  'duplicate-id': error<{ id: string; line: number }>({
    es: [
      f => `la etiqueta «#${f.id}» ya se usa en la línea ${f.line}`,
      'dé a cada elemento una etiqueta propia',
    ],
    en: [
      f => `the label “#${f.id}” is already used on line ${f.line}`,
      'give every element a label of its own',
    ],
  }),
  'heading-level-skipped': warning<{ from: number; to: number }>({
    es: [
      f => `el encabezado pasa del nivel ${f.from} al ${f.to}; falta un nivel intermedio`,
      'use el nivel siguiente: un «#» más que el encabezado que lo contiene',
    ],
    en: [
      f => `the heading goes from level ${f.from} to ${f.to}; a level between them is missing`,
      'use the next level: one “#” more than the heading that contains it',
    ],
  }),
  'heading-empty': warning({
    es: ['el encabezado no tiene texto y no se publica', 'escriba el texto, o borre la línea'],
    en: ['the heading has no text and is not published', 'write the text, or delete the line'],
  }),
  'link-target-missing': warning<{ target: string; nearest: string }>({
    es: [
      f => `no hay ningún encabezado ni etiqueta «#${f.target}»; queda el texto, sin enlace`,
      f => meant.es(f.nearest && `#${f.nearest}`, 'corrija el enlace'),
    ],
    en: [
      f => `there is no heading and no label “#${f.target}”; the text stays, without a link`,
      f => meant.en(f.nearest && `#${f.nearest}`, 'correct the link'),
    ],
  }),
  'reference-missing': error<{ target: string; nearest: string }>({
    es: [
      f => `no hay nada con la etiqueta «#${f.target}» a que remitir`,
      f => meant.es(f.nearest && `@${f.nearest}`, 'póngale esa etiqueta a su destino: {#…}'),
    ],
    en: [
      f => `nothing has the label “#${f.target}” that this refers to`,
      f => meant.en(f.nearest && `@${f.nearest}`, 'give its target that label: {#…}'),
    ],
  }),
  'link-scheme': error<{ url: string }>({
    es: [
      f => `el enlace «${f.url}» no es de un tipo permitido`,
      'use https:, http:, mailto:, tel: o una etiqueta del documento (#…)',
    ],
    en: [
      f => `the link “${f.url}” is not of a kind that is allowed`,
      'use https:, http:, mailto:, tel: or a label of the document (#…)',
    ],
  }),
  'link-path': warning<{ url: string }>({
    es: [
      f =>
        `el enlace «${f.url}» lleva a un archivo o ruta que el lector no tiene; queda el texto, sin enlace`,
      'escriba la dirección completa (https://…), o una etiqueta del documento (#…)',
    ],
    en: [
      f =>
        `the link “${f.url}” leads to a file or path that readers do not have; the text stays, without a link`,
      'write the whole address (https://…), or a label of the document (#…)',
    ],
  }),
  'link-space': warning<{ url: string }>({
    es: [
      f => `«${f.url}» lleva espacios: no es una dirección, y sale como texto con sus corchetes`,
      f => `escriba la dirección entre ángulos: (<${f.url}>), o %20 en vez de cada espacio`,
    ],
    en: [
      f => `“${f.url}” has spaces: it is no address, and is published as text, brackets and all`,
      f => `write the address in angle brackets: (<${f.url}>), or %20 for each space`,
    ],
  }),
  'link-empty': warning<{ url: string }>({
    es: [
      f => `el enlace a «${f.url}» no tiene texto; se usa su dirección`,
      'escriba entre corchetes el texto del enlace',
    ],
    en: [
      f => `the link to “${f.url}” has no text; its address is used`,
      'write the text of the link between the square brackets',
    ],
  }),
  'definition-missing': warning<{ label: string }>({
    es: [
      f => `no se da la dirección de «[${f.label}]»; sale como texto, con sus corchetes`,
      f => `escriba en una línea aparte [${f.label}]: https://…, o «\\[» si es texto`,
    ],
    en: [
      f => `no address is given for “[${f.label}]”; it is published as text, brackets and all`,
      f => `write on a line of its own [${f.label}]: https://…, or “\\[” if it is text`,
    ],
  }),
  'definition-duplicate': warning<{ label: string; line: number }>({
    es: [
      f => `la dirección de «[${f.label}]» ya se da en la línea ${f.line}; vale aquella`,
      'borre una de las dos',
    ],
    en: [
      f => `the address of “[${f.label}]” is already given on line ${f.line}, which counts`,
      'delete one of the two',
    ],
  }),
  'footnote-unused': warning<{ label: string }>({
    es: [
      f => `el texto no llama a la nota «[^${f.label}]»: no sale`,
      f => `ponga [^${f.label}] donde corresponde, o borre la nota`,
    ],
    en: [
      f => `the text does not refer to the note “[^${f.label}]”: it is not published`,
      f => `put [^${f.label}] where it belongs, or delete the note`,
    ],
  }),
  'footnote-missing': warning<{ label: string }>({
    es: [
      f => `no hay ninguna nota «[^${f.label}]»; sale como texto`,
      f => `escriba la nota: [^${f.label}]: …`,
    ],
    en: [
      f => `there is no note “[^${f.label}]”; this is published as text`,
      f => `write the note: [^${f.label}]: …`,
    ],
  }),
  'footnote-duplicate': error<{ label: string; line: number }>({
    es: [
      f => `la nota «[^${f.label}]» ya está en la línea ${f.line}; esta se perdería`,
      'dé a cada nota un nombre propio',
    ],
    en: [
      f => `the note “[^${f.label}]” already stands on line ${f.line}; this one would be lost`,
      'give every note a name of its own',
    ],
  }),
  'footnote-empty': error<{ label: string }>({
    es: [f => `la nota «[^${f.label}]» no tiene texto`, 'escriba la nota, o bórrela con sus llamadas'],
    en: [f => `the note “[^${f.label}]” has no text`, 'write the note, or delete it with its references'],
  }),
  'acronym-mismatch': warning<{ acronym: string; words: string }>({
    es: [f => `las letras de «${f.acronym}» no salen de «${f.words}»`, 'compruebe el nombre o la sigla'],
    en: [f => `the letters of “${f.acronym}” do not come from “${f.words}”`, 'check the name or the acronym'],
  }),
  'acronym-unexplained': warning<{ acronym: string }>({
    es: [
      f => `«${f.acronym}» no se explica en ninguna parte del documento`,
      f => `explíquela la primera vez: Nombre completo (${f.acronym}); o <abbr title="…">${f.acronym}</abbr>`,
    ],
    en: [
      f => `“${f.acronym}” is explained nowhere in the document`,
      f => `explain it the first time: Full Name (${f.acronym}); or <abbr title="…">${f.acronym}</abbr>`,
    ],
  }),
  'acronym-twice': warning<{ acronym: string; first: string; second: string; line: number }>({
    es: [
      f => `«${f.acronym}» es aquí «${f.second}» y en la línea ${f.line} «${f.first}»`,
      'use un solo nombre, o dos siglas distintas',
    ],
    en: [
      f => `“${f.acronym}” is “${f.second}” here and “${f.first}” on line ${f.line}`,
      'use one name only, or two different acronyms',
    ],
  }),
  'quotes-unbalanced': warning({
    es: [
      'estas comillas no tienen pareja; quedan como están escritas',
      'añada las que faltan, o escriba {tipografia=no} en la última línea del párrafo',
    ],
    en: [
      'this quotation mark has no partner; it stays as it is written',
      'add the missing one, or write {typography=no} on the last line of the paragraph',
    ],
  }),
  'comment-place': error<{ detail: Phrase }>({
    es: [
      f => `un comentario {>>…<<} ${es(f.detail)}`,
      'escríbalo dentro del párrafo que comenta: «texto {>>@Ana: …<<}»',
    ],
    en: [
      f => `a comment {>>…<<} ${en(f.detail)}`,
      'write it inside the paragraph that it is about: “text {>>@Ana: …<<}”',
    ],
  }),
  'comment-unpublished': info({
    es: ['los comentarios {>>…<<} no se publican', 'para verlos en Word: «estado: borrador», o --draft'],
    en: ['comments {>>…<<} are not published', 'to see them in Word: “status: draft”, or --draft'],
  }),
}
