/** One example of a specification as a document of its own, and what its files say. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Design } from '../../src/design/types.ts'
import type { RuleId } from '../../src/diagnostics/catalogue.ts'
import { type DocumentOutcome, makeDocument } from '../../src/document.ts'
import { project } from '../support/run.ts'
import { epubText, pdfText, webText, words, wordText } from '../support/texts.ts'

export interface Example {
  readonly number: number
  readonly section: string
  /** `→` stands for a tab. */
  readonly markdown: string
  readonly html: string
}

const folder = mkdtempSync(join(tmpdir(), 'pliego-'))
const designs = new Map<string, Design>()
// Typefaces in page and book take most of the time, and say nothing.
mkdirSync(join(folder, 'templates/sobria'), { recursive: true })
writeFileSync(join(folder, 'templates/sobria/brand.yml'), 'extends: base\nweb:\n  fonts: false\n')
const picture = readFileSync(join(project, 'templates/nota-informativa/emblem.png'))

/** The document of an example, in all four formats; its pictures are put where it looks for them. */
export async function made(example: Example): Promise<DocumentOutcome> {
  const html = example.html.replaceAll('→', '\t')
  let markdown = example.markdown.replaceAll('→', '\t')
  // A picture is a file beside the text: the root of a site is this folder.
  if (html.includes('<img')) markdown = markdown.replace(/(\]\(<?|\]:\s+<?)\//g, '$1')
  const name = `e${example.number}`
  const source = join(folder, 'source', name, 'ejemplo.md')
  mkdirSync(dirname(source), { recursive: true })
  for (const [, address = ''] of html.matchAll(/<img src="\/?([^":]*)"/g)) {
    if (address === '') continue
    const file = join(dirname(source), decodeURIComponent(address))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, picture)
  }
  writeFileSync(source, `---\ntitle: Ejemplo\nlang: en\n---\n\n${markdown}`)
  return makeDocument(source, {
    command: 'build',
    project: folder,
    templates: [join(folder, 'templates'), join(project, 'templates')],
    template: 'sobria',
    formats: ['pdf', 'docx', 'epub', 'html'],
    strict: false,
    epoch: 0,
    designs,
  })
}

/**
 * What may stop an example: HTML without meaning in print, what may not be linked to, a document without text, and
 * characters of scripts that the house's typefaces don't have.
 */
export const refusals: readonly RuleId[] = [
  'html-unknown',
  'html-block',
  'html-comment-text',
  'link-scheme',
  'text-missing',
  'missing-glyph',
]

type Outputs = NonNullable<DocumentOutcome['outputs']>

const readers = {
  pdf: pdfText,
  docx: wordText,
  epub: (bytes: Uint8Array) => epubText(bytes, /cover|nav|toc|colophon/),
  html: (bytes: Uint8Array) => webText(Buffer.from(bytes).toString('utf8'), /<header/, /<\/main>/),
}

/** What the files do not say, or say otherwise, than the specification's own HTML does. */
export function lost({ html }: Example, outputs: Outputs): readonly string[] {
  const text = htmlText(html.replaceAll('→', '\t'))
  const expected = words(text)
  const signs = signsOf(text)
  return outputs.flatMap(({ format, bytes }) => {
    if (format === 'json') return []
    const found = readers[format](bytes)
    const said = words(found).slice(1)
    const faults: string[] = []
    // Where a typeface changes inside a word, our reader of PDF sees two.
    const space = format === 'pdf' ? '' : ' '
    const fits = [said, withoutLabels(said, expected)].some(all => all.join(space) === expected.join(space))
    if (!fits) {
      faults.push(`${format} words: «${said.join(' ')}» for «${expected.join(' ')}»`)
    }
    if (!isWithin(signs, signsOf(found))) {
      faults.push(`${format} signs: «${signsOf(found)}» for «${signs}»`)
    }
    return faults
  })
}

/** The text of a specification's HTML; the title of a picture that stands alone is its caption. */
function htmlText(html: string): string {
  return html
    .replace(/<p><img [^>]*?(?:title="([^"]*)")? ?\/><\/p>/g, '<p>$1</p>')
    .replace(/<\/?(?:p|li|h\d|blockquote|br|hr|ul|ol|pre|t[hrd]|table|section|dt|dd)\b[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|amp);/g, (_, name: string) => named[name] ?? '')
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' }

/** Numbers of list items and labels of figures are ours. */
function withoutLabels(found: readonly string[], expected: readonly string[]): readonly string[] {
  const kept: string[] = []
  for (const word of found) {
    if (word !== expected[kept.length] && /^(?:\d{1,9}|Figure)$/.test(word)) continue
    kept.push(word)
  }
  return kept
}

/** Everything visible that is neither letter nor digit; quotation marks as typed, since typography sets its own. */
function signsOf(text: string): string {
  return text
    .replace(/[“”«»‘’']/g, '"')
    .replaceAll('…', '...')
    .replace(/[\p{L}\p{M}\p{N}\p{Cf}\s]/gu, '')
}

function isWithin(part: string, whole: string): boolean {
  let at = 0
  for (const sign of part) {
    at = whole.indexOf(sign, at) + 1
    if (at === 0) return false
  }
  return true
}
