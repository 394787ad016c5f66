/**
 * Numbers of headings as Word counts them (ECMA-376 Part 1, 17.9): sections by a definition that the heading styles
 * are bound to, annexes and what stands in them by one of their own.
 */
import type { Design } from '../../design/types.ts'
import type { Block, Heading } from '../../publication/model.ts'
import { beginList, define, type Level, type Numbering } from './numbering.ts'

/** What numbers a heading: its style, or a list and a level that its paragraph names. */
export type HeadingNumber = 'style' | { readonly list: number; readonly level: number }

/** Of one document. */
export interface HeadingNumbers {
  /** `w:numId` that the heading styles have; 0 where no section has a number. */
  readonly styles: number
  /** The deepest level that they number. */
  readonly deepest: number
  /** By the id of the heading; without those that Word cannot come to by counting, which stand as text. */
  readonly counted: ReadonlyMap<string, HeadingNumber>
}

/** «2.1». */
const sectionNumber = /^\d+(?:\.\d+)*$/

/** «Anexo A.», «A.1». After Z Word goes on with AA and BB: those are text. */
const annexNumber = /^(.*[\s\u00a0]|)([A-Z])(?:\.|((?:\.\d+)+))$/u

const deepestHeading = 6

/** @param blocks - of the whole text */
export function headingNumbers(
  blocks: readonly Block[],
  design: Design,
  numbering: Numbering,
): HeadingNumbers {
  const headings = blocks.flatMap(headingsOf)
  const open = new Map<string, { readonly counts: number[]; list: number }>()
  const begin = (name: string, levels: readonly Level[]): void => {
    define(name, levels, numbering)
    open.set(name, { counts: [], list: beginList(name, null, numbering) })
  }
  const count = (name: string, level: number, ordinal: number): number => {
    const own = open.get(name)
    if (own === undefined) throw new Error(`no numbering «${name}»`)
    const expected = (own.counts[level] ?? 0) + 1
    own.counts.length = level + 1
    own.counts[level] = ordinal
    if (ordinal !== expected) own.list = beginList(name, { level, at: ordinal }, numbering)
    return own.list
  }
  const numberedDepths = headings.filter(({ number }) => sectionNumber.test(number)).map(({ depth }) => depth)
  const isNumbered = numberedDepths.length > 0
  if (isNumbered) begin('sections', sectionLevels(design))
  const styles = isNumbered ? numbering.lists.length : 0
  const numberOf = ({ number, depth }: Heading): HeadingNumber | null => {
    const level = depth - 1
    if (sectionNumber.test(number)) {
      if (number.split('.').length !== depth) return null
      const list = count('sections', level, lastOrdinal(number))
      return list === styles ? 'style' : { list, level }
    }
    const [, words = '', letter = '', inner = ''] = annexNumber.exec(number) ?? []
    const annexDepth = depth - (inner.split('.').length - 1)
    if (letter === '' || annexDepth < 1) return null
    const name = `annexes ${annexDepth}`
    if (!open.has(name)) begin(name, annexLevels(annexDepth, words, design))
    const ordinal = inner === '' ? letter.charCodeAt(0) - 0x40 : lastOrdinal(inner)
    return { list: count(name, level, ordinal), level }
  }
  const counted = headings.flatMap(heading => {
    const number = heading.number === '' ? null : numberOf(heading)
    return number === null ? [] : [[heading.id, number] as const]
  })
  return {
    styles,
    deepest: numberedDepths.reduce((most, depth) => Math.max(most, depth), 0),
    counted: new Map(counted),
  }
}

/** Headings stand at the beginning of sections alone. */
function headingsOf(node: Block): readonly Heading[] {
  if (node.type === 'heading') return [node]
  return node.type === 'section' ? node.children.flatMap(headingsOf) : []
}

function lastOrdinal(number: string): number {
  return Number(number.slice(number.lastIndexOf('.') + 1))
}

/** «2.1»: each level with those above it. */
function sectionLevels(design: Design): readonly Level[] {
  return depths.map(depth =>
    headingLevel(depth, 'decimal', placeholders(1, depth), design, `Heading${depth}`),
  )
}

/** «Anexo A.», and «A.1» inside. */
function annexLevels(annexDepth: number, words: string, design: Design): readonly Level[] {
  return depths.map(depth =>
    depth <= annexDepth
      ? headingLevel(depth, 'upperLetter', `${words}%${depth}.`, design)
      : headingLevel(depth, 'decimal', placeholders(annexDepth, depth), design),
  )
}

const depths = Array.from({ length: deepestHeading }, (_, index) => index + 1)

function placeholders(from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, index) => `%${from + index}`).join('.')
}

function headingLevel(
  depth: number,
  format: Level['format'],
  text: string,
  { styles }: Design,
  style?: string,
): Level {
  // The levels of the model are those of the design.
  const { insetLeft } = styles[`heading${depth}` as 'heading1']
  const indent = { left: insetLeft, hanging: 0 }
  const bound = style === undefined ? {} : { style }
  return { format, text, ...bound, follow: 'space', align: 'left', indent, look: '' }
}
