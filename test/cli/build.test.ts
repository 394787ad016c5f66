import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { cli, copyOfProject, folderWith, hashes, pliego, project } from '../support/run.ts'
import { dict, readPdf, stream } from '../write/pdf/reader.ts'

const text = (title: string, extra = '') => `---\ntitulo: ${title}\nidioma: es\n${extra}---\n\nUn párrafo.\n`

describe('same in, same out', () => {
  it('two folders, two time zones, two languages, two umasks: every byte the same', () => {
    const build = (env: Record<string, string>, umask: string) => {
      const folder = copyOfProject()
      const run = spawnSync('sh', ['-c', `umask ${umask}; exec "$0" "$1" build`, process.execPath, cli], {
        cwd: folder,
        encoding: 'utf8',
        env: { PATH: process.env.PATH ?? '', ...env },
      })
      expect(run.status, run.stderr).toBe(0)
      return hashes(join(folder, 'dist'))
    }
    const here = build({ TZ: 'America/Lima', LANG: 'es_PE.UTF-8', LC_ALL: 'es_PE.UTF-8' }, '022')
    const there = build({ TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'C' }, '077')
    expect(Object.keys(here)).toHaveLength(16)
    expect(there).toEqual(here)
  })

  it('one document more or less changes no other', () => {
    const one = folderWith({ 'source/a.md': text('Uno') })
    const two = folderWith({ 'source/a.md': text('Uno'), 'source/0.md': text('Cero') })
    expect(pliego(one, ['build']).code).toBe(0)
    expect(pliego(two, ['build']).code).toBe(0)
    for (const format of ['pdf', 'docx', 'epub', 'html', 'json']) {
      expect(hashes(join(two, 'dist'))[`a.${format}`]).toBe(hashes(join(one, 'dist'))[`a.${format}`])
    }
  })

  it('dates come from the front matter, else from SOURCE_DATE_EPOCH', () => {
    const folder = folderWith({
      'source/a.md': text('Uno'),
      'source/b.md': text('Dos', 'fecha: 2026-11-23\n'),
    })
    pliego(folder, ['build', '--out', 'x'], { SOURCE_DATE_EPOCH: '1000000000' })
    pliego(folder, ['build', '--out', 'y'], { SOURCE_DATE_EPOCH: '1100000000' })
    const [x, y] = [hashes(join(folder, 'x')), hashes(join(folder, 'y'))]
    expect(x['a.pdf']).not.toBe(y['a.pdf'])
    expect(x['b.pdf']).toBe(y['b.pdf'])
  })
})

describe('what is current', () => {
  it('a second build writes nothing', () => {
    const folder = folderWith({ 'source/a.md': text('Uno'), 'source/con ñ y espacio.md': text('Dos') })
    expect(pliego(folder, ['build']).code).toBe(0)
    const stamp = () =>
      Object.keys(hashes(join(folder, 'dist'))).map(
        name => statSync(join(folder, 'dist', name), { bigint: true }).mtimeNs,
      )
    const before = stamp()
    expect(before).toHaveLength(11)
    const run = pliego(folder, ['build'])
    expect(run.err.match(/al día/g)).toHaveLength(2)
    expect(stamp()).toEqual(before)
  })

  it('a changed text, a changed template and an edited output are made again', () => {
    const folder = copyOfProject()
    rmSync(join(folder, 'source/manual-de-redaccion.md'))
    rmSync(join(folder, 'source/guia-de-estilo.md'))
    expect(pliego(folder, ['build', '-f', 'html']).code).toBe(0)
    const source = join(folder, 'source/asuntos-multilaterales-y-globales.md')
    writeFileSync(source, `${readFileSync(source, 'utf8')}\nUn párrafo más.\n`)
    expect(pliego(folder, ['build', '-f', 'html']).err).not.toContain('al día')
    writeFileSync(join(folder, 'templates/nota-informativa/screen.css'), '/* nada */')
    expect(pliego(folder, ['build', '-f', 'html']).err).not.toContain('al día')
    writeFileSync(join(folder, 'dist/asuntos-multilaterales-y-globales.html'), 'tocado')
    expect(pliego(folder, ['build', '-f', 'html']).err).not.toContain('al día')
    expect(pliego(folder, ['build', '-f', 'html']).err).toContain('al día')
  })

  it('outputs whose text is gone go too, and nothing else does', () => {
    const folder = folderWith({
      'source/a.md': text('Uno'),
      'source/b.md': text('Dos'),
      'dist/ajeno.pdf': 'x',
    })
    pliego(folder, ['build'])
    renameSync(join(folder, 'source/a.md'), join(folder, 'source/c.md'))
    const run = pliego(folder, ['build'])
    expect(run.err).toContain('dist/a.pdf')
    expect(existsSync(join(folder, 'dist/a.pdf'))).toBe(false)
    expect(existsSync(join(folder, 'dist/b.pdf'))).toBe(true)
    expect(existsSync(join(folder, 'dist/c.pdf'))).toBe(true)
    expect(existsSync(join(folder, 'dist/ajeno.pdf'))).toBe(true)
  })

  it('a damaged record is no obstacle', () => {
    const folder = folderWith({ 'source/a.md': text('Uno'), 'dist/.pliego.json': '{"version":1,' })
    expect(pliego(folder, ['build']).code).toBe(0)
  })
})

