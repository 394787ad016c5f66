import { describe, expect, it } from 'vitest'
import type { Table } from '../../src/publication/model.ts'
import { nodesOf, published, seeded } from '../support/document.ts'

function tablesOf(text: string): readonly Table[] {
  const { publication } = published(`---\ntitle: T\nlang: es-PE\n---\n\n${text}\n`)
  return nodesOf(publication.tree).filter(node => node.type === 'table')
}

/** The grid as a picture: each place shows the text of the cell that covers it, `!` where there are two. */
function picture(table: Table): readonly string[] {
  const grid = table.children.map(() => table.alignments.map(() => '·'))
  for (const [row, { children }] of table.children.entries()) {
    for (const cell of children) {
      for (let y = row; y < row + cell.rowSpan; y++) {
        for (let x = cell.column; x < cell.column + cell.columnSpan; x++) {
          const line = grid[y]
          if (line === undefined || line[x] === undefined) throw new Error(`a cell reaches to ${y}, ${x}`)
          line[x] = line[x] === '·' ? textOf(cell) : '!'
        }
      }
    }
  }
  return grid.map(line => line.join(' '))
}

function textOf(cell: Table['children'][number]['children'][number]): string {
  const [text] = nodesOf(cell).flatMap(node => (node.type === 'text' ? [node.value] : []))
  return text ?? '-'
}

describe('rows that are joined whole', () => {
  it('go, and what covers them gets shorter', () => {
    const [table] = tablesOf(':::tabla\n| a | b |\n|---|---|\n| c | d |\n| ^ | ^ |\n| ^ | e |\n:::')
    expect(table && picture(table)).toEqual(['a b', 'c d', 'c e'])
    expect(table?.children.map(row => row.children.length)).toEqual([2, 2, 1])
  })

  it('go from the head too', () => {
    const [table] = tablesOf(':::tabla{encabezados=2}\n| a | b |\n|---|---|\n| ^ | ^ |\n| c | d |\n:::')
    expect(table).toMatchObject({ headerRows: 1 })
    expect(table && picture(table)).toEqual(['a b', 'c d'])
    expect(table?.children[1]?.children.map(cell => cell.heads)).toEqual(['none', 'none'])
  })

  it('leave the blank row of a plain table: its cells are empty, not covered', () => {
    const [table] = tablesOf('| a | b |\n|---|---|\n| | |\n| c | d |')
    expect(table && picture(table)).toEqual(['a b', '- -', 'c d'])
  })
})

/** A random table cut into rectangles, written with `<` and `^`. */
function randomTable(random: (below: number) => number) {
  const [rows, columns] = [2 + random(6), 1 + random(6)]
  const owner = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ''))
  const free = (y: number, x: number) => owner[y]?.[x] === ''
  let names = 0
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      if (!free(y, x)) continue
      let width = 1
      while (x + width < columns && free(y, x + width) && random(3) === 0) width++
      let height = 1
      const fits = (line: number) =>
        Array.from({ length: width }, (_, step) => free(line, x + step)).every(Boolean)
      while (y + height < rows && fits(y + height) && random(3) === 0) height++
      const name = `c${names++}`
      for (let line = y; line < y + height; line++) owner[line]?.fill(name, x, x + width)
    }
  }
  const written = owner.map((line, y) =>
    line.map((name, x) => (line[x - 1] === name ? '<' : owner[y - 1]?.[x] === name ? '^' : name)),
  )
  const [head = [], ...body] = written.map(line => `| ${line.join(' | ')} |`)
  const dashes = `|${'---|'.repeat(columns)}`
  return { owner, text: `:::tabla\n${[head, dashes, ...body].join('\n')}\n:::`, names }
}

