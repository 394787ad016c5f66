/** The steps of CI are those of make: any other CI can take them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { annotation } from '../../src/announce.ts'
import { folderWith, pliego, project } from '../support/run.ts'

const targets = readFileSync(join(project, 'Makefile'), 'utf8')
const folder = join(project, '.github/workflows')
const files = [...readdirSync(folder).map(name => join(folder, name)), join(project, 'docs/gitlab-ci.yml')]

describe('CI', () => {
  it.each(files)('%s is YAML, and every target that it makes is one', file => {
    const text = readFileSync(file, 'utf8')
    expect(parse(text)).toBeTypeOf('object')
    const made = [...text.matchAll(/\bmake ([a-z-]+)/g)].map(([, target]) => target)
    expect(made).toContain('release')
    for (const target of made) expect(targets).toMatch(new RegExp(`^${target}( |:)`, 'm'))
  })
})

describe('annotations', () => {
  const diagnostic = {
    rule: 'title-missing',
    severity: 'error',
    file: 'source/a,b.md',
    line: 3,
    column: 5,
    endLine: 3,
    endColumn: 9,
    includedFrom: [],
    facts: {},
    reason: '100% mal',
    remedy: 'corríjalo',
  } as const

  it('escape what would end them', () => {
    expect(annotation(diagnostic)).toBe(
      '::error file=source/a%2Cb.md,line=3,endLine=3,col=5,title=title-missing::100%25 mal%0A→ corríjalo',
    )
    expect(annotation({ ...diagnostic, severity: 'info', file: '', line: 0, endLine: 0, column: 0 })).toMatch(
      /^::notice title=title-missing::/,
    )
  })

  it('are written where GitHub reads along, and nowhere else', () => {
    const files = { 'source/nota.md': '---\ntitulo: Nota\nidioma: es-PE\n---\n\nVéase [esto](#nada).\n' }
    const here = pliego(folderWith(files), ['build'], { GITHUB_ACTIONS: 'true' })
    expect(here.out).toMatch(/^::warning file=source\/nota\.md,line=6,.*title=link-target-missing::/m)
    expect(pliego(folderWith(files), ['build']).out).toBe('')
  })
})
