/** The house's settings with those of ours that count. */

import { childOf, newElement, parseXml, type XmlElement } from '../../../text/xml-tree.ts'
import { put } from '../../../word/schema.ts'

/** What is put in, and the name before which it stands where the tables of settings that go on do not have it. */
const places: Readonly<Record<string, string>> = {
  'w:trackRevisions': 'w:doNotTrackMoves',
  'w:autoHyphenation': 'w:autoHyphenation',
  'w:footnotePr': 'w:compat',
  'w:themeFontLang': 'w:clrSchemeMapping',
}

/**
 * @param house - word/settings.xml of the house; undefined where it has none
 * @param own - ours, whose notes, language and change tracking count
 */
export function houseSettings(house: string | undefined, own: string): XmlElement {
  const ours = parseXml(own)
  if (house === undefined) return ours
  const tree = parseXml(house)
  // Without it Word sets a document as its oldest version would.
  if (childOf(tree, 'w:compat') === undefined)
    put(tree, childOf(ours, 'w:compat') ?? newElement('w:compat'), 'w:Settings')
  for (const [name, like] of Object.entries(places)) {
    const element = childOf(ours, name)
    if (element !== undefined && childOf(tree, name) === undefined)
      put(tree, { ...element, attributes: new Map(element.attributes) }, 'w:Settings', like)
  }
  return tree
}
