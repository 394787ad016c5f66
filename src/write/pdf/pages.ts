/** Draws pages: marked content for each owner, link annotations, artifacts (ISO 14289-1 7.1, 7.8, 7.18). */
import type { VFile } from 'vfile'
import { svgPart } from '../../diagnostics/phrases.ts'
import { report } from '../../diagnostics/report.ts'
import type { FontFace } from '../../fonts/types.ts'
import type { Anchor, Glyphs, LinkArea, Mark, Owner, Page, Picture } from '../../layout/types.ts'
import type { Edition } from '../types.ts'
import { type Content, drawRule, drawText, newContent, number } from './content.ts'
import { object, type PdfDocument } from './document.ts'
import { ownedBy, type Slot } from './elements.ts'
import { type EmbeddedFont, embedFont } from './fonts.ts'
import { type EmbeddedImage, embedImage } from './images.ts'
import { describeLink } from './link-words.ts'
import { returnAreas } from './note-links.ts'
import { putLine, take } from './operators.ts'
import type { Structure } from './structure.ts'
import { drawSvg } from './svg.ts'
import { type Dictionary, type Reference, text } from './syntax.ts'
import type { StructuralParent } from './tags.ts'

export interface DrawnPages {
  /** Page objects, in order. */
  readonly references: readonly Reference[]
  /** By structural parent key. */
  readonly parents: readonly StructuralParent[]
  readonly fonts: readonly EmbeddedFont[]
}

interface Context {
  readonly doc: PdfDocument
  readonly structure: Structure
  readonly edition: Edition
  readonly messages: VFile
  readonly fonts: Map<FontFace, EmbeddedFont>
  /** By the pictures' keys in the publication. */
  readonly images: Map<string, EmbeddedImage>
  readonly parents: StructuralParent[]
  /** References to notes. */
  readonly references: ReadonlyMap<string, Anchor>
}

interface PageContext extends Context {
  readonly page: Page
  readonly content: Content
  /** Owners of the page's marked content, by identifier. */
  readonly slots: Slot[]
}

type Drawable = Exclude<Mark, LinkArea>

/**
 * Draws every page into `doc`, which is left without an open marked-content sequence.
 *
 * @param references - places that refer to notes, which the notes lead back to
 */
export function drawPages(
  doc: PdfDocument,
  pages: readonly Page[],
  references: ReadonlyMap<string, Anchor>,
  structure: Structure,
  edition: Edition,
  messages: VFile,
): DrawnPages {
  const context: Context = {
    doc,
    structure,
    edition,
    messages,
    fonts: new Map(),
    images: new Map(),
    parents: [],
    references,
  }
  const objects = pages.map(page => drawPage(context, page))
  return { references: objects, parents: context.parents, fonts: [...context.fonts.values()] }
}

function drawPage(context: Context, page: Page): Reference {
  const { doc, parents, structure } = context
  doc.addPage({ size: [page.width, page.height], margin: 0 })
  const { dictionary } = doc.page
  const slots: Slot[] = []
  dictionary.data.StructParents = parents.push(slots) - 1

  const on: PageContext = { ...context, page, content: newContent(), slots }
  let group: Drawable[] = []
  for (const mark of page.marks) {
    if (mark.kind === 'link') continue
    const first = group[0]
    if (first !== undefined && !sameContent(structure, first, mark)) {
      drawGroup(on, group)
      group = []
    }
    group.push(mark)
  }
  drawGroup(on, group)
  flush(on)
  for (const mark of page.marks) if (mark.kind === 'link') annotate(on, mark)
  for (const area of returnAreas(page, context.references)) annotate(on, area)
  return dictionary
}

/** Marks that one marked-content sequence can hold: of one slot, or artifacts of one role. A figure stands alone. */
function sameContent(structure: Structure, a: Drawable, b: Drawable): boolean {
  if (a.kind === 'picture' || b.kind === 'picture') return false
  if (a.owner.kind === 'artifact' && b.owner.kind === 'artifact') return a.owner.role === b.owner.role
  return slotOf(structure, a.owner) === slotOf(structure, b.owner)
}

