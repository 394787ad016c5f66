/** The sections of a published document with the words of each, read from the two files that hold them. */
import type { Element, ElementContent, Root, RootContent } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import type { PublicationJson } from '../publication/json.ts'
import type { Section } from '../publication/model.ts'

/** One section, without its subsections. */
export interface SectionText {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly depth: number
  /** Of the source text, subsections included. */
  readonly fingerprint: string
  /** Id of the section that holds it; '' at the top. */
  readonly parent: string
  /** Blocks, one a line. */
  readonly text: string
}

/**
 * @param json - `<document>.json`
 * @param html - `<document>.html`
 * @returns sections in reading order
 */
export function sectionTexts(json: PublicationJson, html: string): readonly SectionText[] {
  const elements = new Map<string, Element>()
  collect(unified().use(rehypeParse).parse(html), elements)
  const found: SectionText[] = []
  const add = (sections: readonly Section[], parent: string) => {
    for (const { id, number, title, depth, fingerprint, sections: inner } of sections) {
      const element = elements.get(id)
      const text = element === undefined ? '' : ownText(element)
      found.push({ id, number, title, depth, fingerprint, parent, text })
      add(inner, id)
    }
  }
  add(json.sections, '')
  return found
}

function collect(node: Root | RootContent, elements: Map<string, Element>): void {
  if (node.type === 'element' && node.tagName === 'section' && typeof node.properties.id === 'string') {
    elements.set(node.properties.id, node)
  }
  if ('children' in node) for (const child of node.children) collect(child, elements)
}

/** Elements that begin a line of their own; all else is part of one. */
const blocks =
  /^(?:p|li|h[1-6]|dt|dd|td|th|caption|figcaption|pre|blockquote|figure|table|tr|div|section|aside|ul|ol|dl)$/

/** Pictures count by what they say; links to the heading itself, and styles, say nothing. */
function ownText(section: Element): string {
  const read = (node: ElementContent): string => {
    if (node.type === 'text') return node.value
    if (node.type !== 'element' || node.tagName === 'section' || node.tagName === 'style') return ''
    if (classes(node).includes('anchor') || node.properties.role === 'doc-backlink') return ''
    if (node.tagName === 'img') return ` ${String(node.properties.alt ?? '')} `
    if (node.tagName === 'br') return ' '
    const inner = node.children.map(read).join('')
    return blocks.test(node.tagName) ? `\u0001${inner}\u0001` : inner
  }
  const lines = section.children.map(read).join('').split('\u0001')
  return lines
    .map(line =>
      line
        .replace(/\u00ad/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(line => line !== '')
    .join('\n')
}

function classes({ properties }: Element): readonly (string | number)[] {
  return Array.isArray(properties.className) ? properties.className : []
}
