import { beforeAll, describe, expect, test } from 'vitest'
import { breakPoints } from '../../src/layout/breaks.ts'
import { hyphenatorFor, loadHyphenation } from '../../src/layout/hyphenate.ts'

beforeAll(() => loadHyphenation(['es-PE', 'en', 'pt', 'fr', 'qu']))

const hyphenated = (word: string, language: string) => {
  let found = word
  for (const at of [...hyphenatorFor(language)(word)].reverse())
    found = `${found.slice(0, at)}-${found.slice(at)}`
  return found
}

describe('Spanish', () => {
  // Real Academia Española, Ortografía 2010, II.2.1.1.3: digraphs, groups with l and r, hiatus. Ours: two letters before and three after.
  const expected = [
    'coope-ra-ción',
    'mul-ti-la-te-ra-lismo',
    'go-ber-nanza',
    'de-mo-crá-tica',
    'ins-ti-tu-cio-na-li-dad',
    'co-rrup-ción',
    'de-sa-rro-llo',
    'trans-na-cio-nal',
    'he-mis-fé-rico',
    'par-ti-ci-pa-ción',
    'ex-te-rior',
    'glo-ba-li-za-ción',
    'se-gui-miento',
    'im-ple-men-ta-ción',
    'cons-truc-ción',
    'abs-tracto',
    'ac-ción',
    'pin-güino',
    'mu-cha-cho',
    'ca-lle',
    'gue-rra',
  ]
  for (const word of expected) {
    test(word, () => expect(hyphenated(word.replaceAll('-', ''), 'es-PE')).toBe(word))
  }

  test('capitals break like small letters', () => {
    expect(hyphenated('Cooperación', 'es')).toBe('Coope-ra-ción')
  })
})

test('other languages', () => {
  expect(hyphenated('hyphenation', 'en')).toBe('hy-phen-ation')
  expect(hyphenated('table', 'en')).toBe('ta-ble')
  expect(hyphenated('desenvolvimento', 'pt')).toBe('de-sen-vol-vi-mento')
  expect(hyphenated('développement', 'fr-CA')).toBe('dé-ve-lop-pe-ment')
})

test('a language without patterns is not hyphenated', () => {
  expect(hyphenated('runasimikuna', 'qu')).toBe('runasimikuna')
})

describe('where words may be broken', () => {
  const shown = (word: string, hyphenate = true) => {
    let found = word
    for (const { at, hyphen } of [...breakPoints(word, hyphenate ? hyphenatorFor('es') : null)].reverse()) {
      found = `${found.slice(0, at)}${hyphen ? '¬' : '|'}${found.slice(at)}`
    }
    return found
  }

  test.each([
    ['«cooperación»,', '«coope¬ra¬ción»,'],
    ['(MESICIC).', '(MESICIC).'],
    ['UNCAC', 'UNCAC'],
    ['CORRUPCIÓN', 'CORRUPCIÓN'],
    ['FUNDAMENTALES', 'FUN¬DA¬MEN¬TA¬LES'],
    ['069-2001-MTC-15.04', '069-|2001-|MTC-|15.04'],
    ['054-97-EF,', '054-|97-|EF,'],
    ['27-11-2018', '27-11-2018'],
    ['abc123cooperación', 'abc123cooperación'],
    ['técnico-científico', 'técnico-|científico'],
    ['-con', '-con'],
    ['competentes-', 'com¬pe¬ten¬tes-'],
    ['2018-2019', '2018-2019'],
    ['2018–2019', '2018–|2019'],
    ['—palabra—,', '—pa¬la¬bra—,'],
    ['palabra—otra', 'palabra—|otra'],
    ['y/o', 'y/o'],
    ['norte/sur', 'norte/|sur'],
    ['con\u00adtra', 'con\u00ad¬tra'],
    ['https://www.gob.pe/rree/informes?id=1&a=2', 'https://|www.|gob.|pe/|rree/|informes?|id=|1&|a=2'],
    ['mesa.partes@rree.gob.pe', 'mesa.|partes@|rree.|gob.|pe'],
    ['casa', 'casa'],
  ])('%s', (word, expected) => {
    expect(shown(word)).toBe(expected)
  })

  test('without a hyphenator only what stands in the text', () => {
    expect(shown('cooperación', false)).toBe('cooperación')
    expect(shown('norte/sur', false)).toBe('norte/|sur')
  })
})
