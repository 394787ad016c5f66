import { describe, expect, test } from 'vitest'
import { columnWidths, sum } from '../../src/publication/column-widths.ts'
import type { Table, TableCell } from '../../src/publication/model.ts'
import { nodesOf, published } from '../support/document.ts'

/** A letter is a point wide, and nothing stands around a text. */
function widthsOf(text: string, width: number): readonly number[] {
  const { publication } = published(`---\ntitle: T\nlang: es-PE\n---\n\n${text}\n`)
  const table = nodesOf(publication.tree).find((node): node is Table => node.type === 'table')
  if (table === undefined) throw new Error('no table')
  return columnWidths(table, width, needs)
}

function needs(cell: TableCell) {
  const value = nodesOf(cell)
    .map(node => (node.type === 'text' ? node.value : ''))
    .join('')
  return { least: Math.max(...value.split(' ').map(({ length }) => length)), most: value.length }
}

const numbers = '| año | pozos |\n| --: | --: |\n| 2025 | 4 |'

describe('a table that needs less than the measure', () => {
  test('is stretched over it where it fills half of it', () => {
    expect(sum(widthsOf(numbers, 18))).toBeCloseTo(18)
  })

  test('else only as far as its columns stand clear of each other', () => {
    expect(widthsOf(numbers, 19)).toEqual([6, 7.5])
    expect(widthsOf(numbers, 1000)).toEqual([6, 7.5])
  })

  test('and over the measure where there is a column to write in', () => {
    expect(sum(widthsOf('| nombre | firma |\n| --- | --- |\n| Ana | |\n| Luis | |', 1000))).toBeCloseTo(1000)
    expect(sum(widthsOf('| nombre | firma |\n| --- | --- |\n| Ana | sí |\n| Luis | |', 1000))).toBeCloseTo(
      16.5,
    )
  })

  test('or as the text says', () => {
    expect(widthsOf(`${numbers}\n{anchos="3 1"}`, 1000)).toEqual([750, 250])
  })
})

describe('a table that needs more', () => {
  const heads = '| días de espera | lugar |\n| --: | --- |\n| 4 | camino de la fuente de la villa |'

  test('has its heads on two lines before it breaks a text', () => {
    expect(widthsOf(heads, 39)[1]).toBeGreaterThanOrEqual(31)
    // «camino de la fuente de la villa» is broken anyway: the head keeps its words, and no more than two lines.
    const [head = 0] = widthsOf(heads, 30)
    expect(head).toBeGreaterThanOrEqual(6)
    expect(head).toBeLessThan(8)
  })

  test('keeps words whole while there is room, and shares what there is', () => {
    for (const width of [4, 10, 13, 20, 30, 38, 44, 45, 60]) {
      const widths = widthsOf(heads, width)
      expect(sum(widths)).toBeCloseTo(width)
      if (width >= 12) expect(Math.min(...widths)).toBeGreaterThanOrEqual(6)
    }
  })
})
