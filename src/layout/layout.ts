/** Publication and design to pages of positioned marks. Knows no PDF. */
import type { Design, TextStyle } from '../design/types.ts'
import type { Locale } from '../locale/types.ts'
import type { CodeTokens } from '../publication/code-tokens.ts'
import type { Publication, Section } from '../publication/model.ts'
import type { OpeningBlock } from '../publication/opening.ts'
import { everyNode } from '../publication/walk.ts'
import { notesHeight, placeNotes } from './feet.ts'
import { flowNotes, flowTree } from './flow.ts'
import { flowOpening } from './front.ts'
import { makeFurniture } from './furniture.ts'
import { loadHyphenation } from './hyphenate.ts'
import { numbersOfNotes, reportCallsFromElsewhere } from './note-numbers.ts'
import { cutPages, type PageRows } from './pages.ts'
import { makeRowList, type Row } from './rows.ts'
import { type Kept, makeTypesetter, type Typesetter } from './setting.ts'
import { type Fonts, makeFonts } from './shape.ts'
import { requestOf } from './spans.ts'
import { growthOf, placeRows } from './stack.ts'
import type { Anchor, Layout, LayoutMessage, LineReport, Mark, Page } from './types.ts'

/** Page numbers in cross-references move pages, which move page numbers: after this many rounds it stays as it is. */
const mostRounds = 4

/** Loads the hyphenation patterns of the languages in a document. Must be awaited before {@link layout}. */
export async function prepareLayout(
  publication: Publication,
  opening: readonly OpeningBlock[],
  locale: Locale,
): Promise<void> {
  const languages = new Set([publication.metadata.language, locale.tag])
  for (const block of opening) languages.add(block.language)
  for (const node of everyNode(publication.tree)) if ('language' in node) languages.add(node.language)
  await loadHyphenation(languages)
}

/**
 * @param publication - the document
 * @param design - its template
 * @param opening - what stands before the text
 * @param locale - of the document's language
 * @param tokens - the document's code
 * @returns its pages; messages are for whoever holds the document's VFile
 */
export function layout(
  publication: Publication,
  design: Design,
  opening: readonly OpeningBlock[],
  locale: Locale,
  tokens: CodeTokens,
): Layout {
  const fonts = makeFonts(design.faces, design.fallback)
  const kept: Kept = new Map()
  const found = new Map<string, LayoutMessage>()
  const report = (message: LayoutMessage) => {
    const { rule, facts, node } = message
    found.set(
      `${rule}|${JSON.stringify(facts)}|${rule === 'table-too-wide' ? node?.place.line : ''}`,
      message,
    )
  }
  checkFigures(design.styles.body, fonts, report)
  let labels: ReadonlyMap<string, string> = new Map()
  let numbers = new Map(publication.tree.notes.map(({ id, number }) => [id, number]))
  for (let round = 1; ; round++) {
    const known = labels
    const numbered = numbers
    const typesetter = makeTypesetter(
      design,
      fonts,
      kept,
      target => known.get(target) ?? '1',
      id => numbered.get(id) ?? '',
      report,
      locale,
      publication.images,
      tokens,
    )
    const list = makeRowList()
    flowOpening(opening, list, typesetter, publication.metadata.cover)
    flowTree(publication.tree, list, typesetter)
    list.finish()
    const notes = flowNotes(publication.tree, typesetter)
    const made = makePages(publication, opening, locale, list.rows, notes, typesetter)
    labels = new Map([...made.anchors].map(([id, { page }]) => [id, made.pages[page]?.label ?? '']))
    numbers = new Map(made.noteNumbers)
    const settled =
      !typesetter.asked().some(([target, label]) => labels.get(target) !== label) &&
      ![...numbers].some(([id, number]) => numbered.get(id) !== number)
    if (!settled && round < mostRounds) continue
    if (!settled) report({ rule: 'unsettled-page-labels', facts: { rounds: mostRounds }, node: null })
    const { firstRows, ...done } = made
    if (design.notesByPage) reportCallsFromElsewhere(publication, made, report)
    const overflows = [
      ...overfullLines(list.rows, 0, design),
      ...overfullLines([...notes.values()].flat(), design.page.margin.left, design),
      ...tooManyPages(publication, firstRows, list.rows),
    ]
    return { ...done, messages: [...found.values(), ...overflows] }
  }
}

/** Old-style figures are another form of a face's figures, or its only one where it has lining ones as another. */
function checkFigures(body: TextStyle, fonts: Fonts, report: (message: LayoutMessage) => void): void {
  if (body.figures === 'lining') return
  const request = requestOf(body, '')
  const forms = ['', 'onum', 'lnum'].map(features => {
    const { glyphs } = fonts.get({ ...request, features }).shape('0123456789')
    return glyphs.map(({ id }) => id).join(' ')
  })
  if (new Set(forms).size === 1)
    report({ rule: 'figures-missing', facts: { family: body.family }, node: null })
}

interface Made extends Omit<Layout, 'messages'> {
  readonly firstRows: readonly number[]
}

