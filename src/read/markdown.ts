import type { Root } from 'mdast'
import { directiveFromMarkdown } from 'mdast-util-directive'
import type { CompileContext, Extension as FromMarkdown, Token } from 'mdast-util-from-markdown'
import { defList } from 'micromark-extension-definition-list'
import { directive } from 'micromark-extension-directive'
import type { Construct, Extension } from 'micromark-util-types'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { whereMarked } from './marked-constructs.ts'
import type { DefinitionDescription, DefinitionList, DefinitionTerm } from './nodes.ts'

/**
 * CommonMark with GitHub's tables, notes, strikethrough and bare addresses, directives, definition lists, and YAML
 * front matter.
 *
 * A single `~` is text («~5 %»), only `~~` strikes through.
 *
 * @param text - of one file, with `\n` line ends
 * @returns its tree; every node has its position
 */
export function parseMarkdown(text: string): Root {
  const parser = unified()
    .use(remarkParse)
    .use(remarkGfm, { singleTilde: false })
    .use(onlyParsedLinks)
    .use(onlyWhereMarked, text)
  // What no text needs costs time at every line and word.
  if (/::|:[^\s:[{]+[[{]/.test(text)) parser.use(directives)
  if (/^[ \t>*+\-\d.)]*:(?:[ \t]|$)/m.test(text)) parser.use(definitionLists)
  return parser.use(remarkFrontmatter).parse(text)
}

function onlyWhereMarked(this: Processor, text: string): void {
  const data = this.data()
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map(extension => whereMarked(extension, text))
}

/**
 * Takes out GFM's second search for bare addresses, which runs over the finished tree: the nodes that it makes
 * have no position. It finds only what the parser has already read as something else.
 */
function onlyParsedLinks(this: Processor): void {
  const data = this.data()
  const extensions = data.fromMarkdownExtensions ?? []
  data.fromMarkdownExtensions = extensions.flat().map(({ transforms: _, ...extension }) => extension)
}

function directives(this: Processor): void {
  const data = this.data()
  const syntax = directive()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { ...syntax, text: marked(syntax.text) }]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), directiveFromMarkdown()]
}

const meant = /^:\p{L}[^[{]*(?:\[(?!\^)|\{)/u

/**
 * A directive in a line counts only with a name of letters and with `[…]` or `{…}`: `19:00`, `Asunto:informe` and
 * `urn:isbn:1` are text, and so is what a note's reference follows, as in `19:00[^1]`.
 */
function marked(constructs: Extension['text']): NonNullable<Extension['text']> {
  const colon = ':'.charCodeAt(0)
  const [inline] = [constructs?.[colon] ?? []].flat()
  if (inline === undefined) throw new Error('the directive syntax has no text construct')
  const strict: Construct = {
    ...inline,
    tokenize(effects, ok, nok) {
      const named: typeof ok = code => {
        const whole = this.events.at(-1)?.[1]
        return whole !== undefined && meant.test(this.sliceSerialize(whole)) ? ok(code) : nok(code)
      }
      return inline.tokenize.call(this, effects, named, nok)
    },
  }
  return { [colon]: strict }
}

function definitionLists(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), defList]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), definitionNodes]
}

const definitionNodes: FromMarkdown = {
  enter: {
    defList(token) {
      const node: DefinitionList = { type: 'definitionList', children: [], data: { hName: 'dl' } }
      this.enter(node, token)
    },
    defListTerm(token) {
      const node: DefinitionTerm = { type: 'definitionTerm', children: [], data: { hName: 'dt' } }
      this.enter(node, token)
    },
    defListDescription(token) {
      const node: DefinitionDescription = {
        type: 'definitionDescription',
        children: [],
        data: { hName: 'dd' },
      }
      this.enter(node, token)
    },
  },
  exit: { defList: leave, defListTerm: leave, defListDescription: leave },
}

function leave(this: CompileContext, token: Token): void {
  this.exit(token)
}
