/** Content streams (ISO 32000-1 8, 9, 14.6) of pages. y runs down, as pdfkit has flipped the page. */
import type { Glyph, Glyphs, Rule } from '../../layout/types.ts'
import { type EmbeddedFont, entryOf } from './fonts.ts'
import { newOperators, type Operators, put, putInteger, putLine } from './operators.ts'

/** Operators of one page, and the graphics state that they leave behind. */
export interface Content {
  readonly operators: Operators
  fill: string
  /** Resource name. */
  font: string
  size: number
  rise: number
  /** Horizontal scaling, 1 for none. */
  scale: number
}

export function newContent(): Content {
  return { operators: newOperators(), fill: '', font: '', size: 0, rise: 0, scale: 1 }
}

/** At most three decimals: a twelve-hundredth of a millimetre. */
export function number(value: number): string {
  const rounded = Math.round(value * 1000) / 1000
  return Object.is(rounded, -0) ? '0' : String(rounded)
}

export function drawRule(content: Content, rule: Rule): void {
  setFill(content, rule.color)
  const box = [rule.x, rule.y, rule.width, rule.height].map(number).join(' ')
  putLine(content.operators, `${box} re f`)
}

/** One text object for runs that belong together. @param fontOf - the font of a run's face */
export function drawText(
  content: Content,
  runs: readonly Glyphs[],
  fontOf: (run: Glyphs) => EmbeddedFont,
): void {
  const { operators } = content
  putLine(operators, 'BT')
  let line: { readonly x: number; readonly y: number } | null = null
  for (const run of runs) {
    const font = fontOf(run)
    setFill(content, run.color)
    setFont(content, font.name, run.size)
    setScale(content, run.scale)
    // Moves are differences of what was written, so that roundings do not add up.
    const start = { x: thousandth(run.x), y: thousandth(run.y) }
    putLine(
      operators,
      line === null
        ? `1 0 0 -1 ${number(start.x)} ${number(start.y)} Tm`
        : `${number(start.x - line.x)} ${number(line.y - start.y)} Td`,
    )
    line = start
    showGlyphs(content, run, font)
  }
  setRise(content, 0)
  setScale(content, 1)
  putLine(operators, 'ET')
}

/**
 * Shows a run. Viewers advance by the font's whole thousandths; TJ numbers correct that to the layout's advances
 * (justification, kerning, letter spacing) as soon as they differ by half of one.
 */
function showGlyphs(content: Content, run: Glyphs, font: EmbeddedFont): void {
  const { operators } = content
  const scale = 1000 / run.size
  let open = false
  // Thousandths of the size from the run's beginning: where the viewer's pen is, and where it belongs.
  let pen = 0
  let wanted = 0
  const glyphs = spread(run.glyphs)
  for (let at = 0; at < glyphs.length; at++) {
    const glyph = glyphs[at]
    if (glyph === undefined) break
    if (glyph.dy !== content.rise) {
      if (open) put(operators, shown)
      open = false
      setRise(content, glyph.dy)
    }
    const back = Math.round(pen - (wanted + glyph.dx * scale))
    if (back !== 0) {
      put(operators, open ? ')' : '[')
      putInteger(operators, back)
      put(operators, '(')
    } else if (!open) put(operators, '[(')
    open = true
    pen -= back
    const entry = entryOf(font, glyph)
    put(operators, entry.bytes)
    pen += entry.width
    wanted += glyph.advance * scale
  }
  if (open) put(operators, shown)
}

const shown = ')]TJ\n'

/**
 * Gives the glyphs of a cluster a character each where they are as many as its decomposed text (a letter and the
 * accents put on it), so that none of them extracts as nothing.
 */
function spread(glyphs: readonly Glyph[]): readonly Glyph[] {
  if (!hasTextless(glyphs)) return glyphs
  const out = [...glyphs]
  for (const [index, { text }] of glyphs.entries()) {
    let end = index + 1
    while (glyphs[end]?.text === '') end++
    const characters = Array.from(text.normalize('NFD'))
    if (text === '' || end === index + 1 || characters.length !== end - index) continue
    for (const [offset, character] of characters.entries()) {
      const glyph = glyphs[index + offset]
      if (glyph !== undefined) out[index + offset] = { ...glyph, text: character }
    }
  }
  return out
}

/** A plain loop: every glyph of every page comes through. */
function hasTextless(glyphs: readonly Glyph[]): boolean {
  for (let at = 0; at < glyphs.length; at++) if (glyphs[at]?.text === '') return true
  return false
}

function setFont(content: Content, name: string, size: number): void {
  if (content.font === name && content.size === size) return
  putLine(content.operators, `/${name} ${number(size)} Tf`)
  content.font = name
  content.size = size
}

function setRise(content: Content, rise: number): void {
  if (content.rise === rise) return
  putLine(content.operators, `${number(rise)} Ts`)
  content.rise = rise
}

/** Tz takes a percentage and scales TJ numbers too (ISO 32000-1 9.3.4, 9.4.4). */
function setScale(content: Content, scale: number): void {
  if (content.scale === scale) return
  putLine(content.operators, `${number(100 * scale)} Tz`)
  content.scale = scale
}

/** @param color - `#rrggbb` */
function setFill(content: Content, color: string): void {
  if (content.fill === color) return
  const parts = [1, 3, 5].map(at => number(Number.parseInt(color.slice(at, at + 2), 16) / 255))
  putLine(content.operators, `${parts.join(' ')} rg`)
  content.fill = color
}

function thousandth(value: number): number {
  return Math.round(value * 1000) / 1000
}