describe('what a run says', () => {
  it('one line a document, with pages, words and sizes, and no colours in a pipe', () => {
    const run = pliego(folderWith({ 'source/a.md': text('Uno') }), ['build'])
    expect(run.err).toMatch(
      /^✓ source\/a\.md: 1 página · 2 palabras · pdf [\d.]+ KB · docx [\d.]+ KB · epub [\d.]+ KB · html [\d.]+ KB/m,
    )
    expect(run.err).not.toContain('\u001b')
  })

  it('one JSON value for machines', () => {
    const folder = folderWith({ 'source/a.md': text('Uno'), 'source/b.md': text('Dos', 'clave: 1\n') })
    const run = pliego(folder, ['build', '--json'])
    expect(run.code).toBe(1)
    const result = JSON.parse(run.out)
    expect(result.version).toBe(1)
    expect(result.documents.map((d: { outcome: string }) => d.outcome)).toEqual(['built', 'failed'])
    expect(result.documents[1].diagnostics[0]).toMatchObject({
      rule: 'front-matter-unknown-key',
      severity: 'error',
      file: 'source/b.md',
      line: 4,
      column: 1,
    })
  })

  it('--strict makes a warning fail, also when the outputs are current', () => {
    const folder = folderWith({ 'source/a.md': '---\nidioma: es\n---\n\nSin título.\n' })
    expect(pliego(folder, ['build', '--strict']).code).toBe(1)
    expect(existsSync(join(folder, 'dist/a.pdf'))).toBe(false)
    expect(pliego(folder, ['build']).code).toBe(0)
    expect(pliego(folder, ['build', '--strict']).code).toBe(1)
  })

  it('maxPages warns with what overflows', () => {
    const long = Array.from(
      { length: 90 },
      (_, i) => `Párrafo ${i} ${'con bastantes palabras '.repeat(3)}.`,
    ).join('\n\n')
    const folder = folderWith({ 'source/a.md': `${text('Uno', 'maxPages: 1\n')}\n${long}\n` })
    const run = pliego(folder, ['build', '-f', 'pdf'])
    expect(run.code).toBe(0)
    expect(run.err).toMatch(/\[too-many-pages\]/)
    expect(run.err).toMatch(/Párrafo \d+/)
  })

  it('check writes nothing', () => {
    const folder = folderWith({ 'source/a.md': text('Uno') })
    expect(pliego(folder, ['check']).code).toBe(0)
    expect(existsSync(join(folder, 'dist'))).toBe(false)
  })
})

