/** What must agree within a part beyond what each element may hold (ECMA-376 Part 1, 17.7.4.17, 17.9.1, 17.15.3.4). */
import type { Phrase } from '../diagnostics/phrases.ts'
import { everyElement, type XmlElement } from '../text/xml-tree.ts'

/** Of each element, the attribute that tells it from others of its name. */
const keys: Readonly<Record<string, string>> = {
  'w:style': 'w:styleId',
  'w:abstractNum': 'w:abstractNumId',
  'w:numPicBullet': 'w:numPicBulletId',
}

/** Versions of Word whose layout a document may ask for (MS-DOCX 2.2.3). */
const versions = /^1[1245]$/

export function inconsistency(root: XmlElement): Phrase | null {
  const seen = new Set<string>()
  for (const { name, attributes } of everyElement(root)) {
    const key = keys[name] ?? ''
    const value = attributes.get(key)
    const shown = `<${name} ${key}="${value ?? ''}">`
    if (value !== undefined && seen.has(shown)) return ['word-twice', shown]
    seen.add(shown)
    if (name !== 'w:compatSetting' || attributes.get('w:name') !== 'compatibilityMode') continue
    const version = attributes.get('w:val') ?? ''
    if (!versions.test(version)) return ['word-value', `<${name} w:val="${version}">`]
  }
  return null
}

/** Programs copy drawings with their numbers; in a part each has its own (Part 1, 20.4.2.5; Part 4, 19.1.2.19). */
export function numberDrawings(root: XmlElement): void {
  let count = 0
  const seen = new Set<string>()
  for (const { name, attributes } of everyElement(root)) {
    if (name === 'wp:docPr') attributes.set('id', String(++count))
    const id = name.startsWith('v:') ? attributes.get('id') : undefined
    if (id === undefined) continue
    if (seen.has(id)) attributes.delete('id')
    seen.add(id)
  }
}
