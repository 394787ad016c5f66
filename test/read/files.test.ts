import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import jpeg from 'jpeg-js'
import { describe, expect, test } from 'vitest'
import { findSources } from '../../src/read/project.ts'
import { read } from '../../src/read/read.ts'
import { sourceHash } from '../../src/read/source.ts'
import { places } from './support.ts'
import { readProject } from './support-files.ts'
import { photograph, png } from './support-pictures.ts'

const svg = (inner: string, size = 'width="2cm" height="1cm"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${size}>${inner}</svg>`

const nota = (text: string, files: Readonly<Record<string, string | Uint8Array>> = {}) =>
  readProject({ 'source/nota.md': text, ...files })

describe('pictures', () => {
  test('alone in a paragraph: a figure', async () => {
    const { document, messages } = await nota('a\n\n![Mapa](m.png "El mapa"){#fig-m ancho=60%}\n', {
      'source/m.png': png(40, 30),
    })
    expect(messages).toEqual([])
    expect(document?.tree.children[1]).toMatchObject({
      type: 'figure',
      image: 'source/m.png',
      alternative: 'Mapa',
      decorative: false,
      width: { kind: 'share', share: 0.6 },
      children: [{ type: 'text', value: 'El mapa' }],
      data: { attributes: { id: 'fig-m' } },
    })
    expect(document?.images.get('source/m.png')).toMatchObject({ type: 'image/png', width: 40, height: 30 })
    expect(document?.sources.map(source => source.path)).toEqual(['source/nota.md', 'source/m.png'])
  })

  test('in a line, in points, decorative, twice, by content and not by ending', async () => {
    const text = 'a ![m](a%20b.jpg){width=2.54cm} b ![](a%20b.jpg){decorativa} c ![m](<a b.jpg>){width=254mm}'
    const { document, messages } = await nota(text, { 'source/a b.jpg': png(4, 3) })
    expect(messages).toEqual([])
    const pictures = JSON.stringify(document?.tree).match(/"picture":\{.*?\}\}/g)
    expect(pictures).toEqual([
      '"picture":{"image":"source/a b.jpg","decorative":false,"width":{"kind":"points","points":72}}',
      '"picture":{"image":"source/a b.jpg","decorative":true,"width":{"kind":"natural"}}',
      '"picture":{"image":"source/a b.jpg","decorative":false,"width":{"kind":"points","points":720}}',
    ])
    expect([...(document?.images ?? [])].map(([path, { type }]) => [path, type])).toEqual([
      ['source/a b.jpg', 'image/png'],
    ])
  })

  test.each([
    [1, 32, 16, 'red'],
    [3, 32, 16, 'blue'],
    [6, 16, 32, 'red'],
    [8, 16, 32, 'blue'],
  ])('EXIF orientation %i', async (orientation, width, height, top) => {
    const files = { 'source/f.jpg': photograph(orientation) }
    const image = (await nota('![Foto](f.jpg)', files)).document?.images.get('source/f.jpg')
    expect(image).toMatchObject({ type: 'image/jpeg', width, height })
    if (image === undefined) return
    const { data } = jpeg.decode(image.bytes)
    expect((data[0] ?? 0) > (data[2] ?? 0) ? 'red' : 'blue').toBe(top)
    const again = await nota('![Foto](f.jpg)', files)
    expect(again.document?.images.get('source/f.jpg')?.bytes).toEqual(image.bytes)
  })

  test('an SVG is measured and drawn', async () => {
    const files = {
      'source/d.svg': svg('<text y="20">Ley</text>'),
      'source/e.svg': svg('', 'viewBox="0 0 30 20"'),
    }
    const { document, messages } = await nota('![Uno](d.svg)\n\n![Dos](e.svg)', files)
    expect(messages).toEqual([])
    const [first, second] = [...(document?.images.values() ?? [])]
    expect([first?.type, Math.round(first?.width ?? 0), Math.round(first?.height ?? 0)]).toEqual([
      'image/svg+xml',
      76,
      38,
    ])
    expect([second?.width, second?.height]).toEqual([30, 20])
    expect(Buffer.from(first?.fallback ?? []).readUInt32BE(16)).toBe(151)
    const plain = await nota('![Uno](d.svg)', { 'source/d.svg': svg('') })
    // The letters are there: the same drawing without them is another picture.
    expect(plain.document?.images.get('source/d.svg')?.fallback).not.toEqual(first?.fallback)
  })

  const refused: readonly (readonly [
    string,
    Readonly<Record<string, string | Uint8Array>>,
    string,
    string,
  ])[] = [
    ['![a](n.png)', {}, '1:1 image-missing', 'no existe'],
    ['x ![a](mapa.png)', { 'source/mapas.png': png(1, 1) }, '1:3 image-missing', '¿quiso decir «mapas.png»?'],
    ['![a](/etc/x.png)', {}, '1:1 image-outside', 'copie la imagen'],
    ['![a](file:///x.png)', {}, '1:1 image-outside', 'copie la imagen'],
    ['![a](https://x.pe/x.png)', {}, '1:1 image-outside', 'copie la imagen'],
    ['![a](../fuera/x.png)', { 'fuera/x.png': png(1, 1) }, '1:1 image-outside', '«../fuera/x.png»'],
    ['![a](x.gif)', { 'source/x.gif': 'GIF89a' }, '1:1 image-type', 'un GIF'],
    ['![a](x.png)', { 'source/x.png': 'RIFF0000WEBP' }, '1:1 image-type', 'un WebP'],
    ['![a](x.png)', { 'source/x.png': png(1, 1, 'acTL') }, '1:1 image-type', 'animado'],
    ['![a](x.txt)', { 'source/x.txt': 'hola' }, '1:1 image-type', 'tipo desconocido'],
    ['![a](x.png)', { 'source/x.png': png(1, 1).subarray(0, 40) }, '1:1 image-broken', 'cortada'],
    ['![a](x.png)', { 'source/x.png': png(0, 1) }, '1:1 image-broken', '0 píxeles'],
    ['![a](x.png)', { 'source/x.png': altered(png(1, 1)) }, '1:1 image-broken', 'sus bytes no son'],
    ['![a](x.png)', { 'source/x.png': png(20_000, 20_000) }, '1:1 image-too-many-pixels', '20000 × 20000'],
    ['![a](x.jpg)', { 'source/x.jpg': photograph(1).subarray(0, -2) }, '1:1 image-broken', 'cortada'],
    ['![a](x.jpg)', { 'source/x.jpg': framed(9, 4) }, '1:1 image-type', 'CMYK'],
    ['![a](x.jpg)', { 'source/x.jpg': framed(4, 12) }, '1:1 image-type', 'más de 8 bits'],
    ['![a](x.jpg)', { 'source/x.jpg': framed(1, 0xc3) }, '1:1 image-type', 'JPEG'],
    ['![a](x.svg)', { 'source/x.svg': svg('<script/>') }, '1:1 image-svg-unsafe', '«<script>»'],
    ['![a](x.svg)', { 'source/x.svg': svg('<g onload="x"/>') }, '1:1 image-svg-unsafe', '«onload»'],
    ['![a](x.svg)', { 'source/x.svg': svg('<foreignObject/>') }, '1:1 image-svg-unsafe', 'foreignObject'],
    [
      '![a](x.svg)',
      { 'source/x.svg': svg('<image xlink:href="b.png"/>') },
      '1:1 image-svg-unsafe',
      'otro archivo',
    ],
    [
      '![a](x.svg)',
      { 'source/x.svg': svg('<g fill="url(http://x)"/>') },
      '1:1 image-svg-unsafe',
      'otro archivo',
    ],
    [
      '![a](x.svg)',
      { 'source/x.svg': svg('<style>@import "a"</style>') },
      '1:1 image-svg-unsafe',
      'otro archivo',
    ],
    [
      '![a](x.svg)',
      { 'source/x.svg': '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>' },
      '1:1 image-svg-unsafe',
      'entidades',
    ],
    ['![a](x.svg)', { 'source/x.svg': svg('<g>') }, '1:1 image-broken', ''],
    ['![a](x.png){width=120%}', { 'source/x.png': png(1, 1) }, '1:13 attribute-value', 'una parte del ancho'],
  ]
  test.each(refused)('%j is refused (%#)', async (text, files, place, said) => {
    const { document, messages, reasons } = await nota(text, files)
    expect(messages).toEqual([place])
    expect(reasons[0]).toContain(said)
    expect(document).toBeNull()
  })

  test.each([
    ['![](x.png)', '1:1 image-alternative-missing', 'x'],
    ['![x.png](x.png)', '1:1 image-alternative-name', 'x.png'],
    ['![x](x.png)', '1:1 image-alternative-name', 'x'],
    ['![Mapa](x.png){decorative}', '1:1 image-decorative-text', ''],
  ])('%j has a warning', async (text, place, alternative) => {
    const { document, messages } = await nota(text, { 'source/x.png': png(1, 1) })
    expect(messages).toEqual([place])
    expect(document?.tree.children[0]).toMatchObject({ type: 'figure', alternative })
  })

  test('a symbolic link does not lead out', async () => {
    const root = realpathSync(mkdtempSync(join(tmpdir(), 'pliego-link-')))
    mkdirSync(join(root, 'p', 'source'), { recursive: true })
    writeFileSync(join(root, 'fuera.png'), png(1, 1))
    symlinkSync('../../fuera.png', join(root, 'p', 'source', 'x.png'))
    writeFileSync(join(root, 'p', 'source', 'n.md'), '![a](x.png)')
    const { file } = await read('source/n.md', { project: join(root, 'p') })
    rmSync(root, { recursive: true })
    expect(places(file)).toEqual(['1:1 image-outside'])
  })
})

