/** What text pasted from a word processor or a letter looks like and is not: lists, headings, paragraphs. Told, with the way out. */
import type { Code, Paragraph, Root, Text } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { placeOf } from '../diagnostics/place.ts'
import { report } from '../diagnostics/report.ts'
import { visit } from '../text/visit.ts'
import { type Context, offsets } from './context.ts'
import { isLiteral, sourceText } from './source-text.ts'

/** Bullets of word processors, which make no list in Markdown, and letters. */
const mark = /(^|\n)(?:([•‣▪●○■◦►➢❖·])[ \t]+|([b-z])\)[ \t])/gu
/** A heading is short, and ends like no sentence. */
const mostLetters = 80
const sentenceEnd = /[.,:;?!…]$/u
const fence = /^[ \t]*(?:`{3}|~{3})/

/** @param tree - of one file, as parsed; it stays as it is */
export function tellPasted(tree: Root, context: Context): void {
  visit(tree, 'paragraph', node => tellMarks(node, context))
  visit(tree, 'code', node => tellIndented(node, context))
  for (const [index, node] of tree.children.entries()) {
    const next = tree.children[index + 1]
    if (node.type !== 'paragraph' || next === undefined || next.type === 'heading') continue
    if (looksLikeHeading(node)) report(context.file, 'heading-lookalike', placeOf(node, context.file), {})
  }
}

/** One message a paragraph: the others are mended with it. */
function tellMarks({ children }: Paragraph, context: Context): void {
  let letters = ''
  for (const [index, node] of children.entries()) {
    if (node.type !== 'text') continue
    if (index === 0) letters = /^a\)[ \t]/.test(node.value) ? 'a' : ''
    const found = firstMark(node, index === 0, letters, context)
    if (found === null) continue
    const at = sourceText(node, context).at(found.at)
    report(context.file, 'list-marks', context.lines.place(at, at + found.written.length), {
      mark: found.written,
    })
    return
  }
}

/** @param letters - the last one that began a line; '' where none has */
function firstMark(node: Text, opens: boolean, letters: string, context: Context) {
  for (const { 1: before = '', 2: bullet, 3: letter = '', index } of node.value.matchAll(mark)) {
    if (before === '' && !opens) continue
    const written = bullet ?? `${letter})`
    const at = index + before.length
    if (!isLiteral(sourceText(node, context), at, written.length)) continue
    if (bullet !== undefined || follows(letter, letters)) return { at, written }
  }
  return null
}

function follows(letter: string, before: string): boolean {
  return before !== '' && letter.charCodeAt(0) === before.charCodeAt(0) + 1
}

function tellIndented(node: Code, { text, file }: Context): void {
  const { start, end } = offsets(node)
  if (fence.test(text.slice(start, end))) return
  report(file, 'code-indented', placeOf(node, file), {})
}

/** Bold as a whole, or in capitals as a whole, alone on its line. */
function looksLikeHeading(node: Paragraph): boolean {
  const text = plainText(node).trim()
  if (text.length > mostLetters || text.includes('\n') || sentenceEnd.test(text)) return false
  const [only] = node.children
  if (node.children.length !== 1 || only === undefined) return false
  if (only.type === 'strong') return true
  return only.type === 'text' && /\p{Lu}{2,}.*\s.*\p{Lu}{2,}/u.test(text) && !/\p{Ll}/u.test(text)
}
