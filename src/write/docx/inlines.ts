/** Inline nodes as runs (ECMA-376 Part 1, 17.3.2 and 17.16.22). */
import { TextRun, type XmlComponent } from 'docx'
import { stretches } from '../../fonts/fallback.ts'
import type { CrossReference, Handlers, Inline, Styled } from '../../publication/model.ts'
import type { Build } from './build.ts'
import { imageDrawing } from './drawings.ts'
import { noteReference } from './note-references.ts'
import { field, type RunContext, type RunFormat, type Runs, runFormat, textRun, xml } from './runs.ts'
import { characterStyles } from './styles.ts'
import { runText } from './text.ts'
import { hex } from './units.ts'

const inlineHandlers = {
  text: (node, context) => words(node.value, context),
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
    return [
      hyperlink(
        { 'r:id': id, 'w:tooltip': tooltip, 'w:history': 1 },
        inlines(node.children, linked(context)),
      ),
    ]
  },
  crossReference(node, context) {
    const anchor = bookmark(node.target, context.build)
    return [hyperlink({ 'w:anchor': anchor, 'w:history': 1 }, referenceText(node, linked(context)))]
  },
  pageReference(node, context) {
    const code = `PAGEREF ${bookmark(node.target, context.build)} \\h`
    return [
      textRun(node.before, runFormat(context)),
      ...field(code, pageLabel(node.target, context.build), runFormat(context)),
      textRun(node.after, runFormat(context)),
    ]
  },
  delete: (node, context) => inlines(node.children, marked(context, { strike: true })),
  superscript: (node, context) => inlines(node.children, marked(context, { superScript: true })),
  subscript: (node, context) => inlines(node.children, marked(context, { subScript: true })),
  styled: (node, context) => inlines(node.children, styled(node.style, context)),
  span: (node, context) => inlines(node.children, { ...context, language: node.language }),
  // Word has no home for what it stands for: a glossary may print it.
  abbreviation: (node, context) => words(node.value, context),
  footnoteReference: (node, context) => noteReference(node, context),
  image: (node, context) => [
    xml('w:r', {}, [imageDrawing(node, { width: context.room, less: 0 }, context.build)]),
  ],
} satisfies Pick<Handlers<RunContext, Runs>, Inline['type']>

export function inlines(nodes: readonly Inline[], context: RunContext): Runs {
  return nodes.flatMap(node => {
    // TypeScript does not relate a handler's parameter to the node that chose it.
    const handler = inlineHandlers[node.type] as (node: Inline, context: RunContext) => Runs
    return handler(node, context)
  })
}

/** Characters that the text's own family has not say which one they come from. */
function words(text: string, context: RunContext): Runs {
  const { design } = context.build.edition
  const format = runFormat(context)
  if (design.fallback.length === 0) return [textRun(text, format)]
  const { family, weight, italic } = context.style
  const wanted = { family, weight: context.bold ? 700 : weight, italic: context.emphasis !== italic }
  return stretches(design, wanted, text).map(({ text: part, family: other }) => {
    if (other === '') return textRun(part, format)
    context.build.standIns.add(other)
    return textRun(part, { ...format, font: other })
  })
}

function marked(context: RunContext, marks: RunFormat): RunContext {
  return { ...context, marks: { ...context.marks, ...marks } }
}

function styled(style: Styled['style'], context: RunContext): RunContext {
  if (style === 'keyboard') return { ...context, character: characterStyles.keyboard }
  if (style === 'small-caps') return marked(context, { smallCaps: true })
  if (style !== 'highlight') return marked(context, { underline: { type: 'single' } })
  const fill = hex(context.build.edition.design.highlight)
  return marked(context, { shading: { type: 'clear', color: 'auto', fill } })
}

function hyperlink(
  attributes: Readonly<Record<string, string | number | undefined>>,
  runs: Runs,
): XmlComponent {
  return xml('w:hyperlink', attributes, runs)
}

function linked(context: RunContext): RunContext {
  return { ...context, character: characterStyles.link }
}

/** «sección 2.1», «Figura 3»: a number that may change is a field. */
function referenceText({ target, children }: CrossReference, context: RunContext): Runs {
  const label = context.build.labels.get(target)
  const [text] = children
  if (label === undefined || text?.type !== 'text' || children.length > 1) return inlines(children, context)
  const before = text.value.slice(0, -label.text.length)
  if (before + label.text !== text.value || /[\p{L}\p{N}.]$/u.test(before)) return inlines(children, context)
  const format = runFormat(context)
  return [...(before === '' ? [] : [textRun(before, format)]), ...field(label.field, label.text, format)]
}

export function bookmark(target: string, { bookmarks }: Build): string {
  const name = bookmarks.get(target)
  if (name === undefined) throw new Error(`reference to «${target}», which is not in the tree`)
  return name
}

export function pageLabel(target: string, { edition }: Build): string {
  const { pages, anchors } = edition.layout()
  const anchor = anchors.get(target)
  const page = anchor === undefined ? undefined : pages[anchor.page]
  if (page === undefined) throw new Error(`layout has no anchor for «${target}»`)
  return page.label
}
