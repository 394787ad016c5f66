/** Table styles (ECMA-376 Part 1, 17.7.6), so that an editor's own tables can look like those of the text. */
import type { Design } from '../../design/types.ts'
import type { StyleNames } from '../../locale/style-names.ts'
import type { BoxKind } from '../../publication/model.ts'
import { eighths, hex, twips } from './units.ts'
import { element, valued } from './xml.ts'

export const boxKinds = [
  'note',
  'key-message',
  'warning',
  'recommendation',
  'summary',
] as const satisfies readonly BoxKind[]

/** As styles of boxes have it in their identifiers: `KeyMessage`. */
export function boxKindName(kind: BoxKind): string {
  return kind.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

export const tableStyles = {
  data: 'DataTable',
  quotation: 'QuotationTable',
  box: (kind: BoxKind) => `BoxTable${boxKindName(kind)}`,
} as const

export function tableStylesXml(names: StyleNames, design: Design): string {
  const { paddingX, paddingY, outerRule, innerRule, headBackground, zebraBackground } = design.table
  const borders =
    rule('top', outerRule, design) + rule('bottom', outerRule, design) + rule('insideH', innerRule, design)
  const margin = (side: string, points: number) =>
    element(`w:${side}`, { 'w:w': twips(points), 'w:type': 'dxa' })
  const margins =
    margin('top', paddingY) +
    margin('left', paddingX) +
    margin('bottom', paddingY) +
    margin('right', paddingX)
  const head = shading(headBackground)
  const underHead = element('w:tcBorders', {}, rule('bottom', outerRule, design))
  const bands = zebraBackground === '' ? '' : conditional('band2Horz', shading(zebraBackground))
  const data =
    element(
      'w:tblPr',
      {},
      valued('tblStyleRowBandSize', 1) +
        element('w:tblBorders', {}, borders) +
        element('w:tblCellMar', {}, margins),
    ) +
    conditional('firstRow', underHead + head) +
    bands
  return (
    tableStyle(tableStyles.data, names.table, data) +
    tableStyle(tableStyles.quotation, names.quotationFrame, '') +
    boxKinds.map(kind => tableStyle(tableStyles.box(kind), names.boxFrameOf(kind), '')).join('')
  )
}

function tableStyle(id: string, name: string, content: string): string {
  return element(
    'w:style',
    { 'w:type': 'table', 'w:customStyle': 1, 'w:styleId': id },
    valued('name', name) +
      valued('basedOn', 'TableNormal') +
      valued('uiPriority', 42) +
      '<w:qFormat/>' +
      content,
  )
}

function conditional(type: string, cell: string): string {
  return element('w:tblStylePr', { 'w:type': type }, element('w:tcPr', {}, cell))
}

function shading(color: string): string {
  if (color === '') return ''
  return element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': hex(color) })
}

function rule(side: string, width: number, { table }: Design): string {
  if (width === 0) return element(`w:${side}`, { 'w:val': 'nil' })
  const color = hex(side === 'insideH' ? table.ruleColor : table.outerColor)
  return element(`w:${side}`, { 'w:val': 'single', 'w:sz': eighths(width), 'w:space': 0, 'w:color': color })
}
