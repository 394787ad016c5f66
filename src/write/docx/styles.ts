/** The style sheet, word/styles.xml (ECMA-376 Part 1, 17.7): one style per role of the design, and Word's own. */
import type { Box, Design, Role, TextStyle } from '../../design/types.ts'
import { type StyleNames, styleNames } from '../../locale/style-names.ts'
import type { BoxKind } from '../../publication/model.ts'
import type { CodeTokenKind } from '../../text/highlight.ts'
import { color, fonts, paragraphProperties, runProperties } from './style-properties.ts'
import { boxKindName, boxKinds, tableStylesXml } from './table-styles.ts'
import { halfPoints, hex, isBold, measure, twips } from './units.ts'
import { declaration, element, filled, valued } from './xml.ts'

type NameKey = {
  [Key in keyof StyleNames]: StyleNames[Key] extends string ? Key : never
}[keyof StyleNames]

interface StyleSheetEntry {
  readonly id: string
  /** Word's own name, which it shows in the reader's language. */
  readonly name?: string
  readonly role: Role
  /** Place in the gallery, 1 first. */
  readonly priority: number
  readonly next?: string
  readonly outlineLevel?: number
  /** Not one of Word's own: its name is in the document's language. */
  readonly custom?: NameKey
  readonly box?: 'summaryBox' | 'quotationBox' | 'codeBox'
  /** Points that an entry of an index stands in. */
  readonly inset?: number
  /** In bold, and kept with what follows. */
  readonly strong?: boolean
}

/** Style of a paragraph by its role; ids are those that Word gives to its own styles. */
export const styleSheet = {
  body: { id: 'Normal', name: 'Normal', role: 'body', priority: 0 },
  heading1: heading(1),
  heading2: heading(2),
  heading3: heading(3),
  heading4: heading(4),
  heading5: heading(5),
  heading6: heading(6),
  title: { id: 'Title', name: 'Title', role: 'title', priority: 10, next: 'Normal' },
  subtitle: { id: 'Subtitle', name: 'Subtitle', role: 'subtitle', priority: 11, next: 'Normal' },
  list: { id: 'ListParagraph', name: 'List Paragraph', role: 'list', priority: 34 },
  quotation: { id: 'Quote', name: 'Quote', role: 'quotation', priority: 29, box: 'quotationBox' },
  innerHeading: { ...own('InnerHeading', 'innerHeading', 'body', 30), next: 'Normal', strong: true },
  repeatReference: own('RepeatReference', 'repeatReference', 'repeatReference', 40),
  brandLine: own('BrandLine', 'brandLine', 'brandLine', 50),
  organisation: own('Organisation', 'organisation', 'organisation', 51),
  department: own('Department', 'department', 'department', 52),
  classification: own('Classification', 'classification', 'classification', 53),
  draftMark: own('DraftMark', 'draftMark', 'draftMark', 54),
  placeDate: { id: 'Date', name: 'Date', role: 'placeDate', priority: 55 },
  authors: own('Authors', 'authors', 'authors', 56),
  fieldValue: own('Field', 'field', 'fieldValue', 57),
  summaryLabel: {
    ...own('SummaryLabel', 'summaryLabel', 'summaryLabel', 58),
    next: 'Summary',
    box: 'summaryBox',
  },
  summary: { ...own('Summary', 'summary', 'summary', 59), box: 'summaryBox' },
  runningHead: { id: 'Header', name: 'header', role: 'runningHead', priority: 99 },
  footer: { id: 'Footer', name: 'footer', role: 'footer', priority: 99 },
  code: { id: 'HTMLPreformatted', name: 'HTML Preformatted', role: 'code', priority: 41, box: 'codeBox' },
  caption: { id: 'Caption', name: 'caption', role: 'caption', priority: 35 },
  tableHead: own('TableHead', 'tableHead', 'tableHead', 42),
  tableCell: own('TableCell', 'tableCell', 'tableCell', 42),
  tableNote: own('TableNote', 'tableNote', 'tableNote', 42),
  footnote: { id: 'FootnoteText', name: 'footnote text', role: 'footnote', priority: 43 },
  boxTitle: { ...own('BoxTitle', 'boxTitle', 'boxTitle', 44), next: 'Box' },
  box: own('Box', 'box', 'box', 44),
  term: { ...own('Term', 'term', 'term', 45), next: 'Description' },
  description: own('Description', 'description', 'description', 45),
  indexTitle: { id: 'TOCHeading', name: 'TOC Heading', role: 'indexTitle', priority: 39, next: 'Normal' },
  index: indexLevel(1),
  glossary: own('Glossary', 'glossary', 'glossary', 46),
  signature: { id: 'Signature', name: 'Signature', role: 'signature', priority: 47 },
  address: own('Address', 'address', 'address', 48),
} as const satisfies Readonly<Record<string, StyleSheetEntry>>

