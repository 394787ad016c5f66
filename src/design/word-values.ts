/** Values of WordprocessingML that a schema knows and that Word itself never writes otherwise (ECMA-376 Part 1, 17.18, 22.9). */
import { everyElement, type XmlElement } from '../text/xml-tree.ts'

const whole = /^-?\d+$/
const natural = /^\d+$/
const measure = /^\d+(?:\.\d+)?(?:mm|cm|in|pt|pc|pi)?$/
const signedMeasure = /^-?\d+(?:\.\d+)?(?:mm|cm|in|pt|pc|pi)?$/
const onOff = /^(?:true|false|on|off|1|0)$/
const color = /^(?:auto|[\da-fA-F]{6})$/
const level = /^[0-9]$/
const themeFont = /^(?:major|minor)(?:EastAsia|Bidi|Ascii|HAnsi)$/

/** What `w:val` of an element has to be. */
const values: Readonly<Record<string, RegExp>> = {
  'w:charset': /^[\da-fA-F]{2}$/,
  'w:panose1': /^[\da-fA-F]{20}$/,
  'w:family': /^(?:decorative|modern|roman|script|swiss|auto)$/,
  'w:pitch': /^(?:fixed|variable|default)$/,
  'w:color': color,
  'w:sz': measure,
  'w:szCs': measure,
  'w:kern': measure,
  'w:spacing': signedMeasure,
  'w:position': signedMeasure,
  'w:outlineLvl': level,
  'w:ilvl': level,
  'w:numId': whole,
  'w:abstractNumId': whole,
  'w:startOverride': natural,
  'w:uiPriority': whole,
  'w:defaultTabStop': measure,
  'w:gridSpan': natural,
  'w:jc':
    /^(?:start|end|left|right|center|both|distribute|numTab|(?:medium|high|low|thai)(?:Kashida|Distribute)?)$/,
  ...Object.fromEntries(
    [
      'b',
      'bCs',
      'i',
      'iCs',
      'caps',
      'smallCaps',
      'strike',
      'keepNext',
      'keepLines',
      'widowControl',
      'qFormat',
    ].map(name => [`w:${name}`, onOff]),
  ),
}

/** What attributes have to be wherever they stand. */
const attributes: Readonly<Record<string, RegExp>> = {
  'w:ilvl': level,
  'w:line': signedMeasure,
  'w:before': measure,
  'w:after': measure,
  'w:left': signedMeasure,
  'w:right': signedMeasure,
  'w:hanging': measure,
  'w:firstLine': measure,
  'w:asciiTheme': themeFont,
  'w:hAnsiTheme': themeFont,
  'w:eastAsiaTheme': themeFont,
  'w:cstheme': themeFont,
  'w:fldCharType': /^(?:begin|separate|end)$/,
  'xml:space': /^(?:default|preserve)$/,
  'w:themeShade': /^[\da-fA-F]{2}$/,
  'w:themeTint': /^[\da-fA-F]{2}$/,
}

/** Elements of which each child stands once (17.3.1.24, 17.8.3.10, 17.9.6); Word lets pass more of a paragraph. */
const once: ReadonlySet<string> = new Set(['w:pBdr', 'w:font', 'w:lvl'])

/** Of parts that say how the others hang together (Part 2, 9.1.2.2, 9.3.2): in another, Word finds none of them. */
const namespaces: Readonly<Record<string, string>> = {
  Types: 'http://schemas.openxmlformats.org/package/2006/content-types',
  Relationships: 'http://schemas.openxmlformats.org/package/2006/relationships',
}

/** @returns the first value in a part that no such file has, `w:charset="-1"`, or an element too many; '' for none */
export function impossibleValue(tree: XmlElement): string {
  const namespace = tree.attributes.get('xmlns') ?? ''
  if ((namespaces[tree.name] ?? namespace) !== namespace) return `xmlns="${namespace}"`
  for (const element of everyElement(tree)) {
    const value = element.attributes.get('w:val')
    if (value !== undefined && values[element.name]?.test(value) === false)
      return `${element.name}="${value}"`
    const repeated = once.has(element.name) ? repeatedChild(element) : ''
    if (repeated !== '') return `<${element.name}>: <${repeated}>, <${repeated}>`
    for (const [name, written] of element.attributes)
      if (attributes[name]?.test(written) === false) return `${name}="${written}"`
  }
  return ''
}

function repeatedChild({ children }: XmlElement): string {
  const seen = new Set<string>()
  for (const child of children) {
    if (typeof child === 'string') continue
    if (seen.has(child.name)) return child.name
    seen.add(child.name)
  }
  return ''
}