/** @returns null for an artifact */
function slotOf({ labels, texts }: Structure, owner: Owner): Slot | null {
  if (owner.kind === 'artifact') return null
  const owned = ownedBy(owner)
  const slot = owned === null ? undefined : (owner.part === 'label' ? labels : texts).get(owned)
  if (slot === undefined) throw new Error(`a mark of a ${owner.node.type} that has no place in the structure`)
  return slot
}

function drawGroup(context: PageContext, marks: readonly Drawable[]): void {
  const [first] = marks
  if (first === undefined) return
  const { operators } = context.content
  putLine(operators, opening(context, first, marks))
  let runs: Glyphs[] = []
  const drawRuns = () => {
    if (runs.length > 0) drawText(context.content, runs, run => fontOf(context, run.face))
    runs = []
  }
  for (const mark of marks) {
    if (mark.kind === 'glyphs') {
      runs.push(mark)
      continue
    }
    drawRuns()
    if (mark.kind === 'rule') drawRule(context.content, mark)
    else drawPicture(context, mark)
  }
  drawRuns()
  putLine(operators, 'EMC')
}

function opening(context: PageContext, first: Drawable, marks: readonly Drawable[]): string {
  const { owner } = first
  const slot = first.kind === 'picture' ? figureOf(context, first) : slotOf(context.structure, owner)
  if (slot === null) {
    const role = owner.kind === 'artifact' ? owner.role : 'rule'
    return `/Artifact ${artifacts[role](boxOf(context.page, marks))} BDC`
  }
  const mcid = context.slots.push(slot) - 1
  slot.pieces.push({ page: context.doc.page.dictionary, mcid })
  return `/${slot.element.type} <</MCID ${mcid}>> BDC`
}

/** Property lists of artifacts (ISO 32000-1 table 330). */
const artifacts: Readonly<
  Record<Extract<Owner, { kind: 'artifact' }>['role'], (box: readonly number[]) => string>
> = {
  header: () => '<</Type/Pagination/Subtype/Header/Attached[/Top]>>',
  footer: () => '<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>',
  // Words behind the page's own have no box here.
  background: box =>
    (box[0] ?? 0) > (box[2] ?? 0)
      ? '<</Type/Pagination/Subtype/Watermark>>'
      : `<</Type/Background/BBox[${box.map(number).join(' ')}]>>`,
  rule: () => '<</Type/Layout>>',
  repeat: () => '<</Type/Pagination>>',
}

/** The picture's figure; null for decoration, and for an emblem that has been drawn before. */
function figureOf({ structure, page }: PageContext, picture: Picture): Slot | null {
  const { owner, source } = picture
  const slot =
    source.kind === 'emblem' ? structure.emblem : isOrnament(owner) ? null : slotOf(structure, owner)
  if (slot === null || (source.kind === 'emblem' && slot.pieces.length > 0)) return null
  const [attributes] = slot.element.attributes
  if (attributes !== undefined) attributes.BBox = boxOf(page, [picture])
  return slot
}

function isOrnament(owner: Owner): boolean {
  return owner.kind === 'content' && 'decorative' in owner.node && owner.node.decorative
}

function drawPicture(context: PageContext, picture: Picture): void {
  if (picture.source.kind === 'image') drawImage(context, picture, picture.source.image)
  else drawEmblem(context, picture)
}

function drawEmblem(context: PageContext, picture: Picture): void {
  const { emblem } = context.edition.design.furniture
  if (emblem === null) throw new Error('a picture of an emblem that the design does not have')
  flush(context)
  for (const detail of drawSvg(context.doc, emblem.svg, picture)) {
    report(context.messages, 'emblem-undrawn', context.edition.publication.tree.place, {
      detail: svgPart(detail),
    })
  }
}

