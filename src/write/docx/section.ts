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
 * @param before - shape of the section before; null for the first, whose running heads the others take over
 */
export function sectionProperties(
  furniture: readonly Furniture[],
  { design }: Edition,
  shape: SectionShape,
  before: SectionShape | null,
): string {
  const { page, styles } = design
  const references = furniture.map(({ name, kind, pages }) =>
    element(`w:${kind}Reference`, { 'w:type': pages, 'r:id': `rId-${name}` }),
  )
  const [width, height] = shape.landscape ? [page.height, page.width] : [page.width, page.height]
  const content = [
    ...(before === null ? references : [valued('type', startOf(shape, before))]),
    element('w:pgSz', {
      'w:w': twips(width),
      'w:h': twips(height),
      'w:orient': width > height ? 'landscape' : undefined,
    }),
    element('w:pgMar', margins(furniture, design)),
    shape.columns === 1
      ? ''
      : element('w:cols', { 'w:num': shape.columns, 'w:space': twips(columnGap(styles)) }),
    before === null ? '<w:titlePg/>' : '',
  ]
  return element('w:sectPr', {}, content.join(''))
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
function margins(furniture: readonly Furniture[], design: Design) {
  const { page, styles } = design
  const outside = (name: string) => {
    const lines = furniture.find(part => part.name === name)?.content.length ?? 1
    return (lines - 1) * styles.classification.leading
  }
  const head = ascent(styles.runningHead, design) + outside('header2')
  const foot = descent(styles.footer, design) + outside('footer2')
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
