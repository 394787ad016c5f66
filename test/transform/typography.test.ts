import { describe, expect, it } from 'vitest'
import type { QuoteStyle } from '../../src/locale/types.ts'
import { plainText } from '../../src/transform/content.ts'
import { pairQuotes } from '../../src/transform/quotes.ts'
import { setText, typography } from '../../src/transform/typography.ts'
import { linesOf, nodesOf, published, seeded, transformed } from '../support/document.ts'

/** ~ does not break, _ is narrow and does not break, = is a hyphen that does not break. */
const visible = (text: string) =>
  text
    .replace(/\u00A0/g, '~')
    .replace(/\u202F/g, '_')
    .replace(/\u2011/g, '=')

function set(text: string, language = 'es', quotes: QuoteStyle = 'angulares') {
  const { tree, messages } = transformed(text, [typography({ language, quotes })])
  return { text: visible(plainText(tree)), messages }
}

describe('quotation marks', () => {
  it.each([
    ['es', 'angulares', 'Dijo "hola".', 'Dijo «hola».'],
    ['es', 'inglesas', 'Dijo "hola".', 'Dijo “hola”.'],
    ['en', 'angulares', 'He said "hello".', 'He said “hello”.'],
    ['pt', 'angulares', 'Disse "olá".', 'Disse «olá».'],
    ['fr', 'angulares', 'Il dit "oui".', 'Il dit «_oui_».'],
    ['es', 'angulares', '"a "b "c" d" e"', '«a “b ‘c’ d” e»'],
    ['es', 'inglesas', '"a "b "c" d" e"', '“a ‘b «c» d’ e”'],
    ['en', 'angulares', '"a "b" c"', '“a ‘b’ c”'],
    ['es', 'angulares', '«a "b" c»', '«a “b” c»'],
    ['es', 'angulares', '“a "b" c”', '“a «b» c”'],
    ['es', 'angulares', '("a") ¿"b"? —"c"— "¡d!"', '(«a») ¿«b»? —«c»— «¡d!»'],
    ['es', 'angulares', 'un *"énfasis* que" cruza', 'un «énfasis que» cruza'],
    ['es', 'angulares', '"[enlace](https://x.pe)" y "**a**", "`x`"', '«enlace» y «a», «x»'],
    ['es', 'angulares', "pliego, 'hoja', y \"a 'b' c\"", 'pliego, ‘hoja’, y «a “b” c»'],
  ] as const)('%s, %s: %s', (language, quotes, written, expected) => {
    const { text, messages } = set(written, language, quotes)
    expect(text).toBe(expected)
    expect(messages).toEqual([])
  })

  it('are those of the language of the place', () => {
    expect(set('"uno" [the "one" and]{lang=en} "dos"').text).toBe('«uno» the “one” and «dos»')
    expect(set('The "one"\n{lang=en}\n\nEl "uno"').text).toBe('The “one” El «uno»')
    // No table of Quechua.
    expect(set('["rimay"]{lang=qu} 1998-1999').text).toBe('"rimay" 1998=1999')
  })

  it.each([
    `5'10" de alto`,
    'una pantalla de 24" y otra de 27"',
    `40° 26' 46" N`,
    '`"código"`',
    '<https://x.pe/a-"b">',
  ])('are not in %s', written => {
    const { text, messages } = set(written)
    expect(text).toContain('"')
    expect(text).not.toMatch(/[«»“”]/)
    expect(messages).toEqual([])
  })

  it('without a partner stay, with a warning at their place', () => {
    const { text, messages } = set('Uno "dos" y "tres.\n\nY cuatro" cinco.')
    expect(text).toBe('Uno «dos» y "tres. Y cuatro" cinco.')
    expect(messages.map(({ rule, line, column, endColumn }) => [rule, line, column, endColumn])).toEqual([
      ['quotes-unbalanced', 1, 13, 14],
      ['quotes-unbalanced', 3, 9, 10],
    ])
  })

  it('around several paragraphs stay without one', () => {
    const { text, messages } = set('"Artículo 1. Uno.\n\nDos "tres".\n\n[…]".')
    expect(text).toBe('"Artículo 1. Uno. Dos «tres». […]".')
    expect(messages).toEqual([])
  })

  it('open and close in turn, whatever stands around', () => {
    const below = seeded(7)
    const pieces = ['"', "'", '«', '»', '“', '”', ' ', 'a', '5', '.', '(', ')', '\uFFFC', '—']
    for (let round = 0; round < 2000; round++) {
      const text = Array.from({ length: below(24) }, () => pieces[below(pieces.length)]).join('')
      const { marks, unbalanced } = pairQuotes(text)
      const open: number[] = []
      for (const { at, opens, opening } of marks) {
        expect(text[at]).toMatch(/["']/)
        if (opens) open.push(at)
        else expect(open.pop(), text).toBe(opening)
      }
      expect(open, text).toEqual([])
      for (const at of unbalanced) expect(marks.some(mark => mark.at === at)).toBe(false)
    }
  })
})

describe('Spanish', () => {
  it.each([
    [
      'El Perú -con los sectores- actúa -así-, y (-eso-)',
      'El Perú —con los sectores— actúa —así—, y (—eso—)',
    ],
    ['de -5 a -3 grados', 'de -5 a -3 grados'],
    ['pre- y posguerra, socio-económico', 'pre- y posguerra, socio-económico'],
    ['entre 1998-1999, 1998-99 y 20-25 %', 'entre 1998=1999, 1998=99 y 20=25~%'],
    ['Ley N.º 27444-2001, tel. 204-2400', 'Ley~N.º~27444-2001, tel. 204-2400'],
    ['004-2019-JUS, 2024-05-01, 012-2020', '004-2019-JUS, 2024-05-01, 012-2020'],
    ['n.º 5, 25 %, S/ 300, art. 3, p. 4', 'n.º~5, 25~%, S/~300, art.~3, p.~4'],
    ['la Ley N.º 29973, N.° 5 y Nº 7', 'la Ley~N.º~29973, N.°~5 y Nº~7'],
    ['J. M. Arguedas y el Sr. Pérez', 'J.~M.~Arguedas y el Sr.~Pérez'],
    ['EE. UU., FF. AA., a. C., p. ej., 10 a. m.', 'EE.~UU., FF.~AA., a.~C., p.~ej., 10~a.~m.'],
    ['1 234 567 soles, 30 km, 5 personas', '1~234~567 soles, 30~km, 5 personas'],
    ['y así... [...] a....b', 'y así… […] a....b'],
    ["O'Higgins y d'Ors", 'O’Higgins y d’Ors'],
    ['art.\n3', 'art.~3'],
  ])('%s', (written, expected) => expect(set(written).text).toBe(expected))
})

describe('other languages', () => {
  it.each([
    ['en', '1998-1999, pp. 5-10, a -b- c, Dr. Who', '1998–1999, pp.~5–10, a -b- c, Dr.~Who'],
    ['en', 'tel. 204-2400, ISBN 978-3', 'tel. 204-2400, ISBN 978-3'],
    ['fr', 'Qui ? Moi! Voici : 10:30 ; https://x.fr', 'Qui_? Moi_! Voici~: 10:30_; https://x.fr'],
    ['fr', "l'État et n° 5", 'l’État et n°~5'],
    ['pt', 'n.º 5, 1998-1999, Sr. Silva', 'n.º~5, 1998=1999, Sr.~Silva'],
    ['qu', '"rimay" ... 1998-1999', '"rimay" ... 1998-1999'],
  ])('%s: %s', (language, written, expected) => expect(set(written, language).text).toBe(expected))
})

describe('text as typed', () => {
  it.each([
    ['in a quotation', '> La ley dice "así" ... -eso- 1998-1999'],
    ['where an attribute says so', 'Dice "así" ... -eso- 1998-1999\n{tipografia=no}'],
    ['in a box that says so', ':::nota{tipografia=no}\nDice "así" ... 1998-1999\n:::'],
    ['in code', '```\n"así" ... -eso- 1998-1999\n```'],
    ['in an address', 'https://x.pe/1998-1999...x'],
  ])('%s', (_, written) => {
    const { tree, messages } = transformed(written, [typography({ language: 'es', quotes: 'angulares' })])
    expect(plainText(tree)).not.toMatch(/[«»“”…—\u2011\u00A0]/)
    expect(messages).toEqual([])
  })

  it('but in a quotation that asks for it', () => {
    expect(set('> Dice "así"\n>\n> {tipografia=sí}').text).toBe('Dice «así»')
  })
})

describe('a publication', () => {
  const front = '---\ntitle: \'El "caso" N.º 5\'\nlang: es\nresumen: \'Dice "sí"...\'\n---\n\n'

  it('has its title, summary, captions, cells, notes and titles of boxes and sections set', () => {
    const text = `${front}## La "sección"\n\n| "a" |\n|---|\n| "b"[^1] |\n\n:::nota[La "caja"]\n"c"\n:::\n\n[^1]: "d"\n`
    const { publication } = published(text)
    expect(visible(publication.metadata.title)).toBe('El «caso» N.º~5')
    expect(publication.metadata.summary).toBe('Dice «sí»…')
    expect(publication.sections.map(section => section.title)).toEqual(['La «sección»'])
    const texts = [publication.tree, ...publication.tree.notes].flatMap(nodesOf).flatMap(node => {
      if (node.type === 'box') return node.title.map(plainText)
      return node.type === 'text' ? [node.value] : []
    })
    expect(texts).toEqual(['La «sección»', '«a»', '«b»', 'La «caja»', '«c»', '«d»'])
  })

  it('keeps ids and fingerprints that its text has without typography', () => {
    const one = published(`${front}## La "sección"\n\nDice "sí"... entre 1998-1999.\n`).publication
    const other = published(
      `${front}## La "sección" {tipografia=no}\n\nDice "sí"... entre 1998-1999.\n{tipografia=no}\n`,
    )
    expect(linesOf(one.tree.children)).not.toEqual(linesOf(other.publication.tree.children))
    const idsOf = (tree: typeof one.tree) => nodesOf(tree).flatMap(node => ('id' in node ? [node.id] : []))
    expect(idsOf(one.tree)).toEqual(idsOf(other.publication.tree))
    expect(one.sections.map(({ fingerprint }) => fingerprint)).toEqual(
      other.publication.sections.map(({ fingerprint }) => fingerprint),
    )
  })
})

describe('any text', () => {
  const pieces = [
    '"',
    "'",
    '-',
    ' -',
    '- ',
    '...',
    ' ',
    '1998',
    '20',
    '%',
    'art. ',
    'N.º ',
    'así',
    'J. ',
    '(',
    ')',
    '?',
    '\n',
  ]
  it.each(['es', 'en', 'pt', 'fr'])('keeps its letters and digits, and what is set stays (%s)', language => {
    const below = seeded(language.charCodeAt(0))
    for (let round = 0; round < 1000; round++) {
      const text = Array.from({ length: below(16) }, () => pieces[below(pieces.length)]).join('')
      const once = setText(text, language, 'angulares')
      expect(once.replace(/[^\p{L}\p{N}]/gu, ''), text).toBe(text.replace(/[^\p{L}\p{N}]/gu, ''))
      expect(once.split(/\s+/).join('').length, text).toBeLessThanOrEqual(text.split(/\s+/).join('').length)
    }
  })

  it('takes linear time', () => {
    for (const piece of ['"', ' "a', '«', '“ a"» ', " '", ' -a', '- ', '1 ', 'a"', '...', 'J. ', '1-2 ']) {
      setText(piece.repeat(50_000), 'es', 'angulares')
    }
  })
})
