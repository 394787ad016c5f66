/** The name table (OpenType 1.9.1, name). */
import { type FontFile, table } from './tables.ts'

export const nameId = { copyright: 0, postScript: 6, licence: 13, licenceLink: 14 } as const

export interface NameRecord {
  readonly platform: number
  readonly encoding: number
  readonly language: number
  readonly id: number
  readonly text: string
}

const macintosh = 1
const english: Readonly<Record<number, number>> = { 0: 0, 1: 0, 3: 0x409 }
/** Windows before Unicode before Macintosh. */
const preference: Readonly<Record<number, number>> = { 3: 0, 0: 1, 1: 2 }

/** All records with their texts; language-tag records (format 1) are of no use here. */
export function nameRecords(font: FontFile): readonly NameRecord[] {
  const { view } = font
  const { offset, length } = table(font, 'name', 6)
  const count = view.getUint16(offset + 2)
  const storage = offset + view.getUint16(offset + 4)
  const records: NameRecord[] = []
  for (let index = 0; index < count; index++) {
    const record = offset + 6 + 12 * index
    const start = storage + view.getUint16(record + 10)
    const end = start + view.getUint16(record + 8)
    if (end > offset + length) throw new RangeError('name record')
    const platform = view.getUint16(record)
    records.push({
      platform,
      encoding: view.getUint16(record + 2),
      language: view.getUint16(record + 4),
      id: view.getUint16(record + 6),
      text: readText(view, start, end, platform === macintosh ? 1 : 2),
    })
  }
  return records
}

/** @returns a name table of format 0 with these records, in the order that the format asks for */
export function writeNames(records: readonly NameRecord[]): Uint8Array {
  const sorted = records.toSorted(
    (a, b) => a.platform - b.platform || a.encoding - b.encoding || a.language - b.language || a.id - b.id,
  )
  const widths = sorted.map(record => (record.platform === macintosh ? 1 : 2))
  const storage = 6 + 12 * sorted.length
  const size = sorted.reduce((sum, record, index) => sum + record.text.length * (widths[index] ?? 0), storage)
  const bytes = new Uint8Array(size)
  const view = new DataView(bytes.buffer)
  view.setUint16(2, sorted.length)
  view.setUint16(4, storage)

  let end = storage
  for (const [index, record] of sorted.entries()) {
    const width = widths[index] ?? 2
    const fields = [record.platform, record.encoding, record.language, record.id]
    fields.push(record.text.length * width, end - storage)
    for (const [field, value] of fields.entries()) view.setUint16(6 + 12 * index + 2 * field, value)
    for (let letter = 0; letter < record.text.length; letter++) {
      const unit = record.text.charCodeAt(letter)
      if (width === 1) view.setUint8(end, unit)
      else view.setUint16(end, unit)
      end += width
    }
  }
  return bytes
}

/** @returns the text of a record, English and Windows Unicode where there is a choice; '' when there is none */
export function nameText(font: FontFile, id: number): string {
  const rank = ({ platform, language }: NameRecord) =>
    (preference[platform] ?? 3) + (language === english[platform] ? 0 : 10)
  const records = nameRecords(font).filter(record => record.id === id)
  return records.sort((a, b) => rank(a) - rank(b))[0]?.text ?? ''
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

// Macintosh records keep their bytes: what reads them here is ASCII, and what is written back is the same.
function readText(view: DataView, start: number, end: number, width: 1 | 2): string {
  let text = ''
  for (let at = start; at + width <= end; at += width) {
    text += String.fromCharCode(width === 1 ? view.getUint8(at) : view.getUint16(at))
  }
  return text
}
