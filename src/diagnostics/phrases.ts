/**
 * Pieces of sentences in both languages. A fact that is more than a name or a number is one of these ids, or a list
 * of an id and what goes into it: `'date'`, `['number-between', 1, 6]`.
 */
import { causes } from './causes.ts'
import type { MessageLanguage } from './rules/rule.ts'

type Value = string | number

const phrases = {
  /** A name, a list of names, something of another program's: the same in every language. */
  verbatim: { es: (text: Value) => `${text}`, en: (text: Value) => `${text}` },

  // What a value should be
  text: { es: 'un texto', en: 'a text' },
  'text-or-list': { es: 'un texto o una lista de textos', en: 'a text or a list of texts' },
  texts: { es: 'una lista de textos', en: 'a list of texts' },
  'single-value': { es: 'un solo valor', en: 'a single value' },
  'single-label': { es: 'una sola etiqueta', en: 'a single label' },
  'language-tag': {
    es: 'un código de idioma como es-PE, en o qu',
    en: 'a language code such as es-PE, en or qu',
  },
  date: { es: 'una fecha del calendario como 2026-11-23', en: 'a date of the calendar such as 2026-11-23' },
  'one-of': {
    es: (list: Value) => `uno de estos valores: ${list}`,
    en: (list: Value) => `one of these values: ${list}`,
  },
  'template-folder': {
    es: 'el nombre de una carpeta de templates/',
    en: 'the name of a folder in templates/',
  },
  'number-between': {
    es: (least: Value, most: Value) => `un número entero de ${least} a ${most}`,
    en: (least: Value, most: Value) => `a whole number from ${least} to ${most}`,
  },
  'contents-depth': {
    es: 'sí (tres niveles), no, o un número de 0 (sin índice) a 6',
    en: 'yes (three levels), no, or a number from 0 (no table of contents) to 6',
  },
  isbn: {
    es: 'un ISBN de 10 o 13 cifras con su dígito de control',
    en: 'an ISBN of 10 or 13 digits with its check digit',
  },
  doi: { es: 'un DOI como 10.1234/abc', en: 'a DOI such as 10.1234/abc' },
  'web-address': { es: 'una dirección que empiece por https://', en: 'an address that begins with https://' },
  'yes-or-no': { es: 'sí o no', en: 'yes or no' },
  'yes-no-or-nothing': { es: 'sí o no, o nada', en: 'yes or no, or nothing' },
  'image-settings': {
    es: '«maxPpi: 220», entre llaves o en la línea siguiente con dos espacios delante',
    en: '“maxPpi: 220”, in braces or on the next line behind two spaces',
  },
  variables: {
    es: 'una lista de «nombre: texto», con nombres de letras, cifras, - y _',
    en: 'a list of “name: text”, with names of letters, digits, - and _',
  },
  'label-shape': {
    es: 'una letra y después letras, cifras, «-», «_» o «.»',
    en: 'a letter, then letters, digits, “-”, “_” or “.”',
  },
  'label-free': {
    es: 'una letra y después letras, cifras, «-», «_» o «.», sin empezar por «p-» ni «o-»',
    en: 'a letter, then letters, digits, “-”, “_” or “.”, not beginning with “p-” or “o-”',
  },
  width: {
    es: 'una parte del ancho como 60% o una medida como 8cm',
    en: 'a share of the width such as 60% or a length such as 8cm',
  },
  'index-of': { es: 'secciones, figuras o cuadros', en: 'sections, figures or tables' },
  'column-widths': { es: 'un número por columna, como "2 1 1"', en: 'one number a column, such as "2 1 1"' },
  'column-alignments': {
    es: 'una alineación por columna: izquierda, centro, derecha, decimal o «-»',
    en: 'one alignment a column: left, center, right, decimal or “-”',
  },
  separator: { es: '«;», «,» o «tab»', en: '“;”, “,” or “tab”' },
  'attribute-list': {
    es: '#etiqueta, clave=valor o clave="varias palabras"',
    en: '#label, key=value or key="several words"',
  },
  'found-list': { es: 'una lista', en: 'a list' },
  'found-inner-list': { es: 'una lista dentro de otra', en: 'a list inside another' },
  'found-map': { es: 'una tabla de claves', en: 'a map of keys' },
  'found-inner-map': { es: 'una tabla de claves dentro de otra', en: 'a map of keys inside another' },

  // Of brand.yml
  'group-of-keys': { es: 'un grupo de claves', en: 'a group of keys' },
  color: {
    es: 'un color "#rrggbb" entre comillas, o el nombre de un color de la paleta',
    en: 'a colour "#rrggbb" in quotation marks, or the name of a colour of the palette',
  },
  'length-between': {
    es: (least: Value, most: Value) => `una medida en mm, cm, pt o in, entre ${least} y ${most} pt`,
    en: (least: Value, most: Value) => `a length in mm, cm, pt or in, between ${least} and ${most} pt`,
  },
  'number-within': {
    es: (least: Value, most: Value) => `un número entre ${least} y ${most}`,
    en: (least: Value, most: Value) => `a number between ${least} and ${most}`,
  },
  'font-weight': { es: 'un peso: 100, 200 … 900', en: 'a weight: 100, 200 … 900' },
  'true-or-false': { es: 'true o false', en: 'true or false' },
  'template-file': {
    es: 'un archivo de la carpeta de la plantilla',
    en: 'a file of the folder of the template',
  },
  'font-families': {
    es: 'una lista de familias con family, source y files',
    en: 'a list of families with family, source and files',
  },
  'font-family': { es: 'el nombre de la familia en «family»', en: 'the name of the family in “family”' },
  'font-source': {
    es: 'source: file, con los archivos en la plantilla',
    en: 'source: file, with the files in the template',
  },
  'font-files': { es: 'la lista de sus archivos en «files»', en: 'the list of its files in “files”' },
  'font-file': { es: 'path, weight y style de cada archivo', en: 'path, weight and style of every file' },
  'font-path': {
    es: 'un archivo de la carpeta de la plantilla en «path»',
    en: 'a file of the folder of the template in “path”',
  },
  'font-style': { es: 'style: normal o italic', en: 'style: normal or italic' },
  italic: { es: 'cursiva', en: 'italic' },
  upright: { es: 'redonda', en: 'upright' },

  // Directives, attributes, HTML
  'on-its-own-line': {
    es: (name: Value) => `sola en su línea: «::${name}»`,
    en: (name: Value) => `alone on its line: “::${name}”`,
  },
  'between-fences': {
    es: (name: Value) => `entre «:::${name}» y «:::»`,
    en: (name: Value) => `between “:::${name}” and “:::”`,
  },
  'next-to-paragraph': { es: 'unidos a él, sin línea en blanco', en: 'next to it, without a blank line' },
  'on-last-line': { es: 'solos en su última línea', en: 'alone on its last line' },
  'source-file': { es: '«src», el nombre del archivo', en: '“src”, the name of the file' },
  'no-label': { es: 'nada entre corchetes', en: 'nothing in square brackets' },
  'some-text': { es: 'algún texto', en: 'some text' },
  'only-paragraphs': { es: 'solo párrafos', en: 'only paragraphs' },
  'language-attribute': { es: '«lang», el código de una lengua', en: '“lang”, the code of a language' },
  'table-first': {
    es: 'primero una tabla (o una lista de listas), y después, si la hay, su nota',
    en: 'first a table (or a list of lists), then its note, if there is one',
  },
  'table-or-source': {
    es: 'una tabla escrita o «src», no las dos',
    en: 'a written table or “src”, not both',
  },
  'table-note': {
    es: 'debajo de la tabla solo párrafos o listas, que son su nota',
    en: 'below the table only paragraphs or lists, which are its note',
  },
  'attributes-in-directive': {
    es: 'los atributos entre las llaves de la directiva, no debajo de la tabla',
    en: 'the attributes in the braces of the directive, not below the table',
  },
  'one-caption': {
    es: 'una leyenda entre corchetes o «leyenda», no las dos',
    en: 'a caption in square brackets or “caption”, not both',
  },
  'label-inside': {
    es: 'la etiqueta en lo que contiene, no en la directiva',
    en: 'the label on what it contains, not on the directive',
  },
  'nothing-added': {
    es: 'nada entre corchetes ni entre llaves',
    en: 'nothing in square brackets or braces',
  },
  'a-width-each': {
    es: (columns: Value) => `un ancho para cada una de sus ${columns} columnas`,
    en: (columns: Value) => `a width for each of its ${columns} columns`,
  },
  'alignments-at-most': {
    es: (columns: Value) => `como mucho ${columns} alineaciones`,
    en: (columns: Value) => `at most ${columns} alignments`,
  },
  'instead-bold': { es: '**negrita**', en: '**bold**' },
  'instead-italic': { es: '*cursiva*', en: '*italic*' },
  'instead-strike': { es: '~~tachado~~', en: '~~struck out~~' },
  'instead-link': { es: '[texto](https://…)', en: '[text](https://…)' },
  'instead-image': { es: '![descripción](archivo)', en: '![description](file)' },
  'instead-figure': { es: '![descripción](archivo "leyenda")', en: '![description](file "caption")' },
  'instead-table': {
    es: 'una tabla con barras verticales, o «::tabla{src=datos.csv}»',
    en: 'a table with vertical bars, or “::table{src=data.csv}”',
  },
  'instead-code': { es: '`código`', en: '`code`' },
  'instead-code-block': { es: 'un bloque entre líneas de ```', en: 'a block between lines of ```' },
  'instead-note': {
    es: 'escriba [^1] y, en un párrafo aparte, «[^1]: » con la nota',
    en: 'write [^1] and, in a paragraph of its own, “[^1]: ” with the note',
  },
  'instead-page-break': { es: 'escriba «::salto» en su línea', en: 'write “::page-break” on its own line' },
  'instead-markdown': {
    es: 'use Markdown: **negrita**, *cursiva*, # encabezado, [texto](https://…)',
    en: 'use Markdown: **bold**, *italic*, # heading, [text](https://…)',
  },
  'instead-caption': {
    es: 'el título de un cuadro va en la línea que le sigue, {titulo="…"}; una definición, tras su término, sin línea en blanco',
    en: 'the caption of a table goes on the line behind it, {title="…"}; a definition behind its term, without a blank line',
  },
  'instead-formula': {
    es: 'escriba la fórmula con letras y signos (x² ≤ ∑ y), <sup>…</sup> y <sub>…</sub>, o póngala como imagen',
    en: 'write the formula with letters and signs (x² ≤ ∑ y), <sup>…</sup> and <sub>…</sub>, or as a picture',
  },
  'instead-rule': { es: '«---» en una línea', en: '“---” on a line' },
  'instead-blank-line': { es: 'una línea en blanco entre párrafos', en: 'a blank line between paragraphs' },
  'instead-directive': { es: ':::nombre … :::', en: ':::name … :::' },
  'instead-quotes': { es: 'las comillas, «así»', en: 'the quotation marks, “like this”' },
  'instead-heading': {
    es: (marks: Value) => `${marks} Encabezado`,
    en: (marks: Value) => `${marks} Heading`,
  },
  'instead-list': { es: 'una lista con «- »', en: 'a list with “- ”' },
  'instead-numbered-list': { es: 'una lista con «1. »', en: 'a list with “1. ”' },

  // What an SVG has that PDF does not get
  'svg-text': { es: 'texto (<text>)', en: 'text (<text>)' },
  'svg-image': { es: 'una imagen incrustada (<image>)', en: 'an embedded picture (<image>)' },
  'svg-filter': { es: 'un filtro, como una sombra (<filter>)', en: 'a filter, such as a shadow (<filter>)' },
  'svg-foreign': { es: 'HTML (<foreignObject>)', en: 'HTML (<foreignObject>)' },

  // Tables
  'no-cell-left': { es: 'no hay ninguna a su izquierda', en: 'there is none on its left' },
  'no-cell-above': { es: 'no hay ninguna encima', en: 'there is none above it' },
  'no-rectangle': {
    es: 'las celdas unidas no forman un rectángulo',
    en: 'the joined cells are no rectangle',
  },
  'csv-quotes': {
    es: 'unas comillas no se cierran, o hay texto detrás de ellas',
    en: 'a quotation mark is not closed, or there is text behind it',
  },
  'csv-empty': { es: 'no tiene filas', en: 'it has no rows' },
} as const

