import type { Root } from 'mdast'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { diagnostics } from '../../src/diagnostics/report.ts'
import { publicationJson } from '../../src/publication/json.ts'
import { descriptionOf } from '../../src/publication/metadata.ts'
import type { Block, PublicationNode } from '../../src/publication/model.ts'
import { publicationTree } from '../../src/publication/tree.ts'
import { linesOf, nodesOf, publicationOf, published, seeded, spanish } from '../support/document.ts'

const front = '---\ntitle: T\nlang: es-PE\n---\n\n'

describe('the description', () => {
  const description = (front: string, text: string) =>
    descriptionOf(published(`---\ntitle: T\nlang: es\n${front}---\n\n${text}`).publication)

  it('is the summary', () => {
    expect(description('summary: Esto.\n', 'Uno. Dos.')).toBe('Esto.')
  })

  it('is the first sentence where there is no summary, wherever it stands', () => {
    expect(description('', 'Uno y dos. Tres.')).toBe('Uno y dos.')
    expect(description('', '# A\n\n## B\n\nUno y dos. Tres.')).toBe('Uno y dos.')
  })

  it('is empty where nothing is a sentence', () => {
    expect(description('', '| A |\n| - |\n| 1 |')).toBe('')
    const cellsOfBlocks = ':::tabla\n- - A\n  - B\n- - Uno y dos.\n\n    Tres.\n  - 1\n:::'
    expect(description('', cellsOfBlocks)).toBe('')
    expect(description('', ':::firma\nJuana Pérez firma.\n:::')).toBe('')
  })
})

describe('the tree', () => {
  it('has every node type of the model, with its place, id and language', () => {
    const text = `${front}Uno **dos** *tres* \`cuatro\`\\\ncinco [seis](https://x.pe "Siete") [ocho](#a)\n\n# A\n\n3. x\n\n4. y\n\n> z\n\n---\n\n- p\n- q\n`
    const { publication, messages } = published(text, { numberSections: true })
    expect(messages).toEqual([])
    const nodes = nodesOf(publication.tree)
    const types = [
      'root',
      'section',
      'heading',
      'paragraph',
      'list',
      'listItem',
      'blockquote',
      'thematicBreak',
    ]
    const inlines = ['text', 'strong', 'emphasis', 'inlineCode', 'break', 'link', 'crossReference']
    expect(new Set(nodes.map(node => node.type))).toEqual(new Set([...types, ...inlines]))
    for (const node of nodes) {
      expect(node.place).toMatchObject({ file: 'source/texto.md' })
      expect(node.place.line).toBeGreaterThan(0)
      if (types.includes(node.type) && node.type !== 'root') {
        expect(node).toMatchObject({ language: 'es-PE', id: expect.stringMatching(/^[a-z]/) })
      }
    }
    const lists = nodes.filter(node => node.type === 'list')
    expect(lists.map(({ ordered, start, spread }) => ({ ordered, start, spread }))).toEqual([
      { ordered: true, start: 3, spread: true },
      { ordered: false, start: 1, spread: false },
    ])
    expect(nodes.find(node => node.type === 'heading')).toMatchObject({ depth: 1, look: 1, number: '1' })
    expect(nodes.find(node => node.type === 'link')).toMatchObject({ url: 'https://x.pe', title: 'Siete' })
  })

  it('reads line ends as spaces and joins what the parser split', () => {
    const { publication } = published(`${front}Uno\n  dos &amp; tres\\\ncuatro [cinco](#nada) seis`)
    const [paragraph] = nodesOf(publication.tree).filter(node => node.type === 'paragraph')
    expect(paragraph?.children.map(node => (node.type === 'text' ? node.value : node.type))).toEqual([
      'Uno dos & tres',
      'break',
      'cuatro cinco seis',
    ])
  })

  it('numbers and words are those of the section', () => {
    const text = `${front}Uno dos.\n\n# A\n\nTres cuatro cinco.\n\n## B\n\n${'Palabra. '.repeat(200)}\n\n- seis\n\n  > siete`
    const { sections } = published(text, { numberSections: true }).publication
    expect(
      sections.map(section => [section.kind, section.number, section.words, section.readingMinutes]),
    ).toEqual([
      ['lead', '', 2, 1],
      ['heading', '1', 207, 2],
    ])
    expect(sections[1]?.sections[0]).toMatchObject({
      number: '1.1',
      depth: 2,
      words: 203,
      summary: 'Palabra.',
    })
    expect(sections[0]).toMatchObject({ title: 'T', id: 't', depth: 1, summary: 'Uno dos.' })
    expect(sections[1]?.place).toMatchObject({ line: 8, endLine: 18 })
  })

  it('summary: the first sentence of the text’s own, wherever it is', () => {
    const summaries = (text: string) =>
      published(front + text).publication.sections.map(section => section.summary)
    expect(summaries('# A\n\n- Uno. Dos.\n\nTres.')).toEqual(['Uno.'])
    expect(summaries('# A\n\n## B\n\nEl art. 5 rige. Dos.')).toEqual(['El art. 5 rige.'])
    expect(summaries('# A\n\n---')).toEqual([''])
  })
})