/** The design's style of a paragraph by its role. */
export function styleOf(role: keyof typeof styleSheet, design: Design): TextStyle {
  const entry: StyleSheetEntry = styleSheet[role]
  const style = design.styles[entry.role]
  if (entry.strong !== true) return style
  return {
    ...style,
    weight: design.inline.strong.weight,
    keepWithNext: true,
    hyphenate: false,
    align: 'left',
  }
}

/** Further levels of the contents, and the list of figures or tables. */
const furtherIndexes: readonly StyleSheetEntry[] = [
  ...[2, 3, 4, 5, 6].map(indexLevel),
  { id: 'TableofFigures', name: 'table of figures', role: 'index', priority: 39, inset: 0 },
]

/** @param depth - of an entry, from 1; 0 for one that is no section */
export function indexStyle(depth: number): string {
  return depth === 0 ? 'TableofFigures' : `TOC${Math.min(depth, 6)}`
}

function indexLevel(depth: number) {
  const inset = 12 * (depth - 1)
  return { id: `TOC${depth}`, name: `toc ${depth}`, role: 'index' as const, priority: 39, inset }
}

/** Character styles. */
export const characterStyles = {
  link: 'Hyperlink',
  code: 'HTMLCode',
  fieldLabel: 'FieldLabel',
  keyboard: 'HTMLKeyboard',
  noteReference: 'FootnoteReference',
} as const

/** Character styles of words of code. */
export const codeStyles = {
  keyword: 'CodeKeyword',
  string: 'CodeString',
  number: 'CodeNumber',
  comment: 'CodeComment',
  title: 'CodeTitle',
  attribute: 'CodeAttribute',
} as const satisfies Readonly<Record<Exclude<CodeTokenKind, ''>, string>>

const codeKinds = Object.keys(codeStyles) as (keyof typeof codeStyles)[] // its own keys

/** Paragraph styles that stand in the list of recommended ones but are not meant for writing text. */
const furniture: ReadonlySet<Role> = new Set<Role>(['runningHead', 'footer'])

function heading(level: 1 | 2 | 3 | 4 | 5 | 6) {
  const role: Role = `heading${level}`
  const id = `Heading${level}`
  return { id, name: `heading ${level}`, role, priority: 9, next: 'Normal', outlineLevel: level - 1 }
}

function own(id: string, custom: NameKey, role: Role, priority: number) {
  return { id, role, priority, custom }
}

/** What all styles of a sheet are made with. */
interface Sheet {
  readonly names: StyleNames
  readonly design: Design
  /** `w:numId` of the list that numbers headings; 0: none. */
  readonly headings: number
}

/**
 * @param design - all sizes, colours and fonts
 * @param language - BCP 47, of the document
 * @param headings - `w:numId` of the list that numbers headings; 0: none
 * @returns word/styles.xml
 */
