import { fromMarkdown } from 'mdast-util-from-markdown'
import { describe, expect, it } from 'vitest'
import { equalityKey } from '../../src/transform/equality.ts'

function keyOf(markdown: string): string {
  const [paragraph] = fromMarkdown(markdown).children
  if (paragraph?.type !== 'paragraph') throw new Error(`no paragraph: ${markdown}`)
  return equalityKey(paragraph)
}

describe('say the same', () => {
  it.each([
    ['El Perú firma', 'el PERÚ firma'],
    ['El Peru\u0301 firma', 'El Perú firma'],
    ['El  Perú\nfirma', 'El Perú firma'],
    ['El\u00A0Perú firma', 'El Perú firma'],
    ['El Perú, país andino, firma', 'El Perú país andino firma'],
    ['El Perú; país andino', 'El Perú, país andino'],
    ['el tema "Gobernabilidad democrática" para', 'el tema «Gobernabilidad democrática» para'],
    ['el tema “Gobernabilidad” para', 'el tema Gobernabilidad para'],
    ["el d'Artagnan", 'el d’Artagnan'],
    ['el **Perú** firma', 'el __Perú__ firma'],
    ['el **Perú**, país andino', 'el **Perú** país andino'],
    ['el **Perú ,** país', 'el **Perú** país'],
    ['en [la red](https://x.pe "Red")', 'en [la red]( https://x.pe "Red")'],
  ])('%s = %s', (a, b) => expect(keyOf(a)).toBe(keyOf(b)))
})

describe('do not say the same', () => {
  it.each([
    ['una caída de −5 % anual', 'una caída de 5 % anual'],
    ['una tasa de -5 %', 'una tasa de 5 %'],
    ['cuesta S/ 1,500 al mes', 'cuesta S/ 1.500 al mes'],
    ['cuesta S/ 1,500', 'cuesta S/ 1500'],
    ['son 10² metros', 'son 102 metros'],
    ['son H₂O', 'son H2O'],
    ['cuesta € 300', 'cuesta £ 300'],
    ['cuesta 300', 'cuesta € 300'],
    ['¿Aprueba?', 'Aprueba'],
    ['¿Aprueba?', '¡Aprueba!'],
    ['Aprueba.', 'Aprueba'],
    ['½ del total', '1/2 del total'],
    ['el año', 'el ano'],
    ['él firma', 'el firma'],
    ['el Perú no firma', 'el Perú firma'],
    ['artículos 3, 4', 'artículos 3 4'],
    ['el 5; el 6', 'el 5 el 6'],
    ['el **Perú** firma', 'el Perú firma'],
    ['el **Perú** firma', 'el *Perú* firma'],
    ['el **Perú firma** hoy', 'el **Perú** firma hoy'],
    ['[la red](https://x.pe)', '[la red](https://y.pe)'],
    ['[la red](https://x.pe)', 'la red'],
    ['[la red](https://x.pe)', '[la red](https://x.pe "Red")'],
    ['el `PERÚ` firma', 'el `Perú` firma'],
    ['el `Perú` firma', 'el Perú firma'],
    ['el Perú ![mapa](a.png)', 'el Perú ![mapa](b.png)'],
    ['el Perú ![mapa](a.png)', 'el Perú'],
    ['el Perú\\\nfirma', 'el Perú\nfirma'],
    ['5 ≤ 6', '5 ≥ 6'],
    ['5′ de arco', "5' de arco"],
    ['dos tercios (2/3)', 'dos tercios 2/3'],
    ['Estado-nación', 'Estado nación'],
  ])('%s ≠ %s', (a, b) => expect(keyOf(a)).not.toBe(keyOf(b)))
})

it('takes linear time with many marks', () => {
  // 100,000 marks: each counted from the paragraph's beginning would be 10¹⁰ characters.
  const strong = { type: 'strong', children: [{ type: 'text', value: 'a, ' }] }
  const paragraph = { type: 'paragraph', children: Array.from({ length: 100_000 }, () => strong) }
  expect(equalityKey(paragraph).length).toBeGreaterThan(100_000)
})