describe('what cannot be published', () => {
  // Reading leaves none of these in a document: whoever builds a tree of their own is told, not served in silence.
  it.each([
    [{ type: 'html', value: '<b>' }, 'html'],
    [{ type: 'containerDirective', name: 'x', children: [] }, 'containerDirective'],
    [{ type: 'leafDirective', name: 'x', children: [] }, 'leafDirective'],
    [{ type: 'definition', identifier: 'x', url: 'x' }, 'definition'],
    [{ type: 'toml', value: 'x' }, 'toml'],
    [{ type: 'map' }, 'map'],
  ])('is a block like %j', (node, name) => {
    expect(refusedIn({ type: 'root', children: [placed(node, 3)] })).toEqual([`3:1 ${name}`])
  })

  it.each([
    [{ type: 'textDirective', name: 'x', children: [] }, 'textDirective'],
    [{ type: 'linkReference', identifier: 'x', children: [] }, 'linkReference'],
    [{ type: 'image', url: 'a.png', alt: 'x' }, 'image'],
    [{ type: 'footnoteReference', identifier: 'x' }, 'footnoteReference'],
    [{ type: 'math', value: 'x' }, 'math'],
  ])('is an inline like %j, wherever it stands', (node, name) => {
    const inline = placed(node, 5)
    const paragraph = placed({ type: 'paragraph', children: [inline] }, 5)
    const cell = placed({ type: 'tableCell', children: [inline] }, 5)
    const row = placed({ type: 'tableRow', children: [cell] }, 5)
    const settings = {
      caption: [inline],
      widths: [],
      headerRows: 1,
      headerColumns: 0,
      alignments: [],
      note: [],
    }
    const places = [
      paragraph,
      placed({ type: 'box', kind: 'note', title: [inline], children: [] }, 5),
      placed({ type: 'table', children: [row] }, 5),
      placed({ type: 'table', children: [], data: { settings } }, 5),
      placed({ type: 'blockquote', children: [paragraph] }, 5),
      placed({ type: 'figure', width: { kind: 'natural' }, children: [inline] }, 5),
      placed(
        { type: 'definitionList', children: [placed({ type: 'definitionTerm', children: [inline] }, 5)] },
        5,
      ),
    ]
    for (const block of places) {
      expect(refusedIn({ type: 'root', children: [block] })).toEqual([`5:1 ${name}`])
    }
  })

  it('is every one of several, each told once', () => {
    const html = (line: number) => placed({ type: 'html', value: 'x' }, line)
    const quotation = placed({ type: 'blockquote', children: [html(4), html(6)] }, 4)
    const note = placed({ type: 'footnoteDefinition', identifier: 'n', children: [html(9)] }, 9)
    expect(refusedIn({ type: 'root', children: [html(2), quotation], data: { notes: [note] } })).toEqual([
      '2:1 html',
      '4:1 html',
      '6:1 html',
      '9:1 html',
    ])
  })

  it('is what a signature or an address holds beside paragraphs', () => {
    const signed = placed({ type: 'signature', children: [placed({ type: 'thematicBreak' }, 3)] }, 2)
    expect(refusedIn({ type: 'root', children: [signed] })).toEqual(['3:1 thematicBreak'])
  })

  it('is an image that is not loaded: the document stops', () => {
    const { publication, messages } = publicationOf(`${front}Uno ![x](a.png) dos\n`)
    expect(publication).toBeNull()
    expect(messages).toMatchObject([{ rule: 'unknown-node', severity: 'error', line: 6, column: 5 }])
  })

  it('is no heading inside a block: it heads no section, and is told as such', () => {
    const { publication } = published(`${front}> # Uno *dos*\n>\n> Tres\n\n- ## Cuatro\n`)
    const inner = nodesOf(publication.tree).flatMap(node =>
      node.type === 'paragraph' && node.role === 'inner-heading' ? [node] : [],
    )
    expect(inner.map(node => node.children.map(child => child.type))).toEqual([['strong'], ['strong']])
    expect(inner.map(node => linesOf([node]))).toEqual([['Uno dos'], ['Cuatro']])
    expect(publication.sections.map(section => section.kind)).toEqual(['lead'])
    expect(publication.sections[0]?.summary).toBe('Tres')
  })

  it('is a language without a table', () => {
    const { publication, messages } = publicationOf('---\ntitle: T\nlang: qu\n---\n\nUno')
    expect(publication).toBeNull()
    expect(messages).toMatchObject([{ rule: 'language-unknown', severity: 'error' }])
  })
})

