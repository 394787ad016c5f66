/** Writes our nodes and attributes back as Markdown. */
import type { Parents, Root, RootContent } from 'mdast'
import { defaultHandlers, type Handle, type Options } from 'mdast-util-to-markdown'
import type { Attributes } from '../read/types.ts'
import type { CrossReference, Section } from './nodes.ts'

/** An extension of mdast-util-to-markdown for `toMarkdown(tree, { extensions: [pliegoToMarkdown] })`. */
export const pliegoToMarkdown: Options = {
  handlers: {
    section: (node: Section, _, state, info) => state.containerFlow(node, info),
    heading: withAttributes(' ', (node, parent, state, info) =>
      // As its author wrote it, not as the nesting has it.
      defaultHandlers.heading({ ...node, depth: node.data?.look ?? node.depth }, parent, state, info),
    ),
    paragraph: withAttributes('\n', defaultHandlers.paragraph),
    crossReference: (node: CrossReference, parent: Parents | undefined, state, info) =>
      defaultHandlers.link(
        { type: 'link', url: `#${node.target}`, title: null, children: node.children },
        parent,
        state,
        info,
      ),
    // Made anew wherever there are pages.
    pageReference: () => '',
  } satisfies Record<string, Handle>,
  // Braces of the text are no attributes.
  unsafe: [{ character: '{', inConstruct: 'phrasing' }],
}

function withAttributes(separator: string, write: Handle): Handle {
  return (node: RootContent | Root, parent, state, info) => {
    const text = write(node, parent, state, info)
    const attributes = written(node.data?.attributes)
    return attributes === '' ? text : `${text}${separator}{${attributes}}`
  }
}

function written(attributes: Attributes | undefined): string {
  if (attributes === undefined) return ''
  const values = Object.entries(attributes.values).map(([key, value]) => `${key}=${value}`)
  const id = attributes.id === undefined ? [] : [`#${attributes.id}`]
  return [...id, ...attributes.classes.map(name => `.${name}`), ...values].join(' ')
}
