import { describe, expect, it } from 'vitest'
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
      const { classification, ...terms } = locale.terms
      for (const text of [...Object.values(terms), ...Object.values(classification)]) {
        expect(text).toMatch(/\S/)
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
