/** Text and fields as runs (ECMA-376 Part 1, 17.3.2 and 17.16). */
import {
  BookmarkEnd,
  BookmarkStart,
  BuilderElement,
  type ParagraphChild,
  TextRun,
  type XmlComponent,
} from 'docx'
import type { TextStyle } from '../../design/types.ts'
import { legalText } from '../../text/legal.ts'
import type { Build } from './build.ts'
import { characterStyles } from './styles.ts'
import { runText } from './text.ts'
import { halfPoints, measure } from './units.ts'

/** What a paragraph holds: runs, hyperlinks, bookmarks' ends. */
export type Runs = readonly XmlComponent[]

/** docx names the classes that a paragraph may hold, and leaves out the two ends of a bookmark. */
export function paragraphChildren(runs: Runs): readonly ParagraphChild[] {
  return runs as readonly ParagraphChild[]
}

/** How the text around an inline node looks. */
export interface RunContext {
  readonly build: Build
  readonly language: string
  /** The paragraph's style in the design. */
  readonly style: TextStyle
  /** Direct formatting by which a heading looks like one of another level. */
  readonly direct: RunFormat
  readonly bold: boolean
  readonly emphasis: boolean
  /** Character style. */
  readonly character: string | undefined
  /** Marks that add up: struck out, raised, underlined… */
  readonly marks: RunFormat
  /** Points that a picture may take. */
  readonly room: number
}

/** docx's run properties, as far as they are used here. */
export interface RunFormat {
  readonly style?: string
  readonly font?: string
  readonly color?: string
  readonly size?: number
  readonly bold?: boolean
  readonly boldComplexScript?: boolean
  readonly italics?: boolean
  readonly italicsComplexScript?: boolean
  readonly allCaps?: boolean
  readonly smallCaps?: boolean
  readonly characterSpacing?: number
  readonly noProof?: boolean
  readonly language?: { readonly value: string }
  readonly strike?: boolean
  readonly superScript?: boolean
  readonly subScript?: boolean
  readonly underline?: { readonly type: 'single' }
  readonly shading?: { readonly type: 'clear'; readonly color: 'auto'; readonly fill: string }
}

/** Context of a paragraph's text. */
export function runContext(
  build: Build,
  style: TextStyle,
  language: string,
  direct: RunFormat = {},
  room = measure(build.edition.design),
): RunContext {
  const plain = { bold: false, emphasis: false, character: undefined, marks: {} }
  return { build, style, language, direct, room, ...plain }
}

export function textRun(text: string, format: RunFormat = {}): TextRun {
  const value = runText(text)
  if (!unbrokenHyphen.test(value)) return new TextRun({ text: value, ...format })
  const [first = '', ...others] = value.split(unbrokenHyphen)
  const children = others.flatMap(part => [xml('w:noBreakHyphen'), part])
  return new TextRun({ children: [first, ...children].filter(part => part !== ''), ...format })
}

/**
 * U+2011, and a hyphen between word joiners. Fonts rarely have either: Word would take another font's, or a square; its
 * own element (17.3.3.18) is set with the hyphen of the font around it.
 */
const unbrokenHyphen = /\u2011|\u2060-\u2060?|-\u2060/

/** Text of code, every space of which counts. */
export function verbatimRun(text: string, format: RunFormat): TextRun {
  return new TextRun({ text: legalText(text), ...format })
}

export function runFormat(context: RunContext): RunFormat {
  const { build, style, character } = context
  const { body } = build.edition.design.styles
  // Emphasis inside slanted text stands upright.
  const italics = context.emphasis !== style.italic
  const isCode = character === characterStyles.code || character === characterStyles.keyboard
  const codeSize = halfPoints(style.size * build.edition.design.inline.code.sizeFactor)
  return {
    ...(character === undefined ? {} : { style: character }),
    ...context.direct,
    ...(context.bold ? { bold: true, boldComplexScript: true } : {}),
    ...(context.emphasis ? { italics, italicsComplexScript: italics } : {}),
    ...context.marks,
    ...(isCode && style.size !== body.size ? { size: codeSize } : {}),
    ...languageFormat(context.language, build),
  }
}

/** The language of a run or a paragraph mark, where it is not the document's. */
export function languageFormat(language: string, build: Build): RunFormat {
  return language === build.edition.publication.metadata.language ? {} : { language: { value: language } }
}

/**
 * A field with the text that it shows until Word makes it anew (17.16.18). It is not marked as dirty: Word would
 * ask the reader a question.
 *
 * @param code - such as `PAGE`
 * @param cached - its text as laid out
 */
export function field(code: string, cached: string, format: RunFormat = {}): Runs {
  return [...fieldStart(code, format), textRun(cached, format), fieldEnd(format)]
}

/** What stands before the text of a field, which may run over several paragraphs. */
export function fieldStart(code: string, format: RunFormat = {}): Runs {
  const instruction = xml('w:instrText', { 'xml:space': 'preserve' })
  instruction.addChildElement(` ${code} `)
  return [
    fieldMark('begin', format),
    new TextRun({ children: [instruction], ...format }),
    fieldMark('separate', format),
  ]
}

export function fieldEnd(format: RunFormat = {}): XmlComponent {
  return fieldMark('end', format)
}

function fieldMark(kind: string, format: RunFormat): TextRun {
  return new TextRun({ children: [xml('w:fldChar', { 'w:fldCharType': kind })], ...format })
}

/** An element that docx has no class for, or none without random ids. */
export function xml(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  children: readonly XmlComponent[] = [],
): XmlComponent {
  const payload: Record<string, { key: string; value: string | number }> = {}
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) payload[key] = { key, value }
  }
  return new BuilderElement<Record<string, string | number>>({ name, attributes: payload, children })
}

export function bookmarked(name: string, runs: Runs, build: Build): Runs {
  const id = build.bookmarkCount++
  build.written.add(name)
  return [new BookmarkStart(name, id), ...runs, new BookmarkEnd(id)]
}
