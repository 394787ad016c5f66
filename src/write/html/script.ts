/**
 * What a page runs: notes and enlarged pictures as popovers (HTML Standard, 6.12), which Escape or a press elsewhere
 * closes, and which give the keyboard back to where it was. Without it, or in a browser without popovers, the same
 * links show the same things by `:target`.
 */
import type { ElementContent } from 'hast'

/** As it stands in the page. Modified clicks are left alone: they open a link in another window. */
export const pageScript = `
let opener
const idOf = link => decodeURIComponent(link.hash.slice(1))
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

/** Is there anything in the text that the script opens? */
export function opensInPlace(nodes: readonly ElementContent[]): boolean {
  return nodes.some(
    node =>
      node.type === 'element' &&
      (node.properties.role === 'doc-endnotes' ||
        isEnlarge(node.properties.className) ||
        opensInPlace(node.children)),
  )
}

function isEnlarge(className: unknown): boolean {
  return Array.isArray(className) && className.includes('enlarge')
}
