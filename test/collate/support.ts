/** Documents of the tests with their finished files. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { collated } from '../../src/collate/document.ts'
import type { Document } from '../../src/collate/expected.ts'
import type { Design } from '../../src/design/types.ts'
import { loadDocument, makeDocument } from '../../src/document.ts'
import type { Format } from '../../src/publication/exceptions.ts'
import { project } from '../support/run.ts'

export const formats: readonly Format[] = ['pdf', 'docx', 'epub', 'html']
export const constructs = join(project, 'test/constructs')
const designs = new Map<string, Design>()

export interface Made {
  readonly document: Document
  readonly files: Readonly<Record<Format, Uint8Array>>
}

/** @param path - of a text or a folder */
export async function made(path: string, template = 'base'): Promise<Made> {
  const options = { project: constructs, templates: [join(project, 'templates')], template, designs }
  const loaded = await loadDocument(path, options)
  const outcome = await makeDocument(path, { ...options, command: 'build', formats, strict: false, epoch: 0 })
  if (!('publication' in loaded) || outcome.outputs === null) {
    throw new Error(`${path} does not publish: ${JSON.stringify(outcome.diagnostics)}`)
  }
  const bytes = (format: Format) =>
    outcome.outputs?.find(output => output.format === format)?.bytes ?? new Uint8Array()
  return {
    document: collated(loaded.publication, loaded.design, loaded.locale),
    files: { pdf: bytes('pdf'), docx: bytes('docx'), epub: bytes('epub'), html: bytes('html') },
  }
}

export function constructNames(): readonly string[] {
  return readdirSync(constructs, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? [entry.name] : [],
  )
}

export function constructPath(name: string): string {
  const text = join(constructs, name, 'texto.md')
  return existsSync(text) ? text : join(constructs, name)
}
