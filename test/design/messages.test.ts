import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { brand, load } from './support.ts'

const at = (rule: string, place: string) => [`${rule} prueba/brand.yml:${place}`]

describe('a template that cannot be used', () => {
  it('does not exist: the nearest name', () => {
    const { design, found, messages } = load('nota-informtiva')
    expect(design).toBeNull()
    expect(found).toEqual(['template-missing source/nota.md'])
    expect(messages[0]?.reason).toBe('no existe la plantilla «nota-informtiva» (hay: base, nota-informativa)')
    expect(messages[0]?.remedy).toBe('¿quiso decir «nota-informativa»?')
  })

  it('has a name that leads elsewhere', () => {
    expect(load('../templates/base').found).toEqual(['template-missing source/nota.md'])
  })

  it('extends one that does not exist', () => {
    expect(load('a', { 'a/brand.yml': 'extends: bas\n' }).found).toEqual([
      'template-missing a/brand.yml:1:10',
    ])
  })

  it('extends itself over another', () => {
    const { found, messages } = load('a', { 'a/brand.yml': 'extends: b\n', 'b/brand.yml': 'extends: a\n' })
    expect(found).toEqual(['template-cycle b/brand.yml:1:10'])
    expect(messages[0]?.reason).toContain('a → b → a')
  })

  it('is no YAML', () => {
    expect(brand('page: { size: A4\n').found[0]).toMatch(/^brand-syntax prueba\/brand.yml:\d+:\d+$/)
    expect(load('a', { 'a/brand.yml': '- uno\n- dos\n' }).found).toEqual(['brand-syntax a/brand.yml'])
    expect(load('a', { 'a/brand.yml': 'lang: es\nlang: pt\n' }).found).toEqual([
      'brand-syntax a/brand.yml:2:1',
    ])
  })

  it('is no UTF-8', () => {
    const bytes = Uint8Array.from([...'extends: base\n# a'].map(c => c.charCodeAt(0)).concat(0xf1, 0x6f))
    expect(load('a', { 'a/brand.yml': bytes }).found).toEqual(['encoding-invalid a/brand.yml'])
  })

  it('extends nothing and leaves keys out', () => {
    const { found, messages } = load('a', { 'a/brand.yml': 'lang: es\n' })
    expect(found).toEqual(['brand-key-missing a/brand.yml'])
    expect(messages[0]?.reason).toMatch(/^a brand\.yml le faltan \d+ claves: logo\.height, .* y \d+ más$/)
  })
})

describe('keys and values', () => {
  it.each([
    ['colour: red\n', '2:1', 'colour', 'color'],
    [
      'typography:\n  base:\n    familly: Noto Serif\n',
      '4:5',
      'typography.base.familly',
      'typography.base.family',
    ],
    ['color:\n  link: "#123456"\n', '3:3', 'color.link', 'typography.link.color'],
    ['margin:\n  top: 20mm\n', '2:1', 'margin', ''],
    ['zzz: 1\n', '2:1', 'zzz', ''],
  ])('unknown key in %j', (lines, place, key, near) => {
    const { design, found, messages } = brand(lines)
    expect(design).toBeNull()
    expect(found).toEqual(at('brand-unknown-key', place))
    expect(messages[0]?.reason).toContain(`«${key}»`)
    expect(messages[0]?.remedy).toBe(near === '' ? 'bórrela' : `¿quiso decir «${near}»?`)
  })

  it.each([
    ['page: A4\n', '2:7'],
    ['page:\n  size: B5\n', '3:9'],
    ['page:\n  margin: { top: 25 }\n', '3:18'],
    ['page:\n  margin: { top: 5 km }\n', '3:18'],
    ['page:\n  margin: { top: 90cm }\n', '3:18'],
    ['color:\n  primary: #1d3f66\n', '3:12'],
    ['color:\n  primary: rojo\n', '3:12'],
    ['color:\n  palette: { uno: dos, dos: uno }\n  primary: uno\n', '4:12'],
    ['lang: [es]\n', '2:7'],
    ['web:\n  fonts: sí\n', '3:10'],
    ['repeats: delete\n', '2:10'],
    ['list:\n  bullets: "•"\n', '3:12'],
    ['typography:\n  headings: { weight: 650 }\n', '3:23'],
    ['typography:\n  headings: { scale: 9 }\n', '3:22'],
    ['typography:\n  base: { line-height: alto }\n', '3:24'],
    ['logo:\n  path: /etc/passwd\n', '3:9'],
    ['logo:\n  path: ../base/emblem.svg\n', '3:9'],
  ])('wrong value in %j', (lines, place) => {
    const { design, found } = brand(lines)
    expect(design).toBeNull()
    expect(found).toEqual(at('brand-value', place))
  })
})

