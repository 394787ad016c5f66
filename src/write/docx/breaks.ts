/** Where one section ends and the next begins (ECMA-376 Part 1, 17.6): columns and turned pages. */
import { XmlComponent } from 'docx'

export interface SectionShape {
  readonly columns: number
  readonly landscape: boolean
}

export const plainSection: SectionShape = { columns: 1, landscape: false }

/** Ends a section of this shape. It is no element: the paragraph before it carries the section's properties. */
export class SectionBreak extends XmlComponent {
  readonly shape: SectionShape

  constructor(shape: SectionShape) {
    super('section-break')
    this.shape = shape
  }
}

/** A paragraph as high as a hair, for a section that ends with a table. */
const hair = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'

/**
 * @param items - in order; a string is a block as XML
 * @param properties - makes `w:sectPr`, given what the section is, what the one before is, and null for the first
 * @returns content of `w:body`
 */
export function withSections(
  items: readonly (string | SectionBreak)[],
  properties: (shape: SectionShape, before: SectionShape | null) => string,
): string {
  const done: string[] = []
  let before: SectionShape | null = null
  let empty = true
  let last = plainSection
  for (const [index, item] of items.entries()) {
    if (typeof item === 'string') {
      done.push(item)
      empty = false
      continue
    }
    // Nothing stands in it.
    if (empty) continue
    const end = index === items.length - 1
    // The last section's properties stand at the end of the body.
    if (end && item.shape.columns === 1) {
      last = item.shape
      continue
    }
    const own = properties(item.shape, before)
    const paragraph = done.pop() ?? ''
    if (/^<w:p[ >]/.test(paragraph)) done.push(carrying(paragraph, own))
    else done.push(paragraph, `<w:p><w:pPr>${hair}${own}</w:pPr></w:p>`)
    // Columns are balanced only where another section follows.
    if (end) done.push(`<w:p><w:pPr>${hair}</w:pPr></w:p>`)
    before = item.shape
    empty = true
  }
  return done.join('') + properties(last, before)
}

/** They come last among a paragraph's properties (17.3.1.26); no other `w:pPr` can come before its end. */
function carrying(paragraph: string, properties: string): string {
  const start = /^<w:p(?: [^>]*)?>/.exec(paragraph)?.[0] ?? ''
  const rest = paragraph.slice(start.length)
  if (!rest.startsWith('<w:pPr>')) return `${start}<w:pPr>${properties}</w:pPr>${rest}`
  return start + rest.replace('</w:pPr>', () => `${properties}</w:pPr>`)
}