describe('pliego new', () => {
  it('makes a document that builds without a warning', () => {
    const folder = folderWith({})
    expect(pliego(folder, ['new', 'nota sobre comercio']).code).toBe(0)
    const run = pliego(folder, ['build', '--strict'])
    expect(run.code, run.err).toBe(0)
    expect(existsSync(join(folder, 'dist/nota sobre comercio.pdf'))).toBe(true)
  })

  it('makes a draft, which is published once its line is gone', () => {
    const folder = folderWith({})
    pliego(folder, ['new', 'a'])
    expect(pliego(folder, ['release']).err).toContain('[release-draft]')
    const path = join(folder, 'source/a.md')
    writeFileSync(path, readFileSync(path, 'utf8').replace('estado: borrador\n', ''))
    expect(pliego(folder, ['release']).code).toBe(0)
  })

  it('never writes over one', () => {
    const folder = folderWith({ 'source/a.md': text('Uno') })
    const run = pliego(folder, ['new', 'a'])
    expect(run.code).toBe(1)
    expect(run.err).toContain('[new-exists]')
    expect(readFileSync(join(folder, 'source/a.md'), 'utf8')).toBe(text('Uno'))
  })

  it('refuses a name that is a path', () => {
    const run = pliego(folderWith({}), ['new', '../a'])
    expect(run.code).toBe(1)
    expect(run.err).toContain('[new-name]')
  })
})

describe('reports for machines', () => {
  it('check --format sarif: one result a message, with its region', () => {
    const folder = folderWith({ 'source/año 1.md': text('Uno', 'clave: 1\n') })
    const run = pliego(folder, ['check', '--format', 'sarif'])
    expect(run.code).toBe(1)
    const [only] = JSON.parse(run.out).runs
    expect(only.tool.driver.rules).toEqual([
      {
        id: 'front-matter-unknown-key',
        defaultConfiguration: { level: 'error' },
        helpUri: 'docs/messages.md#front-matter-unknown-key',
      },
    ])
    expect(only.results).toHaveLength(1)
    expect(only.results[0]).toMatchObject({
      ruleId: 'front-matter-unknown-key',
      ruleIndex: 0,
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'source/a%C3%B1o%201.md' },
            region: { startLine: 4, startColumn: 1, endLine: 4, endColumn: 6 },
          },
        },
      ],
    })
  })

  it('outline: a tree of sections, also as JSON', () => {
    const folder = folderWith({ 'source/a.md': `${text('Uno')}\n# A\n\nDos palabras.\n\n## B\n\nTexto.\n` })
    const tree = pliego(folder, ['outline'])
    expect(tree.out.split('\n').map(line => line.replace(/ \(.*/, ''))).toEqual([
      'source/a.md: Uno',
      '  Uno',
      '  A',
      '    B',
      '',
    ])
    const [json] = JSON.parse(pliego(folder, ['outline', '--json']).out)
    expect(json.sections.map((section: { title: string }) => section.title)).toEqual(['Uno', 'A'])
    expect(existsSync(join(folder, 'dist'))).toBe(false)
  })

  it('outline: figures, tables, notes and references below their section', () => {
    const body =
      '# A\n\nVéase [@t].[^1]\n\n:::tabla[Países]{#t}\n| a |\n|---|\n| b |\n:::\n\n## B\n\nVéanse [@t] y [@t].\n\n[^1]: Nota. Dos.\n'
    const folder = folderWith({ 'source/a.md': `${text('Uno')}\n${body}` })
    const lines = pliego(folder, ['outline', '--lang', 'en']).out.replaceAll('\u00A0', ' ').split('\n')
    const own = lines.slice(lines.findIndex(line => line.startsWith('  A (')))
    expect(own.map(line => line.replace(/ \(.*/, ''))).toEqual([
      '  A',
      '      · Tabla 1: Países',
      '      · note 1: Nota.',
      '      → a: Tabla 1',
      '      ← a: Tabla 1',
      '      ← b: Tabla 1',
      '    B',
      '        → a: Tabla 1',
      '',
    ])
  })
})