/** With one byte of its size changed. */
function altered(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte, at) => (at === 19 ? byte + 1 : byte)))
}

/** A photograph with one byte of its frame header changed: 1 the kind of coding, 4 bits a colour, 9 colours. */
function framed(at: number, value: number): Buffer {
  const bytes = photograph(1)
  bytes[bytes.indexOf(Buffer.from([0xff, 0xc0])) + at] = value
  return bytes
}

describe('includes', () => {
  test('blocks stand in place, with their own places, pictures and notes', async () => {
    const { document, messages } = await nota(
      '---\ntitulo: T\n---\n\na[^1]\n\n::incluir{src=f/c.md}\n\n[^1]: b\n',
      {
        'source/f/c.md': 'c {{titulo}}[^1]\n\n![Mapa](m.png)\n\n[^1]: d\n',
        'source/f/m.png': png(1, 1),
      },
    )
    expect(messages).toEqual([])
    expect(document?.tree.children.map(node => [node.type, node.position?.start.file])).toEqual([
      ['paragraph', undefined],
      ['paragraph', 'source/f/c.md'],
      ['figure', 'source/f/c.md'],
      ['footnoteDefinition', 'source/f/c.md'],
      ['footnoteDefinition', undefined],
    ])
    expect(document?.sources.map(source => source.path)).toEqual([
      'source/nota.md',
      'source/f/c.md',
      'source/f/m.png',
    ])
    const notes = JSON.stringify(document?.tree).match(/"identifier":"[^"]*"/g)
    expect(new Set(notes)).toEqual(new Set(['"identifier":"1"', '"identifier":"source/f/c.md:1"']))
  })

  test('a message in an included file names the place that includes it', async () => {
    const { messages, reasons } = await nota('a\n\n::include{src=c.md}', { 'source/c.md': 'b\n\nc <b>d</b>' })
    expect(messages).toEqual(['source/c.md:3:3 html-unknown'])
    expect(reasons[0]).toContain('(incluido en source/nota.md, línea 3)')
  })

  test.each([
    ['::incluir{src=n.md}', {}, '1:1 include-missing'],
    ['::incluir{src=../n.md}', { 'n.md': 'a' }, '1:1 include-outside'],
    ['::incluir{src=nota.md}', {}, '1:1 include-cycle'],
    ['::incluir{src=c.md}', { 'source/c.md': '::incluir{src=nota.md}' }, 'source/c.md:1:1 include-cycle'],
    ['::incluir{src=c.md}', { 'source/c.md': '---\na: b\n---\n\nc' }, 'source/c.md:1:1 include-front-matter'],
  ])('%j (%#)', async (text, files, place) => {
    const { document, messages } = await nota(text, files)
    expect(messages).toEqual([place])
    expect(document).toBeNull()
  })

  test('a circle is told with all of its files, and where each is included', async () => {
    const files = { 'source/b.md': 'x\n\n::incluir{src=c.md}', 'source/c.md': '::incluir{src=b.md}' }
    const { messages, reasons } = await nota('a\n\n\n::incluir{src=b.md}', files)
    expect(messages).toEqual(['source/c.md:1:1 include-cycle'])
    expect(reasons[0]).toContain('source/nota.md → source/b.md → source/c.md → source/b.md')
    expect(reasons[0]).toContain('(incluido en source/b.md, línea 3) (incluido en source/nota.md, línea 4)')
  })

  test('so deep and no deeper', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 12 }, (_, n) => [`source/${n}.md`, `::incluir{src=${n + 1}.md}`]),
    )
    expect((await nota('::incluir{src=0.md}', files)).messages).toEqual(['source/9.md:1:1 include-depth'])
  })
})

