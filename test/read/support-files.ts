import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { diagnostics } from '../../src/diagnostics/report.ts'
import type { Limits } from '../../src/read/limits.ts'
import { read } from '../../src/read/read.ts'
import type { SourceDocument } from '../../src/read/types.ts'

export interface Read {
  readonly document: SourceDocument | null
  /** «file:line:column rule», the file only where it is not the document's. */
  readonly messages: readonly string[]
  readonly reasons: readonly string[]
}

/**
 * Reads a document of a project of these files.
 *
 * @param files - by path in the project
 * @param path - of the document
 */
export async function readProject(
  files: Readonly<Record<string, string | Uint8Array>>,
  path = 'source/nota.md',
  limits: Partial<Limits> = {},
): Promise<Read> {
  const project = realpathSync(mkdtempSync(join(tmpdir(), 'pliego-read-')))
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(project, name)), { recursive: true })
      writeFileSync(join(project, name), content)
    }
    const document = await read(path, { project, fonts: 'templates/base/fonts', limits })
    const found = diagnostics(document.file)
    const at = (file: string, line: number, column: number) =>
      `${file === path ? '' : `${file}:`}${line}:${column}`
    return {
      document: 'tree' in document ? document : null,
      messages: found.map(({ file, line, column, rule }) => `${at(file, line, column)} ${rule}`),
      reasons: found.map(({ reason, remedy }) => `${reason} | ${remedy}`),
    }
  } finally {
    rmSync(project, { recursive: true })
  }
}
