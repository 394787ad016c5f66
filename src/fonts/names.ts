/** The name table (OpenType 1.9.1, name). */
import { type FontFile, table } from './tables.ts'

export const nameId = { copyright: 0, postScript: 6 } as const

/**
 * @param id - name identifier
 * @returns the record's text, Windows Unicode before Unicode before Macintosh, English first; '' when there is none
 */
export function nameText(font: FontFile, id: number): string {
  const { view } = font
  const { offset, length } = table(font, 'name', 6)
  const count = view.getUint16(offset + 2)
  const storage = offset + view.getUint16(offset + 4)
  let best = { rank: Number.POSITIVE_INFINITY, text: '' }
  for (let index = 0; index < count; index++) {
    const record = offset + 6 + 12 * index
    if (view.getUint16(record + 6) !== id) continue
    const platform = view.getUint16(record)
    const rank = platformRank(platform) + (view.getUint16(record + 4) === englishOf(platform) ? 0 : 0.5)
    if (rank >= best.rank) continue
    const start = storage + view.getUint16(record + 10)
    const end = start + view.getUint16(record + 8)
    if (end > offset + length) throw new RangeError('name record')
    best = { rank, text: platform === 1 ? singleBytes(view, start, end) : utf16(view, start, end) }
  }
  return best.text
}

/**
 * The names that a changed font may not carry (SIL OFL 1.1, «Reserved Font Name», clause 3), as its copyright
 * notice declares them: «with Reserved Font Name 'Source'», «with Reserved Font Names "Foo" and "Foo Sans"».
 */
export function reservedNames(copyright: string): readonly string[] {
  const [, declared] = /with (?:the )?reserved font names?:?\s+([^\n]*)/i.exec(copyright) ?? []
  if (declared === undefined) return []
  const quoted = [...declared.matchAll(/["'“‘«]([^"'”’»]+)["'”’»]/g)].map(match => match[1] ?? '')
  const names = quoted.length > 0 ? quoted : (declared.split(/[.;(]/, 1)[0] ?? '').split(/,|\s+and\s+/)
  return [...new Set(names.map(name => name.trim()).filter(name => name !== ''))]
}

function platformRank(platform: number): number {
  return platform === 3 ? 0 : platform === 0 ? 1 : 2
}

function englishOf(platform: number): number {
  return platform === 3 ? 0x409 : 0
}

function utf16(view: DataView, start: number, end: number): string {
  let text = ''
  for (let at = start; at + 1 < end; at += 2) text += String.fromCharCode(view.getUint16(at))
  return text
}

// PostScript names and notices are ASCII in practice; the few Macintosh letters beyond it matter to nobody.
function singleBytes(view: DataView, start: number, end: number): string {
  let text = ''
  for (let at = start; at < end; at++) text += String.fromCharCode(view.getUint8(at))
  return text
}
