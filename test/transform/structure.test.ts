import type { Root, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { toMarkdown } from 'mdast-util-to-markdown'
import rehypeStringify from 'rehype-stringify'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { plainText } from '../../src/transform/content.ts'
import { deduplicate } from '../../src/transform/deduplicate.ts'
import { ids } from '../../src/transform/ids.ts'
import { pliegoToMarkdown } from '../../src/transform/markdown.ts'
import { numbering } from '../../src/transform/numbering.ts'
import { references } from '../../src/transform/references.ts'
import { sections } from '../../src/transform/sections.ts'
import { title } from '../../src/transform/title.ts'
import { wordlessHeadings } from '../../src/transform/wordless-headings.ts'
import { spanish, transformed } from '../support/document.ts'

/** Sections as indented lines, other blocks as their texts. */
function outline(nodes: readonly RootContent[], indent = ''): readonly string[] {
  return nodes.flatMap(node => {
    if (node.type !== 'section') return [`${indent}${plainText(node)}`]
    const head = `${indent}${node.kind} ${node.depth} ${node.number}#${node.id}`
    return [head, ...outline(node.children, `${indent}  `)]
  })
}

function titled(text: string, front = '') {
  const { tree, messages } = transformed(text, [title({ title: front })])
  const headings = tree.children.flatMap(node => (node.type === 'heading' ? [node.depth] : []))
  return { title: tree.data?.title, headings, rules: messages.map(message => message.rule) }
}

describe('a heading without words', () => {
  const left = (text: string) => {
    const { tree, messages } = transformed(text, [wordlessHeadings()])
    const shown = tree.children.map(node => `${node.type} ${plainText(node)}`.trim())
    return { shown, said: messages.map(message => `${message.line} ${message.rule}`) }
  }

  it('is left out, with a warning', () => {
    expect(left('# A\n\n##\n\n## &#8203; *&nbsp;*\n\nUno\n\n> #')).toEqual({
      shown: ['heading A', 'paragraph Uno', 'blockquote'],
      said: ['3 heading-empty', '5 heading-empty', '9 heading-empty'],
    })
  })

  it('keeps what else it holds, as a paragraph', () => {
    const { tree, messages } = transformed('# ![Una](x.png)\n\nUno', [wordlessHeadings()])
    expect(tree.children[0]).toMatchObject({ type: 'paragraph', children: [{ type: 'image', alt: 'Una' }] })
    expect(messages.map(message => message.rule)).toEqual(['heading-empty'])
  })

  it('is one with a sign', () => expect(left('# §').shown).toEqual(['heading §']))
})

describe('the title', () => {
  it.each([
    ['equals the front matter’s', '# El  título\n\n## A', 'El título', 'El título', [1], []],
    ['equals it but for case', '# EL TÍTULO\n\n## A', 'El título', 'El título', [1], []],
    ['is given by the first heading', '# El *título*\n\n## A\n\n### B', '', 'El título', [1, 2], []],
    ['differs', '# Otro\n\n## A', 'El título', 'El título', [1, 2], ['title-differs']],
    ['is not one of several', '# El título\n\n# A', 'El título', 'El título', [1, 1], []],
    ['is not after a text', 'Texto\n\n# El título', 'El título', 'El título', [1], []],
    ['is missing', 'Texto', '', 'texto', [], ['title-missing']],
    ['is missing where several headings might be', '# A\n\n# B', '', 'texto', [1, 1], ['title-missing']],
    [
      'stays where it holds a link',
      '# [El título](https://x.pe)\n\n## A',
      'El título',
      'El título',
      [1, 2],
      ['title-differs'],
    ],
    ['leaves the least level 1', '### A\n\n## B', 'El título', 'El título', [2, 1], []],
    ['leaves no level over 6', '###### A\n\n##### B', 'T', 'T', [2, 1], []],
  ])('%s', (_, text, front, found, headings, rules) => {
    expect(titled(text, front)).toEqual({ title: found, headings, rules })
  })
})

function nested(text: string) {
  const { tree, messages } = transformed(text, [
    sections(),
    ids(),
    numbering({ locale: spanish(), sections: true }),
  ])
  return { outline: outline(tree.children), rules: messages.map(({ rule, line }) => `${line} ${rule}`), tree }
}

describe('sections', () => {
  it('nest, number and take what precedes the first heading as lead', () => {
    expect(nested('Uno\n\nDos\n\n# A\n\nTres\n\n## B\n\n## C\n\nCuatro\n\n# D').outline).toEqual([
      'lead 1 #seccion',
      '  Uno',
      '  Dos',
      'heading 1 1#a',
      '  A',
      '  Tres',
      '  heading 2 1.1#b',
      '    B',
      '  heading 2 1.2#c',
      '    C',
      '    Cuatro',
      'heading 1 2#d',
      '  D',
    ])
  })

  it('keep the look of a skipped level and take the level of their nesting', () => {
    const { tree, rules, outline } = nested('# A\n\n### B\n\n#### C\n\n### D\n\n## E\n\n# F')
    expect(outline.filter(line => line.includes('#'))).toEqual([
      'heading 1 1#a',
      '  heading 2 1.1#b',
      '    heading 3 1.1.1#c',
      '  heading 2 1.2#d',
      '  heading 2 1.3#e',
      'heading 1 2#f',
    ])
    expect(rules).toEqual(['3 heading-level-skipped', '7 heading-level-skipped'])
    const looks: string[] = []
    const visit = (node: Root | RootContent) => {
      if (node.type === 'heading') looks.push(`${node.depth} as ${node.data?.look}`)
      if ('children' in node) node.children.forEach(visit)
    }
    visit(tree)
    expect(looks).toEqual(['1 as 1', '2 as 3', '3 as 4', '2 as 3', '2 as 2', '1 as 1'])
  })

  it('stand as well when the first heading is too deep', () => {
    expect(nested('## A\n\n# B').rules).toEqual(['1 heading-level-skipped'])
  })

  it('have a fingerprint that changes with their content and with nothing else', () => {
    const print = (text: string) => {
      const { tree } = transformed(text, [sections(), ids()])
      return tree.children.map(node => (node.type === 'section' ? node.fingerprint : ''))
    }
    const [a, b] = print('# A\n\nUno\n\n## B\n\nDos\n\n# C\n\nTres')
    expect(print('Cero\n\n# A\n\nUno\n\n\n## B\n\nDos\n\n# C\n\nCuatro')[1]).toBe(a)
    expect(print('# A\n\nUno\n\n## B\n\n*Dos*\n\n# C\n\nTres')).toEqual([
      expect.not.stringMatching(String(a)),
      b,
    ])
    expect(a).toMatch(/^[0-9a-f]{64}$/)
  })
})

function idsOf(text: string) {
  const { tree, messages } = transformed(text, [sections(), ids()])
  const named: string[] = []
  const blocks: string[] = []
  const visit = (node: RootContent) => {
    if (node.data?.id !== undefined) (node.type === 'section' ? named : blocks).push(node.data.id)
    if ('children' in node) node.children.forEach(visit)
  }
  tree.children.forEach(visit)
  return { named, blocks, messages }
}

describe('ids', () => {
  it('of sections are slugs', () => {
    expect(idsOf('# Lucha contra la Corrupción\n\n# El año 2026').named).toEqual([
      'lucha-contra-la-corrupcion',
      'el-ano-2026',
    ])
  })

  it('of sections take the parent’s, then an ordinal, where they are taken', () => {
    const text = '# A\n\n## Objeto\n\n# B\n\n## Objeto\n\n## Objeto\n\n## Objeto\n\n# A'
    expect(idsOf(text).named).toEqual(['a', 'objeto', 'b', 'b-objeto', 'b-objeto-2', 'b-objeto-3', 'a-2'])
  })

  it('are fixed by an attribute, which no slug takes', () => {
    const { named, blocks } = idsOf('# Uno\n\nTexto\n{#dos}\n\n# Dos\n\n# Tres {#uno}')
    expect(named).toEqual(['uno-2', 'dos-2', 'uno'])
    expect(blocks).toContain('dos')
  })

  it('of sections stay off what the formats keep for themselves', () => {
    const text = '# P. Pérez\n\n# O también\n\n# 2026\n\n# babcdefghijkl\n\n# bosques-andinos'
    expect(idsOf(text).named).toEqual([
      's-p-perez',
      's-o-tambien',
      's-2026',
      's-babcdefghijkl',
      'bosques-andinos',
    ])
  })

  it('of blocks are 12 base-32 characters after a b, and unique', () => {
    const { blocks } = idsOf('# A\n\nUno\n\nUno\n\n- Uno\n\n> Uno\n\n---\n\n---')
    expect(blocks.filter(id => !/^b[a-z2-7]{12}$/.test(id))).toEqual([])
    expect(new Set(blocks).size).toBe(blocks.length)
    expect(blocks).toHaveLength(10)
  })

  it('that cannot be are errors', () => {
    const rules = (text: string) => idsOf(text).messages.map(({ rule, line }) => `${line} ${rule}`)
    expect(rules('Uno\n{#p-uno}\n\nDos\n{#babcdefghijkl}')).toEqual([
      '1 attribute-value',
      '4 attribute-value',
    ])
    expect(rules('Uno [dos](https://x.pe){#tres}')).toEqual(['1 unknown-attribute'])
    // Reading refuses these two before; anyone else's pipeline may not.
    const tree = fromMarkdown('# A\n\n# B')
    for (const node of tree.children) node.data = { attributes: { id: 'x', classes: [], values: {} } }
    const { messages } = transformed('x', [
      root => void root.children.splice(0, 1, ...tree.children),
      sections(),
      ids(),
    ])
    expect(messages.map(message => message.rule)).toEqual(['duplicate-id'])
  })

  it('of blocks do not move with an edit elsewhere', () => {
    const before = idsOf('Uno\n\nDos\n\n# A\n\nTres\n\n- Cuatro\n- Cinco').blocks
    const after = idsOf('Cero\n\nUno\n\nDos y más\n\n# A\n\nTres\n\n- Cuatro\n- Cinco').blocks
    expect(before.filter(id => !after.includes(id))).toHaveLength(1)
  })
})

function linked(text: string) {
  const { tree, messages } = transformed(text, [
    sections(),
    ids(),
    references({ locale: spanish(), quotes: 'angulares' }),
  ])
  const targets: string[] = []
  const visit = (node: RootContent) => {
    if (node.type === 'crossReference') targets.push(`${plainText(node)} → ${node.target}`)
    if (node.type === 'link') targets.push(`${plainText(node)} → ${node.url}`)
    if ('children' in node) node.children.forEach(visit)
  }
  tree.children.forEach(visit)
  return { targets, messages, texts: outline(tree.children) }
}

describe('references', () => {
  it('lead to sections and labelled blocks', () => {
    const text =
      'Véase [*la* lucha](#lucha-contra), [B](#Lucha-Contra), [c](#dato) y [red](https://x.pe#a).\n\n# Lucha contra\n\nDato\n{#dato}'
    expect(linked(text).targets).toEqual([
      'la lucha → lucha-contra',
      'B → lucha-contra',
      'c → dato',
      'red → https://x.pe#a',
    ])
  })

  it('to nothing keep their text and lose their link, with a warning that names the nearest', () => {
    const { targets, messages, texts } = linked('Véase [*la* lucha](#lucha-kontra).\n\n# Lucha contra')
    expect(targets).toEqual([])
    expect(texts[1]?.trim()).toBe('Véase la lucha.')
    expect(messages).toMatchObject([{ rule: 'link-target-missing', severity: 'warning', line: 1, column: 7 }])
    expect(messages[0]?.remedy).toContain('#lucha-contra')
  })
})

describe('in anyone’s pipeline', () => {
  const repeated =
    'Uno de los principales logros del multilateralismo a nivel global y hemisférico es la cooperación para fomentar la gobernanza democrática de todos.'
  const text = `${repeated}\n\nVéase [A](#a).\n\n# A\n\n${repeated}\n\n### B\n\n- Uno\n- Dos`
  const locale = spanish()
  const dedupe = deduplicate({ policy: 'reference', locale })

  it('remark-rehype renders our nodes', () => {
    const html = unified()
      .use(remarkParse)
      .use(() => sections())
      .use(() => ids())
      .use(() => references({ locale: spanish(), quotes: 'angulares' }))
      .use(() => dedupe)
      .use(remarkRehype)
      .use(rehypeStringify)
      .processSync(text)
      .toString()
    expect(html).toMatch(/<section id="a"><h1 id="b[a-z2-7]{12}">A<\/h1>/)
    expect(html).toContain('<a href="#a">A</a>')
    expect(html).toMatch(
      /<p id="b\w{12}" class="repeat-reference">Sobre este punto, véase <a href="#b\w{12}">«Uno de los .* a nivel global…»<\/a><span hidden><\/span>\.<\/p>/,
    )
  })

  it('our nodes and attributes are written back as Markdown, which gives the same tree', () => {
    const labelled = `${text}\n\nTexto {literal}\n{#dato repeats=keep}\n\n## C {#ce}\n\n> Cita`
    const transforms = [sections(), ids(), references({ locale: spanish(), quotes: 'angulares' }), dedupe]
    const first = transformed(labelled, transforms).tree
    const written = toMarkdown(first, { extensions: [pliegoToMarkdown()] })
    const second = transformed(written, transforms).tree
    expect(written).toContain('## C {#ce}\n')
    expect(written).toContain('Texto \\{literal}\n{#dato repeats=keep}\n')
    expect(written).toMatch(/\[«Uno de los .*…»\]\(#b\w{12}\)\./)
    expect(outline(second.children)).toEqual(outline(first.children))
    expect(toMarkdown(second, { extensions: [pliegoToMarkdown()] })).toBe(written)
  })
})
