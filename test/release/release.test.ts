import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { folderWith, hashes, pliego } from '../support/run.ts'
import { pdfText } from '../support/texts.ts'

const text = (facts: string, body = '# Uno\n\nUn párrafo de la nota.\n') =>
  `---\ntitulo: Nota\nidioma: es-PE\nfecha: 2026-11-23\n${facts}---\n\n${body}`
const manifestOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'dist/manifest.json'), 'utf8'))
const page = (folder: string) => readFileSync(join(folder, 'dist/index.html'), 'utf8')
const names = (folder: string) => readdirSync(join(folder, 'dist')).filter(name => !name.startsWith('.'))

describe('a release', () => {
  const folder = folderWith({ 'source/nota.md': text('version: "1.0"\n') })
  const first = pliego(folder, ['release'])

  it('holds documents, page, picture, manifest, checksums, archive, list of parts', () => {
    expect(first.err).toContain('publicación lista en dist: 11 archivos')
    expect(first.code).toBe(0)
    expect(names(folder)).toEqual(
      [
        'SHA256SUMS',
        'bom.cdx.json',
        'index.html',
        'manifest.json',
        'nota.docx',
        'nota.epub',
        'nota.html',
        'nota.json',
        'nota.pdf',
        'nota.png',
        'release.zip',
      ].sort(),
    )
  })

  it('has checksums that are right, and a manifest that says the same', () => {
    const sums = readFileSync(join(folder, 'dist/SHA256SUMS'), 'utf8')
    const listed = Object.fromEntries(
      [...sums.matchAll(/^(\S{64}) \*(.+)$/gm)].map(([, sum, name]) => [name, sum]),
    )
    const { SHA256SUMS: _, '.pliego.json': __, ...found } = hashes(join(folder, 'dist'))
    expect(listed).toEqual(found)
    const [document] = manifestOf(folder).documents
    expect(document).toMatchObject({ name: 'nota', version: '1.0', date: '2026-11-23', pages: 1 })
    for (const file of document.files) {
      expect(file.sha256).toBe(found[file.name])
      expect(file.bytes).toBe(readFileSync(join(folder, 'dist', file.name)).length)
    }
    const pdf = document.files.find((file: { format: string }) => file.format === 'pdf')
    expect(pdf.claims).toEqual([
      { standard: 'PDF/UA-1', provedBy: [] },
      { standard: 'PDF/A-2a', provedBy: [] },
    ])
  })

  it('names on its page every file with its checksum', () => {
    for (const { name, sha256 } of manifestOf(folder).documents[0].files) {
      expect(page(folder)).toContain(`href="${name}"`)
      expect(page(folder)).toContain(sha256)
    }
    expect(page(folder)).toMatch(/Versión 1\.0 · 23 de noviembre de 2026 · 1 página · \d+ palabras/)
    expect(page(folder)).toContain('alt="Primera página de «Nota»"')
  })

  it('lists what went in', () => {
    const { components } = JSON.parse(readFileSync(join(folder, 'dist/bom.cdx.json'), 'utf8'))
    const of = (type: string) => components.filter((one: { type: string }) => one.type === type)
    expect(of('file').map((one: { name: string }) => one.name)).toEqual(['source/nota.md', 'templates/base'])
    expect(of('application')).toMatchObject([{ name: 'pliego' }])
    const names = components.map((one: { 'bom-ref': string }) => one['bom-ref'])
    expect(new Set(names).size).toBe(names.length)
    const pdfkit = of('library').find((one: { name: string }) => one.name === 'pdfkit')
    expect(pdfkit).toMatchObject({
      purl: expect.stringMatching(/^pkg:npm\/pdfkit@\d/),
      licenses: [{ expression: 'MIT' }],
      externalReferences: [{ type: 'vcs', url: 'https://github.com/foliojs/pdfkit' }],
    })
  })

  it('is the same in another folder, zone and language; the archive unpacked is a release', () => {
    const other = folderWith({ 'source/nota.md': text('version: "1.0"\n') })
    pliego(other, ['release'], { TZ: 'Asia/Tokyo', LANG: 'en_US.UTF-8' })
    expect(hashes(join(other, 'dist'))).toEqual(hashes(join(folder, 'dist')))
    const unpacked = unzipSync(readFileSync(join(folder, 'dist/release.zip')))
    const content = Object.entries(unpacked).map(([name, bytes]) => [name.replace('release/', 'r/'), bytes])
    const copy = folderWith(Object.fromEntries(content))
    expect(pliego(copy, ['verify', 'r']).code).toBe(0)
  })

  it('is made again with the same bytes, but not with others under the same version', () => {
    const before = hashes(join(folder, 'dist'))
    expect(pliego(folder, ['release']).code).toBe(0)
    expect(hashes(join(folder, 'dist'))).toEqual(before)
    writeFileSync(join(folder, 'source/nota.md'), text('version: "1.0"\n', '# Uno\n\nOtro párrafo.\n'))
    const { code, err } = pliego(folder, ['release', '--lang', 'en'])
    expect(code).toBe(1)
    expect(err).toContain(
      'version 1.0 has been released already and “nota.pdf” would differ [release-version-reused]',
    )
    expect(hashes(join(folder, 'dist'))).toEqual(before)
    writeFileSync(join(folder, 'source/nota.md'), text('version: "1.1"\n', '# Uno\n\nOtro párrafo.\n'))
    expect(pliego(folder, ['release']).code).toBe(0)
  })
})

