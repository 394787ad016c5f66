/** What directives bring in from other files: texts and CSV tables. */
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { placeOf } from '../diagnostics/place.ts'
import { report } from '../diagnostics/report.ts'
import type { Place } from '../publication/model.ts'
import type { ReadCaption } from './captions.ts'
import type { Context, ParsePart, PartEnvironment } from './context.ts'
import { parseCsv } from './csv.ts'
import type { Sources } from './directives.ts'
import { findFile } from './files.ts'
import { lines } from './lines.ts'
import { projectPath, readSource } from './source.ts'
import { decimalColumns, rowPlace, tableOfRows } from './tables.ts'

/**
 * @param environment - undefined: no file can be read, and every one is missing
 * @param parse - how an included text is read, which is how the text that includes it is
 */
export function fromFiles(
  environment: PartEnvironment | undefined,
  context: Context,
  parse: ParsePart,
  caption: ReadCaption,
): Sources {
  const find = (written: string, place: Place): string | null => {
    const found =
      environment === undefined
        ? ({ missing: true, nearest: '' } as const)
        : findFile(written, environment.folders)
    if ('path' in found) return found.path
    if ('outside' in found) report(context.file, 'include-outside', place, { path: written })
    else report(context.file, 'include-missing', place, { path: written, nearest: found.nearest })
    return null
  }
  return {
    caption,
    include: (written, node) => {
      const place = placeOf(node, context.file)
      const absolute = find(written, place)
      return absolute === null || environment === undefined
        ? []
        : include(absolute, place, environment, context, parse)
    },
    csv: (written, separator, headerRows, node) => {
      const place = placeOf(node, context.file)
      const absolute = find(written, place)
      if (absolute === null || environment === undefined) return null
      return csvTable(absolute, separator, headerRows, place, environment, context)
    },
  }
}

function include(
  absolute: string,
  place: Place,
  environment: PartEnvironment,
  { file }: Context,
  parse: ParsePart,
) {
  const { files, folders, chain } = environment
  const path = projectPath(absolute, files.project)
  if (chain.includes(path)) {
    report(file, 'include-cycle', place, { chain: [...chain, path].join(' → ') })
    return []
  }
  if (chain.length > files.limits.includes) {
    report(file, 'include-depth', place, { bound: files.limits.includes })
    return []
  }
  if (!files.includes.has(path)) files.includes.set(path, place)
  const found = readSource(absolute, files, file)
  if (found === null) return []
  files.texts.set(path, found.text)
  files.addSource(path, Buffer.from(found.text))
  const part = parse(found.text, path, file, {
    ...environment,
    folders: { ...folders, folder: dirname(absolute) },
    chain: [...chain, path],
  })
  return part?.tree.children ?? []
}

function csvTable(
  absolute: string,
  separator: string,
  headerRows: number,
  place: Place,
  { files }: PartEnvironment,
  { file }: Context,
) {
  const path = projectPath(absolute, files.project)
  if (!files.includes.has(path)) files.includes.set(path, place)
  const found = readSource(absolute, files, file)
  if (found === null) return null
  const { text } = found
  files.texts.set(path, text)
  files.addSource(path, readFileSync(absolute))
  const rows = parseCsv(text, separator)
  if ('fault' in rows) {
    const spot = lines(text, path).place(rows.fault, rows.fault + 1)
    report(file, 'csv-syntax', spot, { why: 'csv-quotes' })
    return null
  }
  const [head] = rows
  const columns = head?.length ?? 0
  if (head === undefined) {
    report(file, 'csv-syntax', path, { why: 'csv-empty' })
    return null
  }
  if (rows.length * columns > files.limits.tableCells) {
    report(file, 'table-too-large', path, { cells: rows.length * columns, bound: files.limits.tableCells })
    return null
  }
  for (const row of rows) {
    const facts = { cells: row.length, columns }
    if (row.length > columns) report(file, 'table-ragged', rowPlace(row, text, path), facts)
    if (row.length < columns) report(file, 'table-row-short', rowPlace(row, text, path), facts)
  }
  const even = rows.map(row => {
    const end = row.at(-1)?.end ?? 0
    const missing = Math.max(0, columns - row.length)
    return [...row, ...Array.from({ length: missing }, () => ({ value: '', start: end, end }))]
  })
  return { table: tableOfRows(even, text, path), alignments: decimalColumns(even, headerRows) }
}
