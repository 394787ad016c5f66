import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { frontMatterSchema } from '../../src/read/schema.ts'
import { parsed, reasons } from './support.ts'

/** Reads front matter; its first line is line 2 of the file. */
function frontMatter(yaml: string) {
  const { result, messages, file } = parsed(`---\n${yaml}\n---\n\nTexto\n`)
  return { values: result?.frontMatter, messages, said: reasons(file).join('\n') }
}

describe('keys', () => {
  const all: readonly (readonly [string, string, unknown])[] = [
    ['title', 'titulo título Título TITULO', 'x'],
    ['subtitle', 'subtitulo subtítulo', 'x'],
    [
      'organisation',
      'organo órgano organismo organizacion organización institución entidad organization',
      'x',
    ],
    ['department', 'direccion dirección departamento dependencia', 'x'],
    ['authors', 'autores autor autora author', ['x']],
    ['place', 'lugar', 'x'],
    ['number', 'numero número', 'x'],
    ['to', 'para', ['x']],
    ['from', 'de De', ['x']],
    ['subject', 'asunto', 'x'],
    ['reference', 'referencia', 'x'],
    ['summary', 'resumen sumilla', 'x'],
    ['keywords', 'palabras-clave palabrasClave palabras_clave Palabras-Clave', ['x']],
    ['version', 'versión version', 'x'],
    ['template', 'plantilla', 'x'],
  ]
  const names = all.flatMap(([key, spelled, value]) =>
    [key, ...spelled.split(' ')].map(name => [name, key, value] as const),
  )
  test.each(names)('«%s» is %s', (name, key, value) => {
    expect(frontMatter(`${name}: x`)).toEqual({ values: { [key]: value }, messages: [], said: '' })
  })

  test('with spaces, and of other kinds of value', () => {
    const yaml = 'Palabras clave: a\nmaximoPaginas: 2\nidioma: es\nfecha: 2024-02-29\nestado: final'
    expect(frontMatter(yaml).values).toEqual({
      keywords: ['a'],
      maxPages: 2,
      lang: 'es',
      date: '2024-02-29',
      status: 'final',
    })
  })

  const unknown: readonly (readonly [string, string])[] = [
    ['titulos', '¿quiso decir «título»?'],
    ['fehca', '¿quiso decir «fecha»?'],
    ['clasificacio', '¿quiso decir «clasificación»?'],
    ['plantila', '¿quiso decir «plantilla»?'],
    ['xyzzy', 'bórrela, o póngala bajo «variables»'],
    ['<<', 'bórrela, o póngala bajo «variables»'],
    ['__proto__', 'bórrela, o póngala bajo «variables»'],
  ]
  test.each(unknown)('«%s» is refused at its place', (name, remedy) => {
    const { values, messages, said } = frontMatter(`idioma: es\n${name}: x`)
    expect(values).toBeUndefined()
    expect(messages).toEqual(['3:1 front-matter-unknown-key'])
    expect(said).toBe(`la clave «${name}» no existe en la cabecera | ${remedy}`)
  })

  test('in braces, a key has its own column', () => {
    expect(frontMatter('{ titulo: x, nada: y }').messages).toEqual(['2:14 front-matter-unknown-key'])
  })

  test('two names of one key are refused at the second', () => {
    const { values, messages, said } = frontMatter('titulo: a\nlang: es\nTítulo: b')
    expect(values).toBeUndefined()
    expect(messages).toEqual(['4:1 front-matter-duplicate-key'])
    expect(said).toContain('«Título» y «titulo» dicen lo mismo')
  })

  test('every fault is told at once', () => {
    expect(frontMatter('nada: x\notra: y\nde: a\nfrom: b').messages).toEqual([
      '2:1 front-matter-unknown-key',
      '3:1 front-matter-unknown-key',
      '5:1 front-matter-duplicate-key',
    ])
    expect(frontMatter('fecha: ayer\nidioma: español\ntitulo: [x]').messages).toEqual([
      '2:8 front-matter-value',
      '3:9 front-matter-value',
      '4:9 front-matter-value',
    ])
  })
})

