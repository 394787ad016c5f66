import { describe, expect, it } from 'vitest'
import type { Section } from '../../src/publication/model.ts'
import { linesOf, nodesOf, publicationOf, published } from '../support/document.ts'

const democracy =
  'Uno de los principales logros del multilateralismo a nivel global y hemisférico es la cooperación para fomentar la gobernanza democrática, indispensable para el desarrollo.'
const peace =
  'En el ámbito mundial, la promoción y el mantenimiento de la paz y seguridad internacionales siguen siendo el principal desafío que enfrenta la comunidad internacional.'
const other =
  'La cooperación para el desarrollo es un tema de interés prioritario del Perú, que está abocado a la implementación de la Agenda 2030 de las Naciones Unidas para el Desarrollo Sostenible.'
const reference =
  'Sobre este punto, véase «Uno de los principales logros del multilateralismo a nivel global…».'

function made(lines: readonly string[], repeats = 'reference') {
  const { publication, messages } = published(
    `---\ntitle: T\nrepeats: ${repeats}\n---\n\n${lines.join('\n\n')}\n`,
  )
  return {
    publication,
    messages,
    lines: linesOf(publication.tree.children),
    repeats: all(publication.sections).flatMap(section => section.repeats),
    rules: messages.map(message => `${message.line} ${message.rule}`),
  }
}

function all(sections: readonly Section[]): readonly Section[] {
  return sections.flatMap(section => [section, ...all(section.sections)])
}

const twice = [democracy, other, '# A', democracy, 'El Perú viene impulsando iniciativas.']

describe('policies', () => {
  it('reference: the first stays, the later becomes a reference', () => {
    const { lines, repeats, messages, publication } = made(twice)
    expect(lines).toEqual([democracy, other, '# A', reference, 'El Perú viene impulsando iniciativas.'])
    expect(repeats.map(repeat => [repeat.outcome, repeat.place.line, repeat.other.line])).toEqual([
      ['stays', 6, 12],
      ['referenced', 12, 6],
    ])
    expect(messages.map(({ rule, line, severity }) => ({ rule, line, severity }))).toEqual([
      { rule: 'repeat-resolved', line: 12, severity: 'info' },
    ])
    const nodes = nodesOf(publication.tree)
    const first = nodes.find(node => node.type === 'paragraph')
    const link = nodes.find(node => node.type === 'crossReference')
    const page = nodes.find(node => node.type === 'pageReference')
    expect(link?.target).toBe(first?.id)
    expect(page).toMatchObject({ target: first?.id, before: ' (p. ', after: ')' })
    expect(nodes.filter(node => node.type === 'paragraph').map(node => node.role)).toEqual([
      'body',
      'body',
      'repeat-reference',
      'body',
    ])
  })

  it('last: the last stays, the earlier refers forward', () => {
    const { lines, repeats, rules } = made(twice, 'last')
    expect(lines).toEqual([reference, other, '# A', democracy, 'El Perú viene impulsando iniciativas.'])
    expect(repeats.map(repeat => repeat.outcome)).toEqual(['referenced', 'stays'])
    expect(rules).toEqual(['6 repeat-resolved'])
  })

  it('first: the later goes', () => {
    const { lines, repeats, publication } = made(twice, 'first')
    expect(lines).toEqual([democracy, other, '# A', 'El Perú viene impulsando iniciativas.'])
    expect(repeats.map(repeat => repeat.outcome)).toEqual(['stays', 'removed'])
    const [stayed] = nodesOf(publication.tree).filter(node => node.type === 'paragraph')
    expect(repeats[1]?.block).toBe(stayed?.id)
  })

  it.each([
    ['the next block leans on it', ['En esa línea, el Perú impulsa iniciativas.'], 'leaned'],
    ['a list leans on it', ['- En ese marco, una.', 'Fin.'], 'leaned'],
    ['its section would open with a list', ['- Una.', 'Fin.'], 'bare'],
    ['its section would open with another', ['## B', 'Fin.'], 'bare'],
  ])('first: but not when %s', (_, following, reason) => {
    const { lines, repeats } = made([democracy, other, '# A', democracy, ...following], 'first')
    expect(lines[3]).toBe(reference)
    expect(repeats[1]).toMatchObject({ outcome: 'referenced', policy: 'first', reason })
  })

  it('first: but not when what stands before it announces it, or would end its section bare', () => {
    expect(made([democracy, other, '# A', 'Se acordó:', democracy, 'Fin.'], 'first').lines[4]).toBe(reference)
    expect(made([democracy, other, '# A', 'Uno.', '- Dos.', democracy], 'first').lines[5]).toBe(reference)
    expect(made([democracy, other, '# A', 'Uno.', democracy], 'first').lines).toHaveLength(4)
  })

  it('first: a copy that goes is not what the next one leans on', () => {
    const leaning = `En esa línea, ${peace}`
    const { lines } = made(
      [democracy, other, leaning, '# A', 'Uno.', democracy, 'Dos.', leaning, 'Tres.'],
      'first',
    )
    expect(lines).toEqual([democracy, other, leaning, '# A', 'Uno.', 'Dos.', 'Tres.'])
  })

  it('report: a warning, nothing changes', () => {
    const { lines, repeats, messages } = made(twice, 'report')
    expect(lines.filter(line => line === democracy)).toHaveLength(2)
    expect(repeats.map(repeat => repeat.outcome)).toEqual(['reported', 'reported'])
    expect(messages).toMatchObject([{ rule: 'repeat-found', severity: 'warning', line: 12 }])
    expect(messages[0]?.reason).toContain('línea 6 de source/texto.md')
  })

  it('keep: listed, no warning', () => {
    const { lines, repeats, messages } = made(twice, 'keep')
    expect(lines.filter(line => line === democracy)).toHaveLength(2)
    expect(repeats.map(repeat => repeat.outcome)).toEqual(['kept', 'kept'])
    expect(messages).toMatchObject([{ rule: 'repeat-kept', severity: 'info', line: 12 }])
  })

  it('the template’s counts where the front matter has none', () => {
    const text = `---\ntitle: T\n---\n\n${twice.join('\n\n')}\n`
    for (const [policy, outcome] of [
      ['reference', 'referenced'],
      ['first', 'removed'],
      ['report', 'reported'],
    ] as const) {
      const { publication } = published(text, { repeats: policy })
      expect(publication.sections[1]?.repeats[0]?.outcome).toBe(outcome)
    }
  })
})

