/** Every key of brand.yml reaches the formats that it declares, with its value, and no other. */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { type BrandKey, type BrandKeyName, brandKeys } from '../../src/design/brand-keys.ts'
import { makeDocument } from '../../src/document.ts'
import type { Format } from '../../src/publication/exceptions.ts'
import { folderWith, project } from '../support/run.ts'
import { type Change, changes, type Sign } from './changes.ts'
import { unpack } from './unpack.ts'

const formats: readonly Format[] = ['pdf', 'docx', 'epub', 'html']
const fixture = (path: string) => readFileSync(join(project, 'test', path))
const house = {
  'nota.md': fixture('brand/fixtures/nota.md'),
  'figura.png': fixture('../templates/nota-informativa/emblem.png'),
  'comun/brand.yml': fixture('brand/fixtures/brand.yml'),
  'comun/Prueba.ttf': fixture('fixtures/fonts/SourceSans3-Italic.ttf'),
}
const names = Object.keys(brandKeys) as BrandKeyName[]

type Files = ReadonlyMap<Format, Uint8Array>

/** The document in all formats, by a template «casa» that says this. */
async function build(brand: object, files: Change['files'] = {}): Promise<Files> {
  const inTemplate = Object.entries(files).map(([name, bytes]) => [`casa/${name}`, bytes] as const)
  const folder = folderWith({
    ...house,
    'casa/brand.yml': stringify({ extends: 'comun', ...brand }),
    ...Object.fromEntries(inTemplate),
  })
  const { outputs, diagnostics } = await makeDocument(join(folder, 'nota.md'), {
    command: 'build',
    project: folder,
    templates: [folder, join(project, 'templates')],
    template: 'casa',
    formats,
    strict: false,
    epoch: null,
    // Whatever a house chooses, its formats agree.
    prove: true,
    designs: new Map(),
  })
  rmSync(folder, { recursive: true })
  if (outputs === null) throw new Error(diagnostics.map(({ rule }) => rule).join('\n'))
  return new Map(outputs.flatMap(({ format, bytes }) => (format === 'json' ? [] : [[format, bytes]])))
}

/** `{ a: { b: value } }` for `a.b`. */
function nested(key: string, value: unknown): object {
  return key.split('.').reduceRight<unknown>((inner, part) => ({ [part]: inner }), value) as object
}

function times(sign: string | RegExp, text: string): number {
  const pattern = typeof sign === 'string' ? sign : new RegExp(sign.source, `${sign.flags}g`)
  return typeof pattern === 'string' ? text.split(pattern).length - 1 : [...text.matchAll(pattern)].length
}

let unchanged: Files
const unpacked = new Map<Format, string>()

beforeAll(async () => {
  unchanged = await build({})
  for (const [format, bytes] of unchanged) unpacked.set(format, unpack(format, bytes))
})

/** Where a book's pages begin is the PDF's, and so follows whatever moves words from one page to another. */
function withoutPages(text: string): string {
  return text
    .replace(/^<span [^>]*role="doc-pagebreak"[^>]*><\/span>\n/gm, '')
    .replace(/<span [^>]*role="doc-pagebreak"[^>]*><\/span>/g, '')
    .replace(/<nav [^>]*epub:type="page-list"[\s\S]*?<\/nav>/g, '')
}

function shows(sign: Sign, before: string, after: string): boolean {
  return typeof sign === 'object' && 'fewer' in sign
    ? times(sign.fewer, after) < times(sign.fewer, before)
    : times(sign, after) > times(sign, before)
}

describe.each(names)('%s', name => {
  const { value, files, signs }: Change = changes[name]
  const { reaches }: BrandKey = brandKeys[name]

  it(`reaches ${reaches.join(', ')} alone`, async () => {
    expect(Object.keys(signs).sort()).toEqual([...reaches].sort())
    expect(reaches).not.toEqual([])
    const changed = await build(nested(name, value), files)
    const faults: string[] = []
    for (const format of formats) {
      const bytes = changed.get(format) ?? new Uint8Array()
      const sign = signs[format]
      const same = Buffer.compare(bytes, unchanged.get(format) ?? new Uint8Array()) === 0
      if (sign === undefined) {
        const [before, after] = [unpacked.get(format) ?? '', unpack(format, bytes)].map(withoutPages)
        if (!same && before !== after) faults.push(`${format}: changes, and should not`)
      } else if (same) faults.push(`${format}: does not change`)
      else if (!shows(sign, unpacked.get(format) ?? '', unpack(format, bytes))) {
        faults.push(`${format}: the value is not in it`)
      }
    }
    expect(faults).toEqual([])
  })
})
