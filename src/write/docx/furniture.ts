/** Running heads and footers (ECMA-376 Part 1, 17.10). */
import { BorderStyle, Footer, Header, Paragraph, Tab, TabStopType, TextRun } from 'docx'
import type { Design, TextStyle } from '../../design/types.ts'
import { localeFor } from '../../locale/locale.ts'
import type { Section } from '../../publication/model.ts'
import type { Build } from './build.ts'
import { drawingIds } from './opening.ts'
import { field, paragraphChildren, plainRun, type Runs, xml } from './runs.ts'
import { styleSheet } from './styles.ts'
import { cleanText } from './text.ts'
import { eighths, emu, hex, twips } from './units.ts'

/** Stands for a page number while the sentence around it is made; no sentence contains it. */
const here = '\u0002'
const all = '\u0003'

export interface Furniture {
  readonly headers: { readonly first: Header; readonly default: Header }
  readonly footers: { readonly first: Footer; readonly default: Footer }
}

/** The first page has the letterhead, and so no running head. */
export function furniture(build: Build): Furniture {
  return {
    headers: {
      first: new Header({ children: [firstHead(build)] }),
      default: new Header({ children: runningHead(build) }),
    },
    footers: {
      first: new Footer({ children: footer(build, 1) }),
      default: new Footer({ children: footer(build, 2) }),
    },
  }
}

function firstHead(build: Build): Paragraph {
  const { design } = build.edition
  const band = design.furniture.bandHeight > 0 ? [new TextRun({ children: [bandShape(design)] })] : []
  return new Paragraph({ style: styleSheet.runningHead.id, children: band })
}

function runningHead(build: Build): readonly Paragraph[] {
  const { publication, design } = build.edition
  const { metadata } = publication
  const left = plainRun(clean(metadata.organisation === '' ? metadata.title : metadata.organisation, build))
  const section = firstHeading(publication.sections)
  const right =
    section === null
      ? plainText(metadata.organisation === '' ? '' : metadata.title, build)
      : field('STYLEREF 1', clean(section.title, build))
  const marks = markings(build)
  const line = new Paragraph({
    style: styleSheet.runningHead.id,
    tabStops: [{ type: TabStopType.RIGHT, position: measure(design) }],
    ...rule(design, 'bottom'),
    children: paragraphChildren(right.length === 0 ? [left] : [left, tab(), ...right]),
  })
  return marks === null ? [line] : [marks, line]
}

/** The first section that Word knows as Heading 1; without one, STYLEREF would print an error. */
function firstHeading(sections: readonly Section[]): Section | null {
  return sections.find(section => section.kind === 'heading' && section.depth === 1) ?? null
}

function footer(build: Build, page: number): readonly Paragraph[] {
  const { design, layout, publication } = build.edition
  const { pages } = layout()
  const label = pages[page - 1]?.label ?? String(page)
  const sentence = localeFor(publication.metadata.language)?.pageOf(here, all) ?? `${here} / ${all}`
  const runs = sentence.split(new RegExp(`([${here}${all}])`)).flatMap((part): Runs => {
    if (part === here) return field('PAGE', label)
    if (part === all) return field('NUMPAGES', String(pages.length))
    return part === '' ? [] : [plainRun(part)]
  })
  const line = new Paragraph({
    style: styleSheet.footer.id,
    ...rule(design, 'top'),
    children: paragraphChildren(runs),
  })
  const marks = markings(build)
  return marks === null ? [line] : [line, marks]
}

/** Classification and draft mark, which stand at head and foot of every page. */
function markings(build: Build): Paragraph | null {
  const texts = build.edition.opening
    .filter(block => block.role === 'classification' || block.role === 'draftMark')
    .flatMap(block => block.children.map(child => (child.type === 'text' ? clean(child.value, build) : '')))
  if (texts.length === 0) return null
  return new Paragraph({
    style: styleSheet.classification.id,
    spacing: { before: 0, after: 0 },
    children: [plainRun(texts.join(' · '))],
  })
}

function plainText(text: string, build: Build): Runs {
  return text === '' ? [] : [plainRun(clean(text, build))]
}

