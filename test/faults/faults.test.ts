/**
 * Every fault is told by its rule on its line, and nothing else is: in ten documents that have none.
 *
 * Not planted, as no text of its own provokes them (`test/messages/` and the tests of their parts do):
 * of files and runs: file-missing, file-is-folder, file-unreadable, file-outside, folder-empty, output-*, new-*,
 * formats-differ*, collate-*, release-*, verify-*, changes-input, repeat-elsewhere and repeat-near-elsewhere (two
 * documents); of templates: template-file-missing, template-cycle, brand-*, slot-*, token-unknown, font-*,
 * contrast-low, emblem-*, word-template-*, language-missing (the template «base» names one), image-undrawn
 * (written files only); of the program: internal,
 * unknown-node, unsettled-page-labels, parse-deadline (a text that takes the parser its whole time), overfull-line
 * (words are broken before a line sticks out). `claim-withheld` follows from others and is left out on purpose.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../src/design/types.ts'
import type { RuleId } from '../../src/diagnostics/catalogue.ts'
import { makeDocument } from '../../src/document.ts'
import type { Limits } from '../../src/read/limits.ts'
import { seeded } from '../support/document.ts'
import { project } from '../support/run.ts'
import { faults } from './plant.ts'

const documents = join(import.meta.dirname, 'documents')
const names = readdirSync(documents).filter(name => name.endsWith('.md'))
const folder = mkdtempSync(join(tmpdir(), 'pliego-'))
const source = join(folder, 'source')
cpSync(documents, source, { recursive: true })
cpSync(join(import.meta.dirname, 'pictures'), join(source, 'img'), { recursive: true })
cpSync(join(import.meta.dirname, 'parts'), join(source, 'partes'), { recursive: true })
const designs = new Map<string, Design>()

/** Rule and line of every message, but for the one that follows from others. */
async function messagesOf(
  text: string | Uint8Array,
  limits: Partial<Limits> = {},
): Promise<readonly string[]> {
  const path = join(source, 'texto.md')
  writeFileSync(path, text)
  const options = { project: folder, templates: [join(project, 'templates')], template: '' }
  const { diagnostics } = await makeDocument(path, {
    command: 'check',
    formats: [],
    strict: false,
    epoch: 0,
    designs,
    limits,
    ...options,
  })
  return diagnostics
    .filter(({ rule }) => rule !== 'claim-withheld')
    .map(({ rule, line }) => `${rule} ${line}`)
}

describe('good documents', () => {
  it.each(names)('%s has no message', async name => {
    expect(await messagesOf(readFileSync(join(documents, name), 'utf8'))).toEqual([])
  })
})

const random = seeded(7)
const planted = faults.flatMap(({ rule, title, limits, plant }) =>
  names.flatMap(name => {
    const lines = readFileSync(join(documents, name), 'utf8').split('\n')
    const made = plant(lines, from => from[random(from.length)])
    return made === null ? [] : [{ rule, title, name, limits, ...made }]
  }),
)

describe('planted faults', () => {
  it('are at least three hundred, five of every rule', () => {
    const count = (wanted: RuleId) => planted.filter(({ rule }) => rule === wanted).length
    expect(faults.map(({ rule }) => rule).filter(rule => count(rule) < 5)).toEqual([])
    expect(planted.length).toBeGreaterThanOrEqual(300)
  })

  it.each(planted)('$rule: $title, in $name', async ({ rule, text, line, limits }) => {
    expect(await messagesOf(text, limits)).toEqual([`${rule} ${line}`])
  })
})
