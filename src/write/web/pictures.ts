/** Pictures: figures with their captions, and images in a line of text. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Figure, InlineImage, PictureWidth, Table } from '../../publication/model.ts'
import { type Context, language, target } from './context.ts'
import { decimal } from './css.ts'
import { onLines, text } from './nodes.ts'

export function figureToHast(node: Figure, context: Context): Element {
  const { settings } = context
  const caption = captionContent(node, context)
  const properties = { ...target(node, context), ...language(node, context) }
  const picture = pictureToHast(node, context)
  // Without a caption it is a picture and no more: there is nothing to group.
  if (caption.length === 0) return h('div.figure', properties, onLines([picture]))
  const captionElement = h('figcaption', caption)
  const parts = settings.captionAbove.figure ? [captionElement, picture] : [picture, captionElement]
  return h('figure.figure', properties, onLines(parts))
}

export function imageToHast(node: InlineImage, context: Context): Element {
  return pictureToHast(node, context)
}

/** «Figura 3. », then the caption; nothing where there is neither. */
export function captionContent(node: Figure | Table, { settings, some }: Context): ElementContent[] {
  const caption = some(node.caption, node)
  if (node.label === '') return caption
  const separator = caption.length === 0 ? '' : settings.locale.captionSeparator
  // The space is no part of the label: it may end a line.
  const label = h('span.label', `${node.label}${separator.trimEnd()}`)
  return caption.length === 0 ? [label] : [label, text(' '), ...caption]
}

/**
 * Width and height say the proportions before the picture is there; style sheets set its size. In a web page a
 * picture shown twice stands in it twice: what a style sheet could show instead is no picture to those who copy,
 * save or hear the page.
 */
function pictureToHast(node: Figure | InlineImage, { settings }: Context): Element {
  const { image, src } = settings.picture(node.image)
  const { width, height } = { width: Math.round(image.width), height: Math.round(image.height) }
  const name = widthClass(node.width)
  const className = name === '' ? {} : { className: [name] }
  const alt = node.decorative ? '' : node.alternative
  return h('img', { src, alt, width: Math.max(1, width), height: Math.max(1, height), ...className })
}

/** A class for each width that the document uses; '' for a picture of its own size. */
export function widthClass(width: PictureWidth): string {
  if (width.kind === 'natural') return ''
  const value = width.kind === 'share' ? width.share * 100 : width.points
  return `picture-${decimal(value).replace('.', '-')}${width.kind === 'share' ? '' : 'pt'}`
}
