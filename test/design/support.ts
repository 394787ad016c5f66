import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { VFile } from 'vfile'
import { onTestFinished } from 'vitest'
import { loadDesign } from '../../src/design/design.ts'
import type { Design } from '../../src/design/types.ts'
import { type Diagnostic, diagnostics } from '../../src/diagnostics/report.ts'

export interface Loaded {
  readonly design: Design | null
  /** `rule path:line:column`, the path below the templates folder. */
  readonly found: readonly string[]
  readonly messages: readonly Diagnostic[]
}

/**
 * Loads a template from a folder that holds these files for the test, and the program's own templates.
 *
 * @param files - by path below the templates folder
 */
export function load(name: string, files: Readonly<Record<string, string | Uint8Array>> = {}): Loaded {
  const folder = mkdtempSync(join(tmpdir(), 'pliego-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  const file = new VFile({ path: 'source/nota.md' })
  const design = loadDesign(name, { templates: [folder, 'templates'] }, file)
  const messages = diagnostics(file)
  const found = messages.map(message => {
    const path = message.file.replace(`${folder}/`, '')
    return `${message.rule} ${path}${message.line === 0 ? '' : `:${message.line}:${message.column}`}`
  })
  return { design, found, messages }
}

/** A template called `prueba` that extends `base` and says this. */
export function brand(lines: string, files: Readonly<Record<string, string | Uint8Array>> = {}): Loaded {
  return load('prueba', { 'prueba/brand.yml': `extends: base\n${lines}`, ...files })
}

export function designOf({ design, messages }: Loaded): Design {
  if (design === null) throw new Error(messages.map(message => message.reason).join('\n'))
  return design
}

/** One of the program's own templates, outside a test too. */
export function ownDesign(name: string): Design {
  const file = new VFile({ path: 'source/nota.md' })
  const design = loadDesign(name, { templates: ['templates'] }, file)
  if (design === null) throw new Error(file.messages.join('\n'))
  return design
}
