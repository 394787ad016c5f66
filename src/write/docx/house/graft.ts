/** A document in a house's own package: its styles, theme, heads, feet and settings; our text, notes and pictures. */
import { childrenOf, everyElement, parseXml, type XmlElement, xmlText } from '../../../text/xml-tree.ts'
import {
  type ExternalRelationship,
  type PackageFile,
  type Part,
  packageOf,
  rootRelationships,
} from '../package.ts'
import { declaration, element } from '../xml.ts'
import { adapted, withStyles } from './adapt.ts'
import { bindHeadings } from './headings.ts'
import { fillHeads, type Notices } from './heads.ts'
import { frontXml, type House, partText } from './house.ts'
import { mergeNumbering } from './numbering.ts'
import { houseSettings } from './settings.ts'
import { mergeStyles } from './styles.ts'
import { contentTypes, relate, relationshipsOf, targetOf } from './xml-parts.ts'

export interface Scion {
  /** As for a package of our own. */
  readonly parts: readonly Part[]
  readonly links: readonly ExternalRelationship[]
  readonly language: string
  /** `w:numId` of the list that numbers headings, and the levels that the text numbers; 0: none. */
  readonly headings: { readonly list: number; readonly deepest: number }
  readonly notices: Notices
}

export interface Grafted {
  readonly bytes: Uint8Array
  /** Names of the styles that the house lacks. */
  readonly added: readonly string[]
  /** Its own numbers of headings had to go. */
  readonly renumbered: boolean
}