export function stylesXml(design: Design, language: string, headings = 0): string {
  const names = styleNames(language)
  const sheet: Sheet = { names, design, headings }
  const roles = Object.keys(styleSheet) as (keyof typeof styleSheet)[] // its own keys
  const paragraphs = [
    ...roles.map(role => paragraphStyle(styleSheet[role], styleOf(role, design), sheet)),
    ...furtherIndexes.map(entry => paragraphStyle(entry, design.styles[entry.role], sheet)),
    ...boxKinds.flatMap(kind => boxStyles(kind, sheet)),
  ]
  return (
    declaration +
    element(
      'w:styles',
      {
        'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        'xmlns:mc': 'http://schemas.openxmlformats.org/markup-compatibility/2006',
        'xmlns:w14': 'http://schemas.microsoft.com/office/word/2010/wordml',
        'mc:Ignorable': 'w14',
      },
      documentDefaults(design, language) +
        latent +
        paragraphs.join('') +
        builtIn +
        tableStylesXml(names, design) +
        inlineStyles(names, design),
    )
  )
}

function documentDefaults(design: Design, language: string): string {
  const run =
    runProperties(design.styles.body, null, design) +
    element('w:lang', { 'w:val': language, 'w:eastAsia': language, 'w:bidi': 'ar-SA' }) +
    element('w14:ligatures', { 'w14:val': 'standard' })
  const paragraph = '<w:widowControl/>'
  return element(
    'w:docDefaults',
    {},
    element('w:rPrDefault', {}, element('w:rPr', {}, run)) +
      element('w:pPrDefault', {}, element('w:pPr', {}, paragraph)),
  )
}

function paragraphStyle(
  entry: StyleSheetEntry,
  own: TextStyle,
  { names, design, headings }: Sheet,
  box: Box | null = entry.box === undefined ? null : design[entry.box],
): string {
  const { body } = design.styles
  const { inset } = entry
  const style = inset === undefined ? own : { ...own, insetLeft: own.insetLeft + inset }
  const tabs = inset === undefined ? '' : leaderTab(design)
  const numbering =
    headings === 0 || entry.outlineLevel === undefined
      ? ''
      : element('w:numPr', {}, valued('ilvl', entry.outlineLevel) + valued('numId', headings))
  const isDefault = entry.id === styleSheet.body.id
  const inherited = isDefault ? null : body
  const content =
    valued('name', entry.name ?? (entry.custom === undefined ? entry.id : names[entry.custom])) +
    (isDefault ? '' : valued('basedOn', 'Normal')) +
    (entry.next === undefined ? '' : valued('next', entry.next)) +
    valued('uiPriority', entry.priority) +
    (furniture.has(entry.role) ? '<w:unhideWhenUsed/>' : '<w:qFormat/>') +
    element(
      'w:pPr',
      {},
      paragraphProperties(style, inherited, entry.outlineLevel, box, { tabs, numbering }),
    ) +
    filled('w:rPr', runProperties(style, body, design))
  const attributes = {
    'w:type': 'paragraph',
    'w:default': isDefault ? 1 : undefined,
    'w:customStyle': entry.custom !== undefined ? 1 : undefined,
    'w:styleId': entry.id,
  }
  return element('w:style', attributes, content)
}

/** Of one kind: what an editor gives to a paragraph that is to stand in such a box. */
function boxStyles(kind: BoxKind, sheet: Sheet): readonly string[] {
  const { names, design } = sheet
  const { box, boxTitle } = design.styles
  const look = design.boxes[kind]
  const text = { ...styleSheet.box, id: boxStyle('box', kind), name: names.boxOf(kind) }
  const title = {
    ...styleSheet.boxTitle,
    id: boxStyle('boxTitle', kind),
    name: names.boxTitleOf(kind),
    next: text.id,
  }
  return [
    paragraphStyle(title, { ...boxTitle, color: look.titleColor, keepWithNext: true }, sheet, look),
    paragraphStyle(text, box, sheet, look),
  ]
}

/** Style of a paragraph in a box that is no table, and of its title. */
export function boxStyle(role: 'box' | 'boxTitle', kind: BoxKind): string {
  return `Box${boxKindName(kind)}${role === 'boxTitle' ? 'Title' : ''}`
}

function leaderTab(design: Design): string {
  const attributes = { 'w:val': 'right', 'w:leader': 'dot', 'w:pos': twips(measure(design)) }
  return element('w:tabs', {}, element('w:tab', attributes))
}

