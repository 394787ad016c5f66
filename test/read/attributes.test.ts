import type { Nodes, Parents } from 'mdast'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { parsed, reasons, treeOf } from './support.ts'

/** What carries attributes, as `type#id key=value`, and all the text of the tree. */
function outline(text: string): { owners: readonly string[]; text: string } {
  const owners: string[] = []
  let words = ''
  visit(treeOf(text), node => {
    const attributes = node.data?.attributes
    if (attributes !== undefined) {
      const values = Object.entries(attributes.values).map(([key, value]) => ` ${key}=${value}`)
      owners.push(`${node.type}${attributes.id === undefined ? '' : `#${attributes.id}`}${values.join('')}`)
    }
    if ('value' in node) words += node.value
    if (node.type === 'break') words += '|'
  })
  return { owners, text: words }
}

describe('attributes are taken', () => {
  const cases: readonly (readonly [string, readonly string[], string])[] = [
    ['# Uno {#a}', ['heading#a'], 'Uno'],
    ['# Uno{#a}', ['heading#a'], 'Uno'],
    ['# Uno {#a} ##', ['heading#a'], 'Uno'],
    ['# Uno { #a }', ['heading#a'], 'Uno'],
    ['# {#a}', ['heading#a'], ''],
    ['# Uno **dos** {#a}', ['heading#a'], 'Uno dos'],
    ['# **Uno**{#a}', ['heading#a'], 'Uno'],
    ['# `{#b}` {#a}', ['heading#a'], '{#b}'],
    ['# {x} {#a}', ['heading#a'], '{x}'],
    ['# Uno \\\\{#a}', ['heading#a'], 'Uno \\'],
    ['Uno {#a}\n===', ['heading#a'], 'Uno'],
    ['Uno\ndos {#a}\n---', ['heading#a'], 'Uno\ndos'],
    ['# Uno {#año.2-B_c}', ['heading#año.2-B_c'], 'Uno'],
    ['# Uno {#an\u0303o}', ['heading#año'], 'Uno'],
    ['Uno\n{#a}', ['paragraph#a'], 'Uno'],
    ['Uno\n  {#a}  ', ['paragraph#a'], 'Uno'],
    ['Uno\n{repeats=keep}', ['paragraph repeats=keep'], 'Uno'],
    ['Uno\n{repeats="last"}', ['paragraph repeats=last'], 'Uno'],
    ['Uno\n{repeats=Conservar}', ['paragraph repeats=keep'], 'Uno'],
    ['Uno\n{#a repeats=first}', ['paragraph#a repeats=first'], 'Uno'],
    ['Uno\n{\trepeats=report\t#a }', ['paragraph#a repeats=report'], 'Uno'],
    ['Uno  \n{repeats=reference}', ['paragraph repeats=reference'], 'Uno'],
    ['Uno\\\n{#a}', ['paragraph#a'], 'Uno'],
    ['Uno\ndos\n{#a}', ['paragraph#a'], 'Uno\ndos'],
    ['Uno **dos**\n{#a}', ['paragraph#a'], 'Uno dos'],
    ['**Uno**\n{#a}', ['paragraph#a'], 'Uno'],
    ['Uno {x}\n{#a}', ['paragraph#a'], 'Uno {x}'],
    ['> Uno\n> {#a}', ['paragraph#a'], 'Uno'],
    ['- Uno\n  {#a}\n- dos\n  {#b}', ['paragraph#a', 'paragraph#b'], 'Unodos'],
    ['> - Uno\n>   {#a}', ['paragraph#a'], 'Uno'],
    ['[Uno](https://x.pe){#a} dos', ['link#a'], 'Uno dos'],
    ['[Uno](https://x.pe){#a}{#b}', ['link#a'], 'Uno{#b}'],
    ['[Uno]{#a} dos\n\n[uno]: https://x.pe', ['link#a'], 'Uno dos'],
    ['<https://x.pe>{#a} dos', ['link#a'], 'https://x.pe dos'],
    ['# [Uno](#b){#a}', ['link#a'], 'Uno'],
    ['# [Uno](#b){#a} {#c}', ['heading#c', 'link#a'], 'Uno'],
    ['[Uno](#b){#a}\n{repeats=keep}', ['paragraph repeats=keep', 'link#a'], 'Uno'],
    ['[Uno](#b)\n{#a}', ['paragraph#a'], 'Uno'],
    ['*[Uno](#b){#a}*', ['link#a'], 'Uno'],
  ]
  test.each(cases)('%j', (text, owners, words) => {
    expect(outline(text)).toEqual({ owners, text: words })
  })

  test('from an image too', () => {
    expect(outline('![Uno](u.png){#a} dos')).toEqual({ owners: ['image#a'], text: ' dos' })
  })
})

describe('braces stay text', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['# Uno \\{#a}', 'Uno {#a}'],
    ['# Uno \\\\\\{#a}', 'Uno \\{#a}'],
    ['# Uno &#123;#a}', 'Uno {#a}'],
    ['# Uno &lbrace;#a}', 'Uno {#a}'],
    ['# Uno {#a\\}', 'Uno {#a}'],
    ['# Uno {}', 'Uno {}'],
    ['# Uno { }', 'Uno { }'],
    ['# Uno {nombre}', 'Uno {nombre}'],
    ['# Uno {#}', 'Uno {#}'],
    ['# Uno {.}', 'Uno {.}'],
    ['# Uno {.5}', 'Uno {.5}'],
    ['# Uno {a b}', 'Uno {a b}'],
    ['# Uno {=b}', 'Uno {=b}'],
    ['# Uno {a=}', 'Uno {a=}'],
    ['# Uno {1=2}', 'Uno {1=2}'],
    ['# Uno {a = b}', 'Uno {a = b}'],
    ['# Uno {a="b}', 'Uno {a="b}'],
    ['# Uno {a="b"c}', 'Uno {a="b"c}'],
    ['# Uno {#a', 'Uno {#a'],
    ['# Uno #a}', 'Uno #a}'],
    ['# Uno {#a} dos', 'Uno {#a} dos'],
    ['# Uno {#a}.', 'Uno {#a}.'],
    ['# Uno {{#a}', 'Uno {{#a}'],
    ['# Uno `{#a}`', 'Uno {#a}'],
    ['# Uno {#*a*}', 'Uno {#a}'],
    ['Uno {#a} dos', 'Uno {#a} dos'],
    ['{#a} dos', '{#a} dos'],
    ['Uno\n{#a} dos', 'Uno\n{#a} dos'],
    ['Uno\n{#a}\ndos', 'Uno\n{#a}\ndos'],
    ['Uno\n\\{#a}', 'Uno\n{#a}'],
    ['```\nUno\n{#a}\n```', 'Uno\n{#a}'],
    ['`Uno\n{#a}`', 'Uno\n{#a}'],
    ['# Uno {{#a}}', 'Uno {{#a}}'],
    ['[Uno](#b) {#a} dos', 'Uno {#a} dos'],
    ['[Uno](#b)\\{#a} dos', 'Uno{#a} dos'],
    ['**Uno**{#a} dos', 'Uno{#a} dos'],
    ['`Uno`{#a} dos', 'Uno{#a} dos'],
    ['[Uno]{nombre} dos', '[Uno]{nombre} dos'],
    ['[Uno]\\{#a} dos', '[Uno]{#a} dos'],
    ['Uno\\]{#a} dos', 'Uno]{#a} dos'],
    ['frac{a}{b} y {x | x > 0}', 'frac{a}{b} y {x | x > 0}'],
  ]
  test.each(cases)('%j', (text, words) => {
    const { file } = parsed(text)
    expect(file.messages).toEqual([])
    expect(outline(text)).toEqual({ owners: [], text: words })
  })

  const misplaced: readonly (readonly [string, string, string, string])[] = [
    ['Uno {#a}', '1:5', 'solos en su última línea', 'Uno {#a}'],
    ['Uno\ndos {repeats=keep}', '2:5', 'solos en su última línea', 'Uno\ndos {repeats=keep}'],
    ['Uno\n\n{repeats=keep}', '3:1', 'unidos a él, sin línea en blanco', 'Uno{repeats=keep}'],
    ['Uno **dos**{#a}', '1:12', 'solos en su última línea', 'Uno dos{#a}'],
  ]
  test.each(misplaced)('with a warning: %j', (text, place, where, words) => {
    const { messages, file } = parsed(text)
    expect(messages).toEqual([`${place} attribute-place`])
    expect(reasons(file)[0]).toContain(where)
    expect(outline(text)).toEqual({ owners: [], text: words })
  })
})

