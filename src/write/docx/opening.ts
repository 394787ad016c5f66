/** What stands before the text: letterhead, title, fields, summary. */
import {
  BorderStyle,
  FrameAnchorType,
  FrameWrap,
  HeightRule,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx'
import type { Emblem } from '../../design/types.ts'
import type { OpeningBlock, OpeningRole } from '../../publication/opening.ts'
import type { Build } from './build.ts'
import { emblemDrawing } from './drawings.ts'
import { inlines } from './inlines.ts'
import { paragraphChildren, runContext, textRun } from './runs.ts'
import { characterStyles, styleSheet } from './styles.ts'
import { eighths, hex, twips } from './units.ts'

/** The emblem stands beside organisation and department; a rule parts them from what follows. */
export function openingParagraphs(build: Build): readonly Paragraph[] {
  const { design, opening } = build.edition
  const { emblem } = design.furniture
  const names = opening.filter(block => isName(block.role))
  const beginning = opening.findIndex(block => block.role !== 'brandLine')
  const lastName = opening.findLastIndex(block => isName(block.role))
  const closing = Math.max(lastName + 1, beginning)
  const paragraphs = opening.flatMap((block, index) => {
    const rule = index === closing && (emblem !== null || names.length > 0)
    const lowered = spaceOnCover(block, build)
    // The rule stays with the letterhead when what follows goes down the page.
    const alone = rule && lowered !== null ? [hair(ruleAbove(block.role, build))] : []
    const options = {
      ...(block === names[0] ? { spacing: { before: twips(spaceAboveNames(build)) } } : {}),
      ...(rule && lowered === null ? ruleAbove(block.role, build) : {}),
      ...(lowered === null ? {} : { spacing: { before: twips(lowered) } }),
      // A text without headings has its title in the navigation pane, and something for screen readers to jump to.
      ...(block.role === 'title' && !hasHeadings(build) ? { outlineLevel: 0 } : {}),
    }
    const emblemHere = index === beginning && emblem !== null ? [emblemParagraph(emblem, build)] : []
    return [...emblemHere, ...alone, ...openingBlock(block, build, options)]
  })
  return paragraphs
}

/** Of a cover's page, part of its height: where the title begins. */
const titleHeight = 1 / 3

/** Lines left empty on a cover above its fields and its summary. */
const coverLines = 2

/** Points above a block that stands lower on a cover than elsewhere; null for any other. */
function spaceOnCover(block: OpeningBlock, { edition }: Build): number | null {
  const { design, opening, publication } = edition
  const { page, styles, furniture } = design
  if (!publication.metadata.cover) return null
  if (block.role === 'title') {
    const before = opening.slice(0, opening.indexOf(block))
    const height = (role: OpeningRole) =>
      role === 'field' ? 0 : styles[role].leading + styles[role].spaceBefore + styles[role].spaceAfter
    const used = before.reduce((sum, { role }) => sum + height(role), page.margin.top + furniture.ruleGap)
    return Math.max(styles.title.spaceBefore, page.height * titleHeight - used)
  }
  const first = opening.find(({ role }) => role === 'field') === block
  return first || block.role === 'summary' ? coverLines * styles.body.leading : null
}

/** A paragraph without text, as low as can be. */
function hair(options: IParagraphOptions): Paragraph {
  const line = { after: 0, line: twips(1), lineRule: LineRuleType.EXACT }
  return new Paragraph({ ...options, spacing: { ...options.spacing, ...line } })
}

function hasHeadings({ edition }: Build): boolean {
  return edition.publication.sections.some(({ kind }) => kind === 'heading')
}

function isName(role: OpeningRole): role is 'organisation' | 'department' {
  return role === 'organisation' || role === 'department'
}

function openingBlock(block: OpeningBlock, build: Build, options: IParagraphOptions): readonly Paragraph[] {
  if (block.role === 'field') return [field(block, build, options)]
  const { role } = block
  const runs = inlines(block.children, runContext(build, build.edition.design.styles[role], block.language))
  const labelled = block.label !== ''
  const text = new Paragraph({
    ...(labelled ? {} : options),
    style: styleSheet[role].id,
    children: paragraphChildren(runs),
  })
  if (!labelled) return [text]
  const label = { ...options, style: styleSheet.summaryLabel.id, children: [textRun(block.label)] }
  return [new Paragraph(label), text]
}

/** «Asunto», a tab and the text, whose further lines stay in its column: read in order, with no table. */
function field(block: OpeningBlock, build: Build, options: IParagraphOptions): Paragraph {
  const { fieldValue } = build.edition.design.styles
  const width = labelWidth(build)
  const column = twips(fieldValue.insetLeft + width)
  return new Paragraph({
    ...options,
    indent: { left: column, hanging: twips(width) },
    tabStops: [{ type: TabStopType.LEFT, position: column }],
    style: styleSheet.fieldValue.id,
    children: paragraphChildren([
      textRun(block.label, { style: characterStyles.fieldLabel }),
      new TextRun({ children: [new Tab()] }),
      ...inlines(block.children, runContext(build, fieldValue, block.language)),
    ]),
  })
}

/** Points: the longest label in bold letters of middling width, and a gap; at most two fifths of the measure. */
function labelWidth(build: Build): number {
  const { design, opening } = build.edition
  const { page, styles } = design
  const lengths = opening.filter(block => block.role === 'field').map(block => block.label.length)
  const width = styles.fieldLabel.size * (0.58 * Math.max(0, ...lengths) + 1)
  return Math.ceil(Math.min(width, (page.width - page.margin.left - page.margin.right) * 0.4))
}

/** Does the emblem stand beside the names, or above them in the middle? */
function standsBeside({ edition }: Build): boolean {
  const centred = edition.design.styles.organisation.align === 'center'
  return !centred && edition.opening.some(({ role }) => isName(role))
}

/** Points above and below the names, which stand in the middle of the emblem's height. */
function besideEmblem(build: Build): number {
  const { design, opening } = build.edition
  const { organisation, department } = design.styles
  const { emblem } = design.furniture
  if (emblem === null || !standsBeside(build)) return 0
  const heights = opening.map(({ role }) =>
    role === 'organisation' ? organisation.leading : role === 'department' ? department.leading : 0,
  )
  return Math.max(0, (emblem.height - heights.reduce((sum, height) => sum + height, 0)) / 2)
}

/** Of two spaces Word takes the larger: below a brand line its own comes on top. */
function spaceAboveNames(build: Build): number {
  const { design, opening } = build.edition
  const { brandLine } = design.styles
  return besideEmblem(build) + (opening[0]?.role === 'brandLine' ? brandLine.spaceAfter : 0)
}

function ruleAbove(role: OpeningRole, build: Build): IParagraphOptions {
  const { furniture, styles } = build.edition.design
  const { ruleColor, ruleGap, ruleWidth } = furniture
  if (ruleWidth === 0 || role === 'field' || role === 'summary') return {}
  const space = styles.body.leading / 2
  const border = {
    style: BorderStyle.SINGLE,
    color: hex(ruleColor),
    size: eighths(ruleWidth),
    space: Math.round(Math.max(space, styles[role].spaceBefore)),
  }
  return { border: { top: border }, spacing: { before: twips(besideEmblem(build) + ruleGap) } }
}

/**
 * A picture in line with its text, in a frame that the names flow around: in a screen reader's order, which a
 * floating picture is not (ECMA-376 Part 1, 17.3.1.11).
 */
function emblemParagraph(emblem: Emblem, build: Build): Paragraph {
  const image = new TextRun({ children: [emblemDrawing(emblem, build)] })
  const { emblemGap } = build.edition.design.furniture
  const line = { line: 240, lineRule: LineRuleType.AUTO }
  if (!standsBeside(build)) {
    const spacing = { ...line, before: 0, after: twips(emblemGap / 2) }
    return new Paragraph({ style: styleSheet.organisation.id, spacing, children: [image] })
  }
  return new Paragraph({
    style: styleSheet.organisation.id,
    spacing: { ...line, before: 0, after: 0 },
    frame: {
      type: 'absolute',
      width: twips(emblem.width),
      height: twips(emblem.height),
      rule: HeightRule.EXACT,
      wrap: FrameWrap.AROUND,
      space: { horizontal: twips(emblemGap), vertical: 0 },
      anchor: { horizontal: FrameAnchorType.TEXT, vertical: FrameAnchorType.TEXT },
      position: { x: 1, y: 1 },
    },
    children: [image],
  })
}
