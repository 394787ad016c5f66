/** The words of finished files, read by means that share nothing with the writers. */
import { strFromU8, unzipSync } from 'fflate'
import { readPdf } from '../write/pdf/reader.ts'
import { readPages } from '../write/pdf/text.ts'

/** Lower-case words of letters and digits; soft hyphens and format characters vanish. */
export function words(text: string): string[] {
  return text
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(word => word !== '')
}

/** Text of the body of an HTML or XHTML page; block ends separate words. */
export function webText(markup: string, from: RegExp, to: RegExp): string {
  const start = markup.search(from)
  const rest = markup.slice(start)
  const end = rest.search(to)
  return plain(rest.slice(0, end === -1 ? undefined : end))
}

/** Text of an EPUB's spine files, in spine order, `skip` left out by name. */
export function epubText(bytes: Uint8Array, skip: RegExp): string {
  const files = unzipSync(bytes)
  const opfName = Object.keys(files).find(name => name.endsWith('.opf')) ?? ''
  const opf = strFromU8(files[opfName] ?? new Uint8Array())
  const items = new Map(
    [...opf.matchAll(/<item\b[^>]*>/g)].map(([item]) => [attribute(item, 'id'), attribute(item, 'href')]),
  )
  const base = opfName.replace(/[^/]*$/, '')
  const spine = [...opf.matchAll(/<itemref\b[^>]*>/g)].map(
    ([item]) => items.get(attribute(item, 'idref')) ?? '',
  )
  return spine
    .filter(name => !skip.test(name))
    .map(name => webText(strFromU8(files[base + name] ?? new Uint8Array()), /<body/, /<\/body>/))
    .join('\n')
}

/** Text of a Word file's body: a line a paragraph, field codes left out. */
export function wordText(bytes: Uint8Array): string {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
  return xml
    .replace(/<w:instrText[\s\S]*?<\/w:instrText>/g, '')
    .replace(/<w:(?:br|tab|cr)\b[^>]*\/>/g, ' ')
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities[name] ?? '')
}

/** Text of a PDF's tagged content in page order, by a reader of our own; hyphens of line breaking left out. */
export function pdfText(bytes: Uint8Array): string {
  const pages = readPages(readPdf(bytes))
  return pages
    .flatMap(page => [...page.marked.values()])
    .join('\n')
    .replaceAll('\u00ad', '')
}

/** The letters of the same by pdf.js, which drops U+00AD and so cannot tell a hyphenated word from two. */
export async function pdfLetters(bytes: Uint8Array): Promise<string> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  let text = ''
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const content = await page.getTextContent({ includeMarkedContent: true })
    const open: string[] = []
    for (const item of content.items) {
      if ('str' in item) {
        if (!open.includes('Artifact')) text += item.str
      } else if (item.type === 'endMarkedContent') {
        open.pop()
      } else {
        // pdf.js gives the tag of a beginning, which its types leave out.
        open.push((item as { tag?: string }).tag ?? '')
      }
    }
  }
  await document.loadingTask.destroy()
  return letters(text)
}

/** Letters alone, in order: what two readers agree on who find different spaces. */
export function letters(text: string): string {
  return text.normalize('NFC').replace(/[^\p{L}]/gu, '')
}

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
  nbsp: ' ',
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
}

function plain(markup: string): string {
  return markup
    .replace(/<(style|script|svg|template|nav)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<\/?(?:p|li|h\d|div|section|blockquote|br|hr|dt|dd|ul|ol|header|main|dl|aside)\b[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (_, name: string) => entities[name] ?? ' ')
}
