/** Writes our nodes and attributes back as Markdown, which reading gives the same tree for. */
import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import { defaultHandlers, type Handle, type Options } from 'mdast-util-to-markdown'
import remarkGfm from 'remark-gfm'
import { unified } from 'unified'
import type { BoxKind, PictureWidth } from '../publication/model.ts'
import { attributesOf, container, type NodeOf } from './markdown-parts.ts'
import { tableToMarkdown } from './markdown-table.ts'

export interface MarkdownOptions {
  /** Folder of the text, relative to the project: pictures are named from there. */
  readonly folder?: string
}

/**
 * @returns an extension of mdast-util-to-markdown, GFM's included: `toMarkdown(tree, { extensions: [it] })`. Sections
 * come out as their headings, generated text (page labels) not at all
 */
export function pliegoToMarkdown({ folder = '' }: MarkdownOptions = {}): Options {
  return {
    extensions: [
      ...gfm(),
      {
        handlers: { ...blocks(folder), ...inlines } satisfies Record<string, Handle>,
        // What is an attribute, a variable, a directive or a description is none when it is text.
        unsafe: [
          { character: '{', inConstruct: 'phrasing' },
          { character: '^', inConstruct: 'phrasing' },
          { atBreak: true, character: ':', after: '[:\\s]' },
          { character: '\n', inConstruct: 'pliegoLabel' },
        ],
      },
    ],
  }
}

declare module 'mdast-util-to-markdown' {
  interface ConstructNameMap {
    pliegoLabel: 'pliegoLabel'
  }
}

declare module 'unified' {
  interface Data {
    /** Set by remark-gfm (and whoever writes Markdown). */
    toMarkdownExtensions?: Options[]
  }
}

/** As reading has it: a single `~` is text. */
function gfm(): readonly Options[] {
  return unified().use(remarkGfm, { singleTilde: false }).freeze().data().toMarkdownExtensions ?? []
}

const boxNames: Readonly<Record<BoxKind, string>> = {
  note: 'nota',
  'key-message': 'mensaje-clave',
  warning: 'advertencia',
  recommendation: 'recomendacion',
  summary: 'resumen',
}
const indexNames = { sections: 'indice', figures: 'indice-de-figuras', tables: 'indice-de-cuadros' }

function blocks(folder: string) {
  return {
    root: (node: Root, _, state, info) =>
      state.containerFlow({ ...node, children: [...node.children, ...(node.data?.notes ?? [])] }, info),
    section: (node: NodeOf<'section'>, _, state, info) => state.containerFlow(node, info),
    heading: attributed(' ', (node, parent, state, info) =>
      // As its author wrote it, not as the nesting has it.
      defaultHandlers.heading({ ...node, depth: node.data?.look ?? node.depth }, parent, state, info),
    ),
    // GFM's puts the box of a task before it.
    paragraph: attributed('\n', gfmHandler('paragraph')),
    blockquote: (node: NodeOf<'blockquote'>, parent, state, info) =>
      defaultHandlers.blockquote(withLastParagraph(node), parent, state, info),
    footnoteDefinition: (node: NodeOf<'footnoteDefinition'>, parent, state, info) =>
      gfmHandler('footnoteDefinition')(withLastParagraph(node), parent, state, info),
    code: inLanguage((node: NodeOf<'code'>, parent, state, info) => {
      const written = attributesOf(node)
      if (written === '') return defaultHandlers.code(node, parent, state, info)
      const [lang = written, ...meta] = [node.lang, node.meta, written].filter(part => !!part)
      return defaultHandlers.code({ ...node, lang, meta: meta.join(' ') || null }, parent, state, info)
    }),
    list: inLanguage(defaultHandlers.list),
    thematicBreak: inLanguage(defaultHandlers.thematicBreak),
    table: inLanguage((node: NodeOf<'table'>, parent, state, info) =>
      tableToMarkdown(node, parent, state, info, gfmHandler('table')),
    ),
    box: (node: NodeOf<'box'>, _, state) =>
      container(boxNames[node.kind], node.title, attributesOf(node), node.children, state),
    columns: inLanguage((node: NodeOf<'columns'>, _, state) => {
      const count = node.count === 2 ? [] : [`n=${node.count}`]
      return container('columnas', [], attributesOf(node, count), node.children, state)
    }),
    signature: inLanguage((node: NodeOf<'signature'>, _, state) =>
      container('firma', [], attributesOf(node), node.children, state),
    ),
    address: inLanguage((node: NodeOf<'address'>, _, state) =>
      container('direccion', [], attributesOf(node), node.children, state),
    ),
    pageBreak: (node: NodeOf<'pageBreak'>) => `::salto${attributesOf(node)}`,
    glossary: (node: NodeOf<'glossary'>) => `::siglas${attributesOf(node)}`,
    index: (node: NodeOf<'index'>) => {
      const depth = node.of !== 'sections' || node.depth === 6 ? [] : [`nivel=${node.depth}`]
      return `::${indexNames[node.of]}${attributesOf(node, depth)}`
    },
    figure: inLanguage((node: NodeOf<'figure'>, _, state, info) => {
      const { image, alternative: alt, children, decorative, width } = node
      // A caption is Markdown in the title, whose own escapes the handler of pictures adds.
      const title =
        state.containerPhrasing({ type: 'paragraph', children }, { ...info, before: ' ', after: ' ' }) || null
      const url = pathFrom(folder, image)
      const picture = defaultHandlers.image({ type: 'image', url, alt, title }, undefined, state, info)
      return `${picture}${attributesOf({ type: 'figure', data: withoutPicture(node.data) }, pictureValues(decorative, width))}`
    }),
    definitionList: inLanguage((node: NodeOf<'definitionList'>, _, state, info) => {
      const entries = node.children.map(child => state.handle(child, node, state, info))
      return entries
        .map((entry, at) => {
          const before = node.children[at - 1]
          const apart =
            before?.type === 'definitionDescription' && node.children[at]?.type === 'definitionTerm'
          return `${at === 0 ? '' : apart ? '\n\n' : '\n'}${entry}`
        })
        .join('')
    }),
    definitionTerm: attributed(' ', (node: NodeOf<'definitionTerm'>, _, state, info) =>
      state.containerPhrasing(
        { type: 'paragraph', children: node.children },
        { ...info, before: '\n', after: '\n' },
      ),
    ),
    definitionDescription: (node: NodeOf<'definitionDescription'>, _, state, info) => {
      const text = state.containerFlow({ type: 'root', children: node.children }, info)
      return state.indentLines(text, (line, at, blank) => `${at === 0 ? ':   ' : blank ? '' : '    '}${line}`)
    },
  } satisfies Record<string, Handle>
}