const all = { ...phrases, ...causes } satisfies Readonly<
  Record<string, Readonly<Record<MessageLanguage, string | ((...values: never[]) => string)>>>
>

type PhraseId = keyof typeof all
type Values<Id extends PhraseId> = (typeof all)[Id]['es'] extends (...values: infer V) => string ? V : []

/** An id, or an id with what goes into it. */
export type Phrase = {
  [Id in PhraseId]: Values<Id> extends [] ? Id : readonly [Id, ...Values<Id>]
}[PhraseId]

/** @returns the phrase of a code of the file system or of the YAML parser; the code itself where it has none */
export function causeOf(code: string): Phrase {
  // Codes are upper case, and so are the ids that stand for them; none of those takes values.
  return code in causes && code === code.toUpperCase() ? (code as Phrase) : ['verbatim', code]
}

function said(phrase: Phrase, language: MessageLanguage): string {
  const [id, ...values] = typeof phrase === 'string' ? [phrase] : phrase
  // The type of a phrase keeps an id and its values together.
  const piece = all[id][language] as string | ((...values: readonly Value[]) => string)
  return typeof piece === 'string' ? piece : piece(...values)
}

export const es = (phrase: Phrase): string => said(phrase, 'es')
export const en = (phrase: Phrase): string => said(phrase, 'en')

const svgParts: Readonly<Record<string, Phrase>> = {
  '<text>': 'svg-text',
  '<image>': 'svg-image',
  '<filter>': 'svg-filter',
  '<foreignObject>': 'svg-foreign',
}

/** @returns the phrase of an element of SVG; what a library says of something else, as it says it */
export function svgPart(detail: string): Phrase {
  return svgParts[detail] ?? ['verbatim', detail]
}
