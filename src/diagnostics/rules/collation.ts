/** Finished files that do not say what their text says. */
import type { MessageLanguage } from './rule.ts'
import { error } from './rule.ts'

interface Disagreement {
  /** `pdf`, `docx`, `epub`, `html`. */
  readonly format: string
  /** What differs: a kind of block, a property of the file, or `page 3` as another reader has it. */
  readonly what: string
  /** Title of the section, '' where there is none. */
  readonly section: string
  readonly expected: string
  readonly found: string
  /** What differs and the words around it. */
  readonly words: string
}

/** Kinds of block and properties of files, with their articles. */
const names: Readonly<Record<string, readonly [spanish: string, english: string]>> = {
  title: ['el título', 'the title'],
  heading: ['un encabezado', 'a heading'],
  paragraph: ['un párrafo', 'a paragraph'],
  code: ['un bloque de código', 'a block of code'],
  term: ['un término', 'a term'],
  figure: ['una figura', 'a figure'],
  caption: ['un título de cuadro o figura', 'a caption'],
  table: ['un cuadro', 'a table'],
  cell: ['una celda', 'a cell'],
  'table heads': ['los encabezados de las celdas de un cuadro', 'the heads of the cells of a table'],
  'box title': ['el título de un recuadro', 'the title of a box'],
  'list title': ['el título de un índice', 'the title of a list'],
  entry: ['una entrada de un índice', 'an entry of a list'],
  rule: ['una línea de separación', 'a thematic break'],
  language: ['el idioma', 'the language'],
  creator: ['el autor', 'the author'],
  summary: ['el resumen', 'the summary'],
  keywords: ['las palabras clave', 'the keywords'],
  date: ['la fecha', 'the date'],
  emblem: ['la descripción del emblema', 'the description of the emblem'],
  file: ['el archivo entero', 'the whole file'],
}

function named(what: string, language: MessageLanguage): string {
  const [, page = ''] = /^page (\d+)$/.exec(what) ?? []
  const ofPage = [
    `el texto de la página ${page}, leído por pdf.js,`,
    `the text of page ${page} as pdf.js reads it`,
  ]
  return (page === '' ? names[what] : ofPage)?.[language === 'es' ? 0 : 1] ?? what
}

/** Longer texts are cut: the words that differ stand before them. */
const longest = 240

function both(expected: string, found: string): string {
  const shown = (sign: string, text: string) =>
    text === '' ? '' : `\n    ${sign} ${text.length > longest ? `${text.slice(0, longest)}…` : text}`
  return `${shown('−', expected)}${shown('+', found)}`
}

export const collationRules = {
  'formats-differ': error<Disagreement>({
    es: [
      f =>
        `${f.format}: ${named(f.what, 'es')}${f.section === '' ? '' : ` de «${f.section}»`} no dice lo que el texto: ${f.words}${both(f.expected, f.found)}`,
      'si el archivo no se ha tocado, es un fallo del programa: comuníquelo con el texto',
    ],
    en: [
      f =>
        `${f.format}: ${named(f.what, 'en')}${f.section === '' ? '' : ` of “${f.section}”`} does not say what the text says: ${f.words}${both(f.expected, f.found)}`,
      'if nobody touched the file, the program is at fault: report it with the text',
    ],
  }),
  'formats-differ-more': error<{ format: string; count: number }>({
    es: [
      f => `${f.format}: hay ${f.count} diferencias más`,
      'resuelva primero las anteriores; --json las muestra todas',
    ],
    en: [
      f => `${f.format}: there are ${f.count} more differences`,
      'see to those above first; --json shows all',
    ],
  }),
  'collate-missing': error<{ path: string }>({
    es: [f => `no existe «${f.path}», que habría que comparar`, 'publique el texto antes: make all'],
    en: [f => `“${f.path}”, which should be compared, does not exist`, 'build the text first: make all'],
  }),
}
