import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Root } from 'mdast'
import { toMarkdown } from 'mdast-util-to-markdown'
import { describe, expect, it } from 'vitest'
import { read } from '../../src/read/read.ts'
import { pliegoToMarkdown } from '../../src/transform/markdown.ts'
import { seeded, transformed } from '../support/document.ts'
import { folderWith } from '../support/run.ts'

/** What a tree says: everything but where it stood and how it was rendered elsewhere. */
function bare(tree: Root): unknown {
  return JSON.parse(
    JSON.stringify(tree, (key, value) => {
      if (key === 'position' || key === 'hName' || key === 'hProperties' || key === 'hChildren')
        return undefined
      // Between the items of a list of one there is nothing, spread or not.
      if (value?.type === 'list' && value.children.length === 1) return { ...value, spread: false }
      // A line of attributes below a table comes back as its directive: the settings say the same.
      if (key === 'data' && value?.settings?.headerRows !== undefined) {
        return { ...value, attributes: { id: value.attributes?.id } }
      }
      if (key === 'data' && value?.attributes !== undefined) {
        const { id, values } = value.attributes
        return { ...value, attributes: { id, values } }
      }
      return value
    }),
    // What holds nothing is as good as missing.
    (_, value) =>
      value !== null && typeof value === 'object' && Object.keys(value).length === 0 && !Array.isArray(value)
        ? undefined
        : value,
  )
}

function write(tree: Root, folder = ''): string {
  return toMarkdown(tree, { extensions: [pliegoToMarkdown({ folder })] })
}

function comesBack(text: string): void {
  const first = transformed(text, []).tree
  const written = write(first)
  const second = transformed(written, [])
  expect(second.messages).toEqual([])
  expect(bare(second.tree), written).toEqual(bare(first))
  // Once written by us, it is written the same again.
  expect(write(second.tree)).toBe(written)
}

const blocks = [
  'Uno **dos** *tres* `cuatro` ~~cinco~~ [seis](https://x.pe "Siete").',
  'Uno {literal} \\{#no} y {{\\{x}} y \\[@no] y [^no\\].',
  'Uno\n{#dato repeats=keep}',
  'Uno\n{tipografia=no lang=qu}',
  'Asunto:informe, 19:00, urn:isbn:1, ::, :x y a\\:b.',
  '\\:::nota y\n\\::salto',
  'Término\n\\: no es descripción',
  'H<sub>2</sub>O, x<sup>*2*</sup>, <kbd>Ctrl</kbd>, <mark>uno **dos**</mark>, <u>tres</u>, <ins>cuatro</ins>.',
  '<abbr title="Organización de las &quot;Naciones&quot; Unidas">ONU</abbr> y <abbr title="A &amp; B">A\\*B</abbr>.',
  '[Ñawpa *pacha*]{lang=qu} y <span lang="ay">marka</span>.',
  'Véase [@fig-uno] y [a](#b).{literal}',
  'Un [enlace](https://x.pe){#enlace} y <https://y.pe>.',
  'Uno\\\ndos<br>tres',
  '# Título {#ce}',
  '### Título *dos* {lang=qu tipografia=no}',
  '- Uno\n- Dos\n\n  Tres\n\n  - [ ] Cuatro\n  - [x] Cinco',
  '3. Uno\n4. Dos',
  '> Uno\n>\n> > Dos\n>\n> {#cita lang=qu}',
  '```ts\nconst a = 1\n```',
  '```ts {#ejemplo}\n::: no\n```',
  '``` {#ejemplo}\nuno\n```',
  '---',
  '| a | b | c | d |\n|---|:--|--:|:-:|\n| 1 | \\| | **x** | y<br>z |',
  '| a |\n|---|\n| b |\n{#tab}',
  '| a | b |\n|---|---|\n| 1 | 2 |\n{#tab leyenda="Un título" anchos="2 1" paisaje}',
  ':::tabla[Exportaciones [por *país*] {x}]{#tab-x}\n| a | b |\n|---|--:|\n| 1 | 2 |\n\nFuente: uno.\n\n- Dos\n:::',
  ':::tabla{encabezados=0 columnas-encabezado=1 anchos="1 2 3"}\n| | | |\n|---|---|---|\n| 1 | 2 | 3 |\n:::',
  ':::tabla{encabezados=2 alineacion="- decimal izquierda"}\n| a | < | b |\n|---|---|---|\n| c | d | ^ |\n| 1 | \\< | \\^ |\n| ^ | 3 | < |\n:::',
  ':::tabla[Celdas]\n- - a\n  - b\n- - Uno\n\n    Dos\n\n    - Tres\n  - cuatro\n- - ^\n  - \\^\n:::',
  ':::nota\nUno.\n:::',
  ':::advertencia[Ojo [con] *esto*]{#ojo lang=qu tipografia=no}\n# Dentro\n\nUno.\n\n- Dos\n:::',
  '::::mensaje-clave\n:::recomendacion\nUno\n:::\n\n:::resumen[R]\nDos\n:::\n::::',
  ':::columnas{n=3}\nUno\n\nDos\n:::',
  ':::columnas{#cols}\n## Dentro\n\nUno\n:::',
  ':::firma\nJuana Pérez\n\nDirectora\n:::',
  ':::direccion{#dir}\nJr. Lampa 545\\\nLima\n:::',
  ':::lengua{lang=ay}\nMarka\n\n- Uno\n\n| a |\n|---|\n| b |\n\n```\nc\n```\n:::',
  '::salto',
  '::siglas',
  '::indice{nivel=2}',
  '::indice-de-figuras{#figs}',
  '::indice{de=cuadros}',
  'Término\n: Descripción *una*\n\n: Otra\n\nOtro término\n: Uno\n\n    Dos\n\n    - Tres',
  'Uno[^nota] y dos[^nota].\n\n[^nota]: Texto\n\n    Más\n\n    - Lista',
  'Uno[^otra].\n\n[^otra]: Texto\n    {#nota-otra}',
]

