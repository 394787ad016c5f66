/** Which faces the text uses, and which characters in each: what a subset has to hold. */
import type { Design, Role, TextStyle } from '../../design/types.ts'
import { chooseFace } from '../../fonts/face.ts'
import { standIns } from '../../fonts/fallback.ts'
import type { FontFace } from '../../fonts/types.ts'
import type { UsedFace } from '../../fonts/web-fonts.ts'
import { localeFor } from '../../locale/locale.ts'
import type { Glossary, Index, PublicationNode } from '../../publication/model.ts'
import { contentOf } from '../../publication/walk.ts'
import type { Edition } from '../types.ts'

/** Text of the program's own, and the role whose style it is set in. */
export interface InterfaceText {
  readonly role: Role
  readonly text: string
}

type Face = Pick<TextStyle, 'family' | 'weight' | 'italic' | 'uppercase' | 'smallCaps' | 'figures'>

/** Adds a text's characters to the face that a style sets it in. */
type Add = (style: Face, text: string) => void

/**
 * @param edition - the document
 * @param additional - contents, footer and the like
 * @returns the faces in the design's order, those with no characters left out
 */
export function usedFaces(edition: Edition, additional: readonly InterfaceText[]): readonly UsedFace[] {
  const { design, opening, publication } = edition
  const { faces, styles } = design
  const separator = localeFor(publication.metadata.language)?.captionSeparator ?? ''
  const setting: Setting = { design, separator }
  const used = new Map<FontFace, { readonly characters: Set<number>; readonly features: Set<string> }>()
  const add: Add = (style, text) => {
    const face = chooseFace(faces, style.family, style.weight, style.italic)
    if (face === undefined) return
    const standIn = standIns(design, style)
    for (const character of text) addTo(standIn(character) ?? face, style, character)
  }
  // Characters that no face has a glyph for are left to the reader's own fonts.
  const addTo = (face: FontFace, style: Face, text: string) => {
    const { characters, features } = used.get(face) ?? { characters: new Set(), features: new Set() }
    used.set(face, { characters, features })
    features.add(style.figures === 'lining' ? 'lnum' : 'onum')
    if (style.smallCaps) features.add('smcp')
    for (const character of style.uppercase ? text + text.toUpperCase() : text) {
      characters.add(character.codePointAt(0) ?? 0)
    }
  }

  for (const { role, label, children } of opening) {
    if (role === 'field') add(styles.fieldLabel, label)
    if (role === 'summary') add(styles.summaryLabel, label)
    for (const node of children) {
      addNode(node, role === 'field' ? styles.fieldValue : styles[role], setting, add)
    }
  }
  for (const node of contentOf(publication.tree)) addNode(node, styles.body, setting, add)
  for (const { role, text } of additional) add(styles[role], text)

  return faces.flatMap(face => {
    const found = used.get(face)
    return found === undefined || found.characters.size === 0 ? [] : [{ face, ...found }]
  })
}

const headingRoles = ['heading1', 'heading2', 'heading3', 'heading4', 'heading5', 'heading6'] as const

interface Setting {
  readonly design: Design
  /** Between a caption's label and its text. */
  readonly separator: string
}

/** Of labels and of the acronyms of a list, as the style sheets have them. */
const labelWeight = 700

/** Each node in its own style or, where it has none, that of what it stands in. */
function addNode(node: PublicationNode, around: Face, setting: Setting, add: Add): void {
  const { design } = setting
  const { inline, styles } = design
  if (node.type === 'text' || node.type === 'abbreviation') add(around, node.value)
  else if (node.type === 'inlineCode') add({ ...around, family: inline.code.family }, node.value)
  else if (node.type === 'code') add(styles.code, node.value)
  else if (node.type === 'footnoteReference') add({ ...around, figures: 'lining' }, node.number)
  else if (node.type === 'index' || node.type === 'glossary') addList(node, setting, add)
  else {
    const style = within(node, around, design)
    if (node.type === 'heading') add(style, `${node.number} `)
    if (node.type === 'list') add(styles.list, node.ordered ? '0123456789.-' : design.list.bullets.join(''))
    // On paper a link's address follows it.
    if (node.type === 'link') add(style, ` <${node.url}>`)
    if (node.type === 'figure' || node.type === 'table')
      add({ ...styles.caption, weight: labelWeight }, `${node.label}${setting.separator}`)
    const { own, title } = parts(node)
    for (const inner of title)
      addNode(inner, node.type === 'box' ? styles.boxTitle : styles.caption, setting, add)
    for (const inner of own) addNode(inner, style, setting, add)
    if (node.type === 'table') for (const inner of node.note) addNode(inner, styles.tableNote, setting, add)
  }
}

/** Titles and captions, which have a style of their own, and the rest. */
function parts(node: PublicationNode): Record<'own' | 'title', readonly PublicationNode[]> {
  const own = 'children' in node ? node.children : []
  if (node.type === 'box') return { own, title: node.title }
  return { own, title: node.type === 'figure' || node.type === 'table' ? node.caption : [] }
}

function addList(node: Index | Glossary, { design: { styles }, separator }: Setting, add: Add): void {
  add(styles.indexTitle, node.title)
  if (node.type === 'index') {
    for (const { label, text } of node.entries) add(styles.index, `${label}${separator} ${text}`)
    return
  }
  for (const { acronym, expansion } of node.entries) {
    add({ ...styles.glossary, weight: labelWeight }, acronym)
    add(styles.glossary, expansion)
  }
}

/** The style inside a node that holds others. */
function within(node: PublicationNode, style: Face, { inline, styles }: Design): Face {
  switch (node.type) {
    case 'heading':
      return styles[headingRoles[node.look - 1] ?? 'heading6']
    case 'paragraph':
      if (node.role === 'inner-heading') return { ...style, weight: inline.strong.weight }
      return node.role === 'repeat-reference' ? styles.repeatReference : style
    case 'tableCell':
      return node.heads === 'none' ? styles.tableCell : styles.tableHead
    case 'box':
      return styles.box
    case 'strong':
      return { ...style, weight: inline.strong.weight }
    // Emphasis inside emphasis stays italic, as in a browser.
    case 'emphasis':
      return { ...style, italic: true }
    case 'superscript':
    case 'subscript':
      return { ...style, figures: 'lining' }
    case 'styled':
      if (node.style === 'small-caps') return { ...style, smallCaps: true }
      return node.style === 'keyboard' ? { ...style, family: inline.code.family } : style
    // In a box, a cell or a note they look as what they stand in.
    case 'list':
      return style === styles.body ? styles.list : style
    case 'blockquote':
      return style === styles.body || style === styles.list ? styles.quotation : style
    case 'definitionTerm':
      return styles.term
    case 'definitionDescription':
      return styles.description
    case 'footnoteDefinition':
      return styles.footnote
    case 'signature':
      return styles.signature
    case 'address':
      return styles.address
    default:
      return style
  }
}
