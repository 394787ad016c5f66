import { describe, expect, it } from 'vitest'
import { localeFor } from '../../src/locale/locale.ts'
import { sha256, shortDigest } from '../../src/text/digest.ts'
import { fold, slug } from '../../src/text/fold.ts'
import { firstSentence } from '../../src/text/sentences.ts'
import { countWords } from '../../src/text/words.ts'

describe('slug', () => {
  it.each([
    ['Lucha contra la Corrupción', 'lucha-contra-la-corrupcion'],
    ['Año 2026: ¿qué señala el N.º 5?', 'ano-2026-que-senala-el-n-o-5'],
    ['  «Œuvre» d’Ørsted & Łódź — ﬁn  ', 'oeuvre-dorsted-lodz-fin'],
    ['Straße', 'strasse'],
    ['条約', ''],
    ['--', ''],
  ])('%s → %s', (text, name) => expect(slug(text)).toBe(name))

  it('is cut at a word', () => {
    const name = slug(
      'Texto Único Ordenado de la Ley del Sistema Privado de Administración de Fondos de Pensiones',
    )
    expect(name).toBe('texto-unico-ordenado-de-la-ley-del-sistema-privado-de-administracion-de-fondos')
    expect(slug('a'.repeat(200))).toHaveLength(80)
  })
})

it('folds case, composition and white space, and nothing else', () => {
  expect(fold('  El\u00A0Peru\u0301\n\t10² ')).toBe('el perú 10²')
})

describe('words', () => {
  it.each([
    ['', 0],
    [' \n ', 0],
    ['El Perú', 2],
    ['S/ 1,234.5 y 5 %', 4],
    ['coordinar -con los sectores nacionales competentes- y proponer', 8],
    ['2018\u20132019', 2],
    ['socio-educativas d’Artagnan ana@x.pe', 3],
    ['¿Sí? ¡No!', 2],
    ['a 𝐀 😀 \ud83d', 2],
    ['a\u00a0b\u202fc\u2003d\ufeffe\u1680f', 6],
  ])('%s: %i', (text, count) => expect(countWords(text)).toBe(count))

  it('are as many as what stands between white space and dashes, with a letter or digit', () => {
    const characters = Array.from({ length: 0x3100 }, (_, code) => String.fromCharCode(code))
    for (const character of characters) {
      const text = `${character} -${character}a${character}\u2014${character}${character}`
      const parts = text.split(/[\s\u2013\u2014]+/).filter(part => /[\p{L}\p{N}]/u.test(part))
      expect(countWords(text), JSON.stringify(text)).toBe(parts.length)
    }
  })
})

describe('the first sentence', () => {
  const abbreviations = new Set(localeFor('es-PE')?.abbreviations)
  it.each([
    ['El Perú coopera. También firma.', 'El Perú coopera.'],
    ['Sin punto', 'Sin punto'],
    ['El art. 5 de la ley. Otra.', 'El art. 5 de la ley.'],
    ['El Sr. Pérez y la Dra. Ruiz. Otra.', 'El Sr. Pérez y la Dra. Ruiz.'],
    ['Firmó J. M. Pérez. Otra.', 'Firmó J. M. Pérez.'],
    ['Viaja a EE. UU. El Perú no.', 'Viaja a EE. UU.'],
    ['EE. UU. y Chile firman. Otra.', 'EE. UU. y Chile firman.'],
    ['El Decreto N.º 5 vale 1.234,5 soles. Otra.', 'El Decreto N.º 5 vale 1.234,5 soles.'],
    ['¿Aprueba? Sí.', '¿Aprueba?'],
    ['Dijo «¿aprueba?» y salió. Otra.', 'Dijo «¿aprueba?» y salió.'],
    ['Dijo «no.» Y salió.', 'Dijo «no.»'],
    ['Dijo que no. La Ley No. 27444 rige.', 'Dijo que no.'],
    ['La Ley No. 27444 rige. Otra.', 'La Ley No. 27444 rige.'],
    ['Espera… y sigue. Otra.', 'Espera… y sigue.'],
    ['Espera… Sigue.', 'Espera…'],
    ['1. Objeto de la ley. Otra.', '1. Objeto de la ley.'],
    ['Armas, municiones, etc. El Perú las controla.', 'Armas, municiones, etc.'],
    ['En ONU.org está. ¡Vea!', 'En ONU.org está.'],
    ['Una\nlínea  partida. Otra.', 'Una línea partida.'],
    ['Rige desde 2018. 5 países firman.', 'Rige desde 2018.'],
  ])('%s', (text, sentence) => expect(firstSentence(text, abbreviations)).toBe(sentence))
})

describe('digests', () => {
  it('are those of SHA-256', () => {
    const hex = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    expect(sha256('abc')).toBe(hex)
    // Checked with `printf abc | sha256sum | xxd -r -p | base32`.
    expect(shortDigest('abc')).toBe('xj4bnp4pahh6')
  })

  it('are made of the text in UTF-8', () => {
    expect(sha256('ñ')).toBe('024bb90888ca89a15a19e9bdd8c712bfb070465fce1ef25e43c170ea44fc5e5f')
  })
})