describe('the cover', () => {
  const cover = (await_: Awaited<ReturnType<typeof readProject>>) => await_.document?.frontMatter.cover

  test('is asked for by the first line of the text, or of the first file', async () => {
    const one = await nota('---\ntitulo: T\n---\n\n::portada\n\na')
    expect([one.messages, cover(one), one.document?.tree.children.length]).toEqual([[], true, 1])
    const files = {
      'source/i/document.yml': 'titulo: I\n',
      'source/i/1.md': '::cover\n\na',
      'source/i/2.md': 'b',
    }
    expect(cover(await readProject(files, 'source/i'))).toBe(true)
    expect(cover(await nota('a'))).toBeUndefined()
  })

  test.each([
    ['a\n\n::portada', {}, '3:1 cover-place'],
    ['> ::portada', {}, '1:3 cover-place'],
    ['::incluir{src=c.md}', { 'source/c.md': '::portada\n\na' }, 'source/c.md:1:1 cover-place'],
    ['::portada[T]\n\na', {}, '1:1 directive-content'],
    ['::portada{n=1}\n\na', {}, '1:11 unknown-attribute'],
  ])('%j is refused', async (text, files, place) => {
    expect((await nota(text, files)).messages).toEqual([place])
  })

  test('and not by the second file', async () => {
    const files = {
      'source/i/document.yml': 'titulo: I\n',
      'source/i/1.md': 'a',
      'source/i/2.md': '::portada\n\nb',
    }
    expect((await readProject(files, 'source/i')).messages).toEqual(['source/i/2.md:1:1 cover-place'])
  })
})