describe('fonts', () => {
  const family = (files: string, source = 'file') =>
    `typography:\n  fonts:\n    - family: Prueba\n      source: ${source}\n      files:\n        - ${files}\n`

  it('come from files only', () => {
    expect(brand(family('{ path: a.ttf }', 'google')).found).toEqual(at('brand-value', '4:7'))
  })

  it('have keys and values of their own', () => {
    expect(brand(family('{ path: a.ttf, peso: 400 }')).found).toEqual([
      'template-file-missing prueba/a.ttf',
      ...at('brand-unknown-key', '7:26'),
    ])
    expect(brand(family('{ path: a.ttf, weight: 1000 }')).found).toEqual(at('brand-value', '7:11'))
    expect(brand(family('{ path: a.ttf, style: oblique }')).found).toEqual(at('brand-value', '7:11'))
    expect(brand(family('{ path: ../a.ttf }')).found).toEqual(at('brand-value', '7:11'))
  })

  it('are there', () => {
    expect(brand(family('{ path: a.ttf }')).found).toEqual(['template-file-missing prueba/a.ttf'])
  })

  it('are fonts', () => {
    const { found, messages } = brand(family('{ path: a.ttf }'), {
      'prueba/a.ttf': 'No soy un tipo de letra.',
    })
    expect(found).toEqual(['font-invalid prueba/a.ttf'])
    expect(messages[0]?.reason).toContain('no es un archivo de tipo de letra')
  })

  it('have every face that the text needs', () => {
    const path = 'templates/base/fonts/NotoSerif-Regular.ttf'
    const lines = `${family('{ path: a.ttf }')}  base: { family: Prueba }\n`
    const { found, messages } = brand(lines, { 'prueba/a.ttf': readFileSync(path) })
    expect(found).toEqual(Array(3).fill('font-missing prueba/brand.yml'))
    expect(messages.map(message => message.reason)).toEqual([
      'no hay ningún archivo para Prueba, peso 400, cursiva',
      'no hay ningún archivo para Prueba, peso 700, redonda',
      'no hay ningún archivo para Prueba, peso 700, cursiva',
    ])
  })
})

describe('the emblem', () => {
  it('needs both its files', () => {
    expect(brand('logo: { path: no.svg }\n').found).toEqual(['template-file-missing prueba/no.svg'])
    expect(brand('logo: { png: "" }\n').found).toEqual(['emblem-invalid templates/base/emblem.svg'])
  })

  it('has one ratio in both', () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 90"/>'
    const { found, messages } = brand('logo: { path: e.svg }\n', { 'prueba/e.svg': svg })
    expect(found).toEqual(['emblem-invalid templates/base/emblem.png'])
    expect(messages[0]?.reason).toContain('su proporción no es la del SVG')
  })

  it('is an SVG with a size and a PNG', () => {
    const files = { 'prueba/e.svg': '<svg/>', 'prueba/e.png': 'png' }
    expect(brand('logo: { path: e.svg }\n', files).found).toEqual(['emblem-invalid prueba/e.svg'])
    expect(brand('logo: { png: e.png }\n', files).found).toEqual(['emblem-invalid prueba/e.png'])
  })
})