describe('for random tables', () => {
  it.each(Array.from({ length: 100 }, (_, seed) => seed))(
    'rows cover the grid exactly, none is empty, nothing is lost (%i)',
    seed => {
      const { owner, text, names } = randomTable(seeded(seed))
      const [table] = tablesOf(text)
      if (table === undefined) throw new Error(text)
      // A row in which no cell begins says nothing new.
      const kept = owner.filter((line, y) => line.some((name, x) => owner[y - 1]?.[x] !== name))
      expect(picture(table)).toEqual(kept.map(line => line.join(' ')))
      const cells = table.children.flatMap(row => row.children)
      expect(cells).toHaveLength(names)
      expect(table.children.every(row => row.children.length > 0)).toBe(true)
      for (const row of table.children) {
        const starts = row.children.map(cell => cell.column)
        expect(starts).toEqual(starts.toSorted((a, b) => a - b))
      }
    },
  )

  it('take time in proportion to their cells', () => {
    // 2,000 columns: a search from the first for each cell would be 10⁹ steps over 500 rows.
    const row = `|${' a |'.repeat(2000)}`
    const [table] = tablesOf(
      [row, `|${'---|'.repeat(2000)}`, ...Array.from({ length: 20 }, () => row)].join('\n'),
    )
    expect(table?.children.at(-1)?.children.at(-1)).toMatchObject({ column: 1999 })
  })
})

describe('columns of numbers', () => {
  const aligned = (dashes: string, ...rows: readonly string[]) => {
    const [table] = tablesOf(`| a | b |\n${dashes}\n${rows.join('\n')}`)
    const cells = table?.children.flatMap(({ children }) => children.map(cell => cell.alignment)) ?? []
    // Cells know what their column says.
    expect(cells).toEqual(table?.children.flatMap(() => table.alignments))
    return table?.alignments
  }

  it.each([
    ['| --- | --- |', ['| Ana | 1.5 |', '| Luis | −12 |'], ['default', 'decimal']],
    ['| --- | --: |', ['| Ana | **1.5** |', '| Luis | — |', '| Eva | 3 % |'], ['default', 'decimal']],
    ['| --: | --- |', ['| 1 | 12 kg |', '| 10.5 | 3 kg |'], ['decimal', 'default']],
  ])('align at their decimal sign: %s', (dashes, rows, expected) => {
    expect(aligned(dashes, ...rows)).toEqual(expected)
  })

  it.each([
    ['| --- | :-- |', ['| Ana | 1.5 |'], ['default', 'left']],
    ['| --- | :-: |', ['| Ana | 1.5 |'], ['default', 'center']],
    ['| --- | --: |', ['| 2025 | 1.5 |', '| 2026 | s/d |'], ['default', 'right']],
    ['| --- | --- |', ['| Ana | — |', '| Luis | |'], ['default', 'default']],
    ['| --- | --- |', ['| Ana | 3-B |'], ['default', 'default']],
  ])('stay as their dashes say else: %s', (dashes, rows, expected) => {
    expect(aligned(dashes, ...rows)).toEqual(expected)
  })

  it('unless an attribute says another alignment', () => {
    const [table] = tablesOf('| a | b |\n|---|--:|\n| c | 1.5 |\n{alineacion="- izquierda"}')
    expect(table?.alignments).toEqual(['default', 'left'])
  })

  it('whatever stands in a cell over several columns', () => {
    const [table] = tablesOf(':::tabla\n| a | b | c |\n|---|---|---|\n| d | e | < |\n| f | 1 | 2.5 |\n:::')
    expect(table?.alignments).toEqual(['default', 'decimal', 'decimal'])
  })

  it('have a head over several of them in their middle, and only such a one', () => {
    const headsOf = (text: string) =>
      tablesOf(text).flatMap(({ children }) =>
        children.slice(0, 1).map(row => row.children.map(cell => cell.alignment)),
      )
    const over = (dashes: string, cells: string) =>
      headsOf(`:::tabla{encabezados=2}\n| a | b | < |\n${dashes}\n| ^ | c | d |\n${cells}\n:::`)
    expect(over('|---|--:|--:|', '| e | 1 | s/d |')).toEqual([['default', 'center']])
    expect(over('|---|---|---|', '| e | f | 1 |')).toEqual([['default', 'default']])
    expect(over('|---|:--|--:|', '| e | f | 1 |')).toEqual([['default', 'left']])
  })
})
