/** Lists made of what the document contains, with their pages; of acronyms. */
import { AlignmentType, Tab, TabStopType, TextRun } from 'docx'
import type { Glossary, Index, IndexEntry } from '../../publication/model.ts'
import type { Build } from './build.ts'
import { sequenceName } from './captioned.ts'
import { type BlockContext, type Blocks, room, textEdge } from './context.ts'
import { bookmark, pageLabel } from './inlines.ts'
import { leafOf, paragraph } from './paragraphs.ts'
import { field, fieldEnd, fieldStart, languageFormat, type Runs, textRun, xml } from './runs.ts'
import { indexStyle } from './styles.ts'
import { twips } from './units.ts'

/** A table of contents that Word can make anew (ECMA-376 Part 1, 17.16.5.68), with what it would say. */
export function index(node: Index, context: BlockContext): Blocks {
  const { build } = context
  const title = leafOf(node, 'indexTitle', [textRun(node.title)], context, { keepNext: true })
  const end = node.entries.length - 1
  const entries = node.entries.map((entry, at) => {
    const runs = [
      ...(at === 0 ? fieldStart(contentsCode(node, build)) : []),
      entryLink(entry, node, build),
      ...(at === end ? [fieldEnd()] : []),
    ]
    const depth = node.of === 'sections' ? entry.depth : 0
    return paragraph('index', runs, context, {
      ...(at === end ? spaceBelow(build) : {}),
      // Entries end at their pages, which no justified line does.
      alignment: AlignmentType.LEFT,
      style: indexStyle(depth),
    })
  })
  return [title, ...entries]
}

function contentsCode(node: Index, build: Build): string {
  if (node.of !== 'sections')
    return `TOC \\h \\z \\c "${sequenceName(node.of === 'figures' ? 'figure' : 'table', build)}"`
  return `TOC \\o "1-${Math.max(...node.entries.map(({ depth }) => depth))}" \\h \\z`
}

function entryLink({ target, label, text }: IndexEntry, node: Index, build: Build) {
  const format = languageFormat(node.language, build)
  const anchor = bookmark(target, build)
  const runs: Runs = [
    textRun(entryText(node, label, text, build), format),
    new TextRun({ children: [new Tab()] }),
    ...field(`PAGEREF ${anchor} \\h`, pageLabel(target, build), format),
  ]
  return xml('w:hyperlink', { 'w:anchor': anchor, 'w:history': 1 }, runs)
}

/** As Word writes it when it makes the list anew: a section's heading, or a whole caption. */
function entryText({ of }: Index, label: string, text: string, { locale }: Build): string {
  if (label === '' || text === '') return label + text
  return of === 'sections' ? `${label} ${text}` : label + locale.captionSeparator + text
}

/** Acronym, a tab, and what it stands for, whose further lines stay in its column. */
export function glossary(node: Glossary, context: BlockContext): Blocks {
  const { size } = context.build.edition.design.styles.glossary
  const format = languageFormat(node.language, context.build)
  const longest = Math.max(0, ...node.entries.map(({ acronym }) => acronym.length))
  const column = Math.min(size * (0.7 * longest + 1), room(context) / 3)
  const left = twips(textEdge(context) + column)
  const title = leafOf(node, 'indexTitle', [textRun(node.title)], context, { keepNext: true })
  const entries = node.entries.map(({ acronym, expansion }, at) =>
    paragraph(
      'glossary',
      [
        textRun(acronym, { ...format, bold: true, boldComplexScript: true }),
        new TextRun({ children: [new Tab()] }),
        textRun(expansion, format),
      ],
      context,
      {
        ...(at === node.entries.length - 1 ? spaceBelow(context.build) : {}),
        indent: { left, hanging: twips(column) },
        tabStops: [{ type: TabStopType.LEFT, position: left }],
      },
    ),
  )
  return [title, ...entries]
}

function spaceBelow({ edition }: Build) {
  return { spacing: { after: twips(edition.design.styles.body.spaceAfter) } }
}
