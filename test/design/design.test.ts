import { describe, expect, it } from 'vitest'
import { brandKeys } from '../../src/design/brand-keys.ts'
import { brand, designOf, load } from './support.ts'

describe('the program’s own templates', () => {
  it.each(['base', 'nota-informativa'])('%s loads without a message', name => {
    const loaded = load(name)
    expect(loaded.found).toEqual([])
    expect(designOf(loaded).name).toBe(name)
  })

  it('nota-informativa has the brand line, its own colours and what it leaves to base', () => {
    const base = designOf(load('base'))
    const nota = designOf(load('nota-informativa'))
    expect(nota.furniture.brandLines).toEqual([
      'Decenio de la Igualdad de Oportunidades para Mujeres y Hombres',
    ])
    expect(base.furniture.brandLines).toEqual([])
    expect([base.repeats, nota.repeats]).toEqual(['report', 'reference'])
    expect(nota.palette.primary).not.toBe(base.palette.primary)
    expect(nota.furniture.emblem?.svg).not.toBe(base.furniture.emblem?.svg)
    expect(nota.page).toEqual(base.page)
    expect(nota.faces.map(face => face.path)).toEqual(base.faces.map(face => face.path))
    expect(nota.slots).toEqual(base.slots)
  })

  it('is set on A4, whose measures are ISO 216’s', () => {
    const { page } = designOf(load('nota-informativa'))
    expect([page.size, page.width, page.height]).toEqual(['A4', 595.276, 841.89])
  })

  it('tells apart every key it knows', () => {
    for (const [key, { reaches }] of Object.entries(brandKeys)) expect(reaches, key).not.toEqual([])
  })
})

describe('extending', () => {
  it('overrides single keys and keeps the rest', () => {
    const base = designOf(load('base'))
    const design = designOf(brand('page:\n  margin:\n    left: 3cm\n'))
    expect(design.page).toEqual({ ...base.page, margin: { ...base.page.margin, left: 85.039 } })
    expect(design.styles).toEqual(base.styles)
  })

  it('overrides single files', () => {
    const design = designOf(brand('', { 'prueba/print.css': '/* de la prueba */\r\n' }))
    expect(design.slots.printCss).toBe('/* de la prueba */\n')
    expect(design.slots.screenCss).toBe(designOf(load('base')).slots.screenCss)
  })

  it('looks for templates in the project before the program', () => {
    const { design } = load('nota-informativa', { 'nota-informativa/brand.yml': 'extends: base\nlang: pt\n' })
    expect([design?.language, design?.repeats]).toEqual(['pt', 'report'])
  })

  it('goes on over several templates', () => {
    const { design } = load('c', {
      'b/brand.yml': 'extends: base\nlang: en\nrepeats: keep\n',
      'c/brand.yml': 'extends: b\nlang: fr\n',
    })
    expect([design?.language, design?.repeats, design?.page.size]).toEqual(['fr', 'keep', 'A4'])
  })

  it('resolves colours by the palette of the nearest template', () => {
    const design = designOf(brand('color:\n  palette: { azul: "#333" }\n  muted: primary\n'))
    expect(design.palette.primary).toBe('#333333')
    expect(design.palette.muted).toBe('#333333')
    expect(design.styles.title.color).toBe('#333333')
  })

  it('takes a family of its own before that of base, which stays for characters the other lacks', () => {
    const { faces, styles } = designOf(load('nota-informativa'))
    expect(faces.some(face => face.family === styles.body.family)).toBe(true)
    const design = designOf(brand('typography:\n  base: { family: Noto Sans }\n'))
    expect(design.styles.body.family).toBe('Noto Sans')
    expect(design.faces.some(face => face.family === 'Noto Serif')).toBe(true)
  })
})

describe('values', () => {
  it('lengths take mm, cm, pt and in, with a comma too', () => {
    const margin = 'page:\n  margin: { top: "2,5 cm", right: 25mm, bottom: 1in, left: 70pt }\n'
    expect(designOf(brand(margin)).page.margin).toEqual({ top: 70.866, right: 70.866, bottom: 72, left: 70 })
  })

  it('a byte order mark and CRLF are no fault', () => {
    const { design } = load('prueba', { 'prueba/brand.yml': '\ufeffextends: base\r\nlang: pt\r\n' })
    expect(design?.language).toBe('pt')
  })

  it('what may be empty can be left empty', () => {
    const design = designOf(brand('logo: { path: "", png: "" }\nletterhead:\n  lines:\n'))
    expect(design.furniture.emblem).toBeNull()
    expect(design.furniture.brandLines).toEqual([])
  })
})
