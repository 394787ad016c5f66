/** The house's settings, without what would ask the reader a question or keep the draft from being edited. */
import {
  childOf,
  childrenOf,
  isElement,
  newElement,
  parseXml,
  type XmlElement,
} from '../../../text/xml-tree.ts'

const unwanted = new Set([
  'w:updateFields',
  'w:attachedTemplate',
  'w:linkStyles',
  'w:trackRevisions',
  'w:documentProtection',
  'w:writeProtection',
  'w:mailMerge',
  'w:footnotePr',
  'w:rsids',
  'w:themeFontLang',
])

/** What CT_Settings has before and after those that are put in (ECMA-376 Part 1, 17.15.1.78). */
const order = [
  'trackRevisions',
  'defaultTabStop',
  'autoHyphenation',
  'footnotePr',
  'endnotePr',
  'compat',
  'docVars',
  'rsids',
  'mathPr',
  'themeFontLang',
  'clrSchemeMapping',
]

/**
 * @param house - word/settings.xml of the house; undefined where it has none
 * @param own - ours, whose notes, language and change tracking count
 */
export function houseSettings(house: string | undefined, own: string): XmlElement {
  const ours = parseXml(own)
  if (house === undefined) return ours
  const tree = parseXml(house)
  tree.children = childrenOf(tree).filter(({ name }) => !unwanted.has(name))
  for (const name of ['w:trackRevisions', 'w:footnotePr', 'w:themeFontLang', 'w:autoHyphenation']) {
    const element = childOf(ours, name)
    if (element !== undefined && childOf(tree, name) === undefined)
      put(tree, { ...element, attributes: new Map(element.attributes) })
  }
  // Without it Word sets a document as its oldest version would.
  if (childOf(tree, 'w:compat') === undefined) {
    const compat = childOf(ours, 'w:compat')
    put(tree, compat ?? newElement('w:compat'))
  }
  return tree
}

/** Names that come before `defaultTabStop`, and those between it and the notes, are many: what follows is known. */
const behind: Readonly<Record<string, RegExp>> = {
  trackRevisions:
    /^w:(?:doNotTrackMoves|doNotTrackFormatting|documentProtection|autoFormatOverride|styleLockTheme|styleLockQFSet|defaultTabStop)$/,
  autoHyphenation:
    /^w:(?:consecutiveHyphenLimit|hyphenationZone|doNotHyphenateCaps|showEnvelope|summaryLength|clickAndTypeStyle|defaultTableStyle|evenAndOddHeaders|bookFold\w+|drawingGrid\w+|displayHorizontalDrawingGridEvery|displayVerticalDrawingGridEvery|doNotUseMarginsForDrawingGridOrigin|doNotShadeFormData|noPunctuationKerning|characterSpacingControl)$/,
  footnotePr: /^w:(?:endnotePr|compat)$/,
}

function put(tree: XmlElement, element: XmlElement): void {
  const name = element.name.slice(2)
  const later = order.slice(order.indexOf(name) + 1).map(one => `w:${one}`)
  const isBehind = (other: string) =>
    behind[name]?.test(other) === true ||
    later.includes(other) ||
    /^(?:m:mathPr|sl:|w14:|w15:|w16)/.test(other) ||
    last.has(other)
  const at = tree.children.findIndex(node => isElement(node) && isBehind(node.name))
  tree.children.splice(at < 0 ? tree.children.length : at, 0, element)
}

const last = new Set([
  'w:attachedSchema',
  'w:clrSchemeMapping',
  'w:doNotIncludeSubdocsInStats',
  'w:doNotAutoCompressPictures',
  'w:forceUpgrade',
  'w:captions',
  'w:readModeInkLockDown',
  'w:smartTagType',
  'sl:schemaLibrary',
  'w:shapeDefaults',
  'w:doNotEmbedSmartTags',
  'w:decimalSymbol',
  'w:listSeparator',
])