describe('what a paragraph says itself', () => {
  const own = (policy: string) => `${democracy}\n{repeats=${policy}}`

  it.each([
    ['reference', 'referenced'],
    ['first', 'removed'],
    ['report', 'reported'],
    ['keep', 'kept'],
  ])('%s on the later copy, against the document: %s', (policy, outcome) => {
    const { repeats } = made(
      [democracy, other, '# A', own(policy), 'Fin.'],
      policy === 'report' ? 'keep' : 'report',
    )
    expect(repeats[1]).toMatchObject({ policy, outcome })
  })

  it('last, on either copy', () => {
    for (const copies of [
      [own('last'), democracy],
      [democracy, own('last')],
    ] as const) {
      const { lines } = made([copies[0], other, '# A', copies[1], 'Fin.'], 'report')
      expect(lines[0]).toBe(reference)
      expect(lines[3]).toBe(democracy)
    }
  })

  it('never makes references to references', () => {
    const { lines, repeats } = made([own('last'), other, '# A', own('reference'), 'Fin.'])
    expect(lines[0]).toBe(democracy)
    expect(lines[3]).toBe(reference)
    expect(repeats.map(repeat => repeat.outcome)).toEqual(['stays', 'referenced'])
  })

  it('overrules the guards', () => {
    expect(made([democracy, other, '# A', own('reference')]).lines[3]).toBe(reference)
    const many = made([democracy, other, '# A', own('reference'), 'Fin.', '# B', democracy, 'Fin.'])
    expect(many.repeats.map(repeat => repeat.outcome)).toEqual(['stays', 'referenced', 'reported'])
    expect(many.rules).toEqual(['12 repeat-resolved', '19 repeat-guarded'])
  })
})

