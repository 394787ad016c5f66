/** Word carries the words of the tree, whatever they are, paragraph by paragraph. */
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import type {
  Block,
  Figure,
  FootnoteDefinition,
  Index,
  IndexEntry,
  Inline,
  Table,
} from '../../../src/publication/model.ts'
import { noteBookmark } from '../../../src/write/docx/bookmarks.ts'
import { docx } from '../../../src/write/docx/docx.ts'
import {
  boxOf,
  cell,
  codeOf,
  columnsOf,
  constructs,
  definitionsOf,
  figure,
  glossaryOf,
  indexOf,
  linesOf,
  marks,
  noteOf,
  pageBreakOf,
  spanningTable,
  table,
} from './constructs.ts'
import { bodyAfter, open, type Package, paragraphTexts } from './package.ts'
import {
  blockMaker,
  blocksIn,
  br,
  code,
  edition,
  emphasis,
  link,
  pageOf,
  publication,
  reference,
  strong,
} from './support.ts'

/** Numbers that look random and are always the same (a linear congruential generator modulo 2^32). */
function generator(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const words = [
  'Perú', 'a < b', '&amp;', '{bullets-0}', '{ordered-1}', '{', '}}', '"comillas"', "'", '«ñ»', '10²', 'S/ 1 500',
  '\u00a0', '\u00ad', '%1.', 'w:t', '</w:t>', ']]>', '🇵🇪', 'a\u0301', '—', '\u200b', '1.', '•', '\\', '$&', '$1',
] // biome-ignore format: a list of words

const labels = ['1', '2']

function randomTree(seed: number) {
  const next = generator(seed)
  const b = blockMaker()
  const pool = [noteOf(b, '', b.paragraph('Nota')), noteOf(b, '', b.paragraph('Otra'), b.list({}, []))]
  const notes: FootnoteDefinition[] = []
  const references = new Map<string, number>()
  const note = () => {
    const node = pool[next(pool.length)] ?? noteOf(b, '')
    if (!references.has(node.id)) notes.push({ ...node, number: String(notes.length + 1) })
    const ordinal = (references.get(node.id) ?? 0) + 1
    references.set(node.id, ordinal)
    return marks.note(node.id, String(notes.findIndex(({ id }) => id === node.id) + 1), ordinal)
  }
  const some = <T>(make: () => T, most: number): T[] => Array.from({ length: 1 + next(most) }, make)
  const text = () => some(() => words[next(words.length)] ?? '', 4).join(' ')
  const inline = (depth: number): Inline | string => {
    const kind = depth > 2 ? 0 : next(16)
    const inner = () => some(() => inline(depth + 1), 2)
    if (kind === 1) return strong(...inner())
    if (kind === 2) return emphasis(...inner())
    if (kind === 3) return code(text())
    if (kind === 4) return br
    if (kind === 5) return link(`https://example.org/${next(5)}`, next(2) === 0 ? '' : text(), text())
    if (kind === 6) return reference('s', text())
    if (kind === 7) return pageOf('s')
    if (kind === 8) return marks.styled(next(2) === 0 ? 'keyboard' : 'insertion', text())
    if (kind === 9) return marks.superscript(text())
    if (kind === 10) return marks.abbreviation(text(), 'otra cosa')
    if (kind === 11) return marks.span('en', text())
    if (kind === 12) return marks.image('plano', text())
    if (kind === 13) return next(2) === 0 ? marks.delete(text()) : marks.subscript(text())
    if (kind === 14) return note()
    return text()
  }
  const inlines = () => some(() => inline(0), 4)
  const block = (depth: number): Block => {
    const kind = depth > 3 ? 0 : next(22)
    const inner = () => some(() => block(depth + 1), 2)
    if (kind === 1) return b.heading(1 + next(6), ...inlines())
    if (kind === 2) return b.quote(...inner())
    if (kind === 3) return b.rule()
    if (kind === 4) return b.repeat(...inlines())
    if (kind === 8) return boxOf(b, next(2) === 0 ? 'note' : 'warning', ...inner())
    if (kind === 9) return columnsOf(b, 2 + next(2), ...inner())
    if (kind === 10) return figure(b)
    if (kind === 11) return spanningTable(b, { landscape: next(2) === 0 })
    if (kind === 12) return table(b, [[cell(b, inner()), cell(b, text(), { column: 1 })]])
    if (kind === 13) return definitionsOf(b)
    if (kind === 14) return codeOf(b, `${text()}\n\t  ${text()}\n\n${text()}`)
    if (kind === 15) return glossaryOf(b)
    if (kind === 16) return linesOf(b, next(2) === 0 ? 'signature' : 'address', text(), text())
    if (kind === 17) return pageBreakOf(b)
    if (kind === 18) return b.innerHeading(...inlines())
    if (kind === 19) return b.tasks(['open', text()], ['done', text()])
    if (kind === 20) return b.foreign('qu', ...inlines())
    if (kind === 21) {
      const of = (['sections', 'figures', 'tables'] as const)[next(3)] ?? 'sections'
      return indexOf(b, of, { target: 's', depth: 1 + next(6), label: '1', text: text() })
    }
    if (kind > 5) {
      const options = { ordered: next(2) === 0, start: next(30), spread: next(2) === 0 }
      return b.list(options, ...some(() => (next(6) === 0 ? [] : inner()), 3))
    }
    return b.paragraph(...inlines())
  }
  const section = b.section('s', 'S', 1, b.paragraph('Primero'), ...some(() => block(0), 6))
  return { section, notes }
}

/** The same by the model's definition: the text of each leaf block, in order. */
function leafTexts(nodes: readonly Block[]): string[] {
  return nodes.flatMap((node): string[] => {
    if (node.type === 'heading' || node.type === 'paragraph' || node.type === 'definitionTerm')
      return [textOf(node.children)]
    if (node.type === 'code') return [node.value]
    if (node.type === 'figure') return [captionOf(node)]
    if (node.type === 'table') return [captionOf(node), ...leafTexts(blocksIn(node))]
    if (node.type === 'box') return [textOf(node.title), ...leafTexts(node.children)]
    if (node.type === 'glossary')
      return [node.title, ...node.entries.map(({ acronym, expansion }) => `${acronym}\t${expansion}`)]
    if (node.type === 'index') return [node.title, ...node.entries.map(entry => entryOf(entry, node.of))]
    const inner = leafTexts(blocksIn(node))
    if (node.type !== 'listItem' || node.task === 'none') return inner
    return [`${node.task === 'open' ? '☐' : '☑'}\t${inner[0] ?? ''}`, ...inner.slice(1)]
  })
}

function entryOf({ label, text }: IndexEntry, of: Index['of']): string {
  return `${label}${of === 'sections' ? ' ' : '. '}${text}\t${labels.at(-1)}`
}

/** What no document may lack, whatever stands in it. */
function expectSound(file: Package): void {
  const parts = file.names.filter(name => /^word\/(document|footnotes)\.xml$/.test(name)).map(file.part)
  const all = (pattern: RegExp) => parts.flatMap(xml => [...xml.matchAll(pattern)].map(([, found]) => found))
  const names = all(/<w:bookmarkStart w:name="([^"]*)"/g)
  expect(names.filter(name => !/^_[a-z0-9]{1,39}$/.test(name ?? ''))).toEqual([])
  for (const once of [names, all(/<w:bookmarkStart [^>]*w:id="(\d+)"/g), all(/<wp:docPr id="(\d+)"/g)])
    expect(new Set(once).size).toBe(once.length)
  for (const anchor of all(/ w:anchor="([^"]*)"/g)) expect(names).toContain(anchor)
  for (const target of all(/(?:PAGEREF|NOTEREF) (\S+)/g)) expect(names).toContain(target)
  const styles = file.part('word/styles.xml')
  for (const style of all(/<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]*)"/g))
    expect(styles).toContain(`w:styleId="${style}"`)
  const numbering = file.part('word/numbering.xml')
  for (const number of all(/<w:numId w:val="(\d+)"/g))
    expect(numbering).toContain(`<w:num w:numId="${number}"`)
}

