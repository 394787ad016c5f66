/** Tables, written or read from a CSV file. */
import { en, es, type Phrase } from '../phrases.ts'
import { error, warning } from './rule.ts'

export const tableRules = {
  'table-ragged': error<{ cells: number; columns: number }>({
    es: [
      f => `esta fila tiene ${f.cells} celdas y la tabla ${f.columns} columnas: se perdería texto`,
      'añada columnas a la primera fila, o escriba «\\|» si la barra es texto',
    ],
    en: [
      f => `this row has ${f.cells} cells and the table ${f.columns} columns: text would be lost`,
      'add columns to the first row, or write “\\|” where the bar is text',
    ],
  }),
  'table-row-short': warning<{ cells: number; columns: number }>({
    es: [
      f => `esta fila tiene ${f.cells} celdas y la tabla ${f.columns} columnas; las demás quedan vacías`,
      'complete la fila; el texto que sigue a una tabla va tras una línea en blanco',
    ],
    en: [
      f => `this row has ${f.cells} cells and the table ${f.columns} columns; the others stay empty`,
      'complete the row; text that follows a table comes after a blank line',
    ],
  }),
  'table-marks': warning({
    es: [
      'estas líneas con «|» salen como párrafo: no forman un cuadro',
      'ponga bajo la primera fila una de guiones con tantas celdas, «|---|---|», y ninguna línea en blanco entre las filas; o «\\|» si es texto',
    ],
    en: [
      'these lines with “|” are published as a paragraph: they make no table',
      'put one of hyphens with as many cells, “|---|---|”, under the first row, and no blank line between rows; or “\\|” if it is text',
    ],
  }),
  'table-head-mismatch': warning<{ cells: number; columns: number }>({
    es: [
      f =>
        `la línea de guiones tiene ${f.cells} ${f.cells === 1 ? 'parte' : 'partes'} y la de encima ${f.columns}: no es una tabla, sale como texto`,
      'escriba tantos grupos de guiones como columnas',
    ],
    en: [
      f =>
        `the line of dashes has ${f.cells} ${f.cells === 1 ? 'part' : 'parts'} and the one above it ${f.columns}: this is no table and is published as text`,
      'write as many groups of dashes as there are columns',
    ],
  }),
  'table-span': error<{ mark: string; why: Phrase }>({
    es: [
      f => `la celda «${f.mark}» no puede unirse: ${es(f.why)}`,
      '«<» une con la celda de la izquierda y «^» con la de arriba; escriba «\\<» si es texto',
    ],
    en: [
      f => `the cell “${f.mark}” cannot be joined: ${en(f.why)}`,
      '“<” joins with the cell on the left and “^” with the one above; write “\\<” if it is text',
    ],
  }),
  'table-too-large': error<{ cells: number; bound: number }>({
    es: [
      f => `la tabla tiene ${f.cells} celdas; el límite es ${f.bound}`,
      'divídala, o suba el límite: --limite celdas=…',
    ],
    en: [
      f => `the table has ${f.cells} cells; the limit is ${f.bound}`,
      'divide it, or raise the limit: --limit cells=…',
    ],
  }),
  'csv-syntax': error<{ why: Phrase }>({
    es: [f => `el archivo CSV no se puede leer: ${es(f.why)}`, 'vuelva a exportarlo como CSV en UTF-8'],
    en: [f => `the CSV file cannot be read: ${en(f.why)}`, 'export it again as CSV in UTF-8'],
  }),
}
