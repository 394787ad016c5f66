/** The section: paper, margins, running heads (ECMA-376 Part 1, 17.6.17). */
import type { Design, TextStyle } from '../../design/types.ts'
import type { Edition } from '../types.ts'
import type { SectionShape } from './breaks.ts'
import type { Furniture } from './furniture.ts'
import { twips } from './units.ts'
import { element, valued } from './xml.ts'

/**
 * `w:sectPr`.
 *
 * @param before - shape of the section before; null for the first
 */
export function sectionProperties(
  furniture: readonly Furniture[],
  { design, word }: Edition,
  shape: SectionShape,
  before: SectionShape | null,
): string {
  const { page, styles } = design
  const [width, height] = shape.landscape ? [page.height, page.width] : [page.width, page.height]
  const content = [
    references(furniture, shape, before),
    design.notesByPage ? element('w:footnotePr', {}, valued('numRestart', 'eachPage')) : '',
    before === null ? '' : valued('type', startOf(shape, before)),
    element('w:pgSz', {
      'w:w': twips(width),
      'w:h': twips(height),
      'w:orient': width > height ? 'landscape' : undefined,
    }),
    element('w:pgMar', margins(furniture, shape, design)),
    word.lineNumbers ? element('w:lnNumType', { 'w:countBy': 1, 'w:restart': 'continuous' }) : '',
    shape.columns === 1
      ? ''
      : element('w:cols', { 'w:num': shape.columns, 'w:space': twips(columnGap(styles)) }),
    before === null ? '<w:titlePg/>' : '',
  ]
  return element('w:sectPr', {}, content.join(''))
}

/** Those that a section does not name, it has from the one before it (17.10.5). */
function references(
  furniture: readonly Furniture[],
  shape: SectionShape,
  before: SectionShape | null,
): string {
  return furniture
    .filter(part => belongs(part, shape) && (before === null || !belongs(part, before)))
    .map(({ name, kind, pages }) => {
      const type = pages === 'first' ? 'first' : 'default'
      return element(`w:${kind}Reference`, { 'w:type': type, 'r:id': `rId-${name}` })
    })
    .join('')
}

function belongs({ kind, pages }: Furniture, { landscape }: SectionShape): boolean {
  return pages === 'first' || kind === 'footer' || landscape === (pages === 'turned')
}

function startOf(shape: SectionShape, before: SectionShape): 'continuous' | 'nextPage' {
  return shape.landscape || before.landscape ? 'nextPage' : 'continuous'
}

/** Points between columns. */
export function columnGap({ body }: Design['styles']): number {
  return body.size * 2
}

/**
 * Word measures from the paper's edge to the head's and the foot's outer edge, the design to the baselines of running
 * head and page number, outside which a classification stands.
 */
function margins(furniture: readonly Furniture[], shape: SectionShape, design: Design) {
  const { page, styles } = design
  const others = furniture.filter(({ pages }) => pages !== 'first')
  const outside = (kind: Furniture['kind']) =>
    others.find(part => part.kind === kind && belongs(part, shape))?.besides ?? 0
  const head = ascent(styles.runningHead, design) + outside('header')
  const foot = descent(styles.footer, design) + outside('footer')
  return {
    'w:top': twips(page.margin.top),
    'w:right': twips(page.margin.right),
    'w:bottom': twips(page.margin.bottom),
    'w:left': twips(page.margin.left),
    'w:header': twips(Math.max(0, page.headDistance - head)),
    'w:footer': twips(Math.max(0, page.footDistance - foot)),
    'w:gutter': 0,
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