function captionOf({ label, caption }: Figure | Table): string {
  const text = textOf(caption)
  return label === '' || text === '' ? label + text : `${label}. ${text}`
}

function textOf(nodes: readonly Inline[]): string {
  return nodes
    .map(node => {
      if (node.type === 'break') return '\n'
      if (node.type === 'image') return ''
      // Word counts the first reference itself.
      if (node.type === 'footnoteReference') return node.ordinal === 1 ? '' : node.number
      if (node.type === 'pageReference') return `${node.before}${labels.at(-1)}${node.after}`
      return 'children' in node ? textOf(node.children) : node.value
    })
    .join('')
}

describe('words', () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed))('are those of the tree (seed %i)', async seed => {
    const { section, notes } = randomTree(seed)
    const file = open(await docx(edition(publication([section], {}, notes), labels), new VFile()))
    const body = bodyAfter(file.part('word/document.xml'), 'Title')
    expect(paragraphTexts(body).filter(text => text !== '')).toEqual(
      leafTexts(section.children).filter(text => text !== ''),
    )
    expectSound(file)
  })

  it('are in the notes, in the order of their references', async () => {
    const document = constructs()
    const notes = open(await docx(edition(document), new VFile())).part('word/footnotes.xml')
    const [first = [], second = []] = document.tree.notes.map(({ children }) => leafTexts(children))
    const expected = [...first, '2', ...second]
    // Only the first note refers to the other, which has a number of its own, on a line of its own before code.
    expect(
      paragraphTexts(notes)
        .map(text => text.trim())
        .filter(text => text !== ''),
    ).toEqual(expected.map(text => text.replace('véase la otra.', 'véase la otra2.')))
  })

  it('of notes that only notes call stand behind these, and the text has no reference to them', async () => {
    const b = blockMaker()
    const [third, second] = [noteOf(b, '3', b.paragraph('Tercera')), noteOf(b, '2')]
    const called = {
      ...second,
      children: [b.paragraph('Segunda', marks.note(third.id, '3'), marks.note(second.id, '2'))],
    }
    const first = noteOf(b, '1', b.paragraph('Primera', marks.note(second.id, '2', 2)))
    const section = b.section('s', 'S', 1, b.paragraph('Uno', marks.note(first.id, '1'), '.'))
    const file = open(await docx(edition(publication([section], {}, [first, called, third])), new VFile()))
    const body = file.part('word/document.xml')
    expect(paragraphTexts(bodyAfter(body, 'Title'))).toContain('Uno.')
    expect(body.match(/<w:footnoteReference /g)).toHaveLength(1)
    const notes = file.part('word/footnotes.xml')
    expect(notes).not.toContain('<w:footnoteReference ')
    expect(paragraphTexts(notes).filter(text => text !== '')).toEqual([
      ' Primera2',
      '2 Segunda32',
      '3 Tercera',
    ])
    const anchors = [...notes.matchAll(/w:anchor="([^"]*)"/g)].map(([, name]) => name)
    expect(anchors).toEqual([second.id, third.id, second.id].map(noteBookmark))
    expectSound(file)
  })

  it('take white space of the source, line ends too, for one space', async () => {
    const b = blockMaker()
    const document = publication([b.section('s', 'S', 1, b.paragraph('uno\n  dos\ttres   cuatro'))])
    const body = bodyAfter(
      open(await docx(edition(document), new VFile())).part('word/document.xml'),
      'Title',
    )
    expect(paragraphTexts(body)).toEqual(['uno dos tres cuatro'])
  })

  it('open with those of the edition, in its order', async () => {
    const b = blockMaker()
    const made = edition(
      publication([b.section('s', 'S', 1, b.paragraph('Texto'))], {
        subtitle: 'Sub',
        authors: ['Ana'],
        to: ['B'],
        summary: 'Corto.',
        classification: 'reservado',
      }),
    )
    const found = paragraphTexts(open(await docx(made, new VFile())).part('word/document.xml'))
    const expected = made.opening.flatMap(({ role, label, children }) => {
      const text = textOf(children)
      if (label === '') return [text]
      return role === 'field' ? [`${label}\t${text}`] : [label, text]
    })
    expect(found.filter(text => text !== '')).toEqual([...expected, 'Texto'])
  })
})
