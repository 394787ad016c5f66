/** An office's own Word file as a template: taken apart, and refused where anything in it is unsound or active. */
import { readFileSync, statSync } from 'node:fs'
import type { VFile } from 'vfile'
import { causeOf, type Phrase } from '../diagnostics/phrases.ts'
import { report } from '../diagnostics/report.ts'
import { childOf, childrenOf, everyElement, parseXml, type XmlElement } from '../text/xml-tree.ts'
import type { PageGeometry, WordTemplate } from './types.ts'
import { impossibleValue } from './word-values.ts'
import { unzip, zipBounds } from './zip.ts'

const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml.'
const mainTypes = [`${types}document.main+xml`, `${types}template.main+xml`]
const transitional = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** First bytes of Word's format before 2007 (MS-CFB 2.2); files with a password have them too. */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0]

interface Fault {
  readonly part: string
  readonly why: Phrase
}

/**
 * @param path - of the file, for reading
 * @param shown - the same for people
 * @param page - geometry for what the template's last section leaves open
 * @returns null after an error in `file`
 */
export function loadWordTemplate(
  path: string,
  shown: string,
  page: PageGeometry,
  file: VFile,
): WordTemplate | null {
  const bytes = bytesOf(path)
  const found = 'why' in bytes ? bytes : wordPackage(bytes)
  if ('why' in found) {
    report(file, 'word-template-invalid', shown, { path: shown, ...found })
    return null
  }
  const { parts, main } = found
  return { path: shown, parts, main, page: lastPage(parseXml(text(parts, main)), page) }
}

function bytesOf(path: string): Uint8Array | Fault {
  try {
    if (statSync(path).size > zipBounds.bytes)
      return { part: '', why: ['zip-bytes', zipBounds.bytes / 1024 / 1024] }
    return readFileSync(path)
  } catch (error) {
    // Node's own errors carry a code; anything else is a bug.
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    return { part: '', why: causeOf(code) }
  }
}

interface WordPackage {
  readonly parts: ReadonlyMap<string, Uint8Array>
  readonly main: string
}

/** @param bytes - of a file that may be anything */
export function wordPackage(bytes: Uint8Array): WordPackage | Fault {
  if (compoundFile.every((byte, at) => bytes[at] === byte)) return { part: '', why: 'word-old' }
  const parts = unzip(bytes)
  if ('why' in parts) return parts
  const trees = new Map<string, XmlElement>()
  for (const [path, data] of parts) {
    if (!/\.(?:xml|rels)$/i.test(path)) continue
    try {
      trees.set(path, parseXml(new TextDecoder('utf-8', { fatal: true }).decode(data)))
    } catch {
      // Not UTF-8 or not well-formed: what saxes says of it is English, and the part's name is what helps.
      return { part: path, why: 'xml-damaged' }
    }
  }
  const main = mainPart(trees)
  if ('why' in main) return main
  return (
    activeContent(parts, trees) ??
    wrongParts(parts, trees) ??
    valueFault(trees) ??
    styleFault(trees, main.path) ?? { parts, main: main.path }
  )
}

