/** Running heads and footers (ECMA-376 Part 1, 17.10). */
import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx'
import type { Design } from '../../design/types.ts'
import type { OpeningRole } from '../../publication/opening.ts'
import type { Build } from './build.ts'
import { bandDrawing } from './drawings.ts'
import { field, paragraphChildren, type Runs, textRun } from './runs.ts'
import { serialise } from './serialise.ts'
import { styleSheet } from './styles.ts'
import { eighths, halfPoints, hex, measure, turnedMeasure, twips } from './units.ts'
import { watermark } from './watermark.ts'

/** Stands for a page number while the sentence around it is made; no sentence contains it. */
const here = '\u0002'
const all = '\u0003'

/** A running head or footer: a part of its own. */
export interface Furniture {
  readonly name: string
  readonly kind: 'header' | 'footer'
  /** `turned`: those that are turned to landscape, where the foot is that of the others. */
  readonly pages: 'first' | 'others' | 'turned'
  readonly content: readonly Paragraph[]
  /** Of lines besides that of the running head or the page number, points. */
  readonly besides: number
}

/**
 * The first page has the letterhead, and so no running head.
 *
 * @param turned - does any page lie on its side?
 */
export function furniture(build: Build, turned: boolean): readonly Furniture[] {
  const { classification, runningHead: style } = build.edition.design.styles
  const below = noticeParagraph(build, ['classification'])
  const head = (name: string, pages: 'others' | 'turned', width: number): Furniture => {
    const above = noticeParagraph(build, ['classification', 'draftMark'], watermark(build))
    const lines = runningHead(build, width)
    const besides = above.length * classification.leading + (lines.length - 1) * style.leading
    return { name, kind: 'header', pages, content: [...above, ...lines], besides }
  }
  const foot = (name: string, pages: 'first' | 'others', page: number): Furniture => {
    const besides = below.length * classification.leading
    const isCover = pages === 'first' && build.edition.publication.metadata.cover
    const number = isCover ? [new Paragraph({ style: styleSheet.footer.id })] : [pageNumber(build, page)]
    return { name, kind: 'footer', pages, content: [...number, ...below], besides }
  }
  const { design } = build.edition
  return [
    { name: 'header1', kind: 'header', pages: 'first', content: [firstHead(build)], besides: 0 },
    head('header2', 'others', measure(design)),
    ...(turned ? [head('header3', 'turned', turnedMeasure(design))] : []),
    foot('footer1', 'first', 1),
    foot('footer2', 'others', 2),
  ]
}

function firstHead(build: Build): Paragraph {
  const { design } = build.edition
  const band = design.furniture.bandHeight > 0 ? [new TextRun({ children: [bandDrawing(design)] })] : []
  const children = paragraphChildren([...band, ...watermark(build)])
  return new Paragraph({ style: styleSheet.runningHead.id, children })
}

/** Left whose document it is, right the section in force; one above the other where both are long. */
function runningHead(build: Build, width: number): readonly Paragraph[] {
  const { publication, design } = build.edition
  const { organisation, title } = publication.metadata
  const name = organisation === '' ? title : organisation
  const headings = publication.sections.filter(({ kind, depth }) => kind === 'heading' && depth === 1)
  const [first] = headings
  // Without a Heading 1 in the document the field would print an error.
  const current = first === undefined ? (name === title ? '' : title) : first.title
  const right = first === undefined ? [textRun(current)] : field('STYLEREF 1', current)
  const longest = Math.max(current.length, ...headings.map(heading => heading.title.length))
  const style = { style: styleSheet.runningHead.id }
  const below = rule(design, 'bottom')
  if (current === '') return [new Paragraph({ ...style, ...below, children: [textRun(name)] })]
  if (fits(name.length + longest, width, design))
    return [new Paragraph({ ...style, ...below, ...rightTab(width), children: sides(name, right) })]
  return [
    new Paragraph({ ...style, children: [textRun(name)] }),
    new Paragraph({ ...style, ...below, children: paragraphChildren(right) }),
  ]
}

function sides(left: string, right: Runs) {
  return paragraphChildren([textRun(left), new TextRun({ children: [new Tab()] }), ...right])
}

/** Do so many characters of the running head, of middling width, fit on one line with a gap between? */
function fits(characters: number, width: number, design: Design): boolean {
  const { furniture, styles } = design
  return characters * styles.runningHead.size * 0.55 + furniture.headGap <= width
}

function rightTab(width: number): IParagraphOptions {
  return { tabStops: [{ type: TabStopType.RIGHT, position: twips(width) }] }
}

function pageNumber(build: Build, page: number): Paragraph {
  const { design, layout } = build.edition
  const { pages } = layout()
  const label = pages[page - 1]?.label ?? String(page)
  const runs = build.locale
    .pageOf(here, all)
    .split(new RegExp(`([${here}${all}])`))
    .flatMap((part): Runs => {
      if (part === here) return field('PAGE', label)
      if (part === all) return field('NUMPAGES', String(pages.length))
      return part === '' ? [] : [textRun(part)]
    })
  return new Paragraph({
    style: styleSheet.footer.id,
    ...rule(design, 'top'),
    children: paragraphChildren(runs),
  })
}

/** Classification and draft mark, in the middle above the running head or below the page number. */
function noticeParagraph(build: Build, roles: readonly OpeningRole[], mark: Runs = []): readonly Paragraph[] {
  const shown = build.edition.opening.filter(({ role }) => roles.includes(role))
  const [first] = shown
  if (first === undefined) return []
  const texts = shown.flatMap(({ children }) =>
    children.map(child => (child.type === 'text' ? child.value : '')),
  )
  const style = first.role === 'draftMark' ? 'draftMark' : 'classification'
  const { [style]: look, runningHead } = build.edition.design.styles
  const size = halfPoints(Math.min(look.size, runningHead.size + 1))
  return [
    new Paragraph({
      style: styleSheet[style].id,
      alignment: AlignmentType.CENTER,
      spacing: { before: 0, after: 0 },
      children: paragraphChildren([...mark, textRun(texts.join(' · '), { size })]),
    }),
  ]
}

/** The notices of every page as XML, '' where there are none: for heads that are not ours. */
export function noticeXml(build: Build): string {
  return noticeParagraph(build, ['classification', 'draftMark']).map(serialise).join('')
}

/** A draft's watermark as XML, another one on each call; '' for what is no draft. */
export function watermarkXml(build: Build): string {
  return watermark(build).map(serialise).join('')
}

function rule(design: Design, side: 'top' | 'bottom') {
  const { ruleColor, ruleWidth } = design.furniture
  if (ruleWidth === 0) return {}
  const border = { style: BorderStyle.SINGLE, color: hex(ruleColor), size: eighths(ruleWidth), space: 4 }
  return { border: { [side]: border } }
}