describe('values', () => {
  const good: readonly (readonly [string, unknown])[] = [
    ['numero: 012', { number: '012' }],
    ['numero: 1.10', { number: '1.10' }],
    ['numero: 0x10', { number: '0x10' }],
    ['titulo: true', { title: 'true' }],
    ['titulo: null', { title: 'null' }],
    ['fecha: 2026-11-23', { date: '2026-11-23' }],
    ['fecha: "2026-11-23"', { date: '2026-11-23' }],
    ['fecha: 2000-02-29', { date: '2000-02-29' }],
    ['titulo: "Uno: dos"', { title: 'Uno: dos' }],
    ["titulo: 'O''Higgins'", { title: "O'Higgins" }],
    ['resumen: >-\n  Uno\n  dos.\n\n  Tres.', { summary: 'Uno dos. Tres.' }],
    ['titulo: |\n  Uno\n  dos', { title: 'Uno dos' }],
    ['titulo: "Uno\u00a0dos"', { title: 'Uno\u00a0dos' }],
    ['titulo:', {}],
    ['titulo: ""', {}],
    ['para: Ana Ruiz, ministra', { to: ['Ana Ruiz, ministra'] }],
    ['para: [Ana, Luis]', { to: ['Ana', 'Luis'] }],
    ['autores:\n  - Ana\n  - Luis\n  -', { authors: ['Ana', 'Luis'] }],
    ['palabras-clave: paz, Agenda 2030; OEA', { keywords: ['paz', 'Agenda 2030', 'OEA'] }],
    ['palabras-clave: [paz, "a, b"]', { keywords: ['paz', 'a, b'] }],
    ['clasificacion: PÚBLICO', { classification: 'publico' }],
    ['clasificacion: Uso Interno', { classification: 'uso-interno' }],
    ['clasificacion: uso-interno', { classification: 'uso-interno' }],
    ['classification: internal', { classification: 'uso-interno' }],
    ['clasificacion: reservado', { classification: 'reservado' }],
    ['classification: confidential', { classification: 'confidencial' }],
    ['classification: secret', { classification: 'secreto' }],
    ['classification: public', { classification: 'publico' }],
    ['status: draft', { status: 'borrador' }],
    ['estado: Borrador', { status: 'borrador' }],
    ['repeticiones: keep', { repeats: 'keep' }],
    ['repeats: Reference', { repeats: 'reference' }],
    ['repeats: last', { repeats: 'last' }],
    ['repeats: first', { repeats: 'first' }],
    ['repeats: report', { repeats: 'report' }],
    ['maxPages: 12', { maxPages: 12 }],
    ['isbn: 978-0-306-40615-7', { isbn: '978-0-306-40615-7' }],
    ['isbn: 080442957X', { isbn: '080442957X' }],
    ['doi: 10.1000/182', { doi: '10.1000/182' }],
    ['doi: https://doi.org/10.1000/182', { doi: '10.1000/182' }],
    ['enlace: https://ejemplo.gob.pe/nota?n=1', { link: 'https://ejemplo.gob.pe/nota?n=1' }],
    ['derechos: CC BY 4.0', { rights: 'CC BY 4.0' }],
    ['serie: Cuadernos', { series: 'Cuadernos' }],
    ['idioma: ES-pe', { lang: 'es-PE' }],
    ['idioma: qu', { lang: 'qu' }],
    ['idioma: quz-pe', { lang: 'quz-PE' }],
    ['idioma: ZH-hant-tw', { lang: 'zh-Hant-TW' }],
    ['idioma: es-419', { lang: 'es-419' }],
    ['idioma: sl-rozaj-biske-1994', { lang: 'sl-rozaj-biske-1994' }],
    ['idioma: en-A-BBB-X-A', { lang: 'en-a-bbb-x-a' }],
    [
      'variables: { oficina: DGM, año-fiscal: 2026 }',
      { variables: { oficina: 'DGM', 'año-fiscal': '2026' } },
    ],
    ['# nada\n', {}],
    ['', {}],
  ]
  test.each(good)('%j', (yaml, values) => {
    expect(frontMatter(yaml)).toEqual({ values, messages: [], said: '' })
  })

  const bad: readonly (readonly [string, string])[] = [
    ['fecha: 2026-02-30', '2:8'],
    ['fecha: 1900-02-29', '2:8'],
    ['fecha: 2026-13-01', '2:8'],
    ['fecha: 2026-00-01', '2:8'],
    ['fecha: 2026-04-31', '2:8'],
    ['fecha: 2026-04-00', '2:8'],
    ['fecha: 0000-01-01', '2:8'],
    ['fecha: 23/11/2026', '2:8'],
    ['fecha: 2026-1-2', '2:8'],
    ['fecha: 2026-11-23T10:00:00Z', '2:8'],
    ['fecha: [2026-11-23]', '2:8'],
    ['idioma: es_PE', '2:9'],
    ['idioma: español', '2:9'],
    ['idioma: espanol', '2:9'],
    ['idioma: e', '2:9'],
    ['idioma: es-', '2:9'],
    ['idioma: es-PE-x', '2:9'],
    ['titulo: [a, b]', '2:9'],
    ['titulo: {a: b}', '2:9'],
    ['titulo:\n  - a', '3:3'],
    ['titulo: "a\\u0007"', '2:9'],
    ['autores: [a, [b]]', '2:14'],
    ['autores:\n  - a\n  - {b: c}', '4:5'],
    ['palabras-clave: [a, {b: c}]', '2:21'],
    ['clasificación: público interno', '2:16'],
    ['estado: listo', '2:9'],
    ['repeats: siempre', '2:10'],
    ['isbn: 978-0-306-40615-8', '2:7'],
    ['isbn: 12345', '2:7'],
    ['doi: 11.1000/182', '2:6'],
    ['enlace: ejemplo.gob.pe', '2:9'],
    ['enlace: javascript:alert(1)', '2:9'],
    ['maxPages: 0', '2:11'],
    ['maxPages: dos', '2:11'],
    ['maxPages: 2.5', '2:11'],
    ['maxPages: -1', '2:11'],
    ['plantilla: ../otra', '2:12'],
    ['plantilla: a/b', '2:12'],
    ['variables: x', '2:12'],
    ['variables: [x]', '2:12'],
    ['variables:\n  con espacio: x', '3:3'],
    ['variables:\n  bien: x\n  mal: [x]', '4:8'],
  ]
  test.each(bad)('%j is refused at %s', (yaml, place) => {
    const { values, messages } = frontMatter(yaml)
    expect(values).toBeUndefined()
    expect(messages).toEqual([`${place} front-matter-value`])
  })

  test('the message names the key as written, the value and what is expected', () => {
    expect(frontMatter('Clasificacion: abierta').said).toBe(
      '«Clasificacion» no puede ser «abierta»: se espera uno de estos valores: público, uso interno, reservado, confidencial, ' +
        'secreto | corrija el valor de «Clasificacion»',
    )
    expect(frontMatter('autores: [[a]]').said).toContain('«una lista dentro de otra»')
    expect(frontMatter(`fecha: ${'x'.repeat(100)}`).said).toContain(`«${'x'.repeat(60)}…»`)
  })
})

