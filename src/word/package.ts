/** The package of a Word file (ECMA-376 Part 2): its main document, its relationships, no macros in it. */
import type { Phrase } from '../diagnostics/phrases.ts'
import { childrenOf, parseXml, type XmlElement } from '../text/xml-tree.ts'
import { unzip } from './zip.ts'

export interface Fault {
  /** Path in the package; '' for the file itself. */
  readonly part: string
  readonly why: Phrase
}

export interface Package {
  readonly parts: ReadonlyMap<string, Uint8Array>
  /** Path of the main document among them. */
  readonly main: string
  /** Of each part that has any, and of the package itself under '': what it refers to, by id. */
  readonly relationships: ReadonlyMap<string, ReadonlyMap<string, Relationship>>
  /** Content types by path, and by extension in lower case. */
  readonly types: ReadonlyMap<string, string>
}

export interface Relationship {
  /** Its type, without what all of the standard's begin with. */
  readonly kind: string
  /** Path in the package, or an address. */
  readonly target: string
  readonly external: boolean
}

export const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.'
const mainTypes = [`${word}document.main+xml`, `${word}template.main+xml`]

/** First bytes of Word's format before 2007 (MS-CFB 2.2); files with a password have them too. */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0]

/** @param bytes - of a file that may be anything */
export function openPackage(bytes: Uint8Array): Package | Fault {
  if (compoundFile.every((byte, at) => bytes[at] === byte)) return { part: '', why: 'word-old' }
  const parts = unzip(bytes)
  if ('why' in parts) return parts
  const types = contentTypes(parts)
  if ('why' in types) return types
  const active = [...types].find(([, type]) => /macroEnabled|vbaProject|activeX/i.test(type))
  if (active !== undefined) return { part: active[0], why: 'word-macros' }
  const macros = [...parts.keys()].find(path => /vbaProject|vbaData|\/activeX\//i.test(path))
  if (macros !== undefined) return { part: macros, why: 'word-macros' }
  const relationships = new Map<string, ReadonlyMap<string, Relationship>>()
  for (const [path, data] of parts) {
    const [whole, folder = '', name = ''] = /^(.*?)_rels\/([^/]*)\.rels$/.exec(path) ?? []
    if (whole === undefined) continue
    const found = relationshipsOf(data, folder)
    if (found === null) return { part: path, why: 'xml-damaged' }
    relationships.set(folder + name, found)
  }
  const main =
    [...(relationships.get('')?.values() ?? [])].find(({ kind }) => kind === 'officeDocument')?.target ?? ''
  const type = types.get(main) ?? types.get(main.replace(/.*\./, '').toLowerCase()) ?? ''
  if (!mainTypes.includes(type)) return { part: '[Content_Types].xml', why: 'word-not' }
  if (!parts.has(main)) return { part: main, why: 'part-missing' }
  return { parts, main, relationships, types }
}

/** @returns the root of a part of the package itself; null where it is damaged or in another namespace than its own */
function packageXml(data: Uint8Array | undefined, name: string, namespace: string): XmlElement | null {
  try {
    const tree = parseXml(new TextDecoder('utf-8', { fatal: true }).decode(data))
    const own = `http://schemas.openxmlformats.org/package/2006/${namespace}`
    return tree.name === name && tree.attributes.get('xmlns') === own ? tree : null
  } catch {
    // Not UTF-8 or not well-formed: what saxes says of it is English, and the part's name is what helps.
    return null
  }
}

function contentTypes(parts: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, string> | Fault {
  const part = '[Content_Types].xml'
  const data = parts.get(part)
  if (data === undefined) return { part, why: 'word-not' }
  const tree = packageXml(data, 'Types', 'content-types')
  if (tree === null) return { part, why: 'xml-damaged' }
  const entries = childrenOf(tree).map(({ attributes }) => {
    const named = attributes.get('PartName')?.replace(/^\//, '') ?? attributes.get('Extension')?.toLowerCase()
    return [named ?? '', attributes.get('ContentType') ?? ''] as const
  })
  return new Map(entries)
}

function relationshipsOf(data: Uint8Array, folder: string): ReadonlyMap<string, Relationship> | null {
  const tree = packageXml(data, 'Relationships', 'relationships')
  if (tree === null) return null
  const found = childrenOf(tree, 'Relationship').map(({ attributes }): readonly [string, Relationship] => {
    const type = attributes.get('Type') ?? ''
    const target = attributes.get('Target') ?? ''
    const external = attributes.get('TargetMode') === 'External'
    const kind = type.startsWith(office) ? type.slice(office.length) : type
    return [
      attributes.get('Id') ?? '',
      { kind, target: external ? target : pathOf(target, folder), external },
    ]
  })
  return new Map(found)
}

/** A target is relative to the part whose relationships they are, which stand in a folder `_rels` beside it. */
function pathOf(target: string, folder: string): string {
  try {
    return decodeURIComponent(new URL(target, `http://package/${folder}`).pathname).slice(1)
  } catch (error) {
    // No address at all: no part has such a name.
    if (error instanceof TypeError || error instanceof URIError) return target
    throw error
  }
}
