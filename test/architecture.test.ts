import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const src = resolve(import.meta.dirname, '../src')

/** Folders, and single files, that those of each folder may import beside their own; `types` as `import type` only. */
const allowed: Readonly<Record<string, { values: readonly string[]; types: readonly string[] }>> = {
  text: { values: [], types: [] },
  bytes: { values: [], types: [] },
  locale: { values: [], types: ['publication'] },
  diagnostics: { values: ['text'], types: ['publication'] },
  fonts: { values: ['text', 'diagnostics'], types: ['publication'] },
  word: { values: ['text', 'diagnostics'], types: [] },
  publication: { values: ['text', 'locale', 'diagnostics'], types: ['transform', 'read'] },
  read: { values: ['bytes', 'text', 'locale', 'diagnostics'], types: ['publication'] },
  transform: { values: ['text', 'locale', 'diagnostics'], types: ['publication', 'read'] },
  design: { values: ['text', 'diagnostics', 'fonts', 'locale', 'word'], types: ['publication'] },
  layout: { values: ['text', 'locale', 'fonts', 'publication', 'diagnostics'], types: ['design'] },
  release: {
    values: ['bytes', 'text', 'locale', 'fonts', 'publication', 'diagnostics', 'read', 'write'],
    types: ['layout', 'design'],
  },
  // Files are read back by means that share nothing with what wrote them; how sequences are aligned writes none.
  collate: { values: ['publication', 'text/common-subsequence.ts'], types: ['design', 'locale'] },
  write: {
    values: ['bytes', 'text', 'locale', 'fonts', 'publication', 'diagnostics', 'word'],
    types: ['layout', 'design'],
  },
}

/** Within write/: no writer imports another; what HTML and EPUB share stands in web/. */
const writers: Readonly<Record<string, readonly string[]>> = {
  pdf: [],
  docx: [],
  web: [],
  html: ['web'],
  epub: ['web'],
}

/** Files at the top, which are not part of a stage and tie the stages together. */
const everywhere = ['assets', 'wasm']

interface Import {
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts'))
  .map(name => name.replaceAll('\\', '/'))
  .sort()
const imports = files.flatMap(importsOf)

function importsOf(file: string): Import[] {
  const text = readFileSync(join(src, file), 'utf8')
  const pattern = /(?:^|\n)\s*(import|export)\s+(type\s+)?([^'"]*?)from\s+'(\.[^']+)'|import\('(\.[^']+)'\)/g
  return [...text.matchAll(pattern)].map(match => {
    const path = match[4] ?? match[5] ?? ''
    const names = (match[3] ?? '').trim()
    const inner = /^\{([^}]*)\}$/
      .exec(names)?.[1]
      ?.split(',')
      .map(name => name.trim())
    const allTypes = inner?.filter(name => name !== '').every(name => name.startsWith('type ')) ?? false
    const to = relative(src, resolve(src, dirname(file), path)).replaceAll('\\', '/')
    return { from: file, to, typeOnly: match[2] !== undefined || (match[5] === undefined && allTypes) }
  })
}

const stage = (file: string) => (file.includes('/') ? (file.split('/')[0] ?? '') : '')

describe('imports go one way', () => {
  it('finds the imports it is about', () => {
    expect(files.length).toBeGreaterThan(30)
    expect(imports.length).toBeGreaterThan(100)
  })

  it('between stages', () => {
    const wrong = imports.filter(({ from, to, typeOnly }) => {
      const here = stage(from)
      const there = stage(to)
      if (here === '' || here === there) return false
      if (there === '') return !everywhere.includes(to.replace(/\.(ts|json)$/, ''))
      const rule = allowed[here]
      const values = rule?.values.some(value => value === there || value === to) ?? false
      return !(values || (typeOnly && rule?.types.includes(there) === true))
    })
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  it('between writers', () => {
    const wrong = imports.filter(({ from, to }) => {
      const [, here = '', inside] = /^write\/([^/]+)\/(.*)$/.exec(from) ?? []
      const [, there = '', target] = /^write\/([^/]+)\/(.*)$/.exec(to) ?? []
      if (inside === undefined || target === undefined || here === there) return false
      return !(writers[here]?.includes(there) ?? false)
    })
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  it('without a circle', () => {
    const next = new Map<string, string[]>()
    for (const { from, to, typeOnly } of imports) {
      if (!typeOnly) next.set(from, [...(next.get(from) ?? []), to])
    }
    const state = new Map<string, 'open' | 'done'>()
    const circles: string[] = []
    const visit = (file: string, path: readonly string[]) => {
      if (state.get(file) === 'done') return
      if (state.get(file) === 'open') {
        circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
        return
      }
      state.set(file, 'open')
      for (const target of next.get(file) ?? []) visit(target, [...path, file])
      state.set(file, 'done')
    }
    for (const file of files) visit(file, [])
    expect(circles).toEqual([])
  })
})

describe('what touches the outside', () => {
  const outside = /from 'node:(fs|fs\/promises|http|https|net|child_process|os|dns)'/
  it('is read/, design/ and the run around them', () => {
    const touching = files.filter(file => outside.test(readFileSync(join(src, file), 'utf8')))
    expect(touching.filter(file => !/^(read|design)\//.test(file) && file.includes('/'))).toEqual([])
  })

  it('never asks for the time, chance or a locale where bytes are made', () => {
    const forbidden =
      /\bDate\.now\b|\bnew Date\(\)|Math\.random|\bIntl\.|\.toLocale[A-Z]|\.localeCompare\(|randomUUID|randomBytes/
    const asking = files.filter(file =>
      forbidden.test(withoutComments(readFileSync(join(src, file), 'utf8'))),
    )
    expect(asking).toEqual([])
  })
})

describe('src/README.md', () => {
  const page = readFileSync(join(src, 'README.md'), 'utf8')
  it('names every file', () => {
    expect(files.filter(file => !page.includes(`\`${file}\``))).toEqual([])
  })

  it('names no file that is gone', () => {
    const named = [...page.matchAll(/`([a-z-]+(?:\/[a-zA-Z-]+)*\.ts)`/g)].map(match => match[1] ?? '')
    expect(named.length).toBeGreaterThan(30)
    expect(named.filter(name => !files.includes(name))).toEqual([])
  })
})

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/[^\n]*/g, '$1')
}