describe('what may go out', () => {
  const secret = { 'source/a.md': text(''), 'source/b.md': text('clasificacion: reservado\n') }

  it('is public: any other document stops the release by name', () => {
    const folder = folderWith(secret)
    const { code, err } = pliego(folder, ['release'])
    expect(code).toBe(1)
    expect(err).toContain('source/b.md: error: la clasificación de este documento es «reservado»')
    expect(err).toContain('[release-classification]')
    expect(existsSync(join(folder, 'dist'))).toBe(false)
    expect(pliego(folder, ['release', 'source/a.md']).code).toBe(0)
    expect(names(folder).filter(name => name.startsWith('b.'))).toEqual([])
  })

  it('is what its class is named for', () => {
    const folder = folderWith(secret)
    expect(pliego(folder, ['release', '--allow-classification', 'confidencial']).code).toBe(1)
    expect(pliego(folder, ['release', '--allow-classification', 'Reservada']).code).toBe(0)
    const { code, err } = pliego(folder, ['release', '--allow-classification', 'rosa'])
    expect(code).toBe(2)
    expect(err).toContain('no existe la clasificación «rosa»')
  })

  it('is no draft', () => {
    const folder = folderWith({ 'source/a.md': text('estado: borrador\n') })
    const { code, err } = pliego(folder, ['release'])
    expect(code).toBe(1)
    expect(err).toContain('[release-draft]')
  })

  it('of what a build had left in the folder, nothing stays that is no part of it', () => {
    const folder = folderWith({ ...secret, 'dist/apuntes.txt': 'mío' })
    expect(pliego(folder, ['build']).code).toBe(0)
    const { code, err } = pliego(folder, ['release', 'source/a.md'])
    expect(code).toBe(0)
    expect(err).toContain('b.pdf: quitado, no es parte de la publicación')
    expect(names(folder).filter(name => name.startsWith('b.'))).toEqual([])
    expect(err).toContain(
      '«apuntes.txt» está en la carpeta y no es parte de la publicación [release-foreign]',
    )
    // And a build that follows has nothing to do for it.
    expect(pliego(folder, ['build', 'source/a.md']).err).toContain('source/a.md (al día)')
  })

  it('nor what was made of an earlier text, in a format that nobody has asked for since', () => {
    const folder = folderWith({ 'source/a.md': text(''), 'source/b.md': text('') })
    expect(pliego(folder, ['build', '--format', 'docx,html']).code).toBe(0)
    writeFileSync(join(folder, 'source/b.md'), text('numero: 2-2026\n'))
    expect(pliego(folder, ['build', '--format', 'html']).code).toBe(0)
    const { code, err } = pliego(folder, ['release', 'source/a.md'])
    expect(code).toBe(0)
    expect(err).toContain('b.docx: quitado, no es parte de la publicación')
    expect(names(folder).filter(name => name.startsWith('b.'))).toEqual([])
  })
})