describe('attributes that are refused', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['# Uno {repeats=keep}', '1:8 unknown-attribute', 'el atributo «repeats» no existe'],
    ['# Uno {#a x=1}', '1:11 unknown-attribute', 'el atributo «x» no existe'],
    ['# Uno {.ancho}', '1:8 unknown-attribute', 'el atributo «.ancho» no existe'],
    ['Uno\n{repeat=keep}', '2:2 unknown-attribute', '¿quiso decir «repeats»?'],
    ['Uno\n{color=rojo}', '2:2 unknown-attribute', 'escriba «\\{» si es texto'],
    ['Uno\n{lang=quechua_x}', '2:2 attribute-value', 'un código de idioma'],
    ['> Uno\n> {#a  .b}', '2:8 unknown-attribute', '«.b»'],
    ['Uno [dos](#d){title="a b"} tres', '1:15 unknown-attribute', '«title»'],
    [
      'Uno\n{repeats=siempre}',
      '2:2 attribute-value',
      'se espera uno de estos valores: reference, last, first, report, keep',
    ],
    ['Uno\n{repeats=""}', '2:2 attribute-value', 'no puede ser «»'],
    ['Uno\n{repeats=keep repeats=last}', '2:15 attribute-value', 'un solo valor'],
    ['# Uno {#1}', '1:8 attribute-value', 'una letra y después'],
    ['# Uno {#a:b}', '1:8 attribute-value', '«a:b»'],
    ['# Uno {#a #b}', '1:11 attribute-value', 'una sola etiqueta'],
    ['Uno [dos]{#a} tres', '1:11 unknown-attribute', '«#a»'],
    ['Uno\n[dos *y*]{lengua=x} tres', '2:11 attribute-value', 'un código de idioma'],
  ]
  test.each(cases)('%j', (text, place, said) => {
    const { result, messages, file } = parsed(text)
    expect(result).toBeNull()
    expect(messages).toEqual([place])
    expect(reasons(file)[0]).toContain(said)
  })

  test('places count the front matter', () => {
    expect(parsed('---\ntitulo: x\n---\n\n# Uno {.b}\n').messages).toEqual(['5:8 unknown-attribute'])
  })
})

