/** Pictures: figures with their captions, and images in a line of text; which ones a publication shows. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type {
  Figure,
  InlineImage,
  PictureWidth,
  Publication,
  PublicationNode,
  Table,
} from '../../publication/model.ts'
import { everyNode } from '../../publication/walk.ts'
import { type Context, language, languageChange, target } from './context.ts'
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
  const shown = enlargeable(node, context) ? enlarging(node, picture, context) : [picture]
  const parts = settings.captionAbove.figure ? [captionElement, ...shown] : [...shown, captionElement]
  return h('figure.figure', properties, onLines(parts))
}

/** CSS pixels across that the page's measure has room for. */
const measure = 600

/** A picture larger than it is shown, in a web page. */
function enlargeable(node: Figure, { settings }: Context): boolean {
  const { image } = settings.picture(node.image)
  return settings.medium === 'page' && !node.decorative && image.width > measure
}

/**
 * The picture in a box that fills the window while the page's address ends in the box's id: two links, no script.
 * A link to the picture itself is not possible, as browsers open no `data:` address.
 */
function enlarging(node: Figure, picture: Element, { settings }: Context): ElementContent[] {
  const { close, enlarge } = settings.locale.terms
  const view = `${node.id}--view`
  const shown = `${node.id}--shown`
  const name = node.label === '' ? node.alternative : node.label
  const open = h('a.enlarge', { id: shown, href: `#${view}`, ariaLabel: `${enlarge}: ${name}` }, enlarge)
  return [h('div.view', { id: view }, onLines([picture, h('a.close', { href: `#${shown}` }, close)])), open]
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
  const own = languageChange(settings.language, node.language)
  const label = h('span.label', own, `${node.label}${separator.trimEnd()}`)
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

/** The keys of the pictures that the tree shows, each once, in order. */
export function pictureKeys(root: PublicationNode): readonly string[] {
  const keys = new Set<string>()
  for (const node of everyNode(root)) {
    if (node.type === 'figure' || node.type === 'image') keys.add(node.image)
  }
  return [...keys]
}

/** Every picture that is more than an ornament has a text in its place. */
export function picturesAreDescribed({ tree }: Publication): boolean {
  for (const node of everyNode(tree)) {
    if (node.type !== 'figure' && node.type !== 'image') continue
    if (!node.decorative && node.alternative === '') return false
  }
  return true
}
