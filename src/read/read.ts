/** Reading one document, in call order: its files, then of each its text, bounds, tree and all that becomes of it. */
import { existsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Root, Yaml } from 'mdast'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { failed, report } from '../diagnostics/report.ts'
import { readAttributes } from './attributes.ts'
import { withinBounds, withinDepth } from './bounds.ts'
import type { Context } from './context.ts'
import { readDirectives } from './directives.ts'
import { type DocumentFiles, documentFiles } from './document-files.ts'
import type { Folders } from './files.ts'
import { checkFootnotes } from './footnotes.ts'
import { readFrontMatter } from './front-matter.ts'
import { readHtml } from './html.ts'
import { readImages } from './images.ts'
import { fromFiles } from './include.ts'
import { insertVariables, readReferences, type Variables } from './inline.ts'
import { type Lines, lines } from './lines.ts'
import { resolveLinks } from './links.ts'
import { parseMarkdown } from './markdown.ts'
import { describeFolder, folderFile, partNames, projectPath, readSource } from './source.ts'
import { checkTables } from './tables.ts'
import type { FrontMatter, SourceDocument } from './types.ts'
import { variablesOf } from './variables.ts'

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
 * @param path - of a text, or of a folder with a `document.yml`; absolute, or relative to the project
 * @param options.project - absolute path of the project's folder
 * @param options.fonts - folder with the typefaces of the template «base», for texts in drawings when they are made
 * pictures; none: such texts are missing there
 * @returns the document, or its messages alone (no `tree`) after an error; never throws for what the file holds
 */
export async function read(
  path: string,
  options: { readonly project: string; readonly fonts?: string },
): Promise<SourceDocument | FailedDocument> {
  const { project } = options
  const file = new VFile({ path: projectPath(path, project) })
  const absolute = resolve(project, path)
  const files = documentFiles(project, [])
  file.data.includes = files.includes
  file.data.texts = files.texts
  const parsed = existsSync(join(absolute, folderFile))
    ? readFolder(absolute, files, file)
    : readOne(absolute, files, file)
  if (parsed === null) return { file }
  let images: SourceDocument['images'] = new Map()
  if (files.pictures.size > 0) {
    const { finishImages } = await import('./finish-images.ts')
    images = await finishImages(files.pictures, options.fonts ?? '', file)
  }
  return failed(file) ? { file } : { file, ...parsed, sources: files.sources, images }
}

function readOne(absolute: string, files: DocumentFiles, file: VFile): ParsedText | null {
  const found = readSource(absolute, files.project, file)
  if (found === null) return null
  file.value = found.text
  files.texts.set(file.path, found.text)
  files.addSource(file.path, Buffer.from(found.text))
  return parse(found.text, file, { files, folders: foldersOf(dirname(absolute), files.project) })
}

/** What a document in this folder may take from the disk. */
function foldersOf(folder: string, project: string): Folders {
  return { folder, allowed: [folder, join(project, 'source'), join(project, 'templates')] }
}

function readFolder(absolute: string, files: DocumentFiles, file: VFile): ParsedText | null {
  const { project } = files
  const described = projectPath(join(absolute, folderFile), project)
  const yaml = readSource(join(absolute, folderFile), project, file)
  if (yaml === null) return null
  files.texts.set(described, yaml.text)
  files.addSource(described, Buffer.from(yaml.text))
  const names = partNames(absolute).filter(name => statSync(join(absolute, name)).isFile())
  files.addFolder(describeFolder(file.path, names))
  if (names.length === 0) report(file, 'folder-empty', file.path, { path: file.path })
  const frontMatter = readFrontMatter({ text: yaml.text, offset: 0 }, lines(yaml.text, described), file)
  const tree: Root = { type: 'root', children: [] }
  const environment = { files, folders: foldersOf(absolute, project) }
  for (const name of names) {
    const path = projectPath(join(absolute, name), project)
    const found = readSource(join(absolute, name), project, file)
    if (found === null) continue
    files.texts.set(path, found.text)
    files.addSource(path, Buffer.from(found.text))
    const variables = variablesOf(frontMatter ?? {})
    const part = parsePart(found.text, path, file, { ...environment, variables, chain: [path] })
    if (part === null) continue
    tree.children.push(...part.children)
    if (part.position !== undefined) tree.position ??= { ...part.position }
    if (tree.position !== undefined && part.position !== undefined) tree.position.end = part.position.end
  }
  return frontMatter === null || failed(file) ? null : { tree, frontMatter }
}

/** Where a text's pictures and includes come from; a text without one has neither. */
export interface Environment {
  readonly files: DocumentFiles
  readonly folders: Folders
}

/**
 * @param text - with `\n` line ends
 * @param file - gives the path, takes the messages
 * @param environment - none: pictures stay images that are not loaded
 * @returns null after an error in `file`
 */
export function parse(text: string, file: VFile, environment?: Environment): ParsedText | null {
  const context: Context = { text, lines: lines(text, file.path), file }
  const tree = treeOf(context)
  if (tree === null) return null
  const frontMatter = takeFrontMatter(tree, text, context.lines, file)
  const variables = variablesOf(frontMatter ?? {})
  finish(tree, context, environment && { ...environment, variables, chain: [file.path] }, '', variables)
  if (tree.children.length === 0 && !failed(file)) report(file, 'text-missing', file.path, {})
  return frontMatter === null || failed(file) ? null : { tree, frontMatter }
}

/** What a file that is not the document's own needs besides. */
export interface PartEnvironment extends Environment {
  readonly variables: Variables
  /** Paths of the files that include this one, the outermost first, itself last. */
  readonly chain: readonly string[]
}

/**
 * Reads an included file, or one of the files of a document; its nodes know that they come from it.
 *
 * @param path - relative to the project
 * @returns null where the text could not be parsed
 */
export function parsePart(
  text: string,
  path: string,
  file: VFile,
  environment: PartEnvironment,
): Root | null {
  const context: Context = { text, lines: placedLines(text, path), file }
  const tree = treeOf(context)
  if (tree === null) return null
  placeIn(tree, path)
  const [first] = tree.children
  if (first?.type === 'yaml') {
    report(file, 'include-front-matter', context.lines.place(0, 3), {})
    tree.children.shift()
  }
  finish(tree, context, environment, path, environment.variables)
  return tree
}

function treeOf({ text, lines: index, file }: Context): Root | null {
  if (!withinBounds(text, index, file)) return null
  const tree = parseMarkdown(text)
  return withinDepth(tree, index, file) ? tree : null
}

/** Notes are counted together: those of another file keep its path before their names. */
function finish(
  tree: Root,
  context: Context,
  environment: PartEnvironment | undefined,
  notePrefix: string,
  variables: Variables,
): void {
  const { file } = context
  insertVariables(tree, variables, context)
  resolveLinks(tree, file)
  readHtml(tree, context)
  readAttributes(tree, context)
  checkTables(tree, context)
  readReferences(tree, context)
  checkFootnotes(tree, notePrefix, context)
  if (environment !== undefined) readImages(tree, environment.folders, environment.files, file)
  readDirectives(tree, context, fromFiles(environment, context, parsePart))
}

function placedLines(text: string, path: string): Lines {
  const index = lines(text, path)
  return { ...index, point: offset => ({ ...index.point(offset), file: path }) }
}

function placeIn(tree: Root, path: string): void {
  visit(tree, node => {
    if (node.position === undefined) return
    node.position.start.file = path
    node.position.end.file = path
  })
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