export function graft(house: House, scion: Scion): Grafted {
  const { template } = house
  const { main } = template
  const relationshipsPath = main.replace(/([^/]*)$/, '_rels/$1.rels')
  const known = (path: string) => (template.parts.has(path) ? partText(template, path) : undefined)
  const relationships = relationshipsOf(known(relationshipsPath))
  const files = new Map<string, string | Uint8Array>(template.parts)
  const pathOf = (kind: string) => targetOf(relationships, kind) || `word/${kind}.xml`
  const prefix = freePrefix(xmlText(relationships), [...files.keys()])

  const styles = mergeStyles(
    parseXml(partText(template, pathOf('styles'))),
    ours(scion, 'styles'),
    scion.language,
  )
  const theirLists = known(pathOf('numbering'))
  const lists = mergeNumbering(
    theirLists === undefined ? null : parseXml(theirLists),
    ours(scion, 'numbering'),
  )
  const headings = headingIds.map(id => styles.ids.get(id) ?? id)
  const list = scion.headings.list === 0 ? 0 : scion.headings.list + lists.offset
  const bound = { styles: headings, list, deepest: scion.headings.deepest }
  const renumbered = list > 0 && bindHeadings(styles.tree, lists.tree, bound)
  files.set(pathOf('styles'), declaration + xmlText(styles.tree))
  files.set(pathOf('numbering'), declaration + xmlText(lists.tree))
  files.set(
    pathOf('settings'),
    declaration + xmlText(houseSettings(known(pathOf('settings')), ours(scion, 'settings'))),
  )
  const { notice, watermark } = scion.notices
  fillHeads(house, relationships, files, { notice: withStyles(notice, styles), watermark })

  const unnumbered = new Set([...styles.numbered].filter(id => list === 0 || !headings.includes(id)))
  const adaptation = {
    styles: { ...styles, numbered: unnumbered },
    lists: lists.offset,
    drawings: drawings(house),
    prefix,
  }
  const body = bodyOf(ours(scion, 'officeDocument'))
  files.set(main, declaration + inRoot(house, frontXml(house) + adapted(body, adaptation)))
  const added: { path: string; type: string }[] = [{ path: main, type: typeOf(scion, 'officeDocument') }]
  for (const part of scion.parts.filter(({ from }) => from === 'document')) {
    const { kind, id } = part.relationship
    if (merged.has(kind)) {
      if (targetOf(relationships, kind) !== '') continue
      relate(relationships, prefix + id, kind, `${kind}.xml`)
      added.push({ path: `word/${kind}.xml`, type: part.type })
      continue
    }
    if (skipped.has(kind) || (kind === 'theme' && targetOf(relationships, kind) !== '')) continue
    const path = placed(part.path, prefix)
    files.set(path, typeof part.data === 'string' ? adapted(part.data, adaptation) : part.data)
    relate(relationships, prefix + id, kind, targetFrom(path))
    added.push({ path, type: part.type })
  }
  for (const { id, kind, target } of scion.links) relate(relationships, prefix + id, kind, target, true)
  files.set(relationshipsPath, declaration + xmlText(relationships))
  for (const note of ['footnotes', 'comments']) {
    const data = files.get(`word/${note}.xml`)
    if (typeof data === 'string' && / r:(?:id|embed)="/.test(data))
      files.set(`word/_rels/${note}.xml.rels`, declaration + xmlText(usedBy(data, relationships)))
  }

  files.delete('[Content_Types].xml')
  const packageParts = scion.parts.filter(
    ({ from, path, relationship }) =>
      from !== 'document' && path !== 'word/document.xml' && !skipped.has(relationship.kind),
  )
  for (const { path, data, type } of packageParts) {
    files.set(path, data)
    added.push({ path, type })
  }
  const roots = [...packageParts, mainPart(scion, main)]
  files.set('_rels/.rels', rootRelationships(roots))
  const types = contentTypes(partText(template, '[Content_Types].xml'), added, new Set(files.keys()))
  const all: PackageFile[] = [...files].map(([path, data]) => ({ path, data }))
  return { bytes: packageOf(declaration + xmlText(types), all), added: styles.added, renumbered }
}

const headingIds = [1, 2, 3, 4, 5, 6].map(level => `Heading${level}`)

/** These exist in the house and take ours in. */
const merged: ReadonlySet<string> = new Set(['styles', 'numbering', 'settings'])

/** The house has its own, and needs none of ours. */
const skipped: ReadonlySet<string> = new Set(['header', 'footer', 'fontTable', 'font'])

function partOf({ parts }: Scion, kind: string): Part {
  const part = parts.find(({ relationship }) => relationship.kind === kind)
  if (part === undefined) throw new Error(`no part of the kind ${kind}`)
  return part
}

function ours(scion: Scion, kind: string): string {
  const { data } = partOf(scion, kind)
  if (typeof data !== 'string') throw new Error(`the part of the kind ${kind} is no text`)
  return data
}

function typeOf(scion: Scion, kind: string): string {
  return partOf(scion, kind).type
}

function mainPart(scion: Scion, path: string): Part {
  return { ...partOf(scion, 'officeDocument'), path }
}

/** A part has relationships of its own, here with the ids that the document has. */
function usedBy(data: string, relationships: XmlElement): XmlElement {
  const used = new Set([...data.matchAll(/ r:(?:id|embed)="([^"]*)"/g)].map(([, id]) => id))
  const children = childrenOf(relationships).filter(({ attributes }) => used.has(attributes.get('Id')))
  return { ...relationships, children }
}

/** Letters that no id and no path of the house begins with. */
function freePrefix(relationships: string, paths: readonly string[]): string {
  let prefix = 'pliego'
  while (relationships.includes(`"${prefix}`) || paths.some(path => path.includes(`/${prefix}`)))
    prefix += 'x'
  return prefix
}

/** Pictures get a name of their own; parts that Word knows by kind keep theirs. */
function placed(path: string, prefix: string): string {
  return path.replace(/^word\/media\/(?=[^/]*$)/, `word/media/${prefix}-`)
}

function targetFrom(path: string): string {
  return path.startsWith('word/') ? path.slice('word/'.length) : `../${path}`
}

function bodyOf(document: string): string {
  return document.slice(document.indexOf('<w:body>') + '<w:body>'.length, document.lastIndexOf('</w:body>'))
}

/** The house's declarations of namespaces, and those that our text needs. */
function inRoot({ document }: House, body: string): string {
  const own = {
    'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
    'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  }
  const attributes = { ...Object.fromEntries(document.attributes), ...own }
  return element('w:document', attributes, element('w:body', {}, body))
}

/** The highest number of a drawing of the house. */
function drawings({ document }: House): number {
  const numbers = [...everyElement(document)]
    .filter(({ name }) => name === 'wp:docPr')
    .map(({ attributes }) => Number(attributes.get('id') ?? 0))
  return numbers.reduce((most, number) => Math.max(most, number), 0)
}