describe('how the document looks', () => {
  test.each([
    ['portada: sí', { cover: true }],
    ['cover: no', { cover: false }],
    ['numeración: true', { numbered: true }],
    ['numerado: No', { numbered: false }],
    ['numbered: yes', { numbered: true }],
    ['índice: 0', { contents: 0 }],
    ['contents: 6', { contents: 6 }],
    ['toc: true', { contents: 3 }],
    ['índice: no', { contents: 0 }],
    ['maxPpi: 220', { maxPpi: 220 }],
    ['imágenes: {maxPpi: 220}', { maxPpi: 220 }],
    ['Imagenes:\n  máximo-ppp: 72', { maxPpi: 72 }],
    ['images: {ppp: 1200}\ntitulo: T', { maxPpi: 1200, title: 'T' }],
    ['images:\ntitulo: T', { title: 'T' }],
  ])('%j', (yaml, values) => {
    expect(frontMatter(yaml)).toEqual({ values, messages: [], said: '' })
  })

  test.each([
    ['portada: quizá', '2:10 front-matter-value', 'sí o no'],
    ['numbered: 2', '2:11 front-matter-value', 'sí o no'],
    ['índice: 7', '2:9 front-matter-value', 'sí (tres niveles), no, o un número de 0 (sin índice) a 6'],
    ['maxPpi: 50', '2:9 front-matter-value', 'de 72 a 1200'],
    ['imágenes: 220', '2:11 front-matter-value', '«maxPpi: 220»'],
    ['imágenes: {maxPpi: 2000}', '2:20 front-matter-value', 'de 72 a 1200'],
    ['imágenes: {maxPp: 220}', '2:12 front-matter-unknown-key', '¿quiso decir «maxPpi»?'],
    ['images: {titulo: T}', '2:10 front-matter-unknown-key', 'bórrela'],
    ['imagens: {maxPpi: 220}', '2:1 front-matter-unknown-key', '¿quiso decir «images»?'],
    ['maxPpi: 220\nimages: {maxPpi: 220}', '3:10 front-matter-duplicate-key', 'deje una sola'],
    ['titulo: a\ntitulo: b', '3:1 front-matter-duplicate-key', '«titulo» está dos veces'],
  ])('%j is refused', (yaml, place, said) => {
    const { values, messages, said: sentences } = frontMatter(yaml)
    expect([values, messages]).toEqual([undefined, [place]])
    expect(sentences).toContain(said)
  })
})

