/**
 * Comments of those who work on a text, `{>>@Ana 2026-11-20: …<<}` (CriticMarkup): taken out of it, kept on its block.
 * There is no directive for the same: two forms of one thing would each need answers, places and messages of their own.
 */
import type { Nodes, Parents, Root, Text } from 'mdast'
import { report } from '../diagnostics/report.ts'
import type { Comment } from '../publication/model.ts'
import { type Context, offsets } from './context.ts'
import { sourceText } from './source-text.ts'

const open = '{>>'
const close = '<<}'

/** Before anything else in texts is read: what a comment says is no part of the text. */
export function takeComments(tree: Root, context: Context): void {
  if (context.text.includes(open)) walk(tree, null, context)
}

type Holder = Extract<Nodes, { type: 'paragraph' | 'heading' | 'tableCell' }>

function walk(parent: Parents, holder: Holder | null, context: Context): void {
  if (holder !== null) take(parent, holder, context)
  for (const child of parent.children) {
    if (!('children' in child)) continue
    const holds = child.type === 'paragraph' || child.type === 'heading' || child.type === 'tableCell'
    walk(child, holds ? child : holder, context)
    if (child === holder || !holds || child.type === 'tableCell') continue
    if (child.children.length === 0 && child.data?.comments !== undefined) tellAlone(child, context)
  }
}

function tellAlone(node: Holder, { lines, file }: Context): void {
  const { start, end } = offsets(node)
  report(file, 'comment-place', lines.place(start, end), { detail: 'comment-alone' })
}

function take(parent: Parents, holder: Holder, context: Context): void {
  let before = -1
  for (let index = 0; index < parent.children.length; index++) {
    const first = parent.children[index]
    const at = first?.type === 'text' ? opening(first, context) : -1
    if (first?.type !== 'text' || at < 0) continue
    const from = sourceText(first, context).at(at)
    const last = closing(parent, index, at)
    if (last === null) {
      report(context.file, 'comment-place', context.lines.place(from, from + open.length), {
        detail: 'comment-open',
      })
      return
    }
    const to = sourceText(last.node, context).at(last.at)
    const reply = before >= 0 && context.text.slice(before, from).trim() === ''
    const comment = commentOf(context.text.slice(from + open.length, to), reply)
    holder.data = { ...holder.data, comments: [...(holder.data?.comments ?? []), comment] }
    before = to + close.length
    const rest = remains(first, at, last, last.index === parent.children.length - 1, context)
    // Texts in the place of texts: every parent that holds one takes more of them.
    parent.children.splice(index, last.index - index + 1, ...(rest as never[]))
    index--
  }
}

function opening(node: Text, context: Context): number {
  for (let at = node.value.indexOf(open); at >= 0; at = node.value.indexOf(open, at + 1)) {
    if (sourceText(node, context).literal(at)) return at
  }
  return -1
}

interface Closing {
  readonly node: Text
  readonly index: number
  readonly at: number
}

function closing(parent: Parents, from: number, at: number): Closing | null {
  for (let index = from; index < parent.children.length; index++) {
    const node = parent.children[index]
    if (node?.type !== 'text') continue
    const found = node.value.indexOf(close, index === from ? at : 0)
    if (found >= 0) return { node, index, at: found }
  }
  return null
}

/** The text on either side, with one space between and none at the end. */
function remains(first: Text, at: number, last: Closing, ends: boolean, context: Context): readonly Text[] {
  const end = last.at + close.length
  const behind = last.node.value.slice(end)
  const skipped =
    /\s$/.test(first.value.slice(0, at)) || at === 0 ? behind.length - behind.trimStart().length : 0
  const ahead = ends && behind.trim() === '' ? first.value.slice(0, at).trimEnd().length : at
  return [
    part(first, 0, ahead, context),
    part(last.node, end + skipped, last.node.value.length, context),
  ].filter(({ value }) => value.trim() !== '' || (value !== '' && !ends))
}

function part(node: Text, from: number, to: number, context: Context): Text {
  const { at } = sourceText(node, context)
  const position = { start: context.lines.point(at(from)), end: context.lines.point(at(to)) }
  return { type: 'text', value: node.value.slice(from, to), position }
}

/** `@author date:` before what is said; either may be missing. */
function commentOf(source: string, reply: boolean): Comment {
  const [head = '', author = '', date = ''] =
    /^\s*@([^:\n]{1,80}?)(?:\s+(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])))?\s*:\s/.exec(source) ?? []
  return { author: author.trim(), date, text: source.slice(head.length).replace(/\s+/g, ' ').trim(), reply }
}
