/** The style sheet, word/styles.xml (ECMA-376 Part 1, 17.7): one style per role of the design, and Word's own. */
import type { Box, Design, Role, TextStyle } from '../../design/types.ts'
import { themeColor, themeFont } from './theme.ts'
import { borderSpace, eighths, halfPoints, hex, isBold, twips } from './units.ts'
import { declaration, element, valued } from './xml.ts'

interface StyleSheetEntry {
  readonly id: string
  /** Word shows its own names in the reader's language; the others are shown as they stand here. */
  readonly name: string
  readonly role: Role
  /** Place in the gallery, 1 first. */
  readonly priority: number
  readonly next?: string
  readonly outlineLevel?: number
  readonly box?: (design: Design) => Box
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
  quotation: { id: 'Quote', name: 'Quote', role: 'quotation', priority: 29, box: d => d.quotationBox },
  repeatReference: own('RepeatReference', 'Remisión', 'repeatReference', 40),
  brandLine: own('BrandLine', 'Línea de marca', 'brandLine', 50),
  organisation: own('Organisation', 'Organización', 'organisation', 51),
  department: own('Department', 'Dependencia', 'department', 52),
  classification: own('Classification', 'Clasificación', 'classification', 53),
  draftMark: own('DraftMark', 'Marca de borrador', 'draftMark', 54),
  placeDate: { id: 'Date', name: 'Date', role: 'placeDate', priority: 55 },
  authors: own('Authors', 'Autoría', 'authors', 56),
  fieldValue: own('Field', 'Dato', 'fieldValue', 57),
  summaryLabel: {
    ...own('SummaryLabel', 'Resumen: rótulo', 'summaryLabel', 58),
    next: 'Summary',
    box: d => d.summaryBox,
  },
  summary: { ...own('Summary', 'Resumen', 'summary', 59), box: d => d.summaryBox },
  runningHead: { id: 'Header', name: 'header', role: 'runningHead', priority: 99 },
  footer: { id: 'Footer', name: 'footer', role: 'footer', priority: 99 },
} as const satisfies Partial<Record<Role, StyleSheetEntry>>

/** Character styles. */
export const characterStyles = { link: 'Hyperlink', code: 'HTMLCode', fieldLabel: 'FieldLabel' } as const

/** Paragraph styles that stand in the list of recommended ones but are not meant for writing text. */
const furniture: ReadonlySet<Role> = new Set<Role>(['runningHead', 'footer'])

function heading(level: 1 | 2 | 3 | 4 | 5 | 6) {
  const role: Role = `heading${level}`
  const id = `Heading${level}`
  return { id, name: `heading ${level}`, role, priority: 9, next: 'Normal', outlineLevel: level - 1 }
}

function own(id: string, name: string, role: Role, priority: number) {
  return { id, name, role, priority }
}

/**
 * @param design - all sizes, colours and fonts
 * @param language - BCP 47, of the document
 * @returns word/styles.xml
 */
export function stylesXml(design: Design, language: string): string {
  const paragraphs = Object.values<StyleSheetEntry>(styleSheet).map(entry => paragraphStyle(entry, design))
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
      documentDefaults(design, language) + paragraphs.join('') + builtIn + inlineStyles(design),
    )
  )
}

