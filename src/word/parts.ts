/** The parts of a house's Word file that its documents take over: read, lessened to what goes on, and valid. */
import type { Phrase } from '../diagnostics/phrases.ts'
import { childOf, everyElement, newElement, type XmlElement, xmlText } from '../text/xml-tree.ts'
import { inconsistency, numberDrawings } from './consistency.ts'
import type { Grammar } from './grammar.ts'
import { keepOnly } from './keep.ts'
import { declare, parsePart } from './names.ts'
import { type Fault, office, type Package, type Relationship } from './package.ts'
import { wordSchema } from './schema.ts'
import { faultIn } from './validity.ts'

/** Kinds of parts that a document refers to without naming them in its text, and the root of each (Part 1, 11.3, 14.2.7). */
const implied: Readonly<Record<string, string>> = {
  styles: 'w:styles',
  numbering: 'w:numbering',
  settings: 'w:settings',
  fontTable: 'w:fonts',
  theme: 'a:theme',
}

const named: Readonly<Record<string, string>> = { header: 'w:hdr', footer: 'w:ftr' }

/** What attributes such as `r:id` lead to, by the element that has them; otherwise to a picture. */
const leadsTo: Readonly<Record<string, string>> = {
  'w:headerReference': 'header',
  'w:footerReference': 'footer',
  'w:hyperlink': 'hyperlink',
  'a:hlinkClick': 'hyperlink',
  'a:hlinkHover': 'hyperlink',
  'w:embedRegular': 'font',
  'w:embedBold': 'font',
  'w:embedItalic': 'font',
  'w:embedBoldItalic': 'font',
}

const contentTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  jfif: 'image/jpeg',
  gif: 'image/gif',
  bmp: 'image/bmp',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  emf: 'image/x-emf',
  wmf: 'image/x-wmf',
  svg: 'image/svg+xml',
  ttf: 'application/x-font-ttf',
  odttf: 'application/vnd.openxmlformats-officedocument.obfuscatedFont',
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.'
const xmlTypes: Readonly<Record<string, string>> = {
  'w:document': `${wordType}document.main+xml`,
  'w:styles': `${wordType}styles+xml`,
  'w:numbering': `${wordType}numbering+xml`,
  'w:settings': `${wordType}settings+xml`,
  'w:fonts': `${wordType}fontTable+xml`,
  'w:hdr': `${wordType}header+xml`,
  'w:ftr': `${wordType}footer+xml`,
  'a:theme': 'application/vnd.openxmlformats-officedocument.theme+xml',
}

/** @param lessen - the main document to what of it goes on */
export function partsOf(
  file: Package,
  lessen: (document: XmlElement) => void,
): ReadonlyMap<string, Uint8Array> | Fault {
  const taken: Taken = { file, grammar: wordSchema(), parts: new Map(), types: new Map(), lessen }
  const fault = take(file.main, 'w:document', taken)
  if (fault !== null) return fault
  taken.parts.set('[Content_Types].xml', bytesOf(typesXml(taken)))
  return taken.parts
}

interface Taken {
  readonly file: Package
  readonly grammar: Grammar
  readonly parts: Map<string, Uint8Array>
  readonly types: Map<string, string>
  readonly lessen: (document: XmlElement) => void
}

/** Puts a part among those taken, with those that it refers to. */
function take(part: string, root: string, taken: Taken): Fault | null {
  const { file, parts, types, grammar } = taken
  const type = xmlTypes[root] ?? ''
  const known = types.get(part)
  if (known !== undefined) return known === type ? null : { part, why: ['word-root', `<${root}>`] }
  const data = file.parts.get(part)
  if (data === undefined) return { part, why: 'part-missing' }
  const tree = treeOf(data)
  if (tree === null) return { part, why: 'xml-damaged' }
  if (tree.name !== root)
    return { part, why: root === 'w:document' ? 'word-strict' : ['word-root', `<${root}>`] }
  keepOnly(tree, grammar)
  if (root === 'w:document') {
    if (childOf(tree, 'w:body') === undefined)
      return { part, why: ['word-lacking', '<w:document>', '<w:body>'] }
    taken.lessen(tree)
  }
  const why = faultIn(tree, grammar) ?? inconsistency(tree)
  if (why !== null) return { part, why }
  numberDrawings(tree)
  const used = usedBy(tree, file.relationships.get(part) ?? new Map(), root)
  if ('why' in used) return { part, ...used }
  declare(tree)
  parts.set(part, bytesOf(xmlText(tree)))
  types.set(part, type)
  if (used.size > 0)
    parts.set(part.replace(/([^/]*)$/, '_rels/$1.rels'), bytesOf(relationshipsXml(part, used)))
  for (const { kind, target, external } of used.values()) {
    const own = implied[kind] ?? named[kind]
    const fault = external
      ? null
      : own === undefined
        ? takeBytes(target, kind, taken)
        : take(target, own, taken)
    if (fault !== null) return fault
  }
  return null
}

