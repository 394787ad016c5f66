/** Inline nodes as runs (ECMA-376 Part 1, 17.3.2 and 17.16.22). */
import { TextRun, type XmlComponent } from 'docx'
import type { Handlers, Inline } from '../../publication/model.ts'
import { field, type RunContext, type Runs, runFormat, textRun, xml } from './runs.ts'
import { characterStyles } from './styles.ts'
import { runText } from './text.ts'

export const inlineHandlers = {
  text: (node, context) => [textRun(node.value, runFormat(context))],
  strong: (node, context) => inlines(node.children, { ...context, bold: true }),
  emphasis: (node, context) => inlines(node.children, { ...context, emphasis: !context.emphasis }),
  inlineCode: (node, context) => [
    textRun(node.value, runFormat({ ...context, character: characterStyles.code })),
  ],
  break: (_, context) => [new TextRun({ children: [xml('w:br')], ...runFormat(context) })],
  link(node, context) {
    const { links } = context.build
    const id = links.get(node.url) ?? `rIdLink${links.size + 1}`
    links.set(node.url, id)
    const tooltip = node.title === '' ? undefined : runText(node.title)
    return [hyperlink({ 'r:id': id, 'w:tooltip': tooltip, 'w:history': 1 }, node.children, context)]
  },
  crossReference(node, context) {
    const anchor = bookmark(node.target, context)
    return [hyperlink({ 'w:anchor': anchor, 'w:history': 1 }, node.children, context)]
  },
  pageReference(node, context) {
    const code = `PAGEREF ${bookmark(node.target, context)} \\h`
    return [
      textRun(node.before, runFormat(context)),
      ...field(code, pageLabel(node.target, context), runFormat(context)),
      textRun(node.after, runFormat(context)),
    ]
  },
} satisfies Pick<Handlers<RunContext, Runs>, Inline['type']>

export function inlines(nodes: readonly Inline[], context: RunContext): Runs {
  return nodes.flatMap(node => {
    // TypeScript does not relate a handler's parameter to the node that chose it.
    const handler = inlineHandlers[node.type] as (node: Inline, context: RunContext) => Runs
    return handler(node, context)
  })
}

function hyperlink(
  attributes: Readonly<Record<string, string | number | undefined>>,
  children: readonly Inline[],
  context: RunContext,
): XmlComponent {
  return xml('w:hyperlink', attributes, inlines(children, { ...context, character: characterStyles.link }))
}

function bookmark(target: string, context: RunContext): string {
  const name = context.build.bookmarks.get(target)
  if (name === undefined) throw new Error(`reference to «${target}», which is not in the tree`)
  return name
}

function pageLabel(target: string, context: RunContext): string {
  const { pages, anchors } = context.build.edition.layout()
  const anchor = anchors.get(target)
  const page = anchor === undefined ? undefined : pages[anchor.page]
  if (page === undefined) throw new Error(`layout has no anchor for «${target}»`)
  return page.label
}