describe('guards', () => {
  it('a section keeps its only text', () => {
    const { lines, repeats, rules } = made([democracy, other, '# A', democracy, '# B', 'Fin.'])
    expect(lines[3]).toBe(democracy)
    expect(repeats[1]).toMatchObject({ outcome: 'reported', reason: 'sole' })
    expect(rules).toEqual(['12 repeat-guarded'])
  })

  it('a section whose texts are all repeats keeps them', () => {
    const lines = [democracy, other, '# A', peace, 'Uno.', '# B', democracy, peace]
    expect(made(lines).lines.slice(-2)).toEqual([democracy, peace])
  })

  it('a heading, a break or an empty subsection is no text; a list is', () => {
    expect(made([democracy, other, '# A', democracy, '---', '## B']).lines[3]).toBe(democracy)
    expect(made([democracy, other, '# A', democracy, '- Uno.']).lines[3]).toBe(reference)
    expect(made([democracy, other, '# A', democracy, '## B', 'Uno.']).lines[3]).toBe(reference)
  })

  it('last: the earlier copy keeps its section alive too', () => {
    const { lines, rules } = made(['# A', democracy, '# B', democracy, 'Fin.'], 'last')
    expect(lines[1]).toBe(democracy)
    expect(rules).toEqual(['8 repeat-guarded'])
  })

  it('a run of two repeats in the same order is quoted', () => {
    const lines = [democracy, peace, other, '# A', 'Dice la ley:', democracy, peace, 'Fin.']
    const run = made(lines)
    expect(run.lines).toEqual(lines)
    expect(run.repeats.map(repeat => repeat.outcome)).toEqual([
      'reported',
      'reported',
      'reported',
      'reported',
    ])
    expect(run.rules).toEqual(['16 repeat-guarded', '18 repeat-guarded'])
    expect(made([democracy, peace, other, '# A', peace, democracy, 'Fin.']).lines).not.toContain(
      reference.replace('Uno', 'x'),
    )
    expect(made([democracy, peace, other, '# A', peace, democracy, 'Fin.']).lines[5]).toBe(reference)
  })

  it('what introduces a list stays before it', () => {
    const lead = `${democracy.slice(0, -1)} por las siguientes razones:`
    const { lines, repeats } = made([lead, '- Una.', '# A', lead, '- Dos.', 'Fin.'])
    expect(lines[3]).toBe(lead)
    expect(repeats[1]).toMatchObject({ outcome: 'reported', reason: 'introduces' })
  })

  it('a text that stands three times is a formula', () => {
    const { lines, repeats } = made([democracy, other, '# A', democracy, 'Fin.', '# B', democracy, 'Fin.'])
    expect(lines.filter(line => line === democracy)).toHaveLength(3)
    expect(repeats[2]).toMatchObject({ outcome: 'reported', reason: 'many' })
  })
})

describe('candidates', () => {
  const short =
    'El Ministerio de Relaciones Exteriores del Perú saluda atentamente a la Honorable Embajada y le agradece.'
  const inside: readonly { readonly what: string; readonly block: string; readonly again?: string }[] = [
    { what: 'a short paragraph', block: short },
    { what: 'a heading', block: `# ${democracy}` },
    { what: 'a list', block: `- ${democracy}` },
    { what: 'a list of several blocks', block: `- Uno.\n\n  ${democracy}` },
    { what: 'a task', block: `- [x] ${democracy}` },
    { what: 'a quotation', block: `> ${democracy}` },
    { what: 'a box', block: `:::resumen\n${democracy}\n:::` },
    { what: 'the title of a box', block: `:::nota[${democracy}]\nUno.\n:::` },
    { what: 'a cell', block: `| a |\n|---|\n| ${democracy} |` },
    { what: 'a caption', block: `:::tabla[${democracy}]\n| a |\n|---|\n| b |\n:::` },
    { what: 'the note of a table', block: `:::tabla\n| a |\n|---|\n| b |\n\n${democracy}\n:::` },
    { what: 'a description', block: `Término\n: ${democracy}` },
    { what: 'a signature', block: `:::firma\n${democracy}\n:::` },
    { what: 'an address', block: `:::direccion\n${democracy}\n:::` },
    { what: 'code', block: `\`\`\`\n${democracy}\n\`\`\`` },
    {
      what: 'a note',
      block: `Uno.[^1]\n\n[^1]: ${democracy}`,
      again: `Dos.[^2]\n\n[^2]: ${democracy}`,
    },
  ]

  it.each(inside)('are none in $what, and nothing of it is lost', ({ block, again = block }) => {
    for (const policy of ['reference', 'last', 'first', 'report']) {
      const { repeats, messages, publication } = made([block, other, '# A', again, 'Fin.'], policy)
      expect(repeats).toEqual([])
      expect(messages.filter(({ rule }) => rule.startsWith('repeat'))).toEqual([])
      // Without the metadata of sections, which quote their text.
      const kept = JSON.stringify(publication.tree, (key, value) => (key === 'section' ? undefined : value))
      expect(kept.split(block === short ? short : democracy)).toHaveLength(3)
    }
  })

  it.each(inside.slice(2))('$what is no copy of a paragraph of the text', ({ block }) => {
    const { repeats, lines } = made([democracy, other, '# A', block, 'Fin.'])
    expect(repeats).toEqual([])
    expect(lines[0]).toBe(democracy)
  })

  it('are those in columns, which are only a look', () => {
    const columns = `:::columnas\n${democracy}\n\nUno.\n:::`
    const { lines, rules } = made([democracy, other, '# A', columns, 'Fin.'])
    expect(lines).toEqual([democracy, other, '# A', reference, 'Uno.', 'Fin.'])
    expect(rules).toEqual(['13 repeat-resolved'])
  })

  it('leave columns their last paragraph', () => {
    const columns = `:::columnas\n${peace}\n\n${democracy}\n:::`
    const { lines } = made([democracy, 'Uno.', peace, '# A', 'Dos.', columns, 'Fin.'], 'first')
    expect(lines.slice(5)).toHaveLength(2)
    expect(lines[5]).toMatch(/^Sobre este punto/)
  })

  it('leave the only text of a section, also where it stands in columns', () => {
    const { lines, repeats } = made([
      democracy,
      other,
      '# A',
      `:::columnas\n${democracy}\n:::`,
      '# B',
      'Fin.',
    ])
    expect(lines[3]).toBe(democracy)
    expect(repeats[1]).toMatchObject({ outcome: 'reported', reason: 'sole' })
  })
})

