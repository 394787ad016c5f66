/** Code as tokens of a few kinds, the same for every format that colours them. */
import type { HLJSApi, LanguageFn } from 'highlight.js'

/** '' is everything else. */
export type CodeTokenKind = '' | 'keyword' | 'string' | 'number' | 'comment' | 'title' | 'attribute'

export interface CodeToken {
  readonly kind: CodeTokenKind
  readonly text: string
}

type Grammar = () => Promise<{ readonly default: LanguageFn }>

/** Each is loaded on its first use. A grammar that holds others (XML: CSS and JavaScript) leaves those plain. */
const grammars: Readonly<Record<string, Grammar>> = {
  bash: () => import('highlight.js/lib/languages/bash'),
  c: () => import('highlight.js/lib/languages/c'),
  cpp: () => import('highlight.js/lib/languages/cpp'),
  csharp: () => import('highlight.js/lib/languages/csharp'),
  css: () => import('highlight.js/lib/languages/css'),
  diff: () => import('highlight.js/lib/languages/diff'),
  dockerfile: () => import('highlight.js/lib/languages/dockerfile'),
  go: () => import('highlight.js/lib/languages/go'),
  ini: () => import('highlight.js/lib/languages/ini'),
  java: () => import('highlight.js/lib/languages/java'),
  javascript: () => import('highlight.js/lib/languages/javascript'),
  json: () => import('highlight.js/lib/languages/json'),
  kotlin: () => import('highlight.js/lib/languages/kotlin'),
  latex: () => import('highlight.js/lib/languages/latex'),
  lua: () => import('highlight.js/lib/languages/lua'),
  makefile: () => import('highlight.js/lib/languages/makefile'),
  markdown: () => import('highlight.js/lib/languages/markdown'),
  php: () => import('highlight.js/lib/languages/php'),
  powershell: () => import('highlight.js/lib/languages/powershell'),
  python: () => import('highlight.js/lib/languages/python'),
  r: () => import('highlight.js/lib/languages/r'),
  ruby: () => import('highlight.js/lib/languages/ruby'),
  rust: () => import('highlight.js/lib/languages/rust'),
  scss: () => import('highlight.js/lib/languages/scss'),
  sql: () => import('highlight.js/lib/languages/sql'),
  swift: () => import('highlight.js/lib/languages/swift'),
  typescript: () => import('highlight.js/lib/languages/typescript'),
  xml: () => import('highlight.js/lib/languages/xml'),
  yaml: () => import('highlight.js/lib/languages/yaml'),
}

/** What people write, and the grammar that it means. */
const synonyms: Readonly<Record<string, string>> = {
  'c#': 'csharp',
  'c++': 'cpp',
  cs: 'csharp',
  docker: 'dockerfile',
  html: 'xml',
  js: 'javascript',
  jsonc: 'json',
  jsx: 'javascript',
  kt: 'kotlin',
  make: 'makefile',
  md: 'markdown',
  ps1: 'powershell',
  py: 'python',
  rb: 'ruby',
  rs: 'rust',
  sh: 'bash',
  shell: 'bash',
  svg: 'xml',
  tex: 'latex',
  toml: 'ini',
  ts: 'typescript',
  tsx: 'typescript',
  xhtml: 'xml',
  yml: 'yaml',
  zsh: 'bash',
}

/** Longer code stays plain: grammars are many regular expressions, and nobody reads so much in a report. */
const longest = 50_000

let engine: Promise<HLJSApi> | undefined

/**
 * @param value - the code
 * @param syntax - first word of the block's info string
 * @returns its tokens in order, their texts together `value`; null for a language that is not known
 */
export async function highlight(value: string, syntax: string): Promise<readonly CodeToken[] | null> {
  const name = synonyms[syntax.toLowerCase()] ?? syntax.toLowerCase()
  const grammar = Object.hasOwn(grammars, name) ? grammars[name] : undefined
  if (grammar === undefined || value.length > longest) return null
  engine ??= import('highlight.js/lib/core').then(module => module.default)
  const hljs = await engine
  if (hljs.getLanguage(name) === undefined) hljs.registerLanguage(name, (await grammar()).default)
  const tokens = tokensOf(hljs.highlight(value, { language: name, ignoreIllegals: true }).value)
  // What the library wrote has to be the code, letter for letter.
  return tokens.map(({ text }) => text).join('') === value ? tokens : null
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }

/** Of the library's markup: text and `span` elements whose first class is the scope. */
function tokensOf(markup: string): readonly CodeToken[] {
  const tokens: { kind: CodeTokenKind; text: string }[] = []
  const open: CodeTokenKind[] = []
  for (const part of markup.split(/(<span class="[^"]*">|<\/span>)/)) {
    if (part === '</span>') open.pop()
    else if (part.startsWith('<span class="')) open.push(kindOf(part) || (open.at(-1) ?? ''))
    else {
      const text = part.replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => entities[name] ?? '')
      const kind = open.at(-1) ?? ''
      const last = tokens.at(-1)
      if (last?.kind === kind) last.text += text
      else if (text !== '') tokens.push({ kind, text })
    }
  }
  return tokens
}

const kinds: Readonly<Record<string, CodeTokenKind>> = {
  addition: 'string',
  attr: 'attribute',
  attribute: 'attribute',
  built_in: 'keyword',
  bullet: 'number',
  char: 'string',
  class: 'title',
  code: 'string',
  comment: 'comment',
  deletion: 'number',
  doctag: 'comment',
  keyword: 'keyword',
  link: 'string',
  literal: 'keyword',
  meta: 'comment',
  name: 'title',
  number: 'number',
  property: 'attribute',
  quote: 'comment',
  regexp: 'string',
  section: 'title',
  'selector-attr': 'attribute',
  'selector-class': 'title',
  'selector-id': 'title',
  'selector-tag': 'keyword',
  string: 'string',
  symbol: 'number',
  tag: '',
  title: 'title',
  type: 'keyword',
  variable: 'attribute',
}

function kindOf(span: string): CodeTokenKind {
  const [, scope = ''] = /^<span class="hljs-([\w-]+)/.exec(span) ?? []
  return kinds[scope] ?? ''
}
