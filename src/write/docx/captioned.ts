/** Figures, and the captions that they and tables have. */
import { AlignmentType, type Paragraph } from 'docx'
import type { Figure, Table } from '../../publication/model.ts'
import { blockBookmark, captionBookmark, labelBookmark } from './bookmarks.ts'
import type { Build } from './build.ts'
import { type BlockContext, type Blocks, rightEdge, room, textEdge } from './context.ts'
import { imageDrawing } from './drawings.ts'
import { inlines } from './inlines.ts'
import { labelAlone, leafOf, paragraph } from './paragraphs.ts'
import {
  bookmarked,
  field,
  languageFormat,
  type RunFormat,
  type Runs,
  runContext,
  runFormat,
  textRun,
  xml,
} from './runs.ts'
import { twips } from './units.ts'

export function figure(node: Figure, context: BlockContext): Blocks {
  const { captionedSpace, captionAbove, styles } = context.build.edition.design
  const captioned = hasCaption(node)
  const space = (side: boolean) => twips(captioned && side ? captionedSpace.caption : captionedSpace.around)
  // Room for a caption of three lines.
  const below = captioned ? captionedSpace.caption + 3 * styles.caption.leading : 0
  const label = labelAlone('list', context)
  const drawing = imageDrawing(node, { width: room(context), less: below }, context.build)
  const picture = leafOf(node, 'body', [xml('w:r', {}, [drawing])], context, {
    alignment: AlignmentType.LEFT,
    // The body's first-line indent would move it.
    indent: { left: twips(textEdge(context)), right: twips(rightEdge(context)), firstLine: 0 },
    spacing: { before: space(captionAbove.figure), after: space(!captionAbove.figure) },
    keepNext: captioned && !captionAbove.figure,
  })
  if (!captioned) return [...label, picture]
  const text = caption(node, captionAbove.figure, context)
  return [...label, ...(captionAbove.figure ? [text, picture] : [picture, text])]
}

export function hasCaption(node: Figure | Table): boolean {
  return node.label !== '' || node.caption.length > 0
}

/** «Figura 3. » in bold, with a number that Word can count again, and the caption. */
export function caption(node: Figure | Table, above: boolean, context: BlockContext): Paragraph {
  const { build } = context
  const { captionedSpace, styles } = build.edition.design
  const around = runContext(build, styles.caption, node.language)
  const runs = [...label(node, build), ...inlines(node.caption, around)]
  const mark = languageFormat(node.language, build)
  return paragraph('caption', bookmarked(captionBookmark(blockBookmark(node.id)), runs, build), context, {
    ...(mark.language === undefined ? {} : { run: mark }),
    spacing: {
      before: twips(above ? captionedSpace.around : captionedSpace.caption),
      after: twips(above ? captionedSpace.caption : captionedSpace.around),
    },
    keepNext: above,
  })
}

function label(node: Figure | Table, build: Build): Runs {
  if (node.label === '') return []
  const style = build.edition.design.styles.caption
  const language = build.edition.publication.metadata.language
  const bold = runFormat({ ...runContext(build, style, language), bold: true })
  const separator = node.caption.length === 0 ? '' : build.locale.captionSeparator
  return [
    ...bookmarked(labelBookmark(blockBookmark(node.id)), counted(node, bold, build), build),
    ...(separator === '' ? [] : [textRun(separator, bold)]),
  ]
}

function counted(node: Figure | Table, format: RunFormat, build: Build): Runs {
  if (!/^[1-9]\d*$/.test(node.number) || !node.label.endsWith(node.number))
    return [textRun(node.label, format)]
  const name = sequenceName(node.type, build)
  const expected = (build.sequences.get(name) ?? 0) + 1
  const number = Number(node.number)
  build.sequences.set(name, number)
  const restart = number === expected ? '' : ` \\r ${number}`
  const before = node.label.slice(0, -node.number.length)
  return [
    ...(before === '' ? [] : [textRun(before, format)]),
    ...field(`SEQ ${name} \\* ARABIC${restart}`, node.number, format),
  ]
}

/** What Word counts figures or tables by: one word (ECMA-376 Part 1, 17.16.5.56). */
export function sequenceName(type: 'figure' | 'table', { locale }: Build): string {
  return locale.terms[type].replace(/[^\p{L}\p{N}]+/gu, '_')
}