describe('metadata', () => {
  it('has its defaults filled in', () => {
    const { publication, messages } = published('---\ntitle: T\n---\n\nUno', {
      language: 'fr',
      template: 'nota',
    })
    expect(messages).toEqual([])
    expect(publication.metadata).toEqual({
      title: 'T',
      language: 'fr',
      template: 'nota',
      classification: 'publico',
      status: 'final',
      repeats: '',
      editing: 'free',
      maxPages: 0,
      cover: false,
      contents: null,
      isbn: '',
      doi: '',
      link: '',
      rights: '',
      series: '',
      variables: {},
      ...{ authors: [], to: [], from: [], keywords: [] },
      ...{ subtitle: '', organisation: '', department: '', date: '', place: '', number: '', subject: '' },
      ...{ reference: '', summary: '', version: '' },
    })
  })

  it('warns when neither the document nor its template names a language', () => {
    for (const language of ['', undefined]) {
      const { publication, messages } = published('---\ntitle: T\n---\n\nUno', { language })
      expect(publication.metadata.language).toBe('es')
      expect(messages.map(message => message.rule)).toEqual(['language-missing'])
    }
  })
})

it('JSON is the same for the same text, and whole', () => {
  const text = `${front}Uno dos.\n\n# A\n\nLa Organización de las Naciones Unidas (ONU).\n`
  const json = publicationJson(published(text).publication)
  expect(publicationJson(published(text).publication)).toBe(json)
  expect(json.startsWith('{\n  "version": 1,\n  "generator": "pliego 0",\n  "metadata": {\n')).toBe(true)
  expect(json.endsWith('}\n')).toBe(true)
  const { sections } = JSON.parse(json)
  expect(sections).toEqual(published(text).publication.sections)
  expect(sections[1].acronyms).toEqual([{ acronym: 'ONU', expansion: 'Organización de las Naciones Unidas' }])
})

/** Random Markdown in which every word is its own, so that a lost or doubled one shows. */
function randomText(random: (below: number) => number) {
  let count = 0
  const words: string[] = []
  const sentence = (most: number) => {
    const own = Array.from({ length: 1 + random(most) }, () => `w${count++}`)
    words.push(...own)
    const marked = own.map(
      word => [word, word, word, `**${word}**`, `*${word}*`, `\`${word}\``][random(6)] ?? word,
    )
    return marked.join(random(8) === 0 ? '\n' : ' ')
  }
  const indent = (text: string, by: string) =>
    text
      .split('\n')
      .map(line => by + line)
      .join('\n')
  const block = (depth: number): string => {
    const kind = depth > 3 ? 0 : random(8)
    if (kind === 5) return indent(block(depth + 1), '> ')
    if (kind === 6) {
      const items = Array.from({ length: 1 + random(3) }, () =>
        indent(block(depth + 1), '   ').replace(/^ {3}/, '1. '),
      )
      return items.join('\n\n')
    }
    if (kind === 7) return depth === 0 ? '---' : sentence(5)
    return sentence(40)
  }
  const parts = Array.from({ length: 3 + random(25) }, () =>
    random(4) === 0 ? `${'#'.repeat(1 + random(6))} ${sentence(6).replace(/\n/g, ' ')}` : block(0),
  )
  return { parts, words }
}

