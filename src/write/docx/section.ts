/** The section: paper, margins, running heads (ECMA-376 Part 1, 17.6.17). */
import type { Design, TextStyle } from '../../design/types.ts'
import type { Edition } from '../types.ts'
import type { Furniture } from './furniture.ts'
import { twips } from './units.ts'
import { element } from './xml.ts'

/** `w:sectPr` of the one section that a document has. */
export function sectionProperties(furniture: readonly Furniture[], edition: Edition): string {
  const { page } = edition.design
  const references = furniture.map(({ name, kind, pages }) =>
    element(`w:${kind}Reference`, { 'w:type': pages, 'r:id': `rId-${name}` }),
  )
  const content = [
    ...references,
    element('w:pgSz', {
      'w:w': twips(page.width),
      'w:h': twips(page.height),
      'w:orient': page.width > page.height ? 'landscape' : undefined,
    }),
    element('w:pgMar', margins(furniture, edition.design)),
    '<w:titlePg/>',
  ]
  return element('w:sectPr', {}, content.join(''))
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
