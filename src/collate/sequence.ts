/**
 * What a document says, in one neutral form: its blocks in reading order, each with where it stands and its text with
 * marks. Every reader of a format gives one of these, and so does the publication itself.
 */

export type BlockKind =
  | 'title'
  | 'heading'
  | 'paragraph'
  | 'code'
  | 'term'
  | 'figure'
  | 'caption'
  | 'table'
  | 'cell'
  | 'table heads'
  | 'box title'
  | 'list title'
  | 'entry'
  | 'rule'

/** Where a block stands. */
export interface Position {
  /** Depth of the section: 0 before the first heading. */
  readonly section: number
  /** Number of the footnote that it belongs to, '' in the text. */
  readonly note: string
  /** Row, column, spans and what it heads, of the innermost cell: `2,1 1×3 column`. */
  readonly cell: string
  readonly quotations: number
  /** Lists around it, or the depth of an entry in a list of the document's parts. */
  readonly items: number
  /** Kind of the box that it stands in, '' outside. */
  readonly box: string
  readonly description: boolean
}

/** Text with what distinguishes it: `strong`, `language qu`, `link https://…`. */
export interface Piece {
  readonly text: string
  readonly marks: readonly string[]
  /** Of a link inside the document or of a note's reference: what {@link Composer.anchor} was told. */
  readonly target?: string
}

export interface Block {
  readonly kind: BlockKind
  readonly position: Position
  /** Bullet, number or check box of the list item that begins here, '' elsewhere. */
  readonly marker: string
  /** Level of a heading, alternative text of a figure; '' elsewhere. */
  readonly fact: string
  /** Text with its marks in brackets: `una ⟦strong⟧palabra⟦⟧ más`. */
  readonly text: string
}

/** What a file says of itself. */
export interface Core {
  readonly title: string
  readonly language: string
  readonly creator: string
  readonly summary: string
  readonly keywords: string
  /** `YYYY-MM-DD`, '' without one. */
  readonly date: string
  /** Alternative text of the emblem. */
  readonly emblem: string
}

export interface Reading {
  readonly core: Core
  readonly blocks: readonly Block[]
}

interface Draft {
  kind: BlockKind
  position: Position
  marker: string
  fact: string
  pieces: readonly Piece[]
}

export const outermost: Position = {
  section: 0,
  note: '',
  cell: '',
  quotations: 0,
  items: 0,
  box: '',
  description: false,
}

/** Puts blocks in order; links are resolved when all of them are known. */
export interface Composer {
  readonly position: () => Position
  /** Everything that `fill` adds stands at `change`. */
  readonly inside: (change: Partial<Position>, fill: () => void) => void
  readonly marker: (text: string) => void
  readonly block: (kind: BlockKind, pieces: readonly Piece[], fact?: string) => void
  /** A name for the next block that is added here. */
  readonly anchor: (name: string) => void
  /** Ordinal of the next block: what an anchor stands for. */
  readonly next: () => number
  /** Ordinal of the block that has the name. */
  readonly at: (name: string) => number | undefined
  readonly finish: (where?: (target: string) => number | undefined) => readonly Block[]
}

export function composer(): Composer {
  const drafts: Draft[] = []
  const anchors = new Map<string, number>()
  let position = outermost
  let marker = ''
  let note = ''
  return {
    position: () => position,
    inside(change, fill) {
      const before = position
      position = { ...position, ...change }
      fill()
      position = before
    },
    marker(text) {
      marker = `${marker} ${text}`.trim()
      note = position.note
    },
    block(kind, pieces, fact = '') {
      // Without a word they say nothing, and PDF has no element for them.
      if ((kind === 'code' || kind === 'paragraph') && pieces.every(isSilent)) return
      // An empty item's is no other story's.
      if (note !== position.note) marker = ''
      const picture = kind === 'paragraph' ? lonePicture(pieces) : undefined
      drafts.push(
        picture === undefined
          ? { kind, position, marker, fact: single(fact), pieces }
          : { kind: 'figure', position, marker, fact: single(picture), pieces: [] },
      )
      marker = ''
    },
    anchor(name) {
      if (name !== '' && !anchors.has(name)) anchors.set(name, drafts.length)
    },
    next: () => drafts.length,
    at: name => anchors.get(name),
    finish: where => finished(drafts, target => where?.(target) ?? anchors.get(target)),
  }
}

const outsideLists: ReadonlySet<BlockKind> = new Set([
  'table',
  'table heads',
  'rule',
  'figure',
  'caption',
  'box title',
])

/** For a format in which only paragraphs of text stand in lists. */
export function loose(blocks: readonly Block[]): readonly Block[] {
  return blocks.map(block =>
    outsideLists.has(block.kind) ? { ...block, position: { ...block.position, items: 0 } } : block,
  )
}

function isSilent({ text, target }: Piece): boolean {
  return text.replaceAll(lineBreak, '').trim() === '' && target === undefined
}

/** A picture in a paragraph of its own is a figure, whatever a format has it in. */
function lonePicture(pieces: readonly Piece[]): string | undefined {
  const text = pieces.map(piece => piece.text).join('')
  return /^\s*⟦picture ([^⟧]*)⟧\s*$/.exec(text)?.[1]
}

