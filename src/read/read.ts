/** Reading one document, in call order: its files, then of each its text, bounds, tree and all that becomes of it. */
import { existsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Root, Yaml } from 'mdast'
import { VFile } from 'vfile'
import { failed, report } from '../diagnostics/report.ts'
import { visit } from '../text/visit.ts'
import { readAttributes } from './attributes.ts'
import { withinBounds, withinDepth } from './bounds.ts'
import { captionReader } from './captions.ts'
import { takeComments } from './comments.ts'
import type { Context, Environment, PartEnvironment, Variables } from './context.ts'
import { readDirectives, takeCover } from './directives.ts'
import { type DocumentFiles, documentFiles } from './document-files.ts'
import type { Folders } from './files.ts'
import { checkFootnotes } from './footnotes.ts'
import { readFrontMatter } from './front-matter.ts'
import { readHtml } from './html.ts'
import { readImages } from './images.ts'
import { fromFiles } from './include.ts'
import { insertIntoAddresses, insertVariables, readReferences } from './inline.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { type Lines, lines } from './lines.ts'
import { resolveLinks } from './links.ts'
import { parseMarkdown } from './markdown.ts'
import { parsesInTime } from './parse-guard.ts'
import { tellPasted } from './pasted.ts'
import { stemOf } from './project.ts'
import { describeFolder, folderFile, partNames, projectPath, readSource } from './source.ts'
import { reportStrays, strayDirectives } from './stray-directives.ts'
import { checkTables } from './tables.ts'
import type { FrontMatter, SourceDocument } from './types.ts'
import { allClosed } from './unclosed.ts'
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
 * @param options.limits - those that are not as they are by default
 * @param options.fonts - folder with the typefaces of the template «base», for texts in drawings when they are made
 * pictures; none: such texts are missing there
 * @returns the document, or its messages alone (no `tree`) after an error; never throws for what the file holds
 */
export async function read(
  path: string,
  options: { readonly project: string; readonly fonts?: string; readonly limits?: Partial<Limits> },
): Promise<SourceDocument | FailedDocument> {
  const { project } = options
  const file = new VFile({ path: projectPath(path, project) })
  const absolute = resolve(project, path)
  const files = documentFiles(project, { ...defaultLimits, ...options.limits })
  file.data.includes = files.includes
  file.data.texts = files.texts
  file.data.stem = stemOf(absolute)
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
  const found = readSource(absolute, files, file)
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
  const yaml = readSource(join(absolute, folderFile), files, file)
  if (yaml === null) return null
  files.texts.set(described, yaml.text)
  files.addSource(described, Buffer.from(yaml.text))
  const names = partNames(absolute).filter(name => statSync(join(absolute, name)).isFile())
  files.addFolder(describeFolder(file.path, names))
  if (names.length === 0) report(file, 'folder-empty', file.path, { path: file.path })
  const frontMatter = readFrontMatter({ text: yaml.text, offset: 0 }, lines(yaml.text, described), file)
  const tree: Root = { type: 'root', children: [] }
  const environment = {
    files,
    folders: foldersOf(absolute, project),
    variables: variablesOf(frontMatter ?? {}),
  }
  let cover = false
  for (const [index, name] of names.entries()) {
    const path = projectPath(join(absolute, name), project)
    const found = readSource(join(absolute, name), files, file)
    if (found === null) continue
    files.texts.set(path, found.text)
    files.addSource(path, Buffer.from(found.text))
    const part = parsePart(found.text, path, file, { ...environment, opens: index === 0, chain: [path] })
    if (part === null) continue
    const { children, position } = part.tree
    if (part.cover) cover = true
    tree.children.push(...children)
    if (position !== undefined) tree.position ??= { ...position }
    if (tree.position !== undefined && position !== undefined) tree.position.end = position.end
  }
  return frontMatter === null || failed(file) ? null : { tree, frontMatter: covered(frontMatter, cover) }
}

/**
 * @param text - with `\n` line ends
 * @param file - gives the path, takes the messages
 * @param environment - none: pictures stay images that are not loaded
 * @returns null after an error in `file`
 */
export function parse(text: string, file: VFile, environment?: Environment): ParsedText | null {
  const limits = environment?.files.limits ?? defaultLimits
  const context: Context = { text, lines: lines(text, file.path), file, limits }
  const tree = treeOf(context)
  if (tree === null) return null
  const frontMatter = takeFrontMatter(tree, text, context.lines, file)
  const variables = variablesOf(frontMatter ?? {})
  const cover = takeCover(tree, context)
  finish(tree, context, environment && { ...environment, variables, chain: [file.path] }, '', variables)
  if (tree.children.length === 0 && !failed(file)) report(file, 'text-missing', file.path, {})
  return frontMatter === null || failed(file) ? null : { tree, frontMatter: covered(frontMatter, cover) }
}

/** `::portada` says what the front matter may say too. */
function covered(frontMatter: FrontMatter, cover: boolean): FrontMatter {
  return cover ? { ...frontMatter, cover } : frontMatter
}

/**
 * Reads an included file, or one of the files of a document; its nodes know that they come from it.
 *
 * @param path - relative to the project
 * @returns its tree, and whether it asks for a cover; null where the text could not be parsed
 */
function parsePart(
  text: string,
  path: string,
  file: VFile,
  environment: PartEnvironment,
): { readonly tree: Root; readonly cover: boolean } | null {
  const { limits } = environment.files
  const context: Context = { text, lines: placedLines(text, path), file, limits }
  const tree = treeOf(context)
  if (tree === null) return null
  placeIn(tree, path)
  const [first] = tree.children
  if (first?.type === 'yaml') {
    report(file, 'include-front-matter', context.lines.place(0, 3), {})
    tree.children.shift()
  }
  const cover = environment.opens === true && takeCover(tree, context)
  const { opens: _, ...inner } = environment
  finish(tree, context, inner, path, environment.variables)
  return { tree, cover }
}

function treeOf(context: Context): Root | null {
  if (!withinBounds(context) || !parsesInTime(context)) return null
  const tree = parseMarkdown(context.text)
  return withinDepth(tree, context) ? tree : null
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
  if (!allClosed(tree, context)) return
  tellPasted(tree, context)
  takeComments(tree, context)
  insertIntoAddresses(tree, variables, context)
  resolveLinks(tree, file)
  readHtml(tree, context)
  readAttributes(tree, context)
  checkTables(tree, context)
  readReferences(tree, context)
  checkFootnotes(tree, notePrefix, context)
  const caption = captionReader(tree, variables, notePrefix, context)
  const strays = strayDirectives(tree, context)
  insertVariables(tree, variables, context)
  if (environment !== undefined) readImages(tree, environment.folders, environment.files, caption, file)
  readDirectives(tree, context, fromFiles(environment, context, parsePart, caption))
  reportStrays(strays, context)
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
  const detail = blank === '' ? 'not-closed' : 'not-first'
  report(file, 'front-matter-syntax', lines.place(blank.length, whole.length), { detail })
  return null
}

/** What was meant as front matter and would be published as text: unclosed, or with blank lines before it. */
const strayFrontMatter = /^(\s*)---[ \t]*\n(?=[\p{L} _-]+:(?:[ \t]|\n))/u

function valueOffset(yaml: Yaml, text: string): number {
  return text.indexOf('\n', yaml.position?.start.offset) + 1
}