describe('for random texts', () => {
  const seeds = Array.from({ length: 80 }, (_, seed) => seed)

  it.each(seeds)('no word is lost and none comes twice, places are in order, ids are unique (%i)', seed => {
    const { parts, words } = randomText(seeded(seed))
    const { publication } = published(`${front}${parts.join('\n\n')}\n`)
    const said = linesOf(publication.tree.children).filter(line => line !== '---')
    expect(said.flatMap(line => line.replace(/^#+ /, '').split(' '))).toEqual(words)
    const blocks = nodesOf(publication.tree).filter(isBlock)
    expect(new Set(blocks.map(block => block.id)).size).toBe(blocks.length)
    const lines = blocks.map(block => block.place.line)
    expect(lines).toEqual(lines.toSorted((a, b) => a - b))
    const total = publication.sections.reduce((sum, section) => sum + section.words, 0)
    expect(total).toBe(words.length)
    expect(nodesOf(publication.tree).every(node => node.type !== 'heading' || node.depth <= 6)).toBe(true)
  })

  it.each(seeds.slice(0, 20))('a small edit moves the ids of what holds it and no others (%i)', seed => {
    const random = seeded(seed + 1000)
    const { parts } = randomText(random)
    const prose = parts.flatMap((part, index) => (/^w\d+ /.test(part) ? [index] : []))
    const edited = prose[random(prose.length)] ?? -1
    const after = parts.map((part, index) => (index === edited ? part.replace(/^w/, 'changed') : part))
    const idsOf = (lines: readonly string[]) =>
      nodesOf(published(`${front}${lines.join('\n\n')}\n`).publication.tree)
        .filter(isBlock)
        .map(block => block.id)
    const now = new Set(idsOf(after))
    const moved = idsOf(parts).filter(id => !now.has(id))
    expect(moved).toHaveLength(edited === -1 ? 0 : 1)
  })

  it('with repeats, what is missing is what its decisions say', () => {
    const outcomes = new Map<string, number>()
    for (const seed of seeds) check(seed, outcomes)
    for (const outcome of ['stays', 'referenced', 'removed', 'reported', 'kept']) {
      expect(outcomes.get(outcome) ?? 0).toBeGreaterThan(2)
    }
  })

  function check(seed: number, outcomes: Map<string, number>): void {
    const random = seeded(seed + 2000)
    const { parts } = randomText(random)
    const copies = Array.from({ length: 1 + random(4) }, () => parts[random(parts.length)] ?? '')
    for (const copy of copies) if (!copy.startsWith('#')) parts.splice(random(parts.length), 0, copy)
    const policy = (['reference', 'last', 'first', 'report', 'keep'] as const)[random(5)] ?? 'report'
    const text = `${front}${parts.join('\n\n')}\n`
    const whole = paragraphsOf(published(text, { repeats: 'keep' }).publication.tree)
    const made = published(text, { repeats: policy }).publication
    const repeats = nodesOf(made.tree).flatMap(node => (node.type === 'section' ? node.section.repeats : []))
    const gone = repeats.filter(({ outcome }) => outcome === 'removed' || outcome === 'referenced')
    const left = paragraphsOf(made.tree).filter(paragraph => paragraph.role === 'body')
    expect(left.length).toBe(whole.length - gone.length)
    // Every text that stood somewhere still does.
    expect(new Set(left.map(said))).toEqual(new Set(whole.map(said)))
    const byId = new Map(
      nodesOf(made.tree)
        .filter(isBlock)
        .map(block => [block.id, block]),
    )
    for (const node of nodesOf(made.tree)) {
      if (node.type !== 'crossReference' && node.type !== 'pageReference') continue
      expect(byId.get(node.target)).toMatchObject({ type: 'paragraph', role: 'body' })
    }
    for (const { block, outcome } of repeats) {
      expect(byId.has(block)).toBe(true)
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    }
  }
})

/** As a tree of somebody else's making has it. */
function placed<Made extends object>(node: Made, line: number) {
  const position = { start: { line, column: 1 }, end: { line, column: 2 } }
  return { ...node, position }
}

/** «line:column name» of each message. */
function refusedIn(tree: object): readonly string[] {
  const file = new VFile({ path: 'source/texto.md' })
  // Trees with nodes that mdast does not know: what the types rule out and a plugin may still make.
  publicationTree(tree as Root, { language: 'es', locale: spanish(), file, describe: neverAsked })
  return diagnostics(file).map(({ rule, severity, line, column, reason }) => {
    expect([rule, severity]).toEqual(['unknown-node', 'error'])
    return `${line}:${column} ${/«(.*)»/.exec(reason)?.[1]}`
  })
}

function neverAsked(): never {
  throw new Error('no section here')
}

function isBlock(node: PublicationNode): node is Block {
  return 'id' in node
}

function paragraphsOf(root: PublicationNode) {
  return nodesOf(root).filter(node => node.type === 'paragraph')
}

function said(block: Block): string {
  return linesOf([block]).join('\n')
}

describe('text that runs from right to left', () => {
  const messages = (text: string) =>
    publicationOf(`${front}${text}`).messages.map(({ rule, line, column }) => `${line}:${column} ${rule}`)

  it('is an error wherever it stands, whatever format is asked for', () => {
    expect(
      messages('Uno שלום dos `שלום`.\n\n> السلام\n\n| שלום |\n| - |\n| a |\n\nNota[^1].\n\n[^1]: שלום'),
    ).toEqual([
      '6:1 right-to-left',
      '6:14 right-to-left',
      '8:3 right-to-left',
      '10:3 right-to-left',
      '16:7 right-to-left',
    ])
  })

  it('is one too where a reference turns it', () => {
    expect(messages('Uno &rlm;dos.\n\nTres &#x202e;cuatro.')).toEqual([
      '6:1 control-character',
      '8:1 control-character',
    ])
  })
})