describe('near-repeats', () => {
  it('are reported with what differs, numbers and negations first', () => {
    const long = `${democracy} ${peace} ${other} El Perú apoya la moción de 2018 y la respalda.`
    const near = long.replace('apoya', 'no apoya').replace('2018', '2019').replace('global', 'mundial')
    const { lines, messages, repeats } = made([long, 'Otro.', '# A', near, 'Fin.'])
    expect(lines).toContain(near)
    expect(repeats).toEqual([])
    expect(messages).toMatchObject([{ rule: 'repeat-near', line: 12, severity: 'warning' }])
    expect(messages[0]?.reason).toMatch(
      /línea 6 de source\/texto\.md; cambia: «2018» pasa a ser «2019»; añade «no»; «global» pasa a ser «mundial»$/,
    )
  })

  it('differ by emphasis alone', () => {
    const { messages } = made([democracy, other, '# A', democracy.replace('global', '*global*'), 'Fin.'])
    expect(messages[0]?.reason).toContain('cambia: el énfasis, los enlaces, el código o la puntuación')
  })

  it.each([
    ['a number', 'la moción 21', 'la moción 22'],
    ['a number in words', 'las dos mociones', 'las tres mociones'],
    ['an ordinal', 'el primer informe', 'el segundo informe'],
    ['a Roman numeral', 'el anexo II', 'el anexo III'],
    ['a month', 'en marzo', 'en abril'],
  ])('show %s before all else', (_, before, after) => {
    const long = `${democracy} ${peace} ${other} Apoya al país amigo y toma nota de ${before} y la respalda.`
    const near = long.replace('país', 'Estado').replace('Apoya', 'No apoya').replace(before, after)
    const { messages } = made([long, 'Otro.', '# A', near, 'Fin.'])
    const [changed = '', negation = ''] =
      /cambia: (.*)$/.exec(messages[0]?.reason ?? '')?.[1]?.split('; ') ?? []
    const differing = before.split(' ').filter(word => !after.split(' ').includes(word))
    expect(changed).toContain(differing.join(' '))
    expect(negation).toContain('No')
  })

  it('show nothing that does not keep paragraphs from being equal', () => {
    const long = `${democracy} ${peace} El tema «Gobernabilidad», país andino; y el año 2018.`
    const near = long
      .replace('«Gobernabilidad», país andino;', '"gobernabilidad" País andino')
      .replace('2018', '2019')
    const { messages } = made([long, 'Otro.', '# A', near, 'Fin.'])
    expect(messages[0]?.reason).toMatch(/cambia: «2018.» pasa a ser «2019.»$/)
  })

  it('a word that begins with a letter of Roman numerals is no number', () => {
    const long = `${democracy} ${peace} ${other} Sobre CÍVICO y 5.`
    const near = long.replace('CÍVICO', 'CÁVICO').replace('y 5', 'y 6')
    expect(made([long, 'Otro.', '# A', near, 'Fin.']).messages[0]?.reason).toMatch(/cambia: «5.» pasa/)
  })

  it('are not reported below 0.8, nor when kept', () => {
    // 19 of 25 shingles.
    const less = democracy.replace('gobernanza', 'vida')
    expect(made([democracy, other, '# A', less, 'Fin.']).messages).toEqual([])
    const near = `${democracy.replace('global', 'mundial')}\n{repeats=keep}`
    expect(made([`${democracy} ${peace}`, other, '# A', `${peace} ${near}`, 'Fin.']).messages).toEqual([])
    expect(made([democracy, other, '# A', near, 'Fin.']).messages).toEqual([])
  })
})

