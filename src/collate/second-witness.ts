/** The text of a PDF by pdf.js, so that no fault of the own reader passes for a proof. */
import { readPages } from './pdf-content.ts'
import { readObjects } from './pdf-objects.ts'

export interface Disagreement {
  /** Of the page, from 1. */
  readonly page: number
  /** Text of one marked content, white space and soft hyphens left out. */
  readonly own: string
  readonly other: string
}

/** By page, then by identifier of the marked content (ISO 32000-1 14.6). */
type Texts = readonly ReadonlyMap<number, string>[]

/**
 * @param bytes - a PDF
 * @returns what the two readers do not agree on, in the order of pages; both must show the same marked contents
 */
export async function disagreements(bytes: Uint8Array): Promise<readonly Disagreement[]> {
  const own = readPages(readObjects(bytes)).map(
    ({ marked }) => new Map([...marked].map(([mcid, { text }]) => [mcid, signs(text)])),
  )
  return differences(own, await textsByPdfJs(bytes))
}

export function differences(own: Texts, other: Texts): readonly Disagreement[] {
  return Array.from({ length: Math.max(own.length, other.length) }).flatMap((_, index) => {
    const [one = new Map<number, string>(), two = new Map<number, string>()] = [own[index], other[index]]
    const ids = [...new Set([...one.keys(), ...two.keys()])].sort((a, b) => a - b)
    return ids.flatMap(id => {
      const [first, second] = [one.get(id) ?? '', two.get(id) ?? '']
      return first === second ? [] : [{ page: index + 1, own: first, other: second }]
    })
  })
}

async function textsByPdfJs(bytes: Uint8Array): Promise<Texts> {
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  // pdf.js keeps the bytes that it is given.
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0, disableFontFace: true })
  const document = await loading.promise
  const pages: Map<number, string>[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
    const marked = new Map<number, string>()
    const open: (number | null)[] = []
    for (const item of items) {
      const id = open.findLast(mcid => mcid !== null)
      if ('str' in item) {
        if (id !== undefined && id !== null) marked.set(id, `${marked.get(id) ?? ''}${signs(item.str)}`)
      } else if (item.type === 'endMarkedContent') open.pop()
      else open.push(mcidOf(item.id))
    }
    pages.push(marked)
    page.cleanup()
  }
  await loading.destroy()
  return pages
}

/** pdf.js names marked content by its page and its identifier: `p10R_mc3`. */
function mcidOf(id: string | null): number | null {
  const mcid = /_mc(\d+)$/.exec(id ?? '')?.[1]
  return mcid === undefined ? null : Number(mcid)
}

/** pdf.js finds other spaces, and drops soft hyphens. */
function signs(text: string): string {
  return text.normalize('NFC').replace(/[\s\u00ad\u200b\u2060\ufeff]/g, '')
}