it('no file of a release holds a comment of the text', () => {
  const body =
    '# Uno\n\n<!-- zanahoria: preguntar a Ana -->\n\nUn párrafo. <!-- zanahoria dos -->\n\n' +
    'Otro. {>>@zanahoria 2026-11-20: ¿zanahoria?<<}\n\n> Una cita. {>>zanahoria<<}\n'
  const folder = folderWith({ 'source/nota.md': text('# zanahoria en la cabecera\n', body) })
  expect(pliego(folder, ['release']).code).toBe(0)
  const all = everyPart(join(folder, 'dist'))
  const holding = Object.entries(all).filter(([, bytes]) => bytes.includes('zanahoria'))
  expect(holding.map(([name]) => name)).toEqual([])
  const parts = Object.keys(all)
  expect(parts.filter(name => /nota\.docx\/.*(?:comments|customXml)/.test(name))).toEqual([])
  expect(parts).toContain('nota.docx/word/document.xml')
  expect(String(all['nota.pdf/text'])).toContain('Una cita.')
})

/** Every file, and what is packed in archives and in the streams of the PDF, by name. */
function everyPart(folder: string): Readonly<Record<string, Buffer>> {
  const parts: Record<string, Buffer> = {}
  const add = (name: string, bytes: Buffer) => {
    parts[name] = bytes
    if (/\.(?:zip|docx|epub)$/.test(name)) {
      for (const [inner, content] of Object.entries(unzipSync(bytes)))
        add(`${name}/${inner}`, Buffer.from(content))
    }
    if (name.endsWith('.pdf')) {
      parts[`${name}/streams`] = Buffer.from(streamsOf(bytes))
      // On its pages letters are numbers of glyphs.
      parts[`${name}/text`] = Buffer.from(pdfText(bytes))
    }
  }
  for (const name of readdirSync(folder)) add(name, readFileSync(join(folder, name)))
  return parts
}

function streamsOf(bytes: Buffer): string {
  const streams = [...bytes.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)endstream/g)]
  return streams
    .map(([, stream = '']) => {
      try {
        return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1')
      } catch {
        // Not compressed, or a picture.
        return stream
      }
    })
    .join('\n')
}

describe('conformance', () => {
  const folder = folderWith({ 'source/nota.md': text('') })
  pliego(folder, ['release'])
  const pdf = manifestOf(folder).documents[0].files[0]
  const report = (passed: boolean) => ({
    version: 1,
    files: manifestOf(folder).documents[0].files.map((file: { name: string; sha256: string }) => ({
      name: file.name,
      sha256: file.sha256,
      checks: [
        ...['PDF/A-2a', 'ISO/IEC 29500', 'EPUB 3.3', 'EPUB Accessibility 1.1', 'HTML', 'WCAG 2.2 AA'].map(
          standard => ({ standard, tool: 'Checker 1', passed: true }),
        ),
        { standard: 'PDF/UA-1', tool: 'veraPDF 1', passed },
      ],
    })),
  })

  it('is claimed with the check that found it', () => {
    writeFileSync(join(folder, 'good.json'), JSON.stringify(report(true)))
    expect(pliego(folder, ['release', '--conformance', 'good.json']).code).toBe(0)
    const [{ claims }] = manifestOf(folder).documents[0].files
    expect(claims[0]).toEqual({ standard: 'PDF/UA-1', provedBy: ['veraPDF 1'] })
  })

  it('that a check did not find stops the release', () => {
    writeFileSync(join(folder, 'bad.json'), JSON.stringify(report(false)))
    const { code, err } = pliego(folder, ['release', '--conformance', 'bad.json'])
    expect(code).toBe(1)
    expect(err).toContain(`no demuestra que «${pdf.name}» cumpla PDF/UA-1 [release-unproved]`)
    expect(pliego(folder, ['release', '--conformance', 'none.json']).err).toContain('[release-report]')
  })

  it('is not claimed for a text that cannot have it', () => {
    const body = '# Uno\n\n![](f.svg)\n'
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    const other = folderWith({ 'source/nota.md': text('', body), 'source/f.svg': svg })
    expect(pliego(other, ['release']).code).toBe(0)
    const claims = manifestOf(other).documents[0].files.flatMap((file: { claims: { standard: string }[] }) =>
      file.claims.map(({ standard }) => standard),
    )
    expect(claims).toEqual(['ISO/IEC 29500', 'EPUB 3.3', 'HTML'])
  })
})

