/** Our own XML with the names and numbers of the house's package. */
import type { HouseStyles } from './styles.ts'

export interface Adaptation {
  readonly styles: HouseStyles
  /** What numbers of lists grow by. */
  readonly lists: number
  /** What numbers of drawings grow by. */
  readonly drawings: number
  /** Before our ids of relationships. */
  readonly prefix: string
}

/** It is all of our own writing, whose spelling is known: attributes in one order, one kind of quotation mark. */
export function adapted(text: string, { styles, lists, drawings, prefix }: Adaptation): string {
  const named = withStyles(text, styles)
    .replace(
      /(<w:numId w:val=")(\d+)"/g,
      (_, start: string, number: string) => `${start}${raised(number, lists)}"`,
    )
    .replace(
      /(<wp:docPr id=")(\d+)"/g,
      (_, start: string, number: string) => `${start}${raised(number, drawings)}"`,
    )
    // Heads and feet are the house's own.
    .replace(
      /<w:(?:header|footer)Reference[^>]*>|( r:(?:id|embed)=")([^"]*)"/g,
      (whole, start?: string, id?: string) => (start === undefined ? whole : `${start}${prefix}${id}"`),
    )
  return withoutNumbers(named, styles)
}

/** 0 is no list. */
function raised(number: string, by: number): number {
  return number === '0' ? 0 : Number(number) + by
}

export function withStyles(text: string, { ids }: HouseStyles): string {
  return text.replace(
    /(<w:(?:pStyle|rStyle|tblStyle) w:val=")([^"]*)"/g,
    (_, start: string, id: string) => `${start}${ids.get(id) ?? id}"`,
  )
}

/** A style of the house may number its paragraphs; the numbers of our text are its own. */
function withoutNumbers(text: string, { numbered }: HouseStyles): string {
  if (numbered.size === 0) return text
  const none = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
  const before =
    /(<w:pStyle w:val="([^"]*)"\/>(?:<w:(?:keepNext|keepLines|pageBreakBefore|widowControl)(?: [^>]*)?\/>)*)(?!<w:(?:numPr|keepNext|keepLines|pageBreakBefore|widowControl)[ >/])/g
  return text.replace(before, (whole, start: string, id: string) => (numbered.has(id) ? start + none : whole))
}
