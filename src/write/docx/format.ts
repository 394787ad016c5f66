/** Direct formatting of paragraphs and runs that differ from their style. */
import { AlignmentType, BorderStyle, type IParagraphOptions, LineRuleType, ShadingType } from 'docx'
import type { Box, TextStyle } from '../../design/types.ts'
import type { RunFormat } from './runs.ts'
import { isVisible } from './style-properties.ts'
import { borderSpace, eighths, halfPoints, hex, isBold, twips } from './units.ts'

const alignments = {
  justify: AlignmentType.BOTH,
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const

/** All that a style says of its paragraph, outline level apart. */
export function lookParagraph(style: TextStyle): IParagraphOptions {
  return {
    alignment: alignments[style.align],
    spacing: {
      before: twips(style.spaceBefore),
      after: twips(style.spaceAfter),
      line: twips(style.leading),
      lineRule: LineRuleType.AT_LEAST,
    },
    indent: { left: twips(style.insetLeft), right: twips(style.insetRight) },
  }
}

/** All that a style says of its text. */
export function lookRun(style: TextStyle): RunFormat {
  const bold = isBold(style.weight)
  return {
    font: style.family,
    color: hex(style.color),
    size: halfPoints(style.size),
    bold,
    boldComplexScript: bold,
    italics: style.italic,
    italicsComplexScript: style.italic,
    allCaps: style.uppercase,
    smallCaps: style.smallCaps,
    characterSpacing: twips(style.letterSpacing),
  }
}

/**
 * A box around a paragraph that stands in it.
 *
 * @param inset - points from the box's own text to this paragraph's left edge
 */
export function boxOptions(box: Box, inset: number): IParagraphOptions {
  const side = (name: 'left' | 'top' | 'bottom' | 'right', extra: number) => {
    const visible = isVisible(box, name)
    if (!visible && box.background === '') return {}
    const border = {
      style: BorderStyle.SINGLE,
      size: eighths(visible ? box.borderWidth : 0.25),
      space: borderSpace(box.padding + extra),
      color: hex(visible ? box.borderColor : box.background),
    }
    return { [name]: border }
  }
  return {
    border: { ...side('top', 0), ...side('left', inset), ...side('bottom', 0), ...side('right', 0) },
    ...(box.background === ''
      ? {}
      : { shading: { type: ShadingType.CLEAR, color: 'auto', fill: hex(box.background) } }),
  }
}