describe('tables from CSV', () => {
  test('with its separator found, quotation marks and numbers', async () => {
    const csv = 'Rubro;Monto;"Nota; larga"\r\nPan;"1.204,5";"di ""sí"""\r\n\r\nSal;3;\r\n'
    const { document, messages } = await nota('::tabla[Datos]{src=d.csv #t columna-encabezado}', {
      'source/d.csv': csv,
    })
    expect(messages).toEqual([])
    const table = document?.tree.children[0]
    const rows = table?.type === 'table' ? table.children : []
    const cells = rows.map(row =>
      row.children.map(cell => cell.children.map(node => ('value' in node ? node.value : ''))),
    )
    expect(cells.map(row => row.flat().join('|'))).toEqual([
      'Rubro|Monto|Nota; larga',
      'Pan|1.204,5|di "sí"',
      'Sal|3',
    ])
    expect(table?.type === 'table' ? table.data?.settings : null).toMatchObject({
      headerRows: 1,
      headerColumns: 1,
      alignments: ['default', 'decimal', 'default'],
      caption: [{ value: 'Datos' }],
    })
    expect(rows[2]?.position?.start).toMatchObject({ file: 'source/d.csv', line: 4, column: 1 })
  })

  test.each([
    ['a,b\nc\n', 'source/d.csv:2:1 table-row-short'],
    ['a,b\nc,d,e\n', 'source/d.csv:2:1 table-ragged'],
    ['a,b\n"c,d\n', 'source/d.csv:2:1 csv-syntax'],
    ['a,b\n"c"x,d\n', 'source/d.csv:2:4 csv-syntax'],
  ])('%j', async (csv, place) => {
    expect((await nota('::tabla{src=d.csv}', { 'source/d.csv': csv })).messages).toEqual([place])
  })
})