function makePages(
  publication: Publication,
  opening: readonly OpeningBlock[],
  locale: Locale,
  given: readonly Row[],
  noteRows: ReadonlyMap<string, readonly Row[]>,
  typesetter: Typesetter,
): Made {
  const { design } = typesetter
  const { margin } = design.page
  const turnedPage = { ...design.page, width: design.page.height, height: design.page.width }
  const ends = margin.top + margin.bottom
  const frames = { upright: design.page.height - ends, turned: design.page.width - ends }
  const notes = { rows: noteRows, geometry: design.notes }
  const { rows, pages: cuts } = cutPages(given, frames, notes)
  const upright = makeFurniture(publication, opening, locale, typesetter)
  const turned = makeFurniture(publication, opening, locale, {
    ...typesetter,
    design: { ...design, page: turnedPage },
  })
  const noteNumbers = numbersOfNotes(publication, rows, cuts, notes, design.notesByPage)
  const pages: Page[] = []
  const anchors = new Map<string, Anchor>()
  const lines: LineReport[] = []
  let section: Section | null = null
  for (const [index, cut] of cuts.entries()) {
    const number = index + 1
    const page = cut.turned ? turnedPage : design.page
    const furniture = cut.turned ? turned : upright
    const foot = page.height - margin.bottom - notesHeight(cut.notes, notes)
    const growth = goesOn(rows, cut) ? growthOf(rows, cut, foot - margin.top) : 0
    const { marks, tops } = placeRows(rows, cut, margin.top, growth)
    const feet = placeNotes(cut.notes, foot, margin.left, design.notes)
    const inForce: Section | null = rows[cut.first]?.section ?? section
    for (const [offset, y] of tops.entries()) {
      const row = rows[cut.first + offset]
      if (row === undefined) continue
      for (const id of row.anchors) anchors.set(id, { page: index, y })
      for (const { block, spaceRatio, hyphenated, last, overflow } of row.reports)
        lines.push({ block, page: index, spaceRatio, hyphenated, last, overflow })
      section = row.section ?? section
    }
    for (const [offset, y] of feet.tops.entries()) {
      const row = cut.notes[offset]
      for (const id of row?.anchors ?? []) anchors.set(id, { page: index, y })
      for (const line of row?.reports ?? []) lines.push({ ...line, page: index })
    }
    const facts = { label: `${number}`, pages: `${cuts.length}`, first: index === 0, section: inForce }
    pages.push({
      number,
      label: `${number}`,
      width: page.width,
      height: page.height,
      marks: inOrder([...marks, ...feet.marks, ...furniture(facts)]),
    })
  }
  return { pages, anchors, lines, noteNumbers, firstRows: cuts.map(({ first }) => first) }
}

/** Is what follows a page on the next one only because there was no room? */
function goesOn(rows: readonly Row[], { end, turned }: PageRows): boolean {
  const next = rows[end]
  return next !== undefined && !next.forced && next.turned === turned
}

/** Backgrounds, content in reading order, then rules and furniture: a tagger meets content in one piece. */
function inOrder(marks: readonly Mark[]): readonly Mark[] {
  const layer = ({ owner }: Mark) => (owner.kind !== 'artifact' ? 1 : owner.role === 'background' ? 0 : 2)
  return [0, 1, 2].flatMap(wanted => marks.filter(mark => layer(mark) === wanted))
}

/** Less than this nobody sees, points. */
const visible = 0.05

/** @param left - where the rows begin, points from the edge of the paper */
function overfullLines(rows: readonly Row[], left: number, { page }: Design): readonly LayoutMessage[] {
  return rows.flatMap(({ reports, node, marks, turned }): readonly LayoutMessage[] => {
    const overflows = reports.map(({ overflow }) => overflow).filter(overflow => overflow > visible)
    if (overflows.length === 0) return []
    const paper = turned ? page.height : page.width
    if (left + endOf(marks) > paper) return [{ rule: 'line-off-paper', facts: {}, node }]
    return overflows.map(overflow => ({
      rule: 'overfull-line',
      facts: { points: Math.ceil(overflow * 10) / 10 },
      node,
    }))
  })
}

/** How far right any letter of these reaches. */
function endOf(marks: readonly Mark[]): number {
  return Math.max(
    ...marks.map(mark =>
      mark.kind === 'glyphs'
        ? mark.glyphs.reduce((x, { advance }) => x + advance * mark.scale, mark.x)
        : Number.NEGATIVE_INFINITY,
    ),
  )
}

function tooManyPages(
  { metadata }: Publication,
  firstRows: readonly number[],
  rows: readonly Row[],
): readonly LayoutMessage[] {
  const bound = metadata.maxPages
  if (bound === 0 || firstRows.length <= bound) return []
  const first = firstRows[bound] ?? 0
  const row = rows[first]
  const text = (row?.marks ?? []).map(mark =>
    mark.kind === 'glyphs' ? mark.glyphs.map(({ text }) => text).join('') : '',
  )
  // The rest of a word that the page before has begun says nothing.
  const begun = rows[first - 1]?.reports.at(-1)?.hyphenated === true ? 1 : 0
  const overflow = `${text.join('').trim().split(' ').slice(begun, 8).join(' ')}…`
  return [
    { rule: 'too-many-pages', facts: { pages: firstRows.length, bound, overflow }, node: row?.node ?? null },
  ]
}
