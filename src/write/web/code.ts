/** Blocks of code. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Code } from '../../publication/model.ts'
import { type Context, language, target } from './context.ts'
import { text } from './nodes.ts'

/** Characters in a line that a wide screen shows whole. */
const wideLine = 58

/**
 * Lines as long as the measure wrap where a screen is narrower; longer ones would be broken everywhere, so that the
 * block scrolls and takes the focus, for those without a mouse. A book has no place to scroll to: there lines wrap.
 */
export function codeToHast(node: Code, context: Context): Element {
  const { locale, medium } = context.settings
  const className = node.syntax === '' ? {} : { className: [`language-${node.syntax}`] }
  const tokens = context.settings.tokens.get(node)
  const content = tokens?.map(({ kind, text: value }) =>
    kind === '' ? text(value) : h('span', { className: [`code-${kind}`] }, value),
  )
  const code = h('code', className, content ?? node.value)
  const scrolls = medium === 'page' && node.value.split('\n').some(line => line.length > wideLine)
  const own = { ...target(node, context), ...language(node, context) }
  if (!scrolls) return h('pre', own, [code])
  const properties = { tabIndex: 0, role: 'group', ariaLabel: locale.terms.code }
  return h('pre.scroll', { ...own, ...properties }, [code])
}