function drawImage(context: PageContext, picture: Picture, key: string): void {
  const { name, reference, unit } = imageOf(context, picture, key)
  context.doc.page.xobjects[name] = reference
  const { x, y, width, height } = picture
  const [scaleX, scaleY] = [width / unit.width, height / unit.height]
  const matrix = unit.down ? [scaleX, 0, 0, scaleY, x, y] : [scaleX, 0, 0, -scaleY, x, y + height]
  putLine(context.content.operators, `q ${matrix.map(factor).join(' ')} cm /${name} Do Q`)
}

/** Embedded when it is first drawn, which is when what it lacks is told. */
function imageOf(context: PageContext, { owner }: Picture, key: string): EmbeddedImage {
  const { doc, edition, images, messages } = context
  const known = images.get(key)
  if (known !== undefined) return known
  const image = edition.publication.images.get(key)
  if (image === undefined) throw new Error(`a picture of «${key}», which the publication does not have`)
  const embedded = embedImage(doc, image, images.size + 1)
  images.set(key, embedded)
  const place = owner.kind === 'content' ? owner.node.place : edition.publication.tree.place
  for (const detail of embedded.left) {
    report(messages, 'image-undrawn', place, { path: image.path, detail: svgPart(detail) })
  }
  return embedded
}

/** Scales multiply coordinates, so they keep more decimals than these. */
function factor(value: number): string {
  const rounded = Math.round(value * 1e6) / 1e6
  // No exponents (ISO 32000-1 7.3.3).
  return Object.is(rounded, -0) || Math.abs(rounded) < 1e-6 ? '0' : rounded.toFixed(6).replace(/\.?0+$/, '')
}

/** Hands the operators so far to pdfkit, which whoever draws through it next goes on from. */
function flush({ doc, content }: PageContext): void {
  if (content.operators.length > 0) doc.page.write(take(content.operators))
}

function fontOf({ doc, fonts }: Context, face: FontFace): EmbeddedFont {
  let font = fonts.get(face)
  if (font === undefined) {
    font = embedFont(doc, face, fonts.size + 1)
    fonts.set(face, font)
  }
  doc.page.fonts[font.name] = font.reference
  return font
}

/** A link annotation (ISO 32000-1 12.5.6.5): no border, printable, described (ISO 14289-1 7.18.1, 7.18.5). */
function annotate({ doc, edition, structure, parents, page }: PageContext, area: LinkArea): void {
  const { owner, target } = area
  const owned = ownedBy(owner)
  const element = owned === null ? undefined : structure.elements.get(owned)
  if (element === undefined || owned === null) throw new Error('a link area without its link')
  const link: Dictionary = {
    Type: 'Annot',
    Subtype: 'Link',
    Rect: boxOf(page, [area]),
    Border: [0, 0, 0],
    F: 4,
    Contents: text(describeLink(owned, edition.publication.metadata.language, edition.layout().noteNumbers)),
    StructParent: parents.push(element) - 1,
  }
  if (target.kind === 'url') link.A = { S: 'URI', URI: asciiUri(target.url) }
  else link.Dest = text(target.id)
  const annotation = object(doc, link)
  doc.page.annotations.push(annotation)
  element.annotations.push({ page: doc.page.dictionary, annotation })
}

/** URI actions hold 7-bit ASCII (table 206). */
function asciiUri(url: string) {
  return text(url.replace(/[^\x21-\x7e]/gu, character => encodeURIComponent(character)))
}

/** In default user space, whose y runs up: left, bottom, right, top. */
function boxOf(
  page: Page,
  marks: readonly (Drawable | LinkArea)[],
): readonly [number, number, number, number] {
  const box: [number, number, number, number] = [page.width, page.height, 0, 0]
  for (const mark of marks) {
    if (mark.kind === 'glyphs') continue
    box[0] = Math.min(box[0], mark.x)
    box[1] = Math.min(box[1], page.height - mark.y - mark.height)
    box[2] = Math.max(box[2], mark.x + mark.width)
    box[3] = Math.max(box[3], page.height - mark.y)
  }
  return box.map(value => Math.round(value * 100) / 100) as typeof box
}
