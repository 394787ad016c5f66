/** Lines that look like a directive, are none, and would be published as text. */
import type { Root, Text } from 'mdast'
import { report } from '../diagnostics/report.ts'
import type { Place } from '../publication/model.ts'
import { visit } from '../text/visit.ts'
import { type Context, offsets } from './context.ts'
import { directiveNamed, nearestDirective } from './directive-names.ts'

export interface Stray {
  readonly line: string
  readonly place: Place
}

/** @param tree - of one file, its texts as the source has them */
export function strayDirectives(tree: Root, context: Context): readonly Stray[] {
  if (!context.text.includes('::')) return []
  const strays: Stray[] = []
  visit(tree, 'text', (node, _, parent) => {
    if (parent?.type === 'paragraph' && node.value.includes('::')) strays.push(...straysIn(node, context))
  })
  return strays
}

const shape = /(?<=^|\n[ \t>]*)(?:::+[ \t]*\p{L}[^\n]*|:{3,}[ \t]*(?=\n|$))/gu

function straysIn(node: Text, { text, lines }: Context): readonly Stray[] {
  const { start, end } = offsets(node)
  const strays: Stray[] = []
  for (const { 0: line, index } of text.slice(start, end).matchAll(shape)) {
    // An escape or a character reference makes it text.
    if (!node.value.includes(line.trim())) continue
    strays.push({ line, place: lines.place(start + index, start + index + line.length) })
  }
  return strays
}

/** To be told once the directives are read. */
export function reportStrays(strays: readonly Stray[], { file }: Context): void {
  for (const { line, place } of strays) {
    const name = /\p{L}[\p{L}\p{M}\p{N}-]*/u.exec(line)?.[0] ?? ''
    if (name === '') {
      report(file, 'directive-stray-fence', place, {})
      continue
    }
    const near = directiveNamed(name) === undefined ? nearestDirective(name) : name
    report(file, 'directive-syntax', place, { line: line.slice(0, 40).trim(), nearest: near })
  }
}
