import type { Link } from 'mdast'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { parsed, reasons, treeOf } from './support.ts'

function links(text: string): readonly (readonly [string, string | null | undefined, string])[] {
  const found: (readonly [string, string | null | undefined, string])[] = []
  visit(treeOf(text), 'link', (node: Link) => {
    const words = node.children.map(child => ('value' in child ? child.value : child.type)).join('')
    found.push([node.url, node.title, words])
  })
  return found
}

describe('references', () => {
  test('become links, and definitions go', () => {
    const text = 'Uno [dos][r], [r][] y [R].\n\n[r]: https://x.pe "Título"\n\n- a\n\n  [s]: #b\n\n[s]\n'
    expect(links(text)).toEqual([
      ['https://x.pe', 'Título', 'dos'],
      ['https://x.pe', 'Título', 'r'],
      ['https://x.pe', 'Título', 'R'],
      ['#b', null, 's'],
    ])
    const types = new Set<string>()
    visit(treeOf(text), node => {
      types.add(node.type)
    })
    expect([...types].sort()).toEqual(['link', 'list', 'listItem', 'paragraph', 'root', 'text'])
  })

  test('to images become images', () => {
    const [paragraph] = treeOf('![Un *mapa*][m]\n\n[m]: mapa.png').children
    expect(paragraph).toMatchObject({
      children: [{ type: 'image', url: 'mapa.png', alt: 'Un mapa', title: null }],
    })
  })

  test('without a definition are text', () => {
    expect(parsed('Uno [dos][r] y [tres].').messages).toEqual(['1:5 definition-missing'])
    expect(links('Uno [dos][r] y [tres].')).toEqual([])
  })

  test('the first of two definitions counts, and the second is told', () => {
    const text = '[a]\n\n[a]: #uno\n[A]: #dos\n'
    expect(links(text)).toEqual([['#uno', null, 'a']])
    const { messages, file } = parsed(text)
    expect(messages).toEqual(['4:1 definition-duplicate'])
    expect(reasons(file)[0]).toContain('la dirección de «[A]» ya se da en la línea 3')
  })

  test('a text of definitions alone is none', () => {
    expect(parsed('[a]: #b\n').messages).toEqual(['0:0 text-missing'])
  })
})

describe('addresses', () => {
  const allowed: readonly (readonly [string, string])[] = [
    ['[a](https://x.pe/p?q=1&r=2#s)', 'https://x.pe/p?q=1&r=2#s'],
    ['[a](HTTP://x.pe)', 'HTTP://x.pe'],
    ['[a](mailto:ana@x.pe)', 'mailto:ana@x.pe'],
    ['[a](tel:+5112042400)', 'tel:+5112042400'],
    ['[a](#sección)', '#sección'],
    ['[a](#secci%C3%B3n)', '#sección'],
    ['[a](#seccio\u0301n)', '#sección'],
    ['[a](#100%)', '#100%'],
    ['[a](<https://x.pe/año nuevo>)', 'https://x.pe/a%C3%B1o%20nuevo'],
    ['<https://x.pe>', 'https://x.pe'],
    ['<ana@x.pe>', 'mailto:ana@x.pe'],
    ['a www.x.pe.', 'http://www.x.pe'],
    ['a https://x.pe/b.', 'https://x.pe/b'],
    ['a ana@x.gob.pe.', 'mailto:ana@x.gob.pe'],
    ['(https://x.pe)', 'https://x.pe'],
  ]
  test.each(allowed)('%s', (text, url) => {
    expect(links(text).map(([address]) => address)).toEqual([url])
    expect(parsed(text).messages).toEqual([])
  })

  const refused: readonly (readonly [string, string, string])[] = [
    ['Uno [a](javascript:alert(1))', '1:5', 'javascript:alert(1)'],
    ['Uno\n[a](JavaScript:x)', '2:1', 'JavaScript:x'],
    ['[a](file:///etc/hosts)', '1:1', 'file:///etc/hosts'],
    ['[a](data:text/html,x)', '1:1', 'data:text/html,x'],
    ['[a](mailto:)', '1:1', 'mailto:'],
    ['[a](https://)', '1:1', 'https://'],
    ['[a](&#106;avascript:x)', '1:1', 'javascript:x'],
    ['<ftp://x.pe>', '1:1', 'ftp://x.pe'],
    ['# Uno [a][b]\n\n[b]: vbscript:x', '1:7', 'vbscript:x'],
  ]
  test.each(refused)('%j', (text, place, url) => {
    const { result, messages, file } = parsed(text)
    expect(result).toBeNull()
    expect(messages).toEqual([`${place} link-scheme`])
    expect(reasons(file)[0]).toContain(`el enlace «${url}» no es de un tipo permitido`)
  })
})

describe('paths', () => {
  test.each([
    ['Uno [*a* b](otro.md) c', '1:5', 'otro.md'],
    ['[a](/raiz)', '1:1', '/raiz'],
    ['[a](//x.pe)', '1:1', '//x.pe'],
    ['[a](../otro.md#b)', '1:1', '../otro.md#b'],
    ['[a]()', '1:1', ''],
  ])('%j keeps its text and loses its link', (text, place, url) => {
    const { result, messages, file } = parsed(text)
    expect(messages).toEqual([`${place} link-path`])
    expect(reasons(file)[0]).toContain(`«${url}»`)
    expect(links(text)).toEqual([])
    expect(JSON.stringify(result?.tree)).toContain('"value":"a"')
  })
})

describe('links without text', () => {
  test.each([
    ['Uno [](https://x.pe/a)', 'https://x.pe/a', '1:5'],
    ['Uno [ ](#dos)', '#dos', '1:5'],
    ['[][r]\n\n[r]: https://x.pe', 'https://x.pe', '1:1'],
    ['[**&#32;**](<https://x.pe/ñ>)', 'https://x.pe/ñ', '1:1'],
  ])('%j show their address', (text, words, place) => {
    expect(links(text).map(([, , shown]) => shown)).toEqual([words])
    expect(parsed(text).messages).toEqual([`${place} link-empty`])
  })

  test('an image is text enough', () => {
    expect(parsed('[![](a.png)](https://x.pe)').messages).toEqual([])
  })
})

describe('Markdown', () => {
  test('a single tilde is text, two strike through', () => {
    expect(treeOf('Entre ~5 y ~6~.').children).toMatchObject([
      { children: [{ type: 'text', value: 'Entre ~5 y ~6~.' }] },
    ])
    expect(treeOf('~~no~~').children).toMatchObject([{ children: [{ type: 'delete' }] }])
  })
})
