/** Relationships and content types of a house's package, as trees that grow (ECMA-376 Part 2, 9 and 10). */
import { childrenOf, newElement, parseXml, type XmlElement } from '../../../text/xml-tree.ts'
import { relationshipType } from '../package.ts'

const packageNamespace = 'http://schemas.openxmlformats.org/package/2006/'

export function relationshipsOf(text: string | undefined): XmlElement {
  return text === undefined
    ? newElement('Relationships', { xmlns: `${packageNamespace}relationships` })
    : parseXml(text)
}

/** @returns path in `word/` of the one part of this kind, or '' */
export function targetOf(relationships: XmlElement, kind: string): string {
  const found = ofKind(relationships, kind)[0]?.attributes.get('Target')
  if (found === undefined) return ''
  return found.startsWith('/') ? found.slice(1) : `word/${found}`
}

export function targetsOf(relationships: XmlElement, kind: string): readonly string[] {
  return ofKind(relationships, kind).map(({ attributes }) => {
    const target = attributes.get('Target') ?? ''
    return target.startsWith('/') ? target.slice(1) : `word/${target}`
  })
}

function ofKind(relationships: XmlElement, kind: string): readonly XmlElement[] {
  return childrenOf(relationships, 'Relationship').filter(
    ({ attributes }) => attributes.get('Type')?.endsWith(`/${kind}`) === true,
  )
}

export function relate(
  relationships: XmlElement,
  id: string,
  kind: string,
  target: string,
  external = false,
): void {
  const mode: Readonly<Record<string, string>> = external ? { TargetMode: 'External' } : {}
  const attributes = { Id: id, Type: relationshipType(kind), Target: target, ...mode }
  relationships.children.push(newElement('Relationship', attributes))
}

/** Content types of what the package holds in the end. */
export function contentTypes(
  house: string,
  added: readonly { readonly path: string; readonly type: string }[],
  paths: ReadonlySet<string>,
): XmlElement {
  const tree = parseXml(house)
  const own = new Map(added.map(({ path, type }) => [`/${path}`, type]))
  const kept = childrenOf(tree, 'Override').filter(({ attributes }) => {
    const name = attributes.get('PartName') ?? ''
    return paths.has(name.slice(1)) && !own.has(name)
  })
  const defaults = childrenOf(tree, 'Default')
  const known = new Set(defaults.map(({ attributes }) => attributes.get('Extension')?.toLowerCase()))
  const extensions = [...new Set([...paths].map(path => path.slice(path.lastIndexOf('.') + 1).toLowerCase()))]
  const more = Object.entries(pictureTypes)
    .filter(([Extension]) => extensions.includes(Extension) && !known.has(Extension))
    .map(([Extension, ContentType]) => newElement('Default', { Extension, ContentType }))
  const overrides = [...own]
    .filter(([, type]) => type !== '')
    .map(([PartName, ContentType]) => newElement('Override', { PartName, ContentType }))
  return { ...tree, children: [...defaults, ...more, ...kept, ...overrides] }
}

const pictureTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  svg: 'image/svg+xml',
}