describe('every construct is written so that reading gives the same tree', () => {
  it.each(blocks)('%j', comesBack)

  it.each(Array.from({ length: 100 }, (_, seed) => seed))('in random company (%i)', seed => {
    const random = seeded(seed)
    let ordinal = 0
    const pick = () => {
      ordinal++
      const block = blocks[random(blocks.length)] ?? ''
      // Labels and notes are each one of their kind.
      return block.replace(/\{#([a-z-]+)/g, `{#$1${ordinal}`).replace(/\[\^(nota|otra)\]/g, `[^$1${ordinal}]`)
    }
    const indented = (text: string, by: string, first = by) =>
      text
        .split('\n')
        .map((line, at) => (at === 0 ? first : line === '' ? '' : by) + line)
        .join('\n')
    const nested = (depth: number): string => {
      const kind = depth > 2 ? 9 : random(10)
      const inner = () => `${nested(depth + 1)}\n\n${pick()}`
      if (kind === 0)
        return inner()
          .split('\n')
          .map(line => `> ${line}`)
          .join('\n')
      if (kind === 1) return indented(inner(), '  ', '- ')
      if (kind === 2) return `:::::${':'.repeat(4 - depth)}nota\n${inner()}\n:::::${':'.repeat(4 - depth)}`
      return pick()
    }
    comesBack(`${Array.from({ length: 4 + random(6) }, () => nested(0)).join('\n\n')}\n`)
  })
})

describe('pictures', () => {
  // The least PNG: one black pixel.
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
    'base64',
  )
  it('are named from the folder of the text, with their caption, width and label', async () => {
    const project = folderWith({ 'source/temas/img/a.png': png, 'source/b.png': png })
    mkdirSync(join(project, 'source/temas'), { recursive: true })
    const text = `![Mapa](img/a.png "Un *título* con \\"comillas\\""){#fig-mapa ancho=60%}

![](../b.png){decorativa ancho=2.5cm}

Uno ![Punto](img/a.png){ancho=1cm} dos.

![Sin leyenda](img/a.png)
`
    const trees: Root[] = []
    let written = text
    for (const name of ['uno.md', 'dos.md']) {
      writeFileSync(join(project, 'source/temas', name), written)
      const source = await read(`source/temas/${name}`, { project })
      if (!('tree' in source)) throw new Error(source.file.messages.map(String).join('\n'))
      trees.push(source.tree)
      written = write(source.tree, 'source/temas')
    }
    const [first, second] = trees
    expect(first?.children.map(node => node.type)).toEqual(['figure', 'figure', 'paragraph', 'figure'])
    expect(second && bare(second), written).toEqual(first && bare(first))
  })
})