describe('a reference', () => {
  it.each([
    ['es', 'Sobre este punto, véase «', '…».'],
    ['en', 'On this point, see “', '…”.'],
    ['pt', 'Sobre este ponto, ver “', '…”.'],
    ['fr', 'Sur ce point, voir «\u202F', '…\u202F».'],
  ])('reads well without pages in %s', (lang, before, after) => {
    const text = `---\ntitle: T\nlang: ${lang}\n---\n\n${twice.join('\n\n')}\n`
    const line = linesOf(published(text).publication.tree.children)[3] ?? ''
    expect(line.startsWith(before)).toBe(true)
    expect(line.endsWith(after)).toBe(true)
  })

  it('is where a link to the copy leads no longer: it leads to the one that stayed', () => {
    const labelled = `${democracy}\n{#logros}`
    const { publication } = made([democracy, other, '# A', labelled, 'Véanse [los logros](#logros).'])
    const [stayed] = nodesOf(publication.tree).filter(node => node.type === 'paragraph')
    const links = nodesOf(publication.tree).filter(node => node.type === 'crossReference')
    expect(links.map(link => link.target)).toEqual([stayed?.id, stayed?.id])
  })

  it.each([
    ['a caption', ':::tabla[Véase [x](#logros)]\n| a |\n|---|\n| b |\n:::'],
    ['a cell', '| a |\n|---|\n| [x](#logros) |'],
    ['the note of a table', ':::tabla\n| a |\n|---|\n| b |\n\n[x](#logros)\n:::'],
    ['the title of a box', ':::nota[Véase [x](#logros)]\nUno.\n:::'],
    ['a box', ':::nota\n[x](#logros)\n:::'],
    ['a list', '- [x](#logros)'],
    ['a quotation', '> [x](#logros)'],
    ['a description', 'Uno\n: [x](#logros)'],
    ['a term', '[x](#logros)\n: Uno'],
    ['columns', ':::columnas\n[x](#logros)\n:::'],
    ['an address', ':::direccion\n[x](#logros)\n:::'],
    ['a footnote', 'Uno.[^1]\n\n[^1]: [x](#logros)'],
    ['emphasis', '**un *dos [x](#logros)***'],
  ])('is where a link in %s leads no longer', (_, block) => {
    for (const policy of ['reference', 'first']) {
      const labelled = `${democracy}\n{#logros}`
      const { publication } = made([democracy, other, '# A', 'Uno.', labelled, 'Dos.', block], policy)
      const written = JSON.stringify(publication.tree)
      const stayed = nodesOf(publication.tree).find(node => node.type === 'paragraph')
      const targets = [...written.matchAll(/"target":"([^"]*)"/g)].map(([, target]) => target)
      const leading = targets.filter(target => target === stayed?.id)
      expect(leading.length).toBeGreaterThan(0)
      expect(targets).not.toContain('logros')
    }
  })
})

it('loses nothing of a copy with marks of its own', () => {
  const marked = democracy.replace('global', '[global](https://x.pe)')
  const { publication } = publicationOf(
    `---\ntitle: T\n---\n\n${[democracy, other, '# A', marked, 'Fin.'].join('\n\n')}\n`,
  )
  expect(publication && nodesOf(publication.tree).filter(node => node.type === 'link')).toHaveLength(1)
})
