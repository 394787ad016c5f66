/**
 * What a page runs, for what links and style sheets cannot do; without it nothing is missing from the page. No more
 * than the page has use for.
 */
import type { ElementContent } from 'hast'

const common = `
const idOf = link => decodeURIComponent(link.hash.slice(1))
`

/**
 * Notes and enlarged pictures as popovers (HTML Standard, 6.12): Escape or a press elsewhere closes them, and the
 * keyboard is back where it was. Without it the same links show the same things by `:target`. Modified clicks open
 * a link in another window, and are left alone.
 */
const popovers = `
let opener
addEventListener('click', event => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return
  const link = event.target.closest('[role="doc-noteref"], .enlarge, .back, .close')
  const open = link?.closest('[popover]')
  if (link?.matches('.back, .close')) {
    if (!open) return
    if (idOf(link) === opener.id) event.preventDefault()
    open.hidePopover()
    return
  }
  const shown = link && document.getElementById(idOf(link))
  if (!shown?.showPopover) return
  event.preventDefault()
  opener = link
  shown.popover = 'auto'
  shown.tabIndex = -1
  shown.showPopover()
  shown.focus()
})
addEventListener('toggle', ({ target, newState }) => {
  if (!target.popover || newState !== 'closed') return
  target.removeAttribute('popover')
  target.removeAttribute('tabindex')
}, true)
`

/** The contents say where the reader is: in the last section that reaches into the upper tenth of the window. */
const whereabouts = `
const nav = document.querySelector('.contents')
const links = new Map([...nav.querySelectorAll('a')].map(link => [document.getElementById(idOf(link)), link]))
const seen = new Set()
const watch = new IntersectionObserver(changes => {
  for (const { target, isIntersecting } of changes) seen[isIntersecting ? 'add' : 'delete'](target)
  nav.querySelector('[aria-current]')?.removeAttribute('aria-current')
  const here = links.get([...links.keys()].findLast(section => seen.has(section)))
  if (!here) return
  here.setAttribute('aria-current', 'location')
  const { offsetTop } = here
  const { scrollTop, clientHeight } = nav
  if (offsetTop < scrollTop || offsetTop > scrollTop + clientHeight - 60) nav.scrollTop = offsetTop - clientHeight / 3
}, { rootMargin: '0px 0px -90%' })
for (const section of links.keys()) watch.observe(section)
`

/**
 * @param text - of the page, with its notes
 * @param contents - beside it; empty where the page has none
 * @returns one script, or '' where there is nothing for it to do
 */
export function pageScript(text: readonly ElementContent[], contents: readonly ElementContent[]): string {
  const parts = [...(opensInPlace(text) ? [popovers] : []), ...(contents.length > 0 ? [whereabouts] : [])]
  return parts.length === 0
    ? ''
    : [common, ...parts].join('').replaceAll(/^ +/gm, '').replaceAll('\n\n', '\n')
}

/** Is there a note, or a picture that can be enlarged? */
function opensInPlace(nodes: readonly ElementContent[]): boolean {
  return nodes.some(node => {
    if (node.type !== 'element') return false
    const { className, role } = node.properties
    const enlarges = Array.isArray(className) && className.includes('enlarge')
    return role === 'doc-endnotes' || enlarges || opensInPlace(node.children)
  })
}