/** Bold or italics of a whole heading are how it looks, not what it stresses. */
export function withoutLook(pieces: readonly Piece[]): readonly Piece[] {
  const said = pieces.filter(piece => piece.text.trim() !== '' && !isPicture(piece))
  const looks = ['strong', 'emphasis'].filter(mark => said.every(({ marks }) => marks.includes(mark)))
  return pieces.map(piece => ({ ...piece, marks: piece.marks.filter(mark => !looks.includes(mark)) }))
}

function isPicture({ text }: Piece): boolean {
  return text.startsWith('⟦picture ')
}

function finished(drafts: readonly Draft[], where: (target: string) => number | undefined): readonly Block[] {
  const plain = drafts.map(({ pieces }) => canonical(pieces.map(({ text }) => ({ text, marks: [] }))))
  const ordinals = new Map<string, number>()
  const names = drafts.map(({ kind, fact, position }, index) => {
    const text = (plain[index] || fact || position.cell).slice(0, 60)
    const name = `${kind}${position.note === '' ? '' : ` of note ${position.note}`} «${text}»`
    const ordinal = (ordinals.get(name) ?? 0) + 1
    ordinals.set(name, ordinal)
    return ordinal === 1 ? name : `${name} (${ordinal})`
  })
  /** The caption above a table stands for it, and a figure for the caption above it: formats name one or the other. */
  const nameOf = (target: string) => {
    const index = where(target)
    if (index === undefined) return 'nothing'
    const [before, kind, after] = [index - 1, index, index + 1].map(at => drafts[at]?.kind)
    if (kind === 'table' && before === 'caption') return names[index - 1] ?? 'nothing'
    return names[kind === 'caption' && after === 'figure' ? index + 1 : index] ?? 'nothing'
  }
  const noteOf = (target: string) => drafts[where(target) ?? -1]?.position.note ?? ''
  const resolved = (written: Piece): Piece => {
    // A picture is neither bold nor struck out.
    const piece = isPicture(written)
      ? { ...written, marks: written.marks.filter(mark => mark.startsWith('link ')) }
      : written
    if (piece.target === undefined) return piece
    if (!piece.marks.includes('note')) {
      return { text: piece.text, marks: [...piece.marks, `to ${nameOf(piece.target)}`] }
    }
    const number = noteOf(piece.target)
    const shown = piece.text.trim()
    return { text: `⟦note ${number}${shown === number ? '' : ` as ${shown}`}⟧`, marks: [] }
  }
  const blocks = drafts.map(({ pieces, ...draft }) => ({
    ...draft,
    text: canonical((draft.kind === 'code' ? inLines(pieces) : pieces).map(resolved)),
  }))
  // Notes stand behind the text, in the order of their numbers, wherever a format has them.
  const notes = blocks.filter(({ position }) => position.note !== '')
  notes.sort((a, b) => Number(a.position.note) - Number(b.position.note))
  return [...blocks.filter(({ position }) => position.note === ''), ...notes]
}

/** Spaces as attributes of XML keep them. */
function single(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Stands for the break of a line in text, which is no white space of it. */
export const lineBreak = '⏎'

/** Stands for each space that begins a line of code. */
const indent = '·'

/** Code has lines and indentation, which its meaning may hang on. */
function inLines(pieces: readonly Piece[]): readonly Piece[] {
  let atStart = true
  return pieces.map(piece => {
    let text = ''
    for (const sign of piece.text.replaceAll('\t', '    ')) {
      const isBreak = sign === '\n' || sign === lineBreak
      text += isBreak ? lineBreak : sign === ' ' && atStart ? indent : sign
      atStart = isBreak || (atStart && sign === ' ')
    }
    return { ...piece, text }
  })
}

/** For a format that says code in one line, where no indentation can be told from the lines before it. */
export function unindented(pieces: readonly Piece[]): readonly Piece[] {
  let begun = false
  return pieces.map(piece => {
    if (begun) return piece
    const text = piece.text.trimStart()
    begun = text !== ''
    return { ...piece, text }
  })
}

const invisible = /\u00ad|\u200b|\u2060|\ufeff|\ufe0e|\ufe0f/g

/**
 * Text with its marks: canonical composition, single spaces of one kind, one hyphen, no break opportunities. A mark
 * begins and ends at letters: whether the space beside emphasised words is emphasised cannot be seen, nor is a break.
 */
function canonical(pieces: readonly Piece[]): string {
  let out = ''
  let open = ''
  let space = false
  for (const { text, marks } of pieces) {
    const name = [...new Set(marks)].sort(byUnits).join('; ')
    const letters = text
      .replace(invisible, '')
      .replace(/[\s\u00a0\u2007\u2009\u202f]+/g, ' ')
      .replaceAll('\u2011', '-')
    for (const [part] of letters.matchAll(/ |⏎|[^ ⏎]+/g)) {
      if (part === ' ') {
        space = true
        continue
      }
      if (part === lineBreak) {
        out += part
        space = false
        continue
      }
      if (space && out !== '' && !out.endsWith(lineBreak)) out += ' '
      space = false
      if (name !== open) out += `⟦${name}⟧`
      open = name
      out += part
    }
  }
  return `${out}${open === '' ? '' : '⟦⟧'}`.normalize('NFC')
}

function byUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
