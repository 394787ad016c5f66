/** Running heads, footers and the band: page furniture, drawn when the number of pages is known. */
import type { TextStyle } from '../design/types.ts'
import type { Locale } from '../locale/types.ts'
import type { Publication, Section } from '../publication/model.ts'
import type { OpeningBlock } from '../publication/opening.ts'
import { moved } from './rows.ts'
import type { Typesetter } from './setting.ts'
import type { Mark, Owner } from './types.ts'

/** What furniture says on one page. */
export interface PageFacts {
  readonly label: string
  readonly pages: string
  readonly first: boolean
  /** The section in force at the top of the page. */
  readonly section: Section | null
}

const header: Owner = { kind: 'artifact', role: 'header' }
const footer: Owner = { kind: 'artifact', role: 'footer' }

/** @returns a function that makes one page's furniture */
export function makeFurniture(
  publication: Publication,
  opening: readonly OpeningBlock[],
  locale: Locale,
  typesetter: Typesetter,
): (facts: PageFacts) => readonly Mark[] {
  const { metadata } = publication
  const { design } = typesetter
  const { page, furniture } = design
  const left = page.margin.left
  const width = page.width - left - page.margin.right
  const headStyle = typesetter.style('runningHead')
  const footStyle = typesetter.style('footer')
  const { headGap: between, ruleWidth, ruleColor } = furniture
  const set = (words: string, owner: Owner, style: TextStyle, measure: number): FurnitureLine =>
    lineOf(words, owner, style, measure, metadata.language, typesetter)
  const setLeft = kept((words, measure) => set(words, header, { ...headStyle, align: 'left' }, measure))
  const setRight = kept((words, measure) => set(words, header, { ...headStyle, align: 'right' }, measure))
  const notices = opening.filter(({ role }) => role === 'classification' || role === 'draftMark')

  const text = (words: string, owner: Owner, style: TextStyle, y: number): readonly Mark[] =>
    set(words, owner, style, width).marks.map(mark => moved(mark, left, y))
  const rule = (owner: Owner, y: number): readonly Mark[] =>
    ruleWidth === 0
      ? []
      : [moved({ kind: 'rule', owner, x: left, y, width, height: ruleWidth, color: ruleColor }, 0, 0)]

  /** Classification and draft mark, in the middle above the running head or below the page number. */
  const notice = (owner: Owner, y: number, roles: readonly string[]): readonly Mark[] => {
    const shown = notices.filter(({ role }) => roles.includes(role))
    const [block] = shown
    if (block === undefined) return []
    const style = typesetter.style(block.role === 'classification' ? 'classification' : 'draftMark')
    const words = shown
      .flatMap(({ children }) => children.map(node => ('value' in node ? node.value : '')))
      .join(' · ')
    return text(
      words,
      owner,
      { ...style, align: 'center', size: Math.min(style.size, headStyle.size + 1) },
      y,
    )
  }

  const running = ({ section }: PageFacts): readonly Mark[] => {
    const [name, title] = headTexts(metadata.organisation, metadata.title, section)
    const right = setRight(title, width / 2 - between)
    const room = width - (title === '' ? 0 : between + (width / 2 - between - right.start))
    const start = setLeft(name, room)
    return [
      ...start.marks.map(mark => moved(mark, left, page.headDistance)),
      ...right.marks.map(mark => moved(mark, left + width / 2 + between, page.headDistance)),
      ...rule(header, page.headDistance + headStyle.size * 0.5),
    ]
  }

  return facts => {
    const footBase = page.height - page.footDistance
    const above = page.headDistance - headStyle.leading
    const below = footBase + footStyle.leading
    return [
      ...(facts.first
        ? bandOf(typesetter)
        : [...notice(header, above, ['classification', 'draftMark']), ...running(facts)]),
      ...(facts.first && metadata.cover
        ? []
        : [
            ...rule(footer, footBase - footStyle.leading),
            ...text(locale.pageOf(facts.label, facts.pages), footer, footStyle, footBase),
          ]),
      ...notice(footer, below, ['classification']),
    ]
  }
}

function headTexts(organisation: string, title: string, section: Section | null): readonly [string, string] {
  const name = organisation === '' ? title : organisation
  const current = section === null ? title : section.title
  return [name, current === name ? '' : current]
}

function bandOf({ design: { furniture, page } }: Typesetter): readonly Mark[] {
  const { bandHeight, bandColor } = furniture
  if (bandHeight === 0) return []
  const owner: Owner = { kind: 'artifact', role: 'background' }
  return [{ kind: 'rule', owner, x: 0, y: 0, width: page.width, height: bandHeight, color: bandColor }]
}

interface FurnitureLine {
  readonly marks: readonly Mark[]
  /** Points from the left edge of its measure. */
  readonly start: number
}

/** A running head stays the same for as long as its section lasts: it is set once. */
function kept(set: (words: string, measure: number) => FurnitureLine): typeof set {
  const lines = new Map<string, FurnitureLine>()
  return (words, measure) => {
    const key = `${measure} ${words}`
    const line = lines.get(key) ?? set(words, measure)
    lines.set(key, line)
    return line
  }
}

/** One line of furniture, cut at a word with an ellipsis where it is too long. */
function lineOf(
  words: string,
  owner: Owner,
  style: TextStyle,
  width: number,
  language: string,
  typesetter: Typesetter,
): FurnitureLine {
  const parts = words.split(' ')
  const set = (count: number) => {
    const cut = count === parts.length ? words : `${parts.slice(0, count).join(' ')}…`
    const [line, more] = typesetter.setFurniture(cut, owner, { ...style, indent: 0 }, width, language)
    const marks = line?.marks ?? []
    const start = Math.min(width, ...marks.map(mark => mark.x))
    return { marks, start, fits: line !== undefined && more === undefined && line.overflow === 0 }
  }
  const whole = set(parts.length)
  if (whole.fits || parts.length === 1) return whole
  // Halving: a longer cut never fits where a shorter one does not. One word stands whether it fits or not.
  let cut: FurnitureLine | null = null
  let least = 1
  let most = parts.length - 1
  while (least < most) {
    const count = Math.ceil((least + most) / 2)
    const tried = set(count)
    if (tried.fits) {
      cut = tried
      least = count
    } else most = count - 1
  }
  return cut ?? set(1)
}
