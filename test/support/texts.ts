/** The words of finished files, read by means that share nothing with the writers. */
import { strFromU8, unzipSync } from 'fflate'
import { listCounter } from '../../src/collate/docx-lists.ts'
import { parseXml } from '../../src/collate/markup.ts'
import { readPdf } from '../write/pdf/reader.ts'
import { readPages, structureText } from '../write/pdf/text.ts'

/** Lower-case words of letters and digits; soft hyphens and format characters vanish. */
export function words(text: string): string[] {
  return text
    .normalize('NFC')
    .replace(/\p{Cf}|\ufe0e|\ufe0f/gu, '')
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

/** Text of a Word file's body and, behind it, its notes: a line a paragraph, field codes left out. */
export function wordText(bytes: Uint8Array): string {
  const files = unzipSync(bytes)
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  return (
    [numberedHeadings(part('word/document.xml'), part), part('word/footnotes.xml')]
      .join('\n')
      // Page numbers of contents stand behind a tab.
      .replace(/(<w:tab\/>(?:(?!<w:t[ >]).)*?PAGEREF(?:(?!<w:t[ >]).)*?<w:t[^>]*>)\d+(?=<)/g, '$1')
      .replace(/<w:instrText[\s\S]*?<\/w:instrText>/g, '')
      .replace(/<w:(?:br|tab|cr)\b[^>]*\/>/g, ' ')
      .replace(/<w:noBreakHyphen\/>/g, '\u2011')
      .replace(/<\/w:p>/g, '\n')
      .replace(/<[^>]*>/g, '')
      .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities[name] ?? '')
  )
}

/** With the number before its text that Word counts for a heading: by its own numbering, or by that of its style. */
function numberedHeadings(document: string, part: (name: string) => string): string {
  const count = listCounter(parseXml(part('word/numbering.xml')))
  const styles = part('word/styles.xml')
  const numbering = /<w:numPr><w:ilvl w:val="(\d)"\/><w:numId w:val="(\d+)"\/>/
  return document.replace(
    /<w:pPr><w:pStyle w:val="(Heading\d)"\/>.*?<\/w:pPr>/g,
    (properties: string, style: string) => {
      const bound = new RegExp(`w:styleId="${style}">.*?</w:style>`).exec(styles)?.[0] ?? ''
      const [, level = '0', list = '0'] = numbering.exec(properties) ?? numbering.exec(bound) ?? []
      return list === '0' ? properties : `${properties}${count(list, Number(level))} `
    },
  )
}

/** Text of a PDF in the order of its structure, by a reader of our own; hyphens of line breaking left out. */
export function pdfText(bytes: Uint8Array): string {
  return structureText(readPdf(bytes))
}

/** The same in the order of its pages: notes stand at the foot of theirs. */
export function pdfPageText(bytes: Uint8Array): string {
  const pages = readPages(readPdf(bytes))
  return pages.flatMap(page => [...page.marked.values()]).join('\n')
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

/** Of an element: attributes may hold `>`. */
const tag = /<\/?([a-z][\w:-]*)(?:"[^"]*"|'[^']*'|[^>"'])*>|<![^>]*>/gi
const blockTags =
  /^(?:p|li|h\d|div|section|blockquote|br|hr|dt|dd|ul|ol|header|main|dl|aside|pre|table|t[hrd]|figure|figcaption|caption)$/i

function plain(markup: string): string {
  return (
    markup
      // What only a screen needs: a note's number where a list counts, the way back, to a larger picture and from it.
      .replace(
        /<a class="(?:back|enlarge|close)"[^>]*>[^<]*<\/a>|<span class="note-number">[^<]*<\/span>/g,
        ' ',
      )
      .replace(/<h2 [^>]*id="p--notes"[^>]*>[^<]*<\/h2>/g, ' ')
      .replace(/<sup class="note-reference"|(?<=<a [^>]*role="doc-noteref"[^>]*>[^<]*<\/a><\/sup>)/g, ' $&')
      .replace(/<nav class="contents"[\s\S]*?<\/nav>/g, ' ')
      .replace(/<(style|script|svg|template)\b[\s\S]*?<\/\1>/g, ' ')
      .replace(tag, (_, name: string) => (blockTags.test(name) ? '\n' : ''))
      .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex: string, decimal: string, name: string) => {
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
        return name === undefined ? String.fromCodePoint(code) : (entities[name] ?? ' ')
      })
  )
}
