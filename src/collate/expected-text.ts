/** Text of the publication in the neutral form: its pieces with what marks them, as far as a format can tell it. */
import type { Format } from '../publication/exceptions.ts'
import type { Inline } from '../publication/model.ts'
import { isLeftOut, isReduced } from './allowed.ts'
import { lineBreak, type Piece } from './sequence.ts'

export interface TextContext {
  readonly format: Format
  /** Of the document, BCP 47. */
  readonly language: string
  /** Of a note, by its id. */
  readonly number: (target: string) => string
}

/** The marks that a block's own language gives all of its text. */
export function own(node: { readonly language: string }, { language }: TextContext): readonly string[] {
  return node.language === language ? [] : [`language ${node.language}`]
}

export function inlines(
  nodes: readonly Inline[],
  context: TextContext,
  marks: readonly string[],
): readonly Piece[] {
  return nodes.flatMap(node => inline(node, context, marks))
}

function inline(node: Inline, context: TextContext, marks: readonly string[]): readonly Piece[] {
  const { format } = context
  const within = (mark: string) =>
    'children' in node
      ? inlines(node.children, context, [...marks, mark])
      : [{ text: 'value' in node ? node.value : '', marks: [...marks, mark] }]
  switch (node.type) {
    case 'text':
      return [{ text: node.value, marks }]
    case 'emphasis':
      return marks.includes('emphasis') && isReduced('emphasis in emphasis', format)
        ? inlines(
            node.children,
            context,
            marks.filter(mark => mark !== 'emphasis'),
          )
        : within(node.type)
    case 'strong':
    case 'superscript':
    case 'subscript':
      return within(node.type)
    case 'delete':
      return within('strike')
    case 'inlineCode':
      return within('code')
    case 'styled':
      return within(node.style)
    case 'break':
      return [{ text: isReduced('break', format) ? ' ' : lineBreak, marks }]
    case 'span': {
      const others = marks.filter(mark => !mark.startsWith('language '))
      return inlines(node.children, context, [...others, ...own(node, context)])
    }
    case 'abbreviation':
      return within(`expansion ${node.expansion}`)
    case 'link':
      return within(`link ${node.url}`)
    case 'crossReference':
      return inlines(node.children, context, marks).map(piece => ({ ...piece, target: node.target }))
    case 'pageReference': {
      if (isLeftOut('pageReference', format)) return []
      return [{ text: `${node.before}${unknownPage}${node.after}`, marks }]
    }
    case 'footnoteReference':
      return [{ text: context.number(node.target), marks: ['note'], target: node.target }]
    case 'image':
      return node.decorative ? [] : [{ text: `⟦picture ${node.alternative}⟧`, marks }]
  }
}

/** The number of a page is known to layout alone: readers put the same sign in its place. */
export const unknownPage = '№'
