/** What directives and attributes are written with. */
import type { PhrasingContent, RootContent, RootContentMap } from 'mdast'
import type { State } from 'mdast-util-to-markdown'

/** A node of the tree by its type. */
export type NodeOf<Type extends keyof RootContentMap> = RootContentMap[Type]

/** `:::name[label]{attributes}` … `:::`, with a fence longer than any in it. */
export function container(
  name: string,
  label: readonly PhrasingContent[],
  attributes: string,
  children: readonly RootContent[],
  state: State,
): string {
  const info = { before: '\n', after: '\n', now: { line: 1, column: 1 }, lineShift: 0 }
  const content = state.containerFlow({ type: 'root', children: [...children] }, info)
  const longest = Math.max(
    2,
    ...[...content.matchAll(/(?<=^|\n)[ \t>]*(:{3,})/g)].map(([, fence = '']) => fence.length),
  )
  const fence = ':'.repeat(longest + 1)
  return `${fence}${name}${labelOf(label, state)}${attributes}\n${content}\n${fence}`
}

function labelOf(children: readonly PhrasingContent[], state: State): string {
  if (children.length === 0) return ''
  const [leaveLabel, leave] = [state.enter('label'), state.enter('pliegoLabel')]
  const info = { before: '[', after: ']', now: { line: 1, column: 1 }, lineShift: 0 }
  const text = state.containerPhrasing({ type: 'paragraph', children: [...children] }, info)
  leave()
  leaveLabel()
  return `[${text}]`
}

/** Canonical values as an author writes them. */
const spellings: Readonly<Record<string, (value: string) => string>> = {
  typography: value => `tipografia=${value === 'on' ? 'si' : 'no'}`,
  decorative: value => (value === 'yes' ? 'decorativa' : ''),
  annex: value => (value === 'yes' ? 'anexo' : ''),
}

/**
 * @param more - written already
 * @returns `{#id .class key=value}`, or ''
 */
export function attributesOf(node: Pick<RootContent, 'type' | 'data'>, more: readonly string[] = []): string {
  const { attributes, language } = node.data ?? {}
  const id = attributes?.id === undefined ? [] : [`#${attributes.id}`]
  const classes = (attributes?.classes ?? []).map(name => `.${name}`)
  const values = Object.entries(attributes?.values ?? {}).map(
    ([key, value]) => spellings[key]?.(value) ?? pair(key, value),
  )
  const own = language === undefined || withoutLanguage.has(node.type) ? [] : [`lang=${language}`]
  const all = [...id, ...classes, ...values, ...own, ...more].filter(part => part !== '')
  return all.length === 0 ? '' : `{${all.join(' ')}}`
}
const withoutLanguage = new Set(['link', 'image', 'code', 'definitionTerm', 'footnoteDefinition'])

export function pair(key: string, value: string): string {
  return /^[^\s{}"'=]+$/.test(value) ? `${key}=${value}` : `${key}="${value}"`
}