function treeOf(data: Uint8Array): XmlElement | null {
  try {
    return parsePart(new TextDecoder('utf-8', { fatal: true }).decode(data))
  } catch {
    // Not UTF-8 or not well-formed: what saxes says of it is English, and the part's name is what helps.
    return null
  }
}

/** Relationships that the part's text names, and those of a document that it does not. */
function usedBy(
  root: XmlElement,
  all: ReadonlyMap<string, Relationship>,
  name: string,
): ReadonlyMap<string, Relationship> | { readonly why: Phrase } {
  const used = new Map<string, Relationship>()
  if (name === 'w:document') {
    for (const kind of Object.keys(implied)) {
      const found = [...all].find(([, relationship]) => relationship.kind === kind)
      if (found !== undefined) used.set(...found)
    }
  }
  for (const { name, attributes } of everyElement(root)) {
    for (const [attribute, id] of attributes) {
      if (!attribute.startsWith('r:')) continue
      const relationship = all.get(id)
      if (relationship?.kind !== (leadsTo[name] ?? 'image'))
        return { why: ['word-value', `<${name} ${attribute}="${id}">`] }
      if (relationship.external && !isLink(relationship))
        return { why: ['word-external', relationship.target] }
      used.set(id, relationship)
    }
  }
  const wrong = [...used.keys()].find(id => !/^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(id))
  return wrong === undefined ? used : { why: ['word-value', `<Relationship Id="${wrong}">`] }
}

/** Whatever else lies outside would be fetched when the document is opened. */
function isLink({ kind, target }: Relationship): boolean {
  return kind === 'hyperlink' && /^(?:https?|mailto|tel):/i.test(target)
}

/** A picture, or a font. */
function takeBytes(path: string, kind: string, { file, parts, types }: Taken): Fault | null {
  const data = file.parts.get(path)
  if (data === undefined) return { part: path, why: 'part-missing' }
  const extension = extensionOf(path)
  const type = contentTypes[extension] ?? ''
  if (kind === 'font' ? !/^(?:odttf|ttf)$/.test(extension) : !type.startsWith('image/'))
    return { part: path, why: ['word-embedded', extension] }
  parts.set(path, data)
  types.set(path, '')
  return null
}

function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).toLowerCase()
}

function relationshipsXml(part: string, used: ReadonlyMap<string, Relationship>): string {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const children = [...used].map(([Id, { kind, target, external }]) => {
    const Target = external ? target : target.startsWith(folder) ? target.slice(folder.length) : `/${target}`
    const mode: Readonly<Record<string, string>> = external ? { TargetMode: 'External' } : {}
    return newElement('Relationship', { Id, Type: office + kind, Target, ...mode })
  })
  const xmlns = 'http://schemas.openxmlformats.org/package/2006/relationships'
  return xmlText(newElement('Relationships', { xmlns }, children))
}

function typesXml({ parts, types }: Taken): string {
  const extensions = [...new Set([...parts.keys()].map(extensionOf))]
  const defaults = extensions.map(Extension =>
    newElement('Default', { Extension, ContentType: contentTypes[Extension] ?? '' }),
  )
  const overrides = [...types]
    .filter(([, type]) => type !== '')
    .map(([path, ContentType]) => newElement('Override', { PartName: `/${path}`, ContentType }))
  const xmlns = 'http://schemas.openxmlformats.org/package/2006/content-types'
  return xmlText(newElement('Types', { xmlns }, [...defaults, ...overrides]))
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
