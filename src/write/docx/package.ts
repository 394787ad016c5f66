/**
 * The deterministic pass over the finished package (ECMA-376 Part 2): parts of ours replace docx's, parts that
 * nothing uses go, and the archive has sorted entries and one fixed time.
 */
import { type Document, Packer } from 'docx'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { compare } from '../../diagnostics/report.ts'
import { braceGuard } from './text.ts'
import { element } from './xml.ts'

export type Parts = Map<string, string | Uint8Array>

const contentTypes = '[Content_Types].xml'
const documentRelationships = 'word/_rels/document.xml.rels'
const hyperlinkType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink'

/** Notes stand in no document yet: docx writes their parts all the same. */
const unused = ['footnotes', 'endnotes']

/**
 * The package's parts before they are zipped. docx has them ready, but gives them out zipped only.
 */
export function compile(document: Document): Parts {
  // `compiler` is private in docx's types; docx is pinned, and every test of this writer goes through here.
  const { compile } = Packer['compiler' as keyof typeof Packer] as unknown as {
    compile(file: Document): Map<string, string | Uint8Array>
  }
  return compile.call(Packer['compiler' as keyof typeof Packer], document)
}

/**
 * @param parts - docx's
 * @param own - parts that replace them
 * @param links - relationship ids by address
 */
export function finish(
  parts: Parts,
  own: Readonly<Record<string, string>>,
  links: ReadonlyMap<string, string>,
): Uint8Array {
  const finished = new Map<string, string | Uint8Array>()
  for (const [path, data] of [...parts, ...Object.entries(own)]) {
    if (unused.some(name => path === `word/${name}.xml` || path === `word/_rels/${name}.xml.rels`)) continue
    if (typeof data === 'string' && /<Relationships [^>]*\/>$/.test(data)) continue
    finished.set(path, typeof data === 'string' ? data.replaceAll(braceGuard, '') : data)
  }
  edit(finished, 'word/numbering.xml', withoutDefaultBullets)
  edit(finished, contentTypes, withoutUnusedTypes)
  edit(finished, documentRelationships, xml => withLinks(withoutUnusedRelationships(xml), links))
  return archive(finished)
}

function edit(parts: Parts, path: string, change: (xml: string) => string): void {
  const xml = parts.get(path)
  if (typeof xml !== 'string') throw new Error(`docx wrote no ${path}`)
  parts.set(path, change(xml))
}

function withoutUnusedTypes(xml: string): string {
  return xml.replace(/<Override [^>]*PartName="\/word\/(\w+)\.xml"\/>/g, (override, name) =>
    unused.includes(name) ? '' : override,
  )
}

function withoutUnusedRelationships(xml: string): string {
  return xml.replace(/<Relationship [^>]*Target="(\w+)\.xml"\/>/g, (relationship, name) =>
    unused.includes(name) ? '' : relationship,
  )
}

/** docx defines a list of its own, number 1, in every document. */
function withoutDefaultBullets(xml: string): string {
  return xml
    .replace(/<w:abstractNum w:abstractNumId="1".*?<\/w:abstractNum>/s, '')
    .replace(/<w:num w:numId="1">.*?<\/w:num>/s, '')
}

function withLinks(xml: string, links: ReadonlyMap<string, string>): string {
  const relationships = [...links].map(([url, id]) =>
    element('Relationship', { Id: id, Type: hyperlinkType, Target: url, TargetMode: 'External' }),
  )
  return xml.replace('</Relationships>', `${relationships.join('')}</Relationships>`)
}

/** Content types first, as readers that stream expect; then by path. */
function archive(parts: Parts): Uint8Array {
  const paths = [...parts.keys()].filter(path => path !== contentTypes).sort(compare)
  // ZIP stores local time: this is the same in every time zone.
  const mtime = new Date(1980, 0, 1, 12)
  const entries: Zippable = {}
  for (const path of [contentTypes, ...paths]) {
    const data = parts.get(path) ?? ''
    const stored = path.endsWith('.png')
    entries[path] = [typeof data === 'string' ? strToU8(data) : data, { mtime, level: stored ? 0 : 6, os: 0 }]
  }
  return zipSync(entries)
}