const inlines = {
  superscript: element('sup'),
  subscript: element('sub'),
  styled: (node: NodeOf<'styled'>, parent, state, info) => {
    if (node.style !== 'small-caps') return element(styleNames[node.style])(node, parent, state, info)
    const inner = state.containerPhrasing(
      { type: 'paragraph', children: node.children },
      { ...info, before: '[', after: ']' },
    )
    return `[${inner}]{.versalitas}`
  },
  span: (node: NodeOf<'span'>, parent, state, info) =>
    element('span', `lang="${node.language}"`)(node, parent, state, info),
  abbreviation: (node: NodeOf<'abbreviation'>, _, state, info) => {
    const title = node.expansion.replace(/[&"<>\n]/g, character => `&#${character.charCodeAt(0)};`)
    return `<abbr title="${title}">${state.safe(node.value, { ...info, before: '>', after: '<' })}</abbr>`
  },
  labelReference: (node: NodeOf<'labelReference'>) => `[@${node.target}]`,
  link: attributed('', defaultHandlers.link),
  image: attributed('', defaultHandlers.image),
  // Where a text stands in one line, its break does too.
  break: (node: NodeOf<'break'>, parent, state, info) =>
    state.stack.some(name => name === 'tableCell' || name === 'pliegoLabel' || name === 'headingAtx')
      ? '<br>'
      : defaultHandlers.break(node, parent, state, info),
  crossReference: (node: NodeOf<'crossReference'>, parent, state, info) =>
    defaultHandlers.link(
      { type: 'link', url: `#${node.target}`, title: null, children: node.children },
      parent,
      state,
      info,
    ),
  // Made anew wherever there are pages.
  pageReference: () => '',
} satisfies Record<string, Handle>

const styleNames = { keyboard: 'kbd', highlight: 'mark', underline: 'u', insertion: 'ins' }

function element(name: string, attributes = ''): Handle {
  return (node: { children: PhrasingContent[] }, _, state, info) => {
    const inner = state.containerPhrasing(
      { type: 'paragraph', children: node.children },
      { ...info, before: '>', after: '<' },
    )
    return `<${name}${attributes && ` ${attributes}`}>${inner}</${name}>`
  }
}

/** GFM's own handler of a node. */
function gfmHandler(type: 'table' | 'footnoteDefinition' | 'paragraph'): Handle {
  const all = (extension: Options): readonly Options[] => [
    extension,
    ...(extension.extensions ?? []).flatMap(all),
  ]
  const found = gfm()
    .flatMap(all)
    .map(({ handlers }) => handlers?.[type])
    .find(handler => handler)
  if (!found) throw new Error(`GFM writes no ${type}`)
  return found
}

/** Language of a block that takes no attribute for it. */
function inLanguage(write: Handle): Handle {
  return (node: RootContent, parent, state, info) => {
    const language = node.data?.language
    if (language === undefined) return write(node, parent, state, info)
    const { language: _, ...data } = node.data ?? {}
    return container('lengua', [], `{lang=${language}}`, [{ ...node, data }], state)
  }
}

function attributed(separator: string, write: Handle): Handle {
  return (node: RootContent, parent, state, info) => {
    const text = write(node, parent, state, info)
    const written = attributesOf(node)
    return written === '' ? text : `${text}${separator}${written}`
  }
}

/** The attributes of a quotation or note stand in a last paragraph of their own. */
function withLastParagraph<Node extends NodeOf<'blockquote'> | NodeOf<'footnoteDefinition'>>(
  node: Node,
): Node {
  const written = attributesOf(node)
  if (written === '') return node
  const last: Paragraph = { type: 'paragraph', children: [{ type: 'html', value: written }] }
  return { ...node, children: [...node.children, last] }
}

/** What the node itself says of its picture. */
function withoutPicture(data: RootContent['data']) {
  if (data?.attributes === undefined) return data
  const { width: _width, decorative: _decorative, ...values } = data.attributes.values
  return { ...data, attributes: { ...data.attributes, values } }
}

function pictureValues(decorative: boolean, width: PictureWidth): readonly string[] {
  const number = (value: number) => String(Number(value.toFixed(3)))
  const own =
    width.kind === 'natural'
      ? []
      : [
          width.kind === 'share'
            ? `ancho=${number(width.share * 100)}%`
            : `ancho=${number((width.points * 2.54) / 72)}cm`,
        ]
  return [...own, ...(decorative ? ['decorativa'] : [])]
}

/** Both relative to the project, with `/`. */
function pathFrom(folder: string, path: string): string {
  const [from, to] = [folder.split('/').filter(Boolean), path.split('/')]
  let common = 0
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/')
}
