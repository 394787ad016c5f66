/** Reading, in call order: bytes, text, bounds, tree, front matter, links, attributes. */
import type { Root, Yaml } from 'mdast'
import { VFile } from 'vfile'
import { failed, report } from '../diagnostics/report.ts'
import { readAttributes } from './attributes.ts'
import { withinBounds, withinDepth } from './bounds.ts'
import { readFrontMatter } from './front-matter.ts'
import { type Lines, lines } from './lines.ts'
import { resolveLinks } from './links.ts'
import { parseMarkdown } from './markdown.ts'
import { projectPath, readSource } from './source.ts'
import type { FrontMatter, SourceDocument } from './types.ts'

/** A document that could not be read: the errors are in `file`. */
export interface FailedDocument {
  readonly file: VFile
}

/** A text as read: its tree without front matter, definitions and attributes. */
export interface ParsedText {
  readonly tree: Root
  readonly frontMatter: FrontMatter
}

/**
 * Reads one document.
 *
 * @param path - absolute, or relative to the project
 * @param options.project - absolute path of the project's folder
 * @returns the document, or its messages alone (no `tree`) after an error; never throws for what the file holds
 */
export async function read(
  path: string,
  options: { readonly project: string },
): Promise<SourceDocument | FailedDocument> {
  const file = new VFile({ path: projectPath(path, options.project) })
  const found = readSource(path, options.project, file)
  if (found === null) return { file }
  file.value = found.text
  const parsed = parse(found.text, file)
  return parsed === null ? { file } : { file, ...parsed, sources: [found.source], images: new Map() }
}

/**
 * @param text - with `\n` line ends
 * @param file - gives the path, takes the messages
 * @returns null after an error in `file`
 */
export function parse(text: string, file: VFile): ParsedText | null {
  const index = lines(text, file.path)
  if (!withinBounds(text, index, file)) return null
  const tree = parseMarkdown(text)
  if (!withinDepth(tree, index, file)) return null
  const frontMatter = takeFrontMatter(tree, text, index, file)
  resolveLinks(tree, file)
  readAttributes(tree, { text, lines: index, file })
  if (tree.children.length === 0 && !failed(file)) report(file, 'text-missing', file.path, {})
  return frontMatter === null || failed(file) ? null : { tree, frontMatter }
}

function takeFrontMatter(tree: Root, text: string, lines: Lines, file: VFile): FrontMatter | null {
  const [first] = tree.children
  if (first?.type === 'yaml') {
    tree.children.shift()
    return readFrontMatter({ text: first.value, offset: valueOffset(first, text) }, lines, file)
  }
  const stray = strayFrontMatter.exec(text)
  if (stray === null) return {}
  const [whole, blank = ''] = stray
  const detail =
    blank === '' ? 'falta la línea «---» que la cierra' : 'la línea «---» tiene que ser la primera'
  report(file, 'front-matter-syntax', lines.place(blank.length, whole.length), { detail })
  return null
}

/** What was meant as front matter and would be published as text: unclosed, or with blank lines before it. */
const strayFrontMatter = /^(\s*)---[ \t]*\n(?=[\p{L} _-]+:(?:[ \t]|\n))/u

function valueOffset(yaml: Yaml, text: string): number {
  return text.indexOf('\n', yaml.position?.start.offset) + 1
}
