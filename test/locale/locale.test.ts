import { describe, expect, it } from 'vitest'
import { collate } from '../../src/locale/collate.ts'
import { numbered, sectionReference } from '../../src/locale/labels.ts'
import { knownLocales, localeFor } from '../../src/locale/locale.ts'

const locales = knownLocales.map(tag => localeFor(tag)).filter(locale => locale !== null)

describe('the language of a document', () => {
  it.each([
    ['es', 'es'],
    ['es-PE', 'es-PE'],
    ['ES-pe', 'es-PE'],
    ['es-MX', 'es'],
    ['es-Latn-419', 'es'],
    ['pt-BR', 'pt'],
    ['en-GB', 'en'],
    ['fr-CA', 'fr'],
  ])('%s takes the texts of %s', (tag, table) => expect(localeFor(tag)?.tag).toBe(table))

  it.each(['qu', 'est', 'e', '', '-es', 'x'])('%s has no table', tag => expect(localeFor(tag)).toBeNull())
})

describe('every table', () => {
  it('is found under its own tag', () => {
    expect(knownLocales).toEqual(['en', 'es', 'es-PE', 'fr', 'pt'])
    expect(locales.map(locale => locale.tag)).toEqual(knownLocales)
  })

  it.each(locales)(
    '$tag: no empty text, at least 25 openers, all lists folded and each entry once',
    locale => {
      const { classification, box, ...terms } = locale.terms
      for (const text of [...Object.values(terms), ...Object.values(classification), ...Object.values(box)]) {
        expect(text).toMatch(/\S/)
      }
      expect(locale.captionSeparator).toMatch(/^(\. | – )$/)
      for (const marks of Object.values(locale.quotes)) {
        expect(new Set(marks.map(({ open }) => open)).size).toBe(marks.length)
        expect(marks.length).toBeGreaterThanOrEqual(2)
      }
      expect(locale.openers.length).toBeGreaterThanOrEqual(25)
      for (const list of [locale.openers, locale.falseOpeners, locale.abbreviations, locale.smallWords]) {
        expect(list.filter(entry => entry !== entry.toLowerCase().normalize('NFC'))).toEqual([])
        expect(list.filter((entry, index) => list.indexOf(entry) !== index)).toEqual([])
      }
      expect(locale.abbreviations.filter(entry => !entry.endsWith('.'))).toEqual([])
    },
  )

  it.each(locales)('$tag: a false opener is no opener as well', locale => {
    expect(locale.falseOpeners.filter(entry => locale.openers.includes(entry))).toEqual([])
  })
})

describe('dates', () => {
  it.each([
    ['es-PE', 'Lima, 23 de setiembre de 2026'],
    ['es', 'Lima, 23 de septiembre de 2026'],
    ['en', 'Lima, 23 September 2026'],
    ['pt', 'Lima, 23 de setembro de 2026'],
    ['fr', 'Lima, le 23 septembre 2026'],
  ])('%s: %s', (tag, written) => {
    const locale = localeFor(tag)
    expect(locale?.placeDate('Lima', locale.date(2026, 9, 23))).toBe(written)
  })

  it('has twelve months in each language', () => {
    for (const locale of locales) {
      const written = Array.from({ length: 12 }, (_, month) => locale.date(2026, month + 1, 2))
      expect(new Set(written).size).toBe(12)
      expect(() => locale.date(2026, 13, 1)).toThrow(RangeError)
    }
  })

  it('sets a place or a date alone', () => {
    for (const locale of locales) {
      expect(locale.placeDate('Lima', '')).toBe('Lima')
      expect(locale.placeDate('', '2 x')).toBe('2 x')
      expect(locale.placeDate('', '')).toBe('')
    }
  })

  it('writes the first of a month as French and Portuguese do', () => {
    expect(localeFor('fr')?.date(2026, 1, 1)).toBe('1er janvier 2026')
    expect(localeFor('pt')?.date(2026, 1, 1)).toBe('1º de janeiro de 2026')
  })
})

it('says page and repeat as the ministry does', () => {
  const locale = localeFor('es-PE')
  expect(locale?.pageOf('1', '2')).toBe('Página 1 de 2')
  expect(locale?.pageReference).toEqual([' (p. ', ')'])
  expect(locale?.decimal).toEqual({ point: '.', group: ',' })
  expect(localeFor('es')?.decimal).toEqual({ point: ',', group: '.' })
})

describe('labels', () => {
  it('a table is a cuadro in Peru and a tabla elsewhere', () => {
    const word = (tag: string) => [localeFor(tag)?.terms.table, localeFor(tag)?.terms.tables]
    expect(word('es-PE')).toEqual(['Cuadro', 'Índice de cuadros'])
    expect(word('es-ES')).toEqual(['Tabla', 'Índice de tablas'])
    expect(localeFor('es-PE')?.terms).toEqual({
      ...localeFor('es')?.terms,
      table: 'Cuadro',
      tables: 'Índice de cuadros',
    })
  })

  it('never leave a number alone at the beginning of a line', () => {
    expect(numbered('Figura', '3')).toBe('Figura\u00a03')
  })

  it.each([
    ['es-PE', 'angulares', 'sección «Lima»'],
    ['es-PE', 'inglesas', 'sección “Lima”'],
    ['en', 'angulares', 'section “Lima”'],
    ['fr', 'angulares', 'section «\u202fLima\u202f»'],
  ] as const)('%s, %s: a section without a number is named', (tag, quotes, text) => {
    const locale = localeFor(tag)
    if (locale === null) throw new Error(tag)
    expect(sectionReference({ number: '', title: 'Lima' }, locale, quotes)).toBe(text)
    expect(sectionReference({ number: '2.1', title: 'Lima' }, locale, quotes)).toMatch(
      /^sec(ción|tion)\u00a02\.1$/,
    )
  })
})

describe('alphabetical order', () => {
  it.each([
    ['ñ after every n', ['nz', 'ñandú', 'o']],
    ['decomposed ñ too', ['nz', 'n\u0303andú', 'o']],
    ['accents and case make no difference before the last', ['Ábaco', 'abad', 'ÁBADA', 'abadía']],
    ['ch and ll are two letters each', ['ceviche', 'chalana', 'cima', 'lima', 'llama', 'loma']],
    ['words before longer words', ['OEA', 'OEA Perú', 'OEAX']],
    ['digits before letters', ['3D', 'ALBA']],
    ['points and apostrophes', ["O'Higgins", 'ohm', 'O.I.T.', 'OMS']],
    ['ligatures', ['oda', 'œuvre', 'ofrenda']],
    ['other scripts after the Latin one', ['zar', 'ЕАЭС']],
  ])('%s', (_, sorted) => {
    expect(sorted.toReversed().toSorted(collate)).toEqual(sorted)
  })

  it('is total: only equal texts are equal', () => {
    expect(collate('ONU', 'ONU')).toBe(0)
    expect(collate('ONU', 'Onu')).toBeLessThan(0)
    expect(collate('Onu', 'ONU')).toBeGreaterThan(0)
    expect(collate('a', 'á')).not.toBe(0)
  })
})
