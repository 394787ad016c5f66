/** What stands before the text: letterhead, title, fields, summary. */
import { BorderStyle, ImageRun, type IParagraphOptions, Paragraph, Tab, TabStopType, TextRun } from 'docx'
import type { Emblem } from '../../design/types.ts'
import type { OpeningBlock, OpeningRole } from '../../publication/opening.ts'
import type { Build } from './build.ts'
import { inlines } from './inlines.ts'
import { paragraphChildren, plainRun, runContext } from './runs.ts'
import { characterStyles, styleSheet } from './styles.ts'
import { eighths, hex, twips } from './units.ts'

/** Roles of the letterhead, which a rule closes. */
const letterhead: ReadonlySet<OpeningRole> = new Set([
  'brandLine',
  'organisation',
  'department',
  'classification',
  'draftMark',
])

/** Drawing ids (`wp:docPr`), unique in the package. */
export const drawingIds = { emblem: 1, band: 2 } as const

export function openingParagraphs(build: Build): readonly Paragraph[] {
  const { design, opening } = build.edition
  const { emblem } = design.furniture
  const closing = opening.findLastIndex(block => letterhead.has(block.role))
  const paragraphs = opening.flatMap((block, index) => openingBlock(block, build, index === closing))
  return emblem === null ? paragraphs : [emblemParagraph(emblem), ...paragraphs]
}

function openingBlock(block: OpeningBlock, build: Build, closesLetterhead: boolean): readonly Paragraph[] {
  if (block.role === 'field') return [field(block, build)]
  const role = block.role
  const runs = inlines(block.children, runContext(build, build.edition.design.styles[role], block.language))
  const rule = closesLetterhead ? { border: { bottom: letterheadRule(build) } } : {}
  const text = new Paragraph({ ...rule, style: styleSheet[role].id, children: paragraphChildren(runs) })
  if (block.label === '') return [text]
  return [new Paragraph({ style: styleSheet.summaryLabel.id, children: [plainRun(block.label)] }), text]
}

/** «Asunto», a tab and the text, whose further lines stay in its column: read in order, with no table. */
function field(block: OpeningBlock, build: Build): Paragraph {
  const { design } = build.edition
  const context = runContext(build, design.styles.fieldValue, block.language)
  const column = twips(design.styles.fieldValue.insetLeft + labelWidth(build))
  const options: IParagraphOptions = {
    indent: { left: column, hanging: twips(labelWidth(build)) },
    tabStops: [{ type: TabStopType.LEFT, position: column }],
  }
  return new Paragraph({
    ...options,
    style: styleSheet.fieldValue.id,
    children: paragraphChildren([
      plainRun(block.label, { style: characterStyles.fieldLabel }),
      new TextRun({ children: [new Tab()] }),
      ...inlines(block.children, context),
    ]),
  })
}

/** Points: the longest label in wide letters, and a gap. */
function labelWidth(build: Build): number {
  const { design, opening } = build.edition
  const longest = Math.max(
    0,
    ...opening.filter(block => block.role === 'field').map(block => block.label.length),
  )
  return Math.ceil(design.styles.fieldLabel.size * (0.62 * longest + 1.5))
}

function letterheadRule(build: Build) {
  const { ruleColor, ruleWidth } = build.edition.design.furniture
  if (ruleWidth === 0) return { style: BorderStyle.NONE }
  return { style: BorderStyle.SINGLE, color: hex(ruleColor), size: eighths(ruleWidth), space: 6 }
}

/** In line with the text: a floating picture is out of a screen reader's order. */
function emblemParagraph(emblem: Emblem): Paragraph {
  const pixels = { width: (emblem.width * 96) / 72, height: (emblem.height * 96) / 72 }
  const image = new ImageRun({
    type: 'svg',
    data: new TextEncoder().encode(emblem.svg),
    fallback: { type: 'png', data: emblem.png },
    transformation: pixels,
    decorative: emblem.alternative === '',
    altText: { id: String(drawingIds.emblem), name: 'Emblema', description: emblem.alternative },
  })
  return new Paragraph({ style: styleSheet.organisation.id, children: [image] })
}
