/** Words and spaces of a font as items of a paragraph: made once, shared by all the lines that print them. */
import { type BreakPoint, isLetter, type WordBreaker } from './breaks.ts'
import { sidesOf } from './hanging.ts'
import type { Item } from './lines.ts'
import { type Font, offsets, type ShapedText } from './shape.ts'

/** An item with what it prints. */
export interface PrintedItem extends Item {
  readonly text: string
  /** false gives the text to the reader with no width and no ink. */
  readonly visible: boolean
  /** Of a space, and of the first item of a part: what a line that holds all of it prints as it was shaped. */
  readonly whole: Whole | null
}

export interface Whole {
  /** Of its items. */
  readonly count: number
  readonly shaped: ShapedText
}

export interface FontItems {
  /** @param together - neither word beside it may be parted from the other */
  readonly space: (code: number, together: boolean) => PrintedItem
  /** @returns the items of whole words */
  readonly words: (breaker: WordBreaker) => (text: string) => readonly PrintedItem[]
  /** A part of a word with these breaks inside, UTF-16 offsets in the part. */
  readonly part: (text: string, points: readonly BreakPoint[]) => readonly PrintedItem[]
  /** The break itself. */
  readonly point: (point: BreakPoint) => PrintedItem
}

/** How far inter-word spaces give, as parts of their width: with ratios up to 2 never over twice the width. */
const spaceStretch = 0.5
const spaceShrink = 1 / 3
/** Relative to the size: a space that is narrow by nature shrinks no further than this. */
const narrowestSpace = 0.16

const kept = new WeakMap<Font, Map<boolean, FontItems>>()

/** @param hanging - may letters stand out of the measure? */
export function fontItems(font: Font, { hanging }: { readonly hanging: boolean }): FontItems {
  const known = kept.get(font) ?? new Map<boolean, FontItems>()
  kept.set(font, known)
  let items = known.get(hanging)
  if (items === undefined) {
    items = makeFontItems(font, hanging)
    known.set(hanging, items)
  }
  return items
}

function makeFontItems(font: Font, hanging: boolean): FontItems {
  const words = new Map<WordBreaker, (text: string) => readonly PrintedItem[]>()
  const spaces = new Map<number, PrintedItem>()
  const breaks = new Map<number, PrintedItem>()
  const box = (text: string, width: number, whole: Whole | null): PrintedItem => {
    const [left, right] = hanging ? sidesOf(text, font) : noSides
    return printed({ type: 'box', text, width, letters: letterCount(text), left, right, whole })
  }
  const point = ({ penalty, flagged, hyphen: appears }: BreakPoint): PrintedItem => {
    const key = penalty * 4 + (flagged ? 2 : 0) + (appears ? 1 : 0)
    let item = breaks.get(key)
    if (item === undefined) {
      const width = appears ? font.shape('-').width : 0
      const right = appears && hanging ? sidesOf('-', font)[1] : 0
      const text = appears ? '-' : ''
      item = printed({ type: 'penalty', text, width, right, penalty, flagged })
      breaks.set(key, item)
    }
    return item
  }
  const part = (text: string, points: readonly BreakPoint[]): readonly PrintedItem[] => {
    const shaped = font.shape(text)
    if (points.length === 0) return [box(text, shaped.width, { count: 1, shaped })]
    const x = offsets(shaped, text.length)
    const items: PrintedItem[] = []
    let begun = 0
    const close = (end: number) => {
      const whole = begun === 0 ? { count: 2 * points.length + 1, shaped } : null
      items.push(box(text.slice(begun, end), (x[end] ?? 0) - (x[begun] ?? 0), whole))
      begun = end
    }
    for (const found of points) {
      close(found.at)
      items.push(point(found))
    }
    close(text.length)
    return items
  }
  return {
    point,
    part,
    space: (code, together) => {
      const key = together ? -code : code
      let item = spaces.get(key)
      if (item === undefined) {
        item = spaceItem(code, together, font)
        spaces.set(key, item)
      }
      return item
    },
    words: breaker => {
      let itemsOf = words.get(breaker)
      if (itemsOf === undefined) {
        const known = new Map<string, readonly PrintedItem[]>()
        itemsOf = text => {
          let items = known.get(text)
          if (items === undefined) {
            items = part(text, breaker(text))
            known.set(text, items)
          }
          return items
        }
        words.set(breaker, itemsOf)
      }
      return itemsOf
    },
  }
}

function spaceItem(code: number, together: boolean, font: Font): PrintedItem {
  // The narrow no-break space stands before French punctuation and between thousands: it doesn't give.
  const narrow = code === 0x202f
  const width = narrow ? font.spaceWidth * 0.7 : font.spaceWidth
  const text = String.fromCharCode(code)
  return printed({
    type: 'glue',
    text,
    width,
    stretch: narrow ? 0 : width * spaceStretch,
    shrink: narrow ? 0 : Math.max(0, Math.min(width * spaceShrink, width - narrowestSpace * font.size)),
    breakable: code === 0x20 && !together,
    whole: { count: 1, shaped: { glyphs: [font.space(text, width)], width } },
  })
}

const noSides = [0, 0] as const

/** The one place that makes items, so that all have one shape (see {@link Item}). */
export function printed({
  type,
  text,
  width,
  stretch = 0,
  shrink = 0,
  breakable = false,
  letters = 0,
  left = 0,
  right = 0,
  penalty = 0,
  flagged = false,
  visible = true,
  whole = null,
}: Pick<PrintedItem, 'type' | 'text' | 'width'> & Partial<PrintedItem>): PrintedItem {
  return {
    type,
    width,
    stretch,
    shrink,
    breakable,
    letters,
    left,
    right,
    penalty,
    flagged,
    text,
    visible,
    whole,
  }
}

function letterCount(text: string): number {
  let count = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (isLetter(code) || (code >= 0x30 && code <= 0x39)) count++
  }
  return count
}
