import { describe, expect, it } from 'vitest'
import { collate } from '../../src/locale/collate.ts'
import type { Section } from '../../src/publication/model.ts'
import { plainText } from '../../src/transform/content.ts'
import { nodesOf, publicationOf, published, seeded } from '../support/document.ts'

function document(text: string, front = '') {
  const { publication, messages } = published(`---\ntitle: T\nlang: es-PE\n${front}---\n\n${text}\n`)
  const nodes = nodesOf(publication.tree)
  const said = nodes.flatMap(node => (node.type === 'crossReference' ? [plainText(node)] : []))
  return { publication, messages, nodes, said: said.map(text => text.replace(/\u00A0/g, '~')) }
}

const numbers = (sections: readonly Section[]): string[] =>
  sections.flatMap(section => [section.number.replace('\u00A0', '~'), ...numbers(section.sections)])

describe('numbers of sections', () => {
  const text = '# A\n\n## B\n\n# C {anexo}\n\n## D\n\n### E\n\n# F\n\n# G {#g anexo}'
  it('are there when asked for, with letters for annexes', () => {
    const { publication, nodes } = document(text, 'numerado: sí\n')
    expect(numbers(publication.sections)).toEqual(['1', '1.1', 'Anexo~A', 'A.1', 'A.1.1', '2', 'Anexo~B'])
    const printed = nodes.flatMap(node =>
      node.type === 'heading' ? [node.number.replace('\u00A0', '~')] : [],
    )
    expect(printed).toEqual(['1', '1.1', 'Anexo~A.', 'A.1', 'A.1.1', '2', 'Anexo~B.'])
  })
  it('but annexes have theirs in any case', () => {
    expect(numbers(document(text, 'numerado: no\n').publication.sections)).toEqual([
      '',
      '',
      'Anexo~A',
      '',
      '',
      '',
      'Anexo~B',
    ])
  })
})

describe('contents', () => {
  const text = '# A\n\n## B\n\n### C'
  const depths = (made: ReturnType<typeof document>) =>
    made.nodes.flatMap(node =>
      node.type === 'index' ? [node.entries.map(entry => entry.text).join('')] : [],
    )
  it.each([
    ['as deep as front matter says', text, 'indice: 2\n', ['AB']],
    ['where the text has them', `# A\n\n::indice\n\n## B\n\n### C`, 'indice: 2\n', ['AB']],
    ['as deep as the directive says', `::indice{nivel=1}\n\n${text}`, 'indice: 2\n', ['A']],
    ['without front matter', `::indice\n\n${text}`, '', ['ABC']],
    ['nowhere', text, '', []],
    ['nowhere, by front matter', text, 'indice: 0\n', []],
  ])('stand %s', (_, source, front, expected) => expect(depths(document(source, front))).toEqual(expected))
})

describe('references to labels', () => {
  it('say what their targets are', () => {
    const targets = [
      '# Uno {#uno}',
      '# Dos {#dos anexo}',
      '## Tres {#tres}',
      ':::nota[La "caja"]{#caja}\nTexto.\n:::',
      '> Cita de ley.\n>\n> {#cita}',
      'Párrafo con etiqueta.\n{#parrafo}',
      '```ts {#codigo}\nlet x\n```',
      '| a |\n|---|\n| b |\n{#tabla}',
    ]
    const labels = ['uno', 'dos', 'tres', 'caja', 'cita', 'parrafo', 'codigo', 'tabla']
    const text = [...labels.map(label => `[@${label}]`), ...targets].join('\n\n')
    expect(document(text, 'numerado: sí\n').said).toEqual([
      'sección~1',
      'Anexo~A',
      'sección~A.1',
      '«La “caja”»',
      '«Cita de ley…»',
      '«Párrafo con etiqueta…»',
      '«let x…»',
      'cuadro',
    ])
    expect(document(text, 'numerado: no\n').said.slice(0, 3)).toEqual([
      'sección «Uno»',
      'Anexo~A',
      'sección «Tres»',
    ])
  })

  it('name the number that readers see of a note', () => {
    expect(
      document('Véase [@n].\n\nA[^b] y[^a].\n\n[^a]: Uno. {#x}\n[^b]: Dos.\n    {#n}\n'.replace(' {#x}', ''))
        .said,
    ).toEqual(['nota~1'])
  })

  it('without a target are errors with the nearest label', () => {
    const { publication, messages } = publicationOf(
      '---\ntitle: T\nlang: es\n---\n\nVéase [@fig-exprt].\n\nAquí.\n{#fig-export}\n',
    )
    expect(publication).toBeNull()
    expect(messages).toMatchObject([
      { rule: 'reference-missing', severity: 'error', line: 6, column: 7, endColumn: 19 },
    ])
    expect(messages[0]?.remedy).toContain('@fig-export')
  })

  it('and labels that two have are errors on the second', () => {
    const { messages } = publicationOf('---\ntitle: T\nlang: es\n---\n\nUno.\n{#a}\n\n# Dos {#a}\n')
    expect(messages).toMatchObject([{ rule: 'duplicate-id', severity: 'error', line: 9 }])
  })
})

it('notes have the numbers of their first references, whatever their order (any text)', () => {
  const below = seeded(11)
  for (let round = 0; round < 40; round++) {
    const names = ['a', 'b', 'c', 'd'].slice(0, 1 + below(4))
    const calls = [...names, ...Array.from({ length: below(5) }, () => names[below(names.length)] ?? 'a')]
    calls.sort(() => below(3) - 1)
    const text = `${calls.map(name => `x[^${name}]`).join(' ')}\n\n${names.map(name => `[^${name}]: Nota ${name}.`).join('\n\n')}`
    const { publication, nodes } = document(text)
    const order = [...new Set(calls)]
    expect(publication.tree.notes.map(note => plainText(note))).toEqual(order.map(name => `Nota ${name}.`))
    const references = nodes.flatMap(node => (node.type === 'footnoteReference' ? [node.number] : []))
    expect(references).toEqual(calls.map(name => String(order.indexOf(name) + 1)))
  }
})

it('collation is an order: of any three words it never goes round', () => {
  const below = seeded(5)
  const letters = ['a', 'á', 'ñ', 'n', 'Z', 'z', ' ', '.', '1', 'œ', 'я']
  const word = () => Array.from({ length: below(4) }, () => letters[below(letters.length)]).join('')
  for (let round = 0; round < 3000; round++) {
    const [a, b, c] = [word(), word(), word()]
    expect(Math.sign(collate(a, b))).toBe(-Math.sign(collate(b, a)) + 0)
    expect(collate(a, a)).toBe(0)
    if (collate(a, b) <= 0 && collate(b, c) <= 0)
      expect(collate(a, c), `${a}|${b}|${c}`).toBeLessThanOrEqual(0)
  }
})

it('everything inside a block in another language is in that language', () => {
  const { nodes } = document(
    ':::nota[Title]{lang=en}\nOne "word".\n\n- Two\n\n> Three\n:::\n\nCuatro [five *six*]{lang=en}.\n\n:::lengua{lang=qu}\nSiete\n\n1. Ocho\n:::',
  )
  const languages = nodes.flatMap(node =>
    'language' in node && 'id' in node ? [`${node.type} ${node.language}`] : [],
  )
  expect(languages.slice(1)).toEqual([
    ...['box en', 'paragraph en', 'list en', 'listItem en', 'paragraph en', 'blockquote en', 'paragraph en'],
    ...['paragraph es-PE', 'paragraph qu', 'list qu', 'listItem qu', 'paragraph qu'],
  ])
  expect(nodes.map(plainText)).toContain('One “word”.')
})
