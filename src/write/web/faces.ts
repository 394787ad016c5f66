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

/**
 * @param edition - the document
 * @param additional - contents, footer and the like
 * @returns the faces in the design's order, those with no characters left out
 */
export function usedFaces(edition: Edition, additional: readonly InterfaceText[]): readonly UsedFace[] {
  const { design, opening, publication } = edition
  const collector = new Collector(design)
  for (const block of opening) {
    if (block.role === 'field') {
      collector.add(design.styles.fieldLabel, block.label)
      collector.inlines(block.children, design.styles.fieldValue)
    } else {
      if (block.role === 'summary') collector.add(design.styles.summaryLabel, block.label)
      collector.inlines(block.children, design.styles[block.role])
    }
  }
  for (const block of publication.tree.children) collector.block(block, design.styles.body)
  for (const { role, text } of additional) collector.add(design.styles[role], text)
  return collector.result()
}

const headingRoles = ['heading1', 'heading2', 'heading3', 'heading4', 'heading5', 'heading6'] as const

class Collector {
  readonly #design: Design
  readonly #characters = new Map<FontFace, Set<number>>()

  constructor(design: Design) {
    this.#design = design
  }

  /** Text in a face; characters that it has no glyph for are left to the reader's own fonts. */
  add(style: Face, text: string): void {
    const face = chooseFace(this.#design.faces, style.family, style.weight, style.italic)
    if (face === undefined) return
    const characters = this.#characters.get(face) ?? new Set()
    this.#characters.set(face, characters)
    for (const character of style.uppercase ? text + text.toUpperCase() : text) {
      characters.add(character.codePointAt(0) ?? 0)
    }
  }

  block(node: Block, style: TextStyle): void {
    const { styles } = this.#design
    if (node.type === 'heading') {
      const own = styles[headingRoles[node.look - 1] ?? 'heading6']
      this.add(own, `${node.number} `)
      this.inlines(node.children, own)
    } else if (node.type === 'paragraph') {
      this.inlines(node.children, node.role === 'body' ? style : styles.repeatReference)
    } else if ('children' in node) {
      const inner =
        node.type === 'blockquote' ? styles.quotation : node.type === 'list' ? styles.list : undefined
      for (const child of node.children) this.block(child, inner ?? style)
    }
  }

  inlines(nodes: readonly Inline[], style: Face): void {
    for (const node of nodes) this.#inline(node, style)
  }

  #inline(node: Inline, style: Face): void {
    const { inline } = this.#design
    if (node.type === 'text') this.add(style, node.value)
    else if (node.type === 'inlineCode') this.add({ ...style, family: inline.code.family }, node.value)
    else if ('children' in node) this.inlines(node.children, within(node, style, inline))
  }

  result(): readonly UsedFace[] {
    return this.#design.faces.flatMap(face => {
      const characters = this.#characters.get(face)
      return characters === undefined || characters.size === 0 ? [] : [{ face, characters }]
    })
  }
}

/** Emphasis inside emphasis stays italic, as in a browser. */
function within(node: PublicationNode, style: Face, inline: Design['inline']): Face {
  if (node.type === 'strong') return { ...style, weight: inline.strong.weight }
  if (node.type === 'emphasis') return { ...style, italic: true }
  return style
}