function documentDefaults(design: Design, language: string): string {
  const run =
    runProperties(design.styles.body, design) +
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

function paragraphStyle(entry: StyleSheetEntry, design: Design): string {
  const style = design.styles[entry.role]
  const isDefault = entry.id === 'Normal'
  const content =
    valued('name', entry.name) +
    (isDefault ? '' : valued('basedOn', 'Normal')) +
    (entry.next === undefined ? '' : valued('next', entry.next)) +
    valued('uiPriority', entry.priority) +
    (furniture.has(entry.role) ? '<w:unhideWhenUsed/>' : '<w:qFormat/>') +
    element('w:pPr', {}, paragraphProperties(entry, style, design)) +
    element('w:rPr', {}, runProperties(style, design))
  const attributes = {
    'w:type': 'paragraph',
    'w:default': isDefault ? 1 : undefined,
    'w:customStyle': entry.priority >= 40 && entry.priority < 99 && entry.id !== 'Date' ? 1 : undefined,
    'w:styleId': entry.id,
  }
  return element('w:style', attributes, content)
}

/** In the order of CT_PPrBase (17.3.1.26). */
function paragraphProperties(entry: StyleSheetEntry, style: TextStyle, design: Design): string {
  const box = entry.box?.(design)
  // What stands clear of the summary's box, inside which no space of the text is.
  const around = design.styles.body.leading * 0.75
  const inset = box === undefined ? { left: 0, right: 0 } : boxInsets(box)
  return (
    element('w:keepNext', { 'w:val': style.keepWithNext ? undefined : 0 }) +
    (entry.outlineLevel === undefined ? '' : '<w:keepLines/>') +
    (box === undefined ? '' : boxProperties(box)) +
    element('w:suppressAutoHyphens', { 'w:val': style.hyphenate ? 0 : undefined }) +
    element('w:spacing', {
      'w:before': twips(
        entry.role === 'summaryLabel' ? Math.max(style.spaceBefore, around) : style.spaceBefore,
      ),
      'w:after': twips(entry.role === 'summary' ? Math.max(style.spaceAfter, around) : style.spaceAfter),
      'w:line': twips(style.leading),
      'w:lineRule': 'atLeast',
    }) +
    element('w:ind', {
      'w:left': twips(style.insetLeft + inset.left),
      'w:right': twips(style.insetRight + inset.right),
      ...firstLine(style.indent),
    }) +
    valued('jc', { justify: 'both', left: 'left', center: 'center', right: 'right' }[style.align]) +
    (entry.outlineLevel === undefined ? '' : valued('outlineLvl', entry.outlineLevel))
  )
}

function firstLine(indent: number) {
  return indent < 0 ? { 'w:hanging': twips(-indent) } : { 'w:firstLine': twips(indent) }
}

/**
 * Points that a box takes on either side: Word hangs borders outside the indents. Beside a mere rule the padding only
 * sets the text off from it.
 */
export function boxInsets(box: Box): { readonly left: number; readonly right: number } {
  const inset = (side: 'left' | 'right') => {
    const visible = isVisible(box, side)
    if (!visible && box.background === '') return 0
    return borderSpace(box.padding) + (visible ? box.borderWidth : 0)
  }
  return { left: inset('left'), right: inset('right') }
}

/** Does a box draw a line on this side? */
export function isVisible(box: Box, side: 'left' | 'top' | 'bottom' | 'right'): boolean {
  return box.borderWidth > 0 && (box.borderSide === 'all' || box.borderSide === side)
}

/**
 * Borders and shading of a box. Word shades no further than the borders reach, so sides that draw no line carry
 * one in the colour of the background.
 */
export function boxProperties(box: Box): string {
  const sides = (['top', 'left', 'bottom', 'right'] as const).map(side => {
    const visible = isVisible(box, side)
    if (!visible && box.background === '') return ''
    return element(`w:${side}`, {
      'w:val': 'single',
      'w:sz': eighths(visible ? box.borderWidth : 0.25),
      'w:space': borderSpace(box.padding),
      'w:color': hex(visible ? box.borderColor : box.background),
    })
  })
  const shading =
    box.background === ''
      ? ''
      : element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': hex(box.background) })
  const borders = sides.join('')
  return (borders === '' ? '' : element('w:pBdr', {}, borders)) + shading
}

/** In the order of EG_RPrBase (17.3.2.28). */
function runProperties(style: TextStyle, design: Design): string {
  const toggle = (name: string, on: boolean) => element(`w:${name}`, { 'w:val': on ? undefined : 0 })
  return (
    fonts(style.family, design) +
    toggle('b', isBold(style.weight)) +
    toggle('bCs', isBold(style.weight)) +
    toggle('i', style.italic) +
    toggle('iCs', style.italic) +
    toggle('caps', style.uppercase) +
    color(style.color, design) +
    valued('spacing', twips(style.letterSpacing)) +
    valued('kern', 2) +
    valued('sz', halfPoints(style.size)) +
    valued('szCs', halfPoints(style.size))
  )
}

function fonts(family: string, design: Design): string {
  const theme = themeFont(family, design)
  if (theme === null) {
    return element('w:rFonts', {
      'w:ascii': family,
      'w:hAnsi': family,
      'w:eastAsia': family,
      'w:cs': family,
    })
  }
  return element('w:rFonts', {
    'w:asciiTheme': `${theme}HAnsi`,
    'w:hAnsiTheme': `${theme}HAnsi`,
    'w:eastAsiaTheme': `${theme}EastAsia`,
    'w:cstheme': `${theme}Bidi`,
  })
}

function color(value: string, design: Design): string {
  return element('w:color', { 'w:val': hex(value), 'w:themeColor': themeColor(value, design) ?? undefined })
}

function inlineStyles(design: Design): string {
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
    style(characterStyles.fieldLabel, 'Dato: rótulo', 57, runProperties(label, design), true)
  )
}

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
