/** Links as later stages know them: no references and definitions, only addresses of allowed kinds, never empty. */
import type { Definition, Image, Link, Nodes, Parent, PhrasingContent, Root } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { normalizeUri } from 'micromark-util-sanitize-uri'
import type { VFile } from 'vfile'
import { placeOf } from '../diagnostics/place.ts'
import { report } from '../diagnostics/report.ts'
import { SKIP, visit } from '../text/visit.ts'

/**
 * @param tree - changed in place: references become links and images, definitions go
 * @param file - takes the messages
 */
export function resolveLinks(tree: Root, file: VFile): void {
  const definitions = takeDefinitions(tree, file)
  // The parser makes references only where there are definitions.
  if (definitions.size > 0) {
    visit(tree, ['linkReference', 'imageReference'], (node, index, parent) => {
      const resolved = resolve(node, definitions)
      if (parent !== undefined && index !== undefined && resolved !== null) parent.children[index] = resolved
    })
  }
  visit(tree, 'link', (link, index, parent) => {
    checkLink(link, file)
    if (hasScheme(link.url) || link.url.startsWith('#') || parent === undefined || index === undefined) return
    report(file, 'link-path', placeOf(link, file), { url: link.url })
    // Links hold no links, so their words may stand wherever the link stood.
    parent.children.splice(index, 1, ...link.children)
    return index
  })
}

/** Removes the definitions; of two with one label the first counts (CommonMark §4.7). */
function takeDefinitions(tree: Root, file: VFile): ReadonlyMap<string, Definition> {
  const definitions = new Map<string, Definition>()
  visit(tree, 'definition', (node, index, parent) => {
    if (parent === undefined || index === undefined) return
    const former = definitions.get(node.identifier)
    if (former === undefined) definitions.set(node.identifier, node)
    else {
      const line = placeOf(former, file).line
      const label = node.label ?? node.identifier
      report(file, 'definition-duplicate', placeOf(node, file), { label, line })
    }
    parent.children.splice(index, 1)
    return [SKIP, index]
  })
  return definitions
}

function resolve(node: Nodes, definitions: ReadonlyMap<string, Definition>): Link | Image | null {
  if (node.type !== 'linkReference' && node.type !== 'imageReference') return null
  const definition = definitions.get(node.identifier)
  if (definition === undefined) return null
  const { url, title = null } = definition
  const resolved: Link | Image =
    node.type === 'linkReference'
      ? { type: 'link', url, title, children: node.children }
      : { type: 'image', url, title, alt: node.alt ?? null }
  if (node.position !== undefined) resolved.position = node.position
  return resolved
}

function checkLink(link: Link, file: VFile): void {
  const place = placeOf(link, file)
  const written = link.url
  if (!isAllowed(written)) report(file, 'link-scheme', place, { url: written })
  link.url = written.startsWith('#') ? `#${decoded(written.slice(1))}` : normalizeUri(written)
  if (plainText(link).trim() !== '' || holdsImage(link)) return
  report(file, 'link-empty', place, { url: written })
  const text: PhrasingContent = { type: 'text', value: written }
  if (link.position !== undefined) text.position = link.position
  link.children = [text]
}

/** A path without one means nothing where a published file is read: away from its folder. */
function hasScheme(url: string): boolean {
  return /^[A-Za-z][A-Za-z\d+.-]*:/.test(url)
}

/** No `javascript:`, `file:` or `data:`. */
function isAllowed(url: string): boolean {
  if (!hasScheme(url)) return true
  if (/^https?:/i.test(url)) return URL.canParse(url)
  return /^(?:mailto|tel):./i.test(url)
}

/** A link to `#a%C3%B1o` means the label `año`. */
function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment).normalize('NFC')
  } catch {
    // A stray `%` encodes nothing: the label is looked for as it is written.
    return fragment.normalize('NFC')
  }
}

function holdsImage(parent: Parent): boolean {
  return parent.children.some(node => node.type === 'image' || ('children' in node && holdsImage(node)))
}