describe('YAML that is none, or that would lose words', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['titulo: "x', '2:11', 'faltan los dos puntos tras una clave, o unas comillas que cierren'],
    ['titulo: Lucha: informe', '2:9', 'dos puntos dentro de un texto sin comillas'],
    ['\ttitulo: a', '2:1', 'hay un tabulador'],
    ['titulo: @x', '2:9', 'un valor no puede empezar así sin comillas'],
    ['titulo: "a" b', '2:13', 'sobra texto detrás del valor'],
    ['titulo: "C:\\q"', '2:12', 'se escribe «\\\\»'],
    ['titulo: a\nlugar', '3:1', 'faltan los dos puntos'],
    ['titulo: [a', '2:11', 'no está alineada'],
    ['titulo: *Urgente*', '2:9', 'que empieza por «*»'],
    ['titulo: &a', '2:11', 'que empieza por «&»'],
    ['titulo: !Ojo', '2:9', 'que empieza por «!»'],
    ['titulo: !!str x', '2:15', 'que empieza por «!»'],
    ['? [a]\n: b', '2:3', 'una clave es un nombre'],
    ['Un texto', '2:1', 'no hay «clave: valor»'],
    ['- titulo', '2:1', 'no hay «clave: valor»'],
    ['titulo: a\n...\nlugar: b', '3:1', '«...» corta la cabecera'],
    [`titulo: ${'x'.repeat(70_000)}`, '2:65537', 'pasa de 65536 caracteres'],
  ]
  test.each(cases)('%.40j', (yaml, place, detail) => {
    const { values, messages, said } = frontMatter(yaml)
    expect(values).toBeUndefined()
    expect(messages).toEqual([`${place} front-matter-syntax`])
    expect(said).toContain(detail)
  })

  test.each(['['.repeat(30_000), 'a: {b: '.repeat(60), `${'- '.repeat(30_000)}x`])('deep: %.20s', yaml => {
    const { values, messages } = frontMatter(yaml)
    expect(values).toBeUndefined()
    expect(messages).toEqual([expect.stringMatching(/^2:\d+ nesting-too-deep$/)])
  })

  test('a comment that looks like text is told', () => {
    const { values, messages, said } = frontMatter(
      'numero: #12\nasunto: "Caso" #13 # nota\npara: Ana # la jefa\n#x',
    )
    expect(values).toEqual({ subject: 'Caso', to: ['Ana'] })
    expect(messages).toEqual(['2:9 front-matter-comment', '3:16 front-matter-comment'])
    expect(said).toContain('«#12»')
  })

  test.each([
    ['---\ntitulo: x\n\nTexto\n', '1:1', 'falta la línea «---» que la cierra'],
    ['\n\n---\ntitulo: x\n---\n\nTexto\n', '3:1', 'la línea «---» tiene que ser la primera'],
    ['---\nPalabras clave:\n  - x\n', '1:1', 'falta la línea «---» que la cierra'],
  ])('front matter that would be published as text: %j', (text, place, detail) => {
    const { result, messages, file } = parsed(text)
    expect(result).toBeNull()
    expect(messages).toEqual([`${place} front-matter-syntax`])
    expect(reasons(file)[0]).toContain(detail)
  })

  test.each(['---\n\nNota: texto\n', 'Texto\n\n---\n\nmás\n', '***\nNota: x\n'])(
    'a rule is no front matter: %j',
    text => {
      expect(parsed(text).messages).toEqual([])
    },
  )
})

test('docs/front-matter.schema.json is what the schema gives', () => {
  const path = new URL('../../docs/front-matter.schema.json', import.meta.url)
  const made = `${JSON.stringify(frontMatterSchema(), null, 2)}\n`
  if (process.env.UPDATE === '1') writeFileSync(path, made)
  expect(readFileSync(path, 'utf8')).toBe(made)
})

test('a value of nothing but space counts as not there', () => {
  expect(frontMatter('titulo: " "\nfecha: "\\u200b"')).toEqual({ values: {}, messages: [], said: '' })
})

describe('a text from right to left', () => {
  test('is refused at its place, in whatever key pages print', () => {
    const { values, messages } = frontMatter(
      'titulo: Carta a שלום\npara: [Ana, السلام]\nresumen: "a\\u202eb"',
    )
    expect(values).toBeUndefined()
    expect(messages).toEqual(['2:9 right-to-left', '3:13 right-to-left', '4:10 control-character'])
  })

  test('may be a keyword', () => {
    expect(frontMatter('palabras-clave: [שלום]').messages).toEqual([])
  })
})
