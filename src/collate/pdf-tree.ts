/** The structure tree of a PDF (ISO 32000-1 14.7.2): its elements, what they say of themselves, what they hold. */
import { type Page, readPages, type Shown } from './pdf-content.ts'
import { type Pdf, readObjects } from './pdf-objects.ts'
import { type Dictionary, dictionary, list, nameOf, textString, type Value } from './pdf-syntax.ts'

/** What an element holds, in order. */
export type Kid =
  | { readonly element: Dictionary }
  | { readonly mcid: number; readonly page: Value | undefined }
  | { readonly annotation: Dictionary }

export interface Tree {
  readonly pdf: Pdf
  readonly catalogue: Dictionary
  readonly pages: readonly Page[]
  readonly root: Dictionary
  /** Of the document, BCP 47. */
  readonly language: string
  /** Standard type, by the role map. */
  readonly type: (element: Dictionary) => string
  readonly kids: (element: Dictionary) => readonly Kid[]
  /** @throws for content that no page shows */
  readonly shown: (mcid: number, page: Value | undefined) => Shown & { readonly page: Dictionary }
  readonly elements: (element: Dictionary) => readonly Dictionary[]
  /** Of all owners (14.7.5). */
  readonly attributes: (element: Dictionary) => ReadonlyMap<string, Value>
  /** A text string of the element: `Alt`, `E`, `Lang`; '' without it. */
  readonly text: (element: Dictionary, key: string) => string
}

/** Types that are read by their own names: of PDF 2.0 (ISO 32000-2 14.8.4), and the title of a box. */
const known = new Set(['Title', 'Em', 'Strong', 'Aside', 'BoxTitle'])

/** @throws for a file without a structure tree */
export function readTree(bytes: Uint8Array): Tree {
  const pdf = readObjects(bytes)
  const catalogue = dictionary(pdf.get(pdf.trailer.get('Root')))
  const root = pdf.get(catalogue.get('StructTreeRoot'))
  if (!(root instanceof Map)) throw new Error('the file has no structure tree')
  const roles = pdf.get(root.get('RoleMap'))
  const pages = readPages(pdf)
  const pageOf = new Map(pages.map(page => [page.dictionary, page]))
  const entry = (element: Dictionary, key: string) => pdf.get(element.get(key))

  function kid(value: Value, page: Value | undefined): readonly Kid[] {
    if (typeof value === 'number') return [{ mcid: value, page }]
    if (!(value instanceof Map)) return []
    if (value.has('S')) return [{ element: value }]
    const type = nameOf(value.get('Type'))
    if (type === 'MCR') return [{ mcid: Number(value.get('MCID')), page: value.get('Pg') ?? page }]
    return type === 'OBJR' ? [{ annotation: dictionary(entry(value, 'Obj')) }] : []
  }
  const kids = (element: Dictionary) =>
    list(entry(element, 'K')).flatMap(value => kid(pdf.get(value), element.get('Pg')))
  return {
    pdf,
    catalogue,
    pages,
    root,
    language: textString(pdf.get(catalogue.get('Lang'))),
    type(element) {
      const name = nameOf(entry(element, 'S'))
      if (known.has(name) || !(roles instanceof Map)) return name
      const role = pdf.get(roles.get(name))
      return role === null ? name : nameOf(role)
    },
    kids,
    shown(mcid, page) {
      const own = pageOf.get(dictionary(pdf.get(page)))
      const content = own?.marked.get(mcid)
      if (own === undefined || content === undefined) throw new Error(`no page shows content ${mcid}`)
      return { ...content, page: own.dictionary }
    },
    elements: element => kids(element).flatMap(kid => ('element' in kid ? [kid.element] : [])),
    attributes(element) {
      const all = list(entry(element, 'A')).map(value => pdf.get(value))
      return new Map(all.flatMap(value => (value instanceof Map ? [...value] : [])))
    },
    text: (element, key) => textString(entry(element, key)),
  }
}
