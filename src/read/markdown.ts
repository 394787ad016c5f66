import type { Root } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'

/**
 * CommonMark with GitHub's tables, notes, strikethrough and bare addresses, and YAML front matter.
 *
 * A single `~` is text («~5 %»), only `~~` strikes through.
 *
 * @param text - of one document, with `\n` line ends
 * @returns its tree; every node has its position
 */
export function parseMarkdown(text: string): Root {
  return unified()
    .use(remarkParse)
    .use(remarkGfm, { singleTilde: false })
    .use(onlyParsedLinks)
    .use(remarkFrontmatter)
    .parse(text)
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
