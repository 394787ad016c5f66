/** The printed page's size, margins, running head and page numbers (CSS Paged Media 3). */
import type { Design } from '../../design/types.ts'
import type { Locale } from '../../locale/types.ts'
import { cssString, decimal, type FamilyNames, fontStack } from '../web/css.ts'

/**
 * @param head - left and right text of the running head, which begins on the second page
 * @param mark - text at head and foot of every page: classification, draft; '' for none
 */
export function pageRules(
  design: Design,
  locale: Locale,
  head: readonly [string, string],
  mark: string,
  familyNames: FamilyNames,
): string {
  const { page, styles } = design
  const { margin } = page
  const points = (value: number) => `${decimal(value)}pt`
  const style = (role: 'runningHead' | 'footer') =>
    `font: ${styles[role].weight} ${points(styles[role].size)} ${fontStack(design, styles[role].family, familyNames)}; color: ${styles[role].color};`
  const [left, right] = head
  return `@page {
  size: ${points(page.width)} ${points(page.height)};
  margin: ${points(margin.top)} ${points(margin.right)} ${points(margin.bottom)} ${points(margin.left)};
  @top-left { content: ${cssString(left)}; ${style('runningHead')} }
  @top-right { content: ${cssString(right)}; ${style('runningHead')} }
  @top-center { content: ${cssString(mark)}; ${style('runningHead')} }
  @bottom-center { content: ${cssString(mark)}; ${style('footer')} }
  @bottom-right { content: ${pageNumber(locale)}; ${style('footer')} }
}
@page landscape {
  size: ${points(page.height)} ${points(page.width)};
}
@page :first {
  @top-left { content: ""; }
  @top-right { content: ""; }
}
`
}

/** «Página 2 de 5» as CSS counters: the locale's sentence with two stand-ins, cut at them. */
function pageNumber(locale: Locale): string {
  const page = '\uE000'
  const pages = '\uE001'
  return locale
    .pageOf(page, pages)
    .split(/([\uE000\uE001])/)
    .filter(part => part !== '')
    .map(part => (part === page ? 'counter(page)' : part === pages ? 'counter(pages)' : cssString(part)))
    .join(' ')
}
