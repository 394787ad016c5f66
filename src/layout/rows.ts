/** The vertical list: what stands under one another before it is cut into pages. */
import type { FloatPlace, TextStyle } from '../design/types.ts'
import type { PublicationNode, Section } from '../publication/model.ts'
import { round } from './round.ts'
import type { SetLine } from './set-line.ts'
import type { LineReport, Mark } from './types.ts'

/** A row that no page break may split. Marks count y from the row's top edge. */
export interface Row {
  /** Space above; dropped at the top of a page. */
  readonly gap: number
  readonly height: number
  /** It stands at a whole number of these points from the frame's top: text on the baseline grid. 0: it may anywhere. */
  readonly grid: number
  readonly marks: readonly Mark[]
  /** Cost of a page break right above; Infinity: none there if any other way is left. */
  readonly breakCost: number
  /** Coloured boxes that it stands in, outermost first. */
  readonly frames: readonly Frame[]
  /** How many of them, the innermost ones, begin here, and how many end here. */
  readonly opens: number
  readonly closes: number
  /** Blocks and sections that begin here. */
  readonly anchors: readonly string[]
  readonly section: Section | null
  readonly reports: readonly Omit<LineReport, 'page'>[]
  /** For messages: the block it belongs to, null in the opening. */
  readonly node: PublicationNode | null
  /** It begins a page. */
  readonly forced: boolean
  /** A rule between two parts of a text, which is not printed at the top of a page. */
  readonly divides: boolean
  /** On a page turned to landscape. */
  readonly turned: boolean
  /** Of the rows of a figure or table that may stand on the next page while the text goes on. */
  readonly float: Float | null
  /** Rows that are printed again above it where it begins a page: a table's head. */
  readonly repeats: readonly Row[]
  /**
   * What two rows in its place hold, the first no higher than the room if that can be; null where it cannot and
   * need not be.
   */
  readonly split: ((room: number, must: boolean) => readonly [RowPart, RowPart] | null) | null
}

/** One for all the rows of a figure or table. Points: the space around it, and that of the text where it does not stand. */
export interface Float {
  readonly place: Exclude<FloatPlace, 'here'>
  readonly around: number
  readonly text: number
}

export type RowPart = Pick<Row, 'height' | 'marks' | 'anchors' | 'reports' | 'split'>

/** Background and border around a run of rows, drawn on every page that has some of them. */
export interface Frame {
  readonly x: number
  readonly width: number
  readonly background: string
  readonly borderColor: string
  readonly borderSide: 'left' | 'top' | 'bottom' | 'all'
  readonly borderWidth: number
  /** From its edges to the rows in it, border included; where a page cuts it too. */
  readonly top: number
  readonly bottom: number
}

/** The same mark further right and down. */
export function moved(mark: Mark, dx: number, dy: number): Mark {
  const x = round(mark.x + dx)
  const y = round(mark.y + dy)
  if (mark.kind !== 'glyphs') return { ...mark, x, y }
  // Nearly all marks: named one by one they keep the shape that all others have.
  const { kind, owner, face, size, color, scale, glyphs } = mark
  return { kind, owner, face, size, color, x, y, scale, glyphs }
}

/** Costs of page breaks: what a page gives up rather than take one. A line left empty costs {@link emptyLine}. */
export const breakCosts = {
  inParagraph: 5,
  /** A line of code and where it goes on. */
  inCodeLine: 60,
  /** Half a word before the reader turns the page. */
  afterHyphen: 900,
  beforeList: 80,
  /** A heading alone with one line. */
  afterFirstLine: 160,
  /** Small boxes and short code stay whole where a page loses little by it. */
  inSmallFrame: 300,
  never: Number.POSITIVE_INFINITY,
}

/** Collects rows; spaces between blocks collapse to the larger one. */
export interface RowList {
  readonly rows: Row[]
  readonly space: (points: number) => void
  /** No page break before the next row. */
  readonly keep: (cost: number) => void
  readonly anchor: (id: string) => void
  readonly section: (section: Section) => void
  /** Marks that the next row takes along, on its first baseline: a list label. */
  readonly label: (marks: readonly Mark[]) => void
  readonly openLabel: () => boolean
  readonly open: (frame: Frame) => void
  readonly close: () => void
  readonly add: (content: RowContent) => void
  /** The next row begins a page. */
  readonly breakPage: () => void
  /** Rows from here on stand on pages turned to landscape, or no longer do. */
  readonly turn: (turned: boolean) => void
  /** Gives what was announced for a next row to the last one. */
  readonly finish: () => void
}