function mainPart(trees: ReadonlyMap<string, XmlElement>): { readonly path: string } | Fault {
  const contentTypes = trees.get('[Content_Types].xml')
  if (contentTypes === undefined) return { part: '[Content_Types].xml', why: 'word-not' }
  const overrides = childrenOf(contentTypes, 'Override')
  const active = [...overrides, ...childrenOf(contentTypes, 'Default')].find(entry =>
    /macroEnabled|vbaProject|activeX/i.test(entry.attributes.get('ContentType') ?? ''),
  )
  if (active !== undefined) {
    const named = active.attributes.get('PartName') ?? '[Content_Types].xml'
    return { part: named.replace(/^\//, ''), why: 'word-macros' }
  }
  const entry = overrides.find(({ attributes }) => mainTypes.includes(attributes.get('ContentType') ?? ''))
  const path = entry?.attributes.get('PartName')?.replace(/^\//, '') ?? ''
  if (path === '') return { part: '[Content_Types].xml', why: 'word-not' }
  const tree = trees.get(path)
  if (tree === undefined) return { part: path, why: 'part-missing' }
  if (tree.name !== 'w:document' || tree.attributes.get('xmlns:w') !== transitional)
    return { part: path, why: 'word-strict' }
  if (childOf(tree, 'w:body') === undefined) return { part: path, why: 'xml-damaged' }
  return { path }
}

/** Macros, controls, embedded programs, and whatever would be fetched when the document is opened. */
function activeContent(
  parts: ReadonlyMap<string, Uint8Array>,
  trees: ReadonlyMap<string, XmlElement>,
): Fault | null {
  const macros = [...parts.keys()].find(path => /vbaProject|vbaData|\/activeX\//i.test(path))
  if (macros !== undefined) return { part: macros, why: 'word-macros' }
  for (const [path, tree] of trees) {
    if (!path.endsWith('.rels')) continue
    for (const { attributes } of childrenOf(tree, 'Relationship')) {
      const type = (attributes.get('Type') ?? '').replace(/^.*\//, '')
      if (/^(?:aFChunk|oleObject|package|control|subDocument|mailMergeSource)$/i.test(type))
        return { part: path, why: ['word-embedded', type] }
      if (attributes.get('TargetMode') !== 'External') continue
      const target = attributes.get('Target') ?? ''
      if (type !== 'hyperlink' || !/^(?:https?|mailto|tel):/i.test(target))
        return { part: path, why: ['word-external', target] }
    }
  }
  return null
}

/** What the part at the other end of a relationship has to be (ECMA-376 Part 1, 11.3 and 14.2.7). */
const roots: Readonly<Record<string, string>> = {
  settings: 'w:settings',
  styles: 'w:styles',
  numbering: 'w:numbering',
  fontTable: 'w:fonts',
  theme: 'a:theme',
  header: 'w:hdr',
  footer: 'w:ftr',
  footnotes: 'w:footnotes',
  endnotes: 'w:endnotes',
}

function wrongParts(
  parts: ReadonlyMap<string, Uint8Array>,
  trees: ReadonlyMap<string, XmlElement>,
): Fault | null {
  for (const [path, tree] of trees) {
    if (!path.endsWith('.rels')) continue
    for (const { attributes } of childrenOf(tree, 'Relationship')) {
      if (attributes.get('TargetMode') === 'External') continue
      const target = partNamed(attributes.get('Target') ?? '', path)
      if (!parts.has(target)) return { part: target, why: 'part-missing' }
      const [kind = ''] = /[^/]*$/.exec(attributes.get('Type') ?? '') ?? []
      const found = trees.get(target)?.name
      if (found !== undefined && (roots[kind] ?? found) !== found)
        return { part: target, why: ['word-value', `<${found}>`] }
    }
  }
  return null
}

/** A target is relative to the part whose relationships they are, which stand in a folder `_rels` beside it. */
function partNamed(target: string, relationships: string): string {
  const base = `http://package/${relationships.replace(/_rels\/[^/]*$/, '')}`
  return decodeURIComponent(new URL(target, base).pathname).slice(1)
}

/** Word would call the file damaged; what is made in it would be too. */
function valueFault(trees: ReadonlyMap<string, XmlElement>): Fault | null {
  for (const [part, tree] of trees) {
    const value = impossibleValue(tree)
    if (value !== '') return { part, why: ['word-value', value] }
  }
  return null
}

function styleFault(trees: ReadonlyMap<string, XmlElement>, main: string): Fault | null {
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const path = `${folder}styles.xml`
  const tree = trees.get(path)
  const styles = tree === undefined ? [] : childrenOf(tree, 'w:style')
  return styles.some(({ attributes }) => attributes.get('w:type') === 'paragraph')
    ? null
    : { part: path, why: 'word-no-styles' }
}

function text(parts: ReadonlyMap<string, Uint8Array>, path: string): string {
  return new TextDecoder().decode(parts.get(path))
}

/** Of the last section, which stands at the end of the body (ECMA-376 Part 1, 17.6.17). */
function lastPage(document: XmlElement, fallback: PageGeometry): PageGeometry {
  const last = [...everyElement(document)].filter(({ name }) => name === 'w:sectPr').at(-1)
  const size = last === undefined ? undefined : childOf(last, 'w:pgSz')
  const margin = last === undefined ? undefined : childOf(last, 'w:pgMar')
  const points = (element: XmlElement | undefined, name: string, otherwise: number) => {
    const value = Number(element?.attributes.get(`w:${name}`))
    return Number.isFinite(value) && element?.attributes.has(`w:${name}`) === true
      ? Math.abs(value) / 20
      : otherwise
  }
  const gutter = points(margin, 'gutter', 0)
  const page: PageGeometry = {
    size: 'word',
    width: points(size, 'w', fallback.width),
    height: points(size, 'h', fallback.height),
    margin: {
      top: points(margin, 'top', fallback.margin.top),
      right: points(margin, 'right', fallback.margin.right),
      bottom: points(margin, 'bottom', fallback.margin.bottom),
      left: points(margin, 'left', fallback.margin.left) + gutter,
    },
    headDistance: points(margin, 'header', fallback.headDistance),
    footDistance: points(margin, 'footer', fallback.footDistance),
  }
  const { margin: m } = page
  // Nothing can be set on a page without room.
  return page.width - m.left - m.right > 72 && page.height - m.top - m.bottom > 72 ? page : fallback
}