function clean(text: string, build: Build): string {
  return cleanText(text, build.edition.publication.tree.place, build.messages)
}

function tab(): TextRun {
  return new TextRun({ children: [new Tab()] })
}

function rule(design: Design, side: 'top' | 'bottom') {
  const { ruleColor, ruleWidth } = design.furniture
  if (ruleWidth === 0) return {}
  const border = { style: BorderStyle.SINGLE, color: hex(ruleColor), size: eighths(ruleWidth), space: 4 }
  return { border: { [side]: border } }
}

/** Twips between the margins. */
function measure({ page }: Design): number {
  return twips(page.width - page.margin.left - page.margin.right)
}

/**
 * Section geometry: Word measures from the paper's edge to the head's and the foot's outer edge, the design to their
 * baselines.
 */
export function pageOptions(design: Design) {
  const { page, styles } = design
  return {
    size: { width: twips(page.width), height: twips(page.height) },
    margin: {
      top: twips(page.margin.top),
      right: twips(page.margin.right),
      bottom: twips(page.margin.bottom),
      left: twips(page.margin.left),
      header: twips(Math.max(0, page.headDistance - ascent(styles.runningHead, design))),
      footer: twips(Math.max(0, page.footDistance - descent(styles.footer, design))),
      gutter: 0,
    },
  }
}

/** From a line's top to its baseline: «at least» spacing puts what the leading adds above the text. */
function ascent(style: TextStyle, design: Design): number {
  return style.leading - descent(style, design)
}

function descent(style: TextStyle, design: Design): number {
  const metrics = design.faces.find(face => face.family === style.family)?.metrics
  return metrics === undefined ? 0 : (style.size * Math.abs(metrics.descender)) / metrics.unitsPerEm
}

/** The coloured band at the first page's top edge: an empty rectangle, marked as decorative. */
function bandShape(design: Design) {
  const size = { cx: emu(design.page.width), cy: emu(design.furniture.bandHeight) }
  const position = (name: string) => xml(name, { relativeFrom: 'page' }, [withText(xml('wp:posOffset'), '0')])
  const decorative = xml('a:ext', { uri: '{C183D7F6-B498-43B3-948B-1728B52AA6E4}' }, [
    xml('adec:decorative', {
      'xmlns:adec': 'http://schemas.microsoft.com/office/drawing/2017/decorative',
      val: 1,
    }),
  ])
  const main = 'http://schemas.openxmlformats.org/drawingml/2006/main'
  const shape = xml('wps:wsp', {}, [
    xml('wps:cNvSpPr'),
    xml('wps:spPr', {}, [
      xml('a:xfrm', {}, [xml('a:off', { x: 0, y: 0 }), xml('a:ext', size)]),
      xml('a:prstGeom', { prst: 'rect' }, [xml('a:avLst')]),
      xml('a:solidFill', {}, [xml('a:srgbClr', { val: hex(design.furniture.bandColor) })]),
      xml('a:ln', {}, [xml('a:noFill')]),
    ]),
    xml('wps:bodyPr'),
  ])
  const anchor = xml(
    'wp:anchor',
    {
      distT: 0,
      distB: 0,
      distL: 0,
      distR: 0,
      simplePos: 0,
      relativeHeight: 1,
      behindDoc: 1,
      locked: 1,
      layoutInCell: 1,
      allowOverlap: 1,
    },
    [
      xml('wp:simplePos', { x: 0, y: 0 }),
      position('wp:positionH'),
      position('wp:positionV'),
      xml('wp:extent', size),
      xml('wp:effectExtent', { l: 0, t: 0, r: 0, b: 0 }),
      xml('wp:wrapNone'),
      xml('wp:docPr', { id: drawingIds.band, name: 'Franja' }, [
        xml('a:extLst', { 'xmlns:a': main }, [decorative]),
      ]),
      xml('wp:cNvGraphicFramePr'),
      xml('a:graphic', { 'xmlns:a': main }, [
        xml('a:graphicData', { uri: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape' }, [
          shape,
        ]),
      ]),
    ],
  )
  return xml('w:drawing', {}, [anchor])
}

function withText(component: ReturnType<typeof xml>, text: string) {
  component.addChildElement(text)
  return component
}