export interface RowContent {
  readonly height: number
  readonly marks: readonly Mark[]
  /** From the row's top, for a pending label. */
  readonly baseline: number
  readonly breakCost: number
  readonly reports: readonly Omit<LineReport, 'page'>[]
  readonly node: PublicationNode | null
  readonly grid?: number
  readonly divides?: boolean
  readonly float?: Float | null
  readonly repeats?: readonly Row[]
  readonly split?: Row['split']
}

export function makeRowList(): RowList {
  const rows: Row[] = []
  let gap = 0
  let opens = 0
  let cost = 0
  let anchors: string[] = []
  let section: Section | null = null
  let labels: readonly Mark[] = []
  let frames: readonly Frame[] = []
  let forced = false
  /** The last row follows one that it is kept with. */
  let begun = false
  let turned = false
  return {
    rows,
    space: points => {
      gap = Math.max(gap, points)
    },
    keep: more => {
      cost = Math.max(cost, more)
    },
    anchor: id => {
      anchors.push(id)
    },
    section: next => {
      section = next
    },
    label: marks => {
      labels = [...labels, ...marks]
    },
    openLabel: () => labels.length > 0,
    open: frame => {
      frames = [...frames, frame]
      opens++
    },
    close: () => {
      frames = frames.slice(0, -1)
      const last = opens > 0 ? undefined : rows.pop()
      // A frame without rows is none.
      if (last === undefined) opens--
      else rows.push({ ...last, closes: last.closes + 1 })
    },
    breakPage: () => {
      forced = true
    },
    turn: next => {
      turned = next
    },
    add: ({
      height,
      marks,
      baseline,
      breakCost,
      reports,
      node,
      grid = 0,
      divides = false,
      float = null,
      repeats = [],
      split = null,
    }) => {
      const label = labels.map(mark => moved(mark, 0, baseline))
      const own = [...label, ...marks]
      // Between lines of the grid there are whole lines: half a line is one, the little between items none.
      const whole = grid > 0 && rows.at(-1)?.grid === grid
      rows.push({
        gap: whole ? Math.round(gap / grid + 1e-3) * grid : gap,
        height,
        grid,
        marks: own,
        breakCost: Math.max(breakCost, cost, begun ? breakCosts.afterFirstLine : 0),
        frames,
        opens,
        closes: 0,
        anchors,
        section,
        reports,
        node,
        forced,
        // The label of an item that a rule begins would go with it.
        divides: divides && labels.length === 0,
        turned,
        float,
        repeats,
        split: label.length > 0 ? labelled(split, label) : split,
      })
      gap = 0
      begun = cost === breakCosts.never
      forced = false
      opens = 0
      cost = 0
      anchors = []
      section = null
      labels = []
    },
    finish: () => {
      const last = rows.pop()
      if (last !== undefined) rows.push({ ...last, anchors: [...last.anchors, ...anchors] })
    },
  }
}

/** The label of what is split stays with its beginning. */
function labelled(split: Row['split'], label: readonly Mark[]): Row['split'] {
  if (split === null) return null
  return (room, must) => {
    const parts = split(room, must)
    if (parts === null) return null
    const [above, below] = parts
    return [{ ...above, marks: [...label, ...above.marks], split: labelled(above.split, label) }, below]
  }
}

/** Distance from a line's top to its baseline: the leading that the letters leave free stands half above them. */
export function baselineOf(style: TextStyle, ascender: number, descender: number): number {
  return (style.leading - (ascender - descender)) / 2 + ascender
}

/**
 * Adds the lines of one block, with no break that would leave one of them alone on a page.
 *
 * @param x - of the lines' left edge
 */
export function addLines(
  list: RowList,
  lines: readonly SetLine[],
  {
    x,
    baseline,
    leading,
    grid = 0,
    block,
    node,
  }: {
    x: number
    baseline: number
    leading: number
    grid?: number
    block: string
    node: PublicationNode | null
  },
): void {
  for (const [index, line] of lines.entries()) {
    const alone = index === 1 || index === lines.length - 1
    const hyphen = lines[index - 1]?.hyphenated === true ? breakCosts.afterHyphen : 0
    const breakCost = index === 0 ? 0 : alone ? breakCosts.never : breakCosts.inParagraph + hyphen
    const taller = line.rise === 0 ? 0 : Math.max(0, line.rise - baseline)
    list.add({
      height: leading + taller,
      // What stands above the letters of a line takes lines of its own.
      grid: taller === 0 ? grid : 0,
      marks: line.marks.map(mark => moved(mark, x, baseline + taller)),
      baseline: baseline + taller,
      breakCost,
      reports: [reportOf(line, block)],
      node,
    })
  }
}

export function reportOf(line: SetLine, block: string): Omit<LineReport, 'page'> {
  const { spaceRatio, hyphenated, last, overflow } = line
  return { block, spaceRatio, hyphenated, last, overflow }
}
