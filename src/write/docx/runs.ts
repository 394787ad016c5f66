/** Text and fields as runs (ECMA-376 Part 1, 17.3.2 and 17.16). */
import { BuilderElement, type ParagraphChild, TextRun, type XmlComponent } from 'docx'
import type { TextStyle } from '../../design/types.ts'
import type { Build } from './build.ts'
import { characterStyles } from './styles.ts'
import { runText } from './text.ts'
import { halfPoints } from './units.ts'

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
  readonly characterSpacing?: number
  readonly noProof?: boolean
  readonly language?: { readonly value: string }
}

/** Context of a paragraph's text. */
export function runContext(
  build: Build,
  style: TextStyle,
  language: string,
  direct: RunFormat = {},
): RunContext {
  return { build, style, language, direct, bold: false, emphasis: false, character: undefined }
}

export function textRun(text: string, format: RunFormat = {}): TextRun {
  return new TextRun({ text: runText(text), ...format })
}

export function runFormat(context: RunContext): RunFormat {
  const { build, style, character } = context
  const { body } = build.edition.design.styles
  // Emphasis inside slanted text stands upright.
  const italics = context.emphasis !== style.italic
  const codeSize = halfPoints(style.size * build.edition.design.inline.code.sizeFactor)
  return {
    ...(character === undefined ? {} : { style: character }),
    ...context.direct,
    ...(context.bold ? { bold: true, boldComplexScript: true } : {}),
    ...(context.emphasis ? { italics, italicsComplexScript: italics } : {}),
    ...(character === characterStyles.code && style.size !== body.size ? { size: codeSize } : {}),
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
  const mark = (kind: string) =>
    new TextRun({ children: [xml('w:fldChar', { 'w:fldCharType': kind })], ...format })
  const instruction = xml('w:instrText', { 'xml:space': 'preserve' })
  instruction.addChildElement(` ${code} `)
  return [
    mark('begin'),
    new TextRun({ children: [instruction], ...format }),
    mark('separate'),
    textRun(cached, format),
    mark('end'),
  ]
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
