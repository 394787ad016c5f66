/** Which faces the text uses, and which characters in each: what a subset has to hold. */
import type { Design, Role, TextStyle } from '../../design/types.ts'
import { chooseFace } from '../../fonts/face.ts'
import type { FontFace } from '../../fonts/types.ts'
import type { UsedFace } from '../../fonts/web-fonts.ts'
import type { Block, Inline, PublicationNode } from '../../publication/model.ts'
import type { Edition } from '../types.ts'

/** Text of the program's own, and the role whose style it is set in. */
export interface InterfaceText {
  readonly role: Role
  readonly text: string
}

type Face = Pick<TextStyle, 'family' | 'weight' | 'italic' | 'uppercase'>

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
  const used = new Map<FontFace, Set<number>>()
  const add: Add = (style, text) => {
    // Characters that the face has no glyph for are left to the reader's own fonts.
    const face = chooseFace(faces, style.family, style.weight, style.italic)
    if (face === undefined) return
    const characters = used.get(face) ?? new Set()
    used.set(face, characters)
    for (const character of style.uppercase ? text + text.toUpperCase() : text) {
      characters.add(character.codePointAt(0) ?? 0)
    }
  }

  for (const { role, label, children } of opening) {
    if (role === 'field') add(styles.fieldLabel, label)
    if (role === 'summary') add(styles.summaryLabel, label)
    addInlines(children, role === 'field' ? styles.fieldValue : styles[role], design, add)
  }
  for (const block of publication.tree.children) addBlock(block, styles.body, design, add)
  for (const { role, text } of additional) add(styles[role], text)

  return faces.flatMap(face => {
    const characters = used.get(face)
    return characters === undefined || characters.size === 0 ? [] : [{ face, characters }]
  })
}

const headingRoles = ['heading1', 'heading2', 'heading3', 'heading4', 'heading5', 'heading6'] as const

function addBlock(node: Block, around: TextStyle, design: Design, add: Add): void {
  const { styles } = design
  if (node.type === 'heading') {
    const own = styles[headingRoles[node.look - 1] ?? 'heading6']
    add(own, `${node.number} `)
    addInlines(node.children, own, design, add)
  } else if (node.type === 'paragraph') {
    addInlines(node.children, node.role === 'body' ? around : styles.repeatReference, design, add)
  } else if ('children' in node) {
    if (node.type === 'list') add(styles.list, node.ordered ? '0123456789.-' : design.list.bullets.join(''))
    const inner = node.type === 'blockquote' ? styles.quotation : node.type === 'list' ? styles.list : around
    for (const child of node.children) addBlock(child, inner, design, add)
  }
}

function addInlines(nodes: readonly Inline[], style: Face, design: Design, add: Add): void {
  const { inline } = design
  for (const node of nodes) {
    if (node.type === 'text') add(style, node.value)
    else if (node.type === 'inlineCode') add({ ...style, family: inline.code.family }, node.value)
    else if ('children' in node) {
      // On paper a link's address follows it.
      if (node.type === 'link') add(style, ` <${node.url}>`)
      addInlines(node.children, within(node, style, inline), design, add)
    }
  }
}

/** Emphasis inside emphasis stays italic, as in a browser. */
function within(node: PublicationNode, style: Face, inline: Design['inline']): Face {
  if (node.type === 'strong') return { ...style, weight: inline.strong.weight }
  if (node.type === 'emphasis') return { ...style, italic: true }
  return style
}