describe('documents of several files', () => {
  const files = {
    'source/informe/document.yml': 'titulo: Informe\nfecha: 2026-11-23\n',
    'source/informe/02-dos.md': '# Dos\n\nb {{fecha}}[^1]\n\n[^1]: n2\n',
    'source/informe/01-uno.md': '# Uno\n\n![Mapa](m.png)[^1]\n\n[^1]: n1\n',
    'source/informe/m.png': png(1, 1),
  }

  test('are read in the order of their names', async () => {
    const { document, messages } = await readProject(files, 'source/informe')
    expect(messages).toEqual([])
    expect(document?.frontMatter).toEqual({ title: 'Informe', date: '2026-11-23' })
    expect(
      document?.tree.children.map(node => [node.type, node.position?.start.file, node.position?.start.line]),
    ).toEqual([
      ['heading', 'source/informe/01-uno.md', 1],
      ['paragraph', 'source/informe/01-uno.md', 3],
      ['footnoteDefinition', 'source/informe/01-uno.md', 5],
      ['heading', 'source/informe/02-dos.md', 1],
      ['paragraph', 'source/informe/02-dos.md', 3],
      ['footnoteDefinition', 'source/informe/02-dos.md', 5],
    ])
    expect(document?.file.path).toBe('source/informe')
  })

  test('messages stand in the file that they are about', async () => {
    const bad = {
      'source/informe/document.yml': 'titulo: I\nfecah: x\n',
      'source/informe/1.md': 'a <b>c</b>',
    }
    expect((await readProject(bad, 'source/informe')).messages).toEqual([
      'source/informe/1.md:1:3 html-unknown',
      'source/informe/document.yml:2:1 front-matter-unknown-key',
    ])
  })

  test('are found as one, and a new file makes them stale', () => {
    const root = realpathSync(mkdtempSync(join(tmpdir(), 'pliego-parts-')))
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(join(root, name, '..'), { recursive: true })
      writeFileSync(join(root, name), content)
    }
    writeFileSync(join(root, 'source', 'nota.md'), 'a')
    const expected = ['source/informe', 'source/nota.md']
    expect(findSources([], root).sources.map(source => source.path)).toEqual(expected)
    expect(findSources(['source/informe'], root).sources.map(source => source.path)).toEqual([
      'source/informe',
    ])
    const before = sourceHash(join(root, 'source', 'informe'))
    writeFileSync(join(root, 'source', 'informe', '03.md'), 'c')
    expect(sourceHash(join(root, 'source', 'informe'))).not.toBe(before)
    rmSync(root, { recursive: true })
  })
})