function inlineStyles(names: StyleNames, design: Design): string {
  const { code, link } = design.inline
  const label = design.styles.fieldLabel
  const style = (id: string, name: string, priority: number, properties: string, custom = false) =>
    element(
      'w:style',
      { 'w:type': 'character', 'w:customStyle': custom ? 1 : undefined, 'w:styleId': id },
      valued('name', name) +
        valued('basedOn', 'DefaultParagraphFont') +
        valued('uiPriority', priority) +
        '<w:qFormat/>' +
        element('w:rPr', {}, properties),
    )
  return (
    style(
      characterStyles.link,
      'Hyperlink',
      99,
      (isBold(link.weight) ? '<w:b/><w:bCs/>' : '') +
        color(link.color, design) +
        valued('u', link.underline ? 'single' : 'none'),
    ) +
    style(
      characterStyles.code,
      'HTML Code',
      99,
      fonts(code.family, design) +
        '<w:noProof/>' +
        color(code.color, design) +
        valued('sz', halfPoints(design.styles.body.size * code.sizeFactor)) +
        valued('szCs', halfPoints(design.styles.body.size * code.sizeFactor)),
    ) +
    style(
      characterStyles.keyboard,
      'HTML Keyboard',
      99,
      fonts(code.family, design) +
        '<w:noProof/>' +
        valued('sz', halfPoints(design.styles.body.size * code.sizeFactor)) +
        valued('szCs', halfPoints(design.styles.body.size * code.sizeFactor)) +
        element('w:bdr', { 'w:val': 'single', 'w:sz': 4, 'w:space': 1, 'w:color': hex(design.palette.rule) }),
    ) +
    style(
      characterStyles.noteReference,
      'footnote reference',
      99,
      valued('vertAlign', 'superscript') +
        // Figures of several heights would stand at several heights.
        (design.styles.body.figures === 'lining' ? '' : element('w14:numForm', { 'w14:val': 'lining' })),
    ) +
    codeKinds
      .map(kind => {
        const properties = color(design.codeColors[kind], design)
        return style(codeStyles[kind], names.codeOf(kind), 41, properties, true)
      })
      .join('') +
    style(
      characterStyles.fieldLabel,
      names.fieldLabel,
      57,
      runProperties(label, design.styles.fieldValue, design),
      true,
    )
  )
}

/** Word's own styles that are not in this sheet stay out of sight until they are used. */
const latent = element('w:latentStyles', {
  'w:defLockedState': 0,
  'w:defUIPriority': 99,
  'w:defSemiHidden': 1,
  'w:defUnhideWhenUsed': 1,
  'w:defQFormat': 0,
  'w:count': 376,
})

/** Word expects these three in every style sheet. */
const builtIn =
  element(
    'w:style',
    { 'w:type': 'character', 'w:default': 1, 'w:styleId': 'DefaultParagraphFont' },
    `${valued('name', 'Default Paragraph Font')}${valued('uiPriority', 1)}<w:semiHidden/><w:unhideWhenUsed/>`,
  ) +
  element(
    'w:style',
    { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' },
    `${valued('name', 'Normal Table')}${valued('uiPriority', 99)}<w:semiHidden/><w:unhideWhenUsed/>${element(
      'w:tblPr',
      {},
      element('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }) +
        element(
          'w:tblCellMar',
          {},
          element('w:top', { 'w:w': 0, 'w:type': 'dxa' }) +
            element('w:left', { 'w:w': 108, 'w:type': 'dxa' }) +
            element('w:bottom', { 'w:w': 0, 'w:type': 'dxa' }) +
            element('w:right', { 'w:w': 108, 'w:type': 'dxa' }),
        ),
    )}`,
  ) +
  element(
    'w:style',
    { 'w:type': 'numbering', 'w:default': 1, 'w:styleId': 'NoList' },
    `${valued('name', 'No List')}${valued('uiPriority', 99)}<w:semiHidden/><w:unhideWhenUsed/>`,
  )
