/** word/numbering.xml: definitions of lists, and the lists that are begun by them (ECMA-376 Part 1, 17.9). */
import type { Design } from '../../design/types.ts'
import type { List } from '../../publication/model.ts'
import { color, fonts } from './style-properties.ts'
import { halfPoints, twips } from './units.ts'
import { declaration, element, valued } from './xml.ts'

/** Word has nine levels; deeper lists use the last one, indented further. */
export const deepestLevel = 8

/** What one document's lists are made by. */
export interface Numbering {
  /** Content of `w:abstractNum` by name, in the order of `w:abstractNumId`. */
  readonly definitions: Map<string, string>
  /** `w:numId` is the index and one. */
  readonly lists: BegunList[]
}

interface BegunList {
  readonly definition: string
  /** Where it counts anew; null: it goes on from the lists of its definition. */
  readonly start: Start | null
}

export interface Start {
  readonly level: number
  readonly at: number
}

export interface Level {
  readonly format: 'bullet' | 'decimal' | 'upperLetter' | 'none'
  /** `%2.`: the number of the second level and a point. */
  readonly text: string
  /** Style that has this level without being told. */
  readonly style?: string
  readonly follow: 'tab' | 'space' | 'nothing'
  readonly align: 'left' | 'right'
  /** Points. */
  readonly indent: { readonly left: number; readonly hanging: number }
  /** Content of `w:rPr` of the label; '' for that of the paragraph. */
  readonly look: string
}

export function newNumbering(): Numbering {
  return { definitions: new Map(), lists: [] }
}

export function define(name: string, levels: readonly Level[], { definitions }: Numbering): void {
  if (definitions.has(name)) return
  const kind = valued(
    'multiLevelType',
    levels.some(({ style }) => style !== undefined) ? 'multilevel' : 'hybridMultilevel',
  )
  definitions.set(name, kind + levels.map(levelXml).join(''))
}

/** @returns its `w:numId` */
export function beginList(definition: string, start: Start | null, { lists }: Numbering): number {
  return lists.push({ definition, start })
}

/**
 * The `w:numId` of a list of the text: bullets share one, as nothing counts them; an ordered list has its own, which
 * begins where it says whatever stands before it.
 *
 * @param level - how many lists stand around this one
 * @param outer - how many of them stand around its frame or cell, in which bullets begin anew
 */
export function numberOf(
  list: List,
  level: number,
  outer: number,
  design: Design,
  numbering: Numbering,
): number {
  if (list.ordered) {
    // Lists that share the last level would count on from one another.
    const name = level > deepestLevel ? `ordered ${level}` : 'ordered'
    define(name, levels(design, 'decimal'), numbering)
    return beginList(name, { level: Math.min(level, deepestLevel), at: list.start }, numbering)
  }
  return shared(outer === 0 ? 'bullets' : `bullets ${outer}`, levels(design, 'bullet', outer), numbering)
}

/**
 * The `w:numId` of what stands in an item behind its first paragraph: without a number Word would know no more of it
 * than its indentation. Its level is the item's; it prints nothing.
 */
export function continuationOf(design: Design, numbering: Numbering): number {
  return shared('continuations', levels(design, 'none'), numbering)
}

function shared(name: string, levels: readonly Level[], numbering: Numbering): number {
  const known = numbering.lists.findIndex(({ definition }) => definition === name)
  if (known >= 0) return known + 1
  define(name, levels, numbering)
  return beginList(name, null, numbering)
}

/** Points that a list's text stands further right than the text around it: room for its widest label. */
export function listIndent(list: List, design: Design): number {
  if (!list.ordered) return design.list.indent
  const digits = String(list.start + Math.max(0, list.children.length - 1)).length
  const { size } = design.styles.list
  return Math.max(design.list.indent, size * (0.6 * digits + 0.3) + design.list.labelGap)
}

function levels(design: Design, format: 'bullet' | 'decimal' | 'none', outer = 0): readonly Level[] {
  const { list, styles } = design
  const bullets = list.bullets.length === 0 ? ['•'] : list.bullets
  const size = halfPoints(styles.list.size)
  const look =
    fonts(styles.list.family, design) +
    color(styles.list.color, design) +
    valued('sz', size) +
    valued('szCs', size)
  return Array.from({ length: deepestLevel + 1 }, (_, level) => ({
    format,
    text: {
      bullet: bullets[Math.max(0, level - outer) % bullets.length] ?? '•',
      decimal: `%${level + 1}.`,
      none: '',
    }[format],
    // Labels end where the gap before the text begins, so that 9 and 10 stand one below the other.
    align: format === 'none' ? 'left' : 'right',
    follow: format === 'none' ? 'nothing' : 'tab',
    indent: {
      left: styles.list.insetLeft + (level + 1) * list.indent,
      hanging: format === 'none' ? 0 : list.indent,
    },
    look,
  }))
}

/** In the order of CT_Lvl (17.9.6). */
function levelXml(level: Level, index: number): string {
  return element(
    'w:lvl',
    { 'w:ilvl': index },
    valued('start', 1) +
      valued('numFmt', level.format) +
      (level.style === undefined ? '' : valued('pStyle', level.style)) +
      valued('suff', level.follow) +
      valued('lvlText', level.text) +
      valued('lvlJc', level.align) +
      element(
        'w:pPr',
        {},
        element('w:ind', { 'w:left': twips(level.indent.left), 'w:hanging': twips(level.indent.hanging) }),
      ) +
      (level.look === '' ? '' : element('w:rPr', {}, level.look)),
  )
}

export function numberingXml({ definitions, lists }: Numbering): string {
  const names = [...definitions.keys()]
  const abstracts = [...definitions.values()].map((content, index) =>
    element('w:abstractNum', { 'w:abstractNumId': index }, content),
  )
  const begun = lists.map(({ definition, start }, index) => {
    const again =
      start === null
        ? ''
        : element('w:lvlOverride', { 'w:ilvl': start.level }, valued('startOverride', start.at))
    const content = valued('abstractNumId', names.indexOf(definition)) + again
    return element('w:num', { 'w:numId': index + 1 }, content)
  })
  const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  return declaration + element('w:numbering', { 'xmlns:w': namespace }, abstracts.join('') + begun.join(''))
}
