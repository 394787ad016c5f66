/** What a style of the design says, as properties of paragraphs and runs. */
import type { Box, Design, TextStyle } from '../../design/types.ts'
import { themeColor, themeFont } from './theme.ts'
import { borderSpace, eighths, halfPoints, hex, isBold, twips } from './units.ts'
import { element, valued } from './xml.ts'

/**
 * Content of `w:pPr`, in the order of CT_PPrBase (17.3.1.26).
 *
 * @param base - the style that it is based on; null: none
 * @param own - `w:tabs` and `w:numPr`
 */
export function paragraphProperties(
  style: TextStyle,
  base: TextStyle | null,
  outlineLevel: number | undefined,
  box: Box | null,
  { tabs = '', numbering = '' } = {},
): string {
  const { left, right } = box === null ? { left: 0, right: 0 } : boxInsets(box)
  return (
    toggle('keepNext', style.keepWithNext, base?.keepWithNext) +
    (outlineLevel === undefined ? '' : '<w:keepLines/>') +
    numbering +
    (box === null ? '' : boxProperties(box)) +
    tabs +
    toggle('suppressAutoHyphens', !style.hyphenate, base === null ? undefined : !base.hyphenate) +
    element('w:spacing', {
      'w:before': twips(style.spaceBefore),
      'w:after': twips(style.spaceAfter),
      'w:line': twips(style.leading),
      'w:lineRule': 'atLeast',
    }) +
    element('w:ind', {
      'w:left': twips(style.insetLeft + left),
      'w:right': twips(style.insetRight + right),
      ...firstLine(style.indent),
    }) +
    valued('jc', { justify: 'both', left: 'left', center: 'center', right: 'right' }[style.align]) +
    (outlineLevel === undefined ? '' : valued('outlineLvl', outlineLevel))
  )
}

/** An on-off property, where it is not what it is without being said. */
function toggle(name: string, on: boolean, inherited = false): string {
  return on === inherited ? '' : element(`w:${name}`, { 'w:val': on ? undefined : 0 })
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
function boxProperties(box: Box): string {
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

/**
 * Content of `w:rPr`, in the order of EG_RPrBase (17.3.2.28).
 *
 * @param base - the style that it is based on; null: none
 */
export function runProperties(style: TextStyle, base: TextStyle | null, design: Design): string {
  const bold = isBold(style.weight)
  const baseBold = base !== null && isBold(base.weight)
  const spacing = twips(style.letterSpacing)
  const size = halfPoints(style.size)
  return (
    (style.family === base?.family ? '' : fonts(style.family, design)) +
    toggle('b', bold, baseBold) +
    toggle('bCs', bold, baseBold) +
    toggle('i', style.italic, base?.italic) +
    toggle('iCs', style.italic, base?.italic) +
    toggle('caps', style.uppercase, base?.uppercase) +
    toggle('smallCaps', style.smallCaps, base?.smallCaps) +
    (style.color === base?.color ? '' : color(style.color, design)) +
    (spacing === twips(base?.letterSpacing ?? 0) ? '' : valued('spacing', spacing)) +
    // Kerned at every size.
    (base === null ? valued('kern', 2) : '') +
    (size === halfPoints(base?.size ?? 0) ? '' : valued('sz', size) + valued('szCs', size)) +
    (style.figures === (base?.figures ?? 'lining')
      ? ''
      : element('w14:numForm', { 'w14:val': numForms[style.figures] }))
  )
}

/** ST_NumForm (MS-DOCX 2.7.1.10); where none is said, it is the form that a font has by itself. */
const numForms = { lining: 'lining', 'old-style': 'oldStyle' } as const

export function fonts(family: string, design: Design): string {
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

export function color(value: string, design: Design): string {
  return element('w:color', { 'w:val': hex(value), 'w:themeColor': themeColor(value, design) ?? undefined })
}
