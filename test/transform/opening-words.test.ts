import { describe, expect, it } from 'vitest'
import { innerQuotes, openingWords } from '../../src/transform/opening-words.ts'
import { spanish } from '../support/document.ts'

const locale = spanish()

describe('the opening words of a paragraph', () => {
  it.each([
    [
      'before a small word',
      'Uno de los principales logros del multilateralismo a nivel global y hemisférico es la cooperación',
      'Uno de los principales logros del multilateralismo a nivel global',
    ],
    [
      'after a comma, which goes',
      'En el ámbito mundial el país promueve siempre la paz, tal como otros Estados hacen',
      'En el ámbito mundial el país promueve siempre la paz',
    ],
    [
      'after the last word that is not small, where no phrase ends',
      'uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce',
      'uno dos tres cuatro cinco seis siete ocho nueve diez once doce',
    ],
    [
      'at twelve where all are small',
      'de la a el de la a el de la a el de la a el',
      'de la a el de la a el de la a el',
    ],
    ['not at all in a short one', 'El Perú firma.', 'El Perú firma'],
    [
      'with no mark left open',
      'El tema "Gobernabilidad democrática frente «a la corrupción (y otros males públicos» del continente americano) sigue',
      'El tema Gobernabilidad democrática frente «a la corrupción y otros males públicos»',
    ],
  ])('are cut %s', (_, text, words) => expect(openingWords(text, locale)).toBe(words))

  it('are bounded where a text has no spaces', () => {
    expect(openingWords('«'.repeat(100_000), locale)).toBe('')
    expect(openingWords('a'.repeat(100_000), locale).length).toBeLessThan(1000)
  })
})

it.each([
  ['el «tema» y “otro”', '«', 'el “tema” y “otro”'],
  ['el “tema” y «otro»', '“', 'el ‘tema’ y «otro»'],
  ['le « thème »', '«\u00A0', 'le “ thème ”'],
])('quotation marks in «%s», inside %s', (text, outer, inner) => expect(innerQuotes(text, outer)).toBe(inner))
