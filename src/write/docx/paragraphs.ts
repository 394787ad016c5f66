/** Paragraphs: placed, labelled, bookmarked (ECMA-376 Part 1, 17.3.1). */
import { BorderStyle, type IParagraphOptions, Paragraph, Tab, TextRun } from 'docx'
import type { TextStyle } from '../../design/types.ts'
import type { Inline } from '../../publication/model.ts'
import { blockBookmark, sectionBookmark } from './bookmarks.ts'
import type { Build } from './build.ts'
import { commented } from './comments.ts'
import {
  type BlockContext,
  type ListState,
  type ParagraphRole,
  rightEdge,
  room,
  styleInsets,
  textEdge,
} from './context.ts'
import { boxOptions } from './format.ts'
import { inlines } from './inlines.ts'
import { continuationOf, deepestLevel } from './numbering.ts'
import { bookmarked, languageFormat, paragraphChildren, type Runs, runContext, textRun } from './runs.ts'
import { boxInsets } from './style-properties.ts'
import { boxStyle, styleOf, styleSheet } from './styles.ts'
import { checkBox } from './tasks.ts'
import { twips } from './units.ts'

/** A block of the tree that is one paragraph. */
export interface LeafNode {
  readonly id: string
  readonly language: string
}

/** A paragraph that holds text of the tree, under a bookmark with the block's id. */
export function leaf(
  node: LeafNode,
  role: ParagraphRole,
  children: readonly Inline[],
  context: BlockContext,
  options: IParagraphOptions = {},
): Paragraph {
  const { build } = context
  const runs = inlines(
    children,
    runContext(build, styleOf(role, build.edition.design), node.language, {}, room(context)),
  )
  return leafOf(node, role, runs, context, options)
}

export function leafOf(
  node: LeafNode,
  role: ParagraphRole,
  runs: Runs,
  context: BlockContext,
  options: IParagraphOptions = {},
): Paragraph {
  const { build } = context
  const mark = languageFormat(node.language, build)
  const all = mark.language === undefined ? options : { ...options, run: mark }
  const named = bookmarked(blockBookmark(node.id), runs, build)
  return paragraph(role, commented(node.id, named, build), context, all)
}

export function paragraph(
  role: ParagraphRole,
  runs: Runs,
  context: BlockContext,
  options: IParagraphOptions = {},
): Paragraph {
  const { build, list, note } = context
  const label = list?.item.waiting === true ? list : null
  if (label !== null) label.item.waiting = false
  const mark = note?.waiting === true ? [...note.mark, textRun(' ')] : []
  if (note !== null) note.waiting = false
  const pageBreakBefore = build.pageBreak
  build.pageBreak = false
  const sections = build.openingSections.splice(0)
  const children = sections.reduceRight<Runs>(
    (inner, id) => bookmarked(sectionBookmark(id), inner, build),
    runs,
  )
  return new Paragraph({
    ...placement(role, context, label),
    ...(context.align === null ? {} : { alignment: context.align }),
    ...(context.keepNext ? { keepNext: true } : {}),
    ...options,
    ...(pageBreakBefore ? { pageBreakBefore } : {}),
    ...(list === null ? {} : listNumbering(list, label !== null, build)),
    ...(role === 'body' ? {} : { style: options.style ?? framedStyle(role, context) ?? styleSheet[role].id }),
    children: paragraphChildren([...mark, ...taskLabel(label, context), ...children]),
  })
}

/**
 * The label of an item that begins with what no label can stand before, on a line of its own: Word draws borders and
 * backgrounds around the label too.
 */
export function labelAlone(role: ParagraphRole, context: BlockContext): readonly Paragraph[] {
  if (context.list?.item.waiting !== true) return []
  return [paragraph(role, [], context, { keepNext: true })]
}

function listNumbering(list: ListState, isFirst: boolean, { edition, numbering }: Build): IParagraphOptions {
  const level = Math.min(list.level, deepestLevel)
  const isNumbered = isFirst && list.item.task === 'none'
  return numberingOptions(isNumbered ? list.number : continuationOf(edition.design, numbering), level)
}

/** As docx takes it: the number in the place of a name, which `parts.ts` expects. */
export function numberingOptions(list: number, level: number): IParagraphOptions {
  return { numbering: { reference: String(list), instance: 0, level } }
}

function taskLabel(label: ListState | null, { build }: BlockContext): Runs {
  if (label === null || label.item.task === 'none') return []
  return [checkBox(label.item.task, build), new TextRun({ children: [new Tab()] })]
}

/** The style that draws a box of its kind; null for a paragraph that stands in none, or has another role in it. */
function framedStyle(role: ParagraphRole, { frame }: BlockContext): string | null {
  const kind = frame?.kind ?? null
  return kind !== null && (role === 'box' || role === 'boxTitle') ? boxStyle(role, kind) : null
}

/** Indents, list spacing and the frame, where they are not what the style itself has. */
function placement(role: ParagraphRole, context: BlockContext, label: ListState | null): IParagraphOptions {
  const { build, container, frame } = context
  const { design } = build.edition
  const style = styleOf(role, design)
  const framed = framedStyle(role, context)
  const insets = styleInsets(role, build)
  const left = (role === container ? context.left : textEdge(context)) + insets.left
  const right = (role === container ? context.right : rightEdge(context)) + insets.right
  const hanging =
    label === null ? 0 : label.item.task === 'none' ? design.list.labelGap : Math.min(label.indent, left)
  // A style's indents and those of a numbering level meet differently in Word and elsewhere: a list has its own.
  const own = framed === null || frame === null ? { left: 0, right: 0 } : boxInsets(frame.box)
  const moved = context.list !== null || left !== insets.left + own.left || right !== insets.right + own.right
  const indent = {
    left: twips(left),
    right: twips(right),
    ...(label !== null ? { hanging: twips(hanging) } : { firstLine: twips(Math.max(0, style.indent)) }),
  }
  const styled = role === 'code' || framed !== null || (frame?.kind === null && role === 'quotation')
  // A quotation without a frame of its own stands in a cell that has the rule.
  const bare = role === 'quotation' && frame === null ? noRule : {}
  // Word hangs a border left of the label.
  const bar = frame === null || styled ? bare : boxOptions(frame.box, left - hanging - frame.edge)
  return { ...(moved ? { indent } : {}), ...spaceAfter(style, context), ...bar }
}

const noRule: IParagraphOptions = { border: { left: { style: BorderStyle.NIL } } }

function spaceAfter(style: TextStyle, { list, last, after: atEnd }: BlockContext): IParagraphOptions {
  const after = list === null ? (atEnd ?? style.spaceAfter) : last ? list.spaceAtEnd : list.space
  return after === style.spaceAfter ? {} : { spacing: { after: twips(after) } }
}
