/** Pages, the files that come out, and the program itself. */
import { en, es, type Phrase } from '../phrases.ts'
import { error, warning } from './rule.ts'

export interface MissingCharacter {
  readonly character: string
  /** `U+6F22`. */
  readonly code: string
}

const several = (missing: readonly MissingCharacter[]) => missing.length > 1

function listed(missing: readonly MissingCharacter[], open: string, close: string): string {
  return missing.map(({ character, code }) => `${open}${character}${close} (${code})`).join(', ')
}

export const outputRules = {
  'missing-glyph': error<{ missing: readonly MissingCharacter[]; family: string }>({
    es: [
      f =>
        `ningún tipo de letra tiene ${several(f.missing) ? 'los caracteres' : 'el carácter'} ${listed(f.missing, '«', '»')}; se buscó en ${f.family}`,
      'cámbielo, o añada a la plantilla una familia que lo tenga',
    ],
    en: [
      f =>
        `no font has the character${several(f.missing) ? 's' : ''} ${listed(f.missing, '“', '”')}; looked for in ${f.family}`,
      'change it, or add a family that has it to the template',
    ],
  }),
  'right-to-left': error<{ text: string }>({
    es: [
      f =>
        `«${f.text}» se escribe de derecha a izquierda, y las páginas solo se componen de izquierda a derecha`,
      'escríbalo en letras latinas, o póngalo como imagen con su texto alternativo',
    ],
    en: [
      f => `“${f.text}” is written from right to left, and pages are set from left to right alone`,
      'write it in Latin letters, or put it in a picture with its alternative text',
    ],
  }),
  'note-elsewhere': error<{ number: string }>({
    es: [
      f =>
        `se remite a la nota ${f.number} desde otra página o con su número, y las notas se numeran en cada página`,
      'escriba «numbering: document» en notes, en brand.yml, o repita la nota con otra etiqueta',
    ],
    en: [
      f =>
        `note ${f.number} is referred to from another page or by its number, and notes are numbered on each page`,
      'write “numbering: document” under notes in brand.yml, or repeat the note under another label',
    ],
  }),
  'small-caps-missing': error<{ letter: string; family: string }>({
    es: [
      f => `${f.family} no tiene versalita de la letra «${f.letter}», y una mayúscula reducida no lo es`,
      'quite la marca {.versalitas}, o small-caps de brand.yml, o use una familia que las tenga',
    ],
    en: [
      f => `${f.family} has no small capital for the letter “${f.letter}”, and a scaled capital is none`,
      'take the mark {.small-caps} away, or small-caps in brand.yml, or use a family that has them',
    ],
  }),
  'figures-missing': error<{ family: string }>({
    es: [
      f => `${f.family} no tiene cifras elzevirianas`,
      'escriba «figures: lining» en brand.yml, o use una familia que las tenga',
    ],
    en: [
      f => `${f.family} has no old-style figures`,
      'write “figures: lining” in brand.yml, or use a family that has them',
    ],
  }),
  'overfull-line': warning<{ points: number }>({
    es: [
      f => `una línea sobresale ${f.points} pt del margen`,
      'acorte la palabra o la dirección larga, o reformule la frase',
    ],
    en: [
      f => `a line sticks out ${f.points} pt into the margin`,
      'shorten the long word or address, or word the sentence differently',
    ],
  }),
  'line-off-paper': error({
    es: [
      'una línea no cabe en el papel: su final se perdería',
      'acorte la palabra o la dirección larga, o reformule la frase',
    ],
    en: [
      'a line does not fit on the paper: its end would be lost',
      'shorten the long word or address, or word the sentence differently',
    ],
  }),
  'table-too-wide': warning<{ points: number }>({
    es: [
      f => `una palabra de esta tabla necesita ${f.points} pt más de los que tiene su columna; sale partida`,
      'ponga la tabla apaisada (:::cuadro{apaisado}), quite columnas o acorte la palabra',
    ],
    en: [
      f => `a word of this table needs ${f.points} pt more than its column has; it comes out broken`,
      'put the table on a landscape page (:::table{landscape}), drop columns or shorten the word',
    ],
  }),
  'unsettled-page-labels': warning<{ rounds: number }>({
    es: [
      f => `los números de página de las remisiones no se estabilizan tras ${f.rounds} vueltas`,
      'reformule la frase que contiene la remisión',
    ],
    en: [
      f => `the page numbers of cross-references do not settle after ${f.rounds} rounds`,
      'word the sentence with the cross-reference differently',
    ],
  }),
  'too-many-pages': warning<{ pages: number; bound: number; overflow: string }>({
    es: [
      f =>
        `el documento ocupa ${f.pages} páginas y «maxPages» pide ${f.bound}; desborda desde: ${f.overflow}`,
      'acorte el texto, o aumente «maxPages»',
    ],
    en: [
      f =>
        `the document takes ${f.pages} pages and “maxPages” asks for ${f.bound}; it overflows from: ${f.overflow}`,
      'shorten the text, or raise “maxPages”',
    ],
  }),
  'claim-withheld': warning<{ rules: string }>({
    es: [f => `no se declara la conformidad de accesibilidad, por: ${f.rules}`, 'corrija esos avisos'],
    en: [
      f => `conformance to accessibility standards is not claimed, because of: ${f.rules}`,
      'mend those warnings',
    ],
  }),
  'output-unwritable': error<{ path: string; why: Phrase }>({
    es: [
      f => `no se puede escribir en «${f.path}» (${es(f.why)})`,
      'compruebe la carpeta de salida y sus permisos',
    ],
    en: [f => `“${f.path}” cannot be written (${en(f.why)})`, 'check the output folder and its permissions'],
  }),
  'output-collision': error<{ name: string; other: string }>({
    es: [
      f => `este texto y «${f.other}» darían el mismo archivo: ${f.name}`,
      'cambie el nombre de uno de los dos',
    ],
    en: [f => `this text and “${f.other}” would give the same file: ${f.name}`, 'rename one of the two'],
  }),
  'new-name': error<{ name: string }>({
    es: [
      f => `«${f.name}» no sirve como nombre de archivo`,
      'use letras, cifras, espacios y guiones: make new NOMBRE="nota sobre comercio"',
    ],
    en: [
      f => `“${f.name}” cannot be the name of a file`,
      'use letters, digits, spaces and hyphens: make new NOMBRE="note on trade"',
    ],
  }),
  'new-exists': error<{ path: string }>({
    es: [f => `«${f.path}» ya existe; queda como está`, 'elija otro nombre'],
    en: [f => `“${f.path}” exists already; it stays as it is`, 'choose another name'],
  }),
  internal: error<{ detail: string }>({
    es: [
      f => `fallo interno del programa: ${f.detail}`,
      'comuníquelo con el texto que lo provoca; lo publicado antes queda como estaba',
    ],
    en: [
      f => `the program itself failed: ${f.detail}`,
      'report it with the text that provokes it; what was published before stays as it was',
    ],
  }),
}