it('the page says what changed since the release before', () => {
  const folder = folderWith({ 'source/nota.md': text('version: "1"\n'), 'source/vieja.md': text('') })
  pliego(folder, ['release', '--out', 'antes'])
  rmSync(join(folder, 'source/vieja.md'))
  mkdirSync(join(folder, 'source/img'))
  writeFileSync(
    join(folder, 'source/nota.md'),
    text('version: "2"\n', '# Uno\n\nUn párrafo de la carta.\n\n# Dos\n\nMás.\n'),
  )
  writeFileSync(join(folder, 'source/otra.md'), text(''))
  expect(pliego(folder, ['release', '--previous', 'antes']).code).toBe(0)
  const html = page(folder)
  expect(html).toContain('<del>nota.</del><ins>carta.</ins>')
  expect(html).toMatch(/<strong>Añadida:<\/strong> <span>Dos<\/span>/)
  expect(html).toContain('Documento nuevo.')
  expect(html).toContain('Ya no se publica: Nota.')
  const { code, err } = pliego(folder, ['release', '--previous', 'nada'])
  expect(code).toBe(1)
  expect(err).toContain('[release-previous]')
})

it('a tag is the version of documents that have none, and the tag before the release before', () => {
  const folder = folderWith({ 'source/nota.md': text(''), '.gitignore': 'dist/\n' })
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...words], { cwd: folder })
  const commit = (tag: string) => {
    git('add', '.')
    git('commit', '--quiet', '--message', tag)
    git('tag', tag)
  }
  git('init', '--quiet')
  commit('v1.0')
  writeFileSync(join(folder, 'source/nota.md'), text('', '# Uno\n\nOtro.\n'))
  expect(pliego(folder, ['release']).code).toBe(0)
  expect(manifestOf(folder).version).toBe('')
  commit('v1.1')
  expect(pliego(folder, ['release']).code).toBe(0)
  expect(manifestOf(folder)).toMatchObject({ version: 'v1.1', documents: [{ version: 'v1.1' }] })
  expect(page(folder)).toContain('Qué cambió desde la versión v1.0')
})

describe('verify', () => {
  const made = () => {
    const folder = folderWith({ 'source/nota.md': text('') })
    pliego(folder, ['release'])
    return folder
  }

  it('finds a release sound, and builds it again', () => {
    const { code, err } = pliego(made(), ['verify', 'dist'])
    expect(code).toBe(0)
    expect(err).toContain('8 archivos como dice el manifiesto')
    expect(err).toContain('construida de nuevo desde su texto')
  })

  it('tells a changed, a missing and an added file', () => {
    const folder = made()
    writeFileSync(join(folder, 'dist/nota.pdf'), 'otra cosa')
    rmSync(join(folder, 'dist/nota.epub'))
    writeFileSync(join(folder, 'dist/de-mas.pdf'), 'x')
    const { code, err } = pliego(folder, ['verify', 'dist', '--lang', 'en'])
    expect(code).toBe(1)
    expect(err).toContain('“nota.pdf” is not what was released')
    expect(err).toContain('[verify-changed]')
    expect(err).toContain('“nota.epub” is missing: it is part of the release [verify-missing]')
    expect(err).toContain('“de-mas.pdf” is not in the manifest [verify-extra]')
    expect(err).toContain('the release is not sound')
  })

  it('tells checksums that differ from the manifest, and a folder without one', () => {
    const folder = made()
    const path = join(folder, 'dist/SHA256SUMS')
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^\S{64}/, '0'.repeat(64)))
    expect(pliego(folder, ['verify', 'dist']).err).toContain('[verify-checksums]')
    const { code, err } = pliego(folder, ['verify', 'source'])
    expect(code).toBe(1)
    expect(err).toContain('[verify-manifest]')
    writeFileSync(join(folder, 'dist/manifest.json'), '{"manifestVersion": 1}')
    expect(pliego(folder, ['verify', 'dist']).err).toContain('[verify-manifest]')
  })

  it('finds that a release was not made from its text, however well it is sealed', () => {
    const folder = made()
    const forged = join(folder, 'dist/nota.html')
    const [old, bytes] = [hash(readFileSync(forged)), Buffer.from('falso')]
    writeFileSync(forged, bytes)
    for (const name of ['manifest.json', 'SHA256SUMS']) {
      const path = join(folder, 'dist', name)
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll(old, hash(bytes)))
    }
    const { code, err } = pliego(folder, ['verify', 'dist'])
    expect(code).toBe(1)
    expect(err).toContain('«nota.html» sale distinto [verify-rebuilt]')
  })

  it('does not build again from another text', () => {
    const folder = made()
    writeFileSync(join(folder, 'source/nota.md'), text('', 'Otro.\n'))
    const { code, err } = pliego(folder, ['verify', 'dist'])
    expect(code).toBe(0)
    expect(err).toContain('no se construyó de nuevo: el texto de aquí es otro')
  })
})

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
