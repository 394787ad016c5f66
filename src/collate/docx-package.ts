/** The package of a Word file (ECMA-376 Part 2): its parts, and how they name each other. */
import { unzipSync } from 'fflate'
import { renamed, styleNames } from './docx-names.ts'
import { attribute, type Element, elements, find, findAll, parseXml, textOf } from './markup.ts'

/** By the last word of their type: `footnotes`, `hyperlink`. */
export type Relationships = ReadonlyMap<string, readonly { readonly id: string; readonly target: string }[]>

/** @throws for a package without document */
export function openDocx(bytes: Uint8Array) {
  const files = unzipSync(bytes)
  const read = (path: string) => {
    const file = files[path]
    return file === undefined ? undefined : parseXml(new TextDecoder().decode(file))
  }
  const ofPackage = relationships(read('_rels/.rels'))
  const main = ofPackage.get('officeDocument')?.[0]?.target.replace(/^\//, '') ?? ''
  const folder = main.replace(/[^/]*$/, '')
  const partsOf = (path: string) => relationships(read(path.replace(/([^/]*)$/, '_rels/$1.rels')))
  const related = partsOf(main)
  const styles = related.get('styles')?.[0]
  const names = styleNames(styles === undefined ? undefined : read(`${folder}${styles.target}`))
  const named = (path: string) => {
    const tree = read(path)
    return tree === undefined ? undefined : renamed(tree, names)
  }
  const document = find(named(main), 'w:body')
  if (document === undefined) throw new Error('the package has no document')
  const core = find(read(ofPackage.get('core-properties')?.[0]?.target ?? ''), 'cp:coreProperties')
  return {
    document,
    /** Of the document. */
    related,
    /** Of a part, by its path. */
    partsOf,
    /** The part that the document has for something: `styles`. */
    part(type: string) {
      const target = related.get(type)?.[0]?.target
      return target === undefined
        ? { path: '', tree: undefined }
        : { path: `${folder}${target}`, tree: named(`${folder}${target}`) }
    },
    /** Of the core properties. */
    property: (name: string) => textOf(elements(core, name)[0]),
  }
}

function relationships(part: Element | undefined): Relationships {
  const found = new Map<string, { readonly id: string; readonly target: string }[]>()
  for (const relationship of findAll(part, 'rel:Relationship')) {
    const type = attribute(relationship, 'Type').replace(/^.*\//, '')
    const own = { id: attribute(relationship, 'Id'), target: attribute(relationship, 'Target') }
    found.set(type, [...(found.get(type) ?? []), own])
  }
  return found
}

/** `w:val` of a child, '' without one. */
export function valueIn(parent: Element | undefined, name: string): string {
  const found = elements(parent, name)[0]
  return found === undefined ? '' : attribute(found, 'w:val')
}
