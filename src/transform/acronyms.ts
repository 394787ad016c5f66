import type { Root } from 'mdast'
export function acronyms(_: { readonly locale: unknown }) {
  return (_tree: Root): void => {}
}