describe('positions', () => {
  /** The text nodes with the source that they stand for. */
  function slices(text: string): readonly (readonly [string, string])[] {
    const found: (readonly [string, string])[] = []
    visit(treeOf(text), 'text', node => {
      const { start, end } = node.position ?? {}
      const slice = text.slice(start?.offset, end?.offset)
      const lines = text.slice(0, end?.offset).split('\n')
      expect([end?.line, end?.column]).toEqual([lines.length, (lines.at(-1) ?? '').length + 1])
      found.push([node.value, slice])
    })
    return found
  }

  const cases: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
    ['# Uno  {#a}', [['Uno', 'Uno']]],
    ['Uno &amp;\n{#a}', [['Uno &', 'Uno &amp;']]],
    ['> - Uno\n>   {#a}', [['Uno', 'Uno']]],
    ['> Uno\n> dos\n> {#a}', [['Uno\ndos', 'Uno\n> dos']]],
    [
      '[Uno](#b){#a} dos',
      [
        ['Uno', 'Uno'],
        [' dos', ' dos'],
      ],
    ],
  ]
  test.each(cases)('%j', (text, expected) => {
    expect(slices(text)).toEqual(expected)
  })

  test('every node has one, with bare addresses, references and notes', () => {
    const text =
      '---\ntitulo: x\n---\n\n# Uno {#a}\n\nwww.x.pe, ana@x.pe y https://y.pe. [r], ![i][r], [](#a) y [^1]\n\n' +
      '[r]: https://z.pe\n[^1]: Nota.\n\n| a |\n|---|\n| ~~b~~ |\n'
    visit(treeOf(text), node => {
      expect([node.type, node.position?.end.offset]).toEqual([node.type, expect.any(Number)])
    })
  })
})

