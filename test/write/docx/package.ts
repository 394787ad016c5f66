/** Reads a Word file back for the tests, by its own means: none of the writer's code. */
import { strFromU8, unzipSync } from 'fflate'

export interface Package {
  /** Entry names in the archive's order. */
  readonly names: readonly string[]
  readonly part: (name: string) => string
}

export function open(bytes: Uint8Array): Package {
  const entries = unzipSync(bytes)
  return {
    names: Object.keys(entries),
    part(name) {
      const data = entries[name]
      if (data === undefined) throw new Error(`no part ${name}`)
      return strFromU8(data)
    },
  }
}

/** One element to a line, indented; text stays with its element. Namespaces, the same in every file, go. */
export function pretty(xml: string): string {
  const lines: string[] = []
  let depth = 0
  for (const [token] of xml.matchAll(/<[^>]+>[^<]*/g)) {
    const tag = token.replace(/ xmlns:?\w*="[^"]*"/g, '')
    if (tag.startsWith('<?')) continue
    if (tag.startsWith('</')) depth--
    const previous = lines.at(-1)
    const closesText = tag.startsWith('</') && previous !== undefined && opensHere(previous, tag)
    if (closesText) lines[lines.length - 1] = `${previous}${tag}`
    else lines.push(`${'  '.repeat(depth)}${tag}`)
    if (!tag.startsWith('</') && !/^<[^>]*\/>/.test(tag)) depth++
  }
  return `${lines.join('\n')}\n`
}

function opensHere(line: string, closing: string): boolean {
  const name = /^<\/([\w:]+)>/.exec(closing)?.[1] ?? ''
  return new RegExp(`^ *<${name}[ >][^<]*$`).test(line) && !/^ *<[^>]*\/>/.test(line)
}

/** What stands between the first paragraph with this text and the section's properties. */
export function bodyAfter(documentXml: string, style: string): string {
  const start = documentXml.lastIndexOf(`<w:pStyle w:val="${style}"/>`)
  return documentXml.slice(
    documentXml.indexOf('</w:p>', start) + '</w:p>'.length,
    documentXml.lastIndexOf('<w:sectPr'),
  )
}

/** Text of each paragraph, as Word shows it: line breaks are `\n`, tabs `\t`. */
export function paragraphTexts(xml: string): string[] {
  return [...xml.matchAll(/<w:p(?: [^>]*)?>([\s\S]*?)<\/w:p>/g)].map(([, content = '']) =>
    [...content.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(br|tab|noBreakHyphen)\/>/g)]
      .map(([, text, mark = '']) => marks[mark] ?? unescaped(text ?? ''))
      .join(''),
  )
}

const marks: Readonly<Record<string, string>> = { br: '\n', tab: '\t', noBreakHyphen: '\u2011' }

function unescaped(text: string): string {
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => {
    return { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }[name] ?? ''
  })
}
