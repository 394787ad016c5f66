/** Containers without their end. */
import type { Parents, Root } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { report } from '../diagnostics/report.ts'
import { type Context, offsets } from './context.ts'

/**
 * Tells of every container that nothing closes. What it swallows is not to be judged: nothing else is said of the
 * file then.
 *
 * @param tree - of one file, as parsed
 * @returns are all closed?
 */
export function allClosed(tree: Root, context: Context): boolean {
  if (!context.text.includes(':::')) return true
  const lacking = new Set<ContainerDirective>()
  collect(tree, [], lacking, context)
  for (const node of lacking) {
    const { start, end } = offsets(node)
    const opening = context.text.indexOf('\n', start)
    const place = context.lines.place(start, opening === -1 ? end : Math.min(opening, end))
    report(context.file, 'directive-unclosed', place, { name: node.name, fence: fenceOf(node, context) })
  }
  return lacking.size === 0
}

function collect(
  parent: Parents,
  around: readonly ContainerDirective[],
  lacking: Set<ContainerDirective>,
  context: Context,
): void {
  for (const node of parent.children) {
    if (!('children' in node)) continue
    const inner = node.type === 'containerDirective' ? [...around, node] : around
    if (node.type === 'containerDirective' && closingFence(node, context) === '')
      lacking.add(lackingOne(node, around, context))
    collect(node, inner, lacking, context)
  }
}

/**
 * Of containers inside one another, a fence closes the outermost that it is long enough for. Where it was meant for
 * the inner one, the outer one is left without its own.
 */
function lackingOne(
  node: ContainerDirective,
  around: readonly ContainerDirective[],
  context: Context,
): ContainerDirective {
  const needed = fenceOf(node, context).length
  return around.find(outer => closingFence(outer, context).length >= needed) ?? node
}

function fenceOf(node: ContainerDirective, { text }: Context): string {
  const { start, end } = offsets(node)
  return /^:+/.exec(text.slice(start, end))?.[0] ?? ':::'
}

/** The last line of a container is its fence, unless the text or what contains it ended before: '' then. */
function closingFence(node: ContainerDirective, context: Context): string {
  const { start, end } = offsets(node)
  const written = context.text.slice(start, end)
  const opening = written.indexOf('\n')
  const last = written.slice(written.lastIndexOf('\n') + 1).replace(/^[ \t>]*/, '')
  const fence = opening !== -1 && /^:{3,}[ \t]*$/.test(last) ? last.trim() : ''
  return fence.length >= fenceOf(node, context).length ? fence : ''
}
