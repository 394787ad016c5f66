/** What a draft carries so that it can be matched to its Markdown when it comes back: a custom XML part (ECMA-376 Part 1, 15.2.5). */
import type { Block } from '../../publication/model.ts'
import { legalText } from '../../text/legal.ts'
import { type Build, innerBlocks } from './build.ts'
import type { Part } from './package.ts'
import { identity } from './properties.ts'
import { declaration, element, escapeXml } from './xml.ts'

/** Names its form: another one gets another name. */
const namespace = 'urn:pliego:draft:1'

/** Of this kind of part, the same in every document. */
const itemId = '{6C1D2B1E-3C0B-5B0E-9A51-7A7B7B1C0F01}'

const folder = 'customXml/'
const relationshipsNamespace = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/'

/** @returns nothing for what is published: there, no base Markdown goes out */
export function draftParts(build: Build): readonly Part[] {
  const { metadata } = build.edition.publication
  if (metadata.status !== 'borrador') return []
  const schema = element('ds:schemaRef', { 'ds:uri': namespace })
  const properties = element(
    'ds:datastoreItem',
    { 'ds:itemID': itemId, 'xmlns:ds': `${office}customXml` },
    element('ds:schemaRefs', {}, schema),
  )
  const toProperties = element('Relationship', {
    Id: 'rId1',
    Type: `${office}relationships/customXmlProps`,
    Target: 'pliegoProps1.xml',
  })
  return [
    {
      path: `${folder}pliego1.xml`,
      type: '',
      data: declaration + draftXml(build),
      from: 'document',
      relationship: { id: 'rId-draft', kind: 'customXml' },
    },
    {
      path: `${folder}pliegoProps1.xml`,
      type: 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
      data: declaration + properties,
      from: 'part',
      relationship: { id: 'rId1', kind: 'customXmlProps' },
    },
    {
      path: `${folder}_rels/pliego1.xml.rels`,
      type: '',
      data: declaration + element('Relationships', { xmlns: relationshipsNamespace }, toProperties),
      from: 'part',
      relationship: { id: '', kind: '' },
    },
  ]
}

function draftXml(build: Build): string {
  const { publication, word } = build.edition
  const { metadata, sources, generator, tree } = publication
  const texts = sources.flatMap(({ path, sha256 }) => {
    const text = word.texts.get(path)
    if (text === undefined) return []
    return [element('source', { path, sha256, 'xml:space': 'preserve' }, escapeXml(legalText(text)))]
  })
  const blocks = [...tree.children, ...tree.notes].flatMap(node => blockMap(node, build))
  const attributes = {
    xmlns: namespace,
    generator,
    version: metadata.version === '' ? undefined : legalText(metadata.version),
    sha256: identity(publication),
  }
  return element(
    'draft',
    attributes,
    element('sources', {}, texts.join('')) + element('blocks', {}, blocks.join('')),
  )
}

/** Every block with a bookmark, where it stands in its source, in the order of the text. */
function blockMap(node: Block, build: Build): readonly string[] {
  const { id, type, place } = node
  const bookmark = build.bookmarks.get(id)
  const own =
    bookmark === undefined || !build.written.has(bookmark)
      ? []
      : [
          element('block', {
            id,
            bookmark,
            type,
            path: place.file,
            line: place.line,
            column: place.column,
            endLine: place.endLine,
            endColumn: place.endColumn,
          }),
        ]
  return [...own, ...innerBlocks(node).flatMap(inner => blockMap(inner, build))]
}