describe('pliego repeats', () => {
  const long =
    'Un párrafo de más de veinte palabras que dice siempre lo mismo, palabra por palabra, en un documento y también en el otro, sin cambiar nada.'
  it('finds paragraphs that stand in two documents, and writes nothing', () => {
    const folder = folderWith({
      'source/a.md': `${text('Uno')}\n${long}\n`,
      'source/b.md': `${text('Dos')}\n${long}\n`,
    })
    const run = pliego(folder, ['repeats', '--json'])
    expect(run.code).toBe(0)
    const found = JSON.parse(run.out).diagnostics.map((d: { rule: string; file: string; line: number }) => [
      d.rule,
      d.file,
      d.line,
    ])
    expect(found).toEqual([
      ['repeat-elsewhere', 'source/a.md', 8],
      ['repeat-elsewhere', 'source/b.md', 8],
    ])
    expect(existsSync(join(folder, 'dist'))).toBe(false)
  })

  const more = 'Y que sigue diciendo lo mismo un buen rato más, sin que nadie sepa por qué ni para qué.'
  it('finds those that are almost the same, with what differs, on standard output', () => {
    const folder = folderWith({
      'source/a.md': `${text('Uno')}\n${long} ${more}\n`,
      'source/b.md': `${text('Dos')}\n${long.replace('veinte', 'treinta')} ${more}\n`,
    })
    const { out } = pliego(folder, ['repeats'])
    expect(out).toMatch(
      /^source\/b\.md:8:1: .*source\/a\.md.*«veinte» pasa a ser «treinta».*\[repeat-near-elsewhere\]/,
    )
    expect(pliego(folder, ['repeats', 'source/a.md']).out).toBe('no hay párrafos repetidos\n')
  })
})

describe('a claim of conformance', () => {
  const claims = (folder: string) => {
    const pdf = readPdf(readFileSync(join(folder, 'dist/a.pdf')))
    const metadata = stream(pdf.resolve(dict(pdf.resolve(pdf.trailer.get('Root'))).get('Metadata'))).data
    const book = unzipSync(readFileSync(join(folder, 'dist/a.epub')))
    const opf = Object.entries(book).find(([name]) => name.endsWith('.opf'))?.[1] ?? new Uint8Array()
    return [metadata.includes('pdfuaid:part'), Buffer.from(opf).toString().includes('dcterms:conformsTo')]
  }

  it('stands in PDF and EPUB, and is withheld with a warning where a picture has no text', () => {
    const picture = readFileSync(join(project, 'source/img/frases.png'))
    const good = folderWith({ 'source/a.md': `${text('Uno')}\n![El mapa](m.png)\n`, 'source/m.png': picture })
    const bad = folderWith({ 'source/a.md': `${text('Uno')}\n![](m.png)\n`, 'source/m.png': picture })
    expect(pliego(good, ['build']).err).not.toContain('[claim-withheld]')
    expect(pliego(bad, ['build']).err).toContain('[claim-withheld]')
    expect(claims(good)).toEqual([true, true])
    expect(claims(bad)).toEqual([false, false])
  })

  it('is true after a skipped level, whose heading stands at the level of its nesting', () => {
    const skipped = folderWith({ 'source/a.md': `${text('Uno')}\n# A\n\nTexto.\n\n### B\n\nTexto.\n` })
    expect(pliego(skipped, ['build']).err).toContain('[heading-level-skipped]')
    expect(claims(skipped)).toEqual([true, true])
  })
})

describe('away from the project', () => {
  it('uses the templates that come with the program', () => {
    const folder = folderWith({ 'source/a.md': text('Uno', 'plantilla: nota-informativa\n') })
    expect(pliego(folder, ['build', '-f', 'html']).code).toBe(0)
  })

  it("prefers the project's", () => {
    const folder = folderWith({
      'source/a.md': text('Uno', 'plantilla: mia\n'),
      'templates/mia/brand.yml': 'extends: base\nmeta:\n  name: Casa Propia\n',
    })
    expect(pliego(folder, ['build']).code).toBe(0)
    cpSync(join(folder, 'dist'), join(folder, 'copia'), { recursive: true })
    expect(Object.keys(hashes(join(folder, 'copia')))).toHaveLength(6)
  })
})