describe('text in, text out', () => {
  /** A generator with a seed (mulberry32), so that every run tries the same texts. */
  function generator(seed: number): (below: number) => number {
    let state = seed
    return below => {
      state = (state + 0x6d2b79f5) | 0
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
      return ((mixed ^ (mixed >>> 14)) >>> 0) % below
    }
  }

  const pieces = [
    ...[
      'uno',
      'dos',
      'año',
      '{',
      '}',
      '{x}',
      '{x y}',
      '{}',
      '{{a}}',
      '{"',
      '"}',
      '{a=',
      '=b}',
      '{.5}',
      '#',
      '=',
      '"',
    ],
    ...[
      '**n**',
      '*c*',
      '`{#k}`',
      '\\{',
      '\\}',
      '&amp;',
      '[l](#t)',
      '[s]',
      '(p)',
      '19:00',
      '5 %',
      '~5',
      ':n',
      '¿',
      'ñ{',
    ],
  ]
  const separators = [' ', ' ', ' ', '', '\n', '  \n', '\n\n', '\n\n# ', '\n\n> ', '\n\n- ']

  function randomText(random: (below: number) => number): string {
    const parts = Array.from({ length: 1 + random(25) }, () => {
      return (pieces[random(pieces.length)] ?? '') + (separators[random(separators.length)] ?? '')
    })
    return `Inicio ${parts.join('')} fin.\n`
  }

  function words(node: Nodes): string {
    if ('value' in node) return node.value
    return 'children' in node ? (node as Parents).children.map(words).join('') : ''
  }

  test('with no attributes, the words are those of the plain parser', async () => {
    const { parseMarkdown } = await import('../../src/read/markdown.ts')
    const random = generator(2026)
    let braces = 0
    for (let round = 0; round < 500; round++) {
      const text = randomText(random)
      const { result, messages } = parsed(text)
      // Pieces may happen to join into attributes; those texts are the business of the tables above.
      if (result === null || messages.length > 0 || taken(result.tree)) continue
      braces += text.split('{').length - 1
      expect(words(result.tree), text).toBe(words(parseMarkdown(text)))
    }
    expect(braces).toBeGreaterThan(500)
  })

  test('with attributes, the words are those of the text without them', () => {
    const random = generator(1821)
    for (let round = 0; round < 100; round++) {
      const label = `{#e${round}}`
      const plain = `${randomText(random).replaceAll('=', '')}\n# Título`
      const { result } = parsed(plain)
      if (result === null || taken(result.tree)) continue
      expect(words(treeOf(`${plain} ${label}\n`))).toBe(words(result.tree))
      expect(words(treeOf(`${plain}\n\nFinal\n${label}\n`))).toBe(words(treeOf(`${plain}\n\nFinal\n`)))
    }
  })

  function taken(tree: Nodes): boolean {
    let found = false
    visit(tree, node => {
      found ||= node.data?.attributes !== undefined
    })
    return found
  }
})
