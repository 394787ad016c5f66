/** Nothing lost, nothing twice: every word of random texts is in the tree once, whatever holds it. */
import type { Nodes } from 'mdast'
import { expect, test } from 'vitest'
import { partsOf } from '../../src/transform/parts.ts'
import { parsed } from './support.ts'

/** Numbers that look like chance and are the same everywhere (mulberry32). */
function chance(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below) | 0
  }
}

interface Writing {
  readonly pick: (below: number) => number
  readonly words: string[]
  readonly notes: string[]
}

function word({ words }: Writing): string {
  const made = `w${words.length}x`
  words.push(made)
  return made
}

const indented = (text: string, by: string) => text.replace(/\n(?=[^\n])/g, `\n${by}`)

function inline(writing: Writing, depth = 2): string {
  const inner = () => inline(writing, depth - 1)
  const kinds = [
    () => word(writing),
    () => word(writing),
    () => `\`${word(writing)}\``,
    () => `\\*${word(writing)} &amp;`,
    () => `{{nombre}} ${word(writing)}`,
    () => note(writing),
    ...(depth === 0
      ? []
      : [
          () => `**${inner()}**`,
          () => `*${inner()}*`,
          () => `~~${inner()}~~`,
          () => `H<sub>${inner()}</sub>`,
          () => `<mark>${inner()}</mark>`,
          () => `<span lang="qu">${inner()}</span>`,
          () => `[${inner()}](https://x.pe)`,
          () => `[${inner()}]{lang=ay}`,
          () => `${inner()}<br>${inner()}`,
          () => `${inner()} <!-- nada --> ${inner()}`,
          () => `<abbr title="Una Ley">${word(writing)}</abbr>`,
          () => `${word(writing)} [@dest] ${word(writing)}`,
        ]),
  ]
  const made = kinds[writing.pick(kinds.length)]?.() ?? ''
  return depth > 0 && writing.pick(3) === 0 ? `${made} ${inner()}` : made
}

function note(writing: Writing): string {
  const label = `n${writing.notes.length}`
  writing.notes.push('')
  writing.notes[writing.notes.length - 1] = `[^${label}]: ${word(writing)}\n\n    ${word(writing)}\n`
  return `${word(writing)}[^${label}]`
}

/** In a cell, a line or a title there is no note with blocks to go wrong with: texts only. */
const line = (writing: Writing) => `${word(writing)} ${inline(writing, 1)}`

function block(writing: Writing, depth: number): string {
  const inner = () => blocks(writing, depth - 1, 1 + writing.pick(2))
  const fence = ':'.repeat(3 + depth)
  const kinds = [
    () => `${line(writing)} ${inline(writing)}`,
    () => `${line(writing)}\n${line(writing)}  \n${line(writing)}`,
    () => `${'#'.repeat(1 + writing.pick(4))} ${line(writing)}`,
    () => `\`\`\`ts\n${word(writing)}\n\`\`\``,
    () =>
      `| ${line(writing)} | ${line(writing)} |\n|---|:-:|\n| ${line(writing)} | ${word(writing)} \\| ${word(writing)} |`,
    () => `${word(writing)}\n: ${line(writing)}\n: ${line(writing)}`,
    ...(depth === 0
      ? []
      : [
          () => `- ${indented(inner(), '  ')}\n- [x] ${word(writing)}`,
          () => `3. ${indented(inner(), '   ')}\n\n4. ${line(writing)}`,
          () => `> ${indented(inner(), '> ').replace(/\n\n/g, '\n>\n')}`,
          () => `${fence}nota[${line(writing)}]\n${inner()}\n${fence}`,
          () => `${fence}columnas\n${inner()}\n\n${inner()}\n${fence}`,
          () =>
            `${fence}tabla[${line(writing)}]\n| ${line(writing)} | < |\n|---|---|\n| ${line(writing)} | ${word(writing)} |\n\n${word(writing)}\n${fence}`,
          () =>
            `${fence}tabla\n- - ${indented(inner(), '    ')}\n  - ${line(writing)}\n- - ${line(writing)}\n  - ^\n${fence}`,
        ]),
  ]
  return kinds[writing.pick(kinds.length)]?.() ?? ''
}

function blocks(writing: Writing, depth: number, count: number): string {
  return Array.from({ length: count }, () => block(writing, depth)).join('\n\n')
}

function textOf(node: Nodes): string {
  const own = 'value' in node && typeof node.value === 'string' ? node.value : ''
  // The parts of the tree's own node types are mdast's and ours.
  const inner = partsOf(node as Parameters<typeof partsOf>[0])
    .flat()
    .map(textOf)
  return [own, ...inner].join(' ')
}

test.each(Array.from({ length: 150 }, (_, seed) => seed + 1))('text %i', seed => {
  const writing: Writing = { pick: chance(seed), words: [], notes: [] }
  const body = blocks(writing, 2, 6)
  const text = `---\ntitulo: T\nvariables: {nombre: Ana}\n---\n\n${body}\n\n${writing.notes.join('\n')}`
  const { result, messages } = parsed(text)
  expect(messages, text).toEqual([])
  const found = [...textOf(result?.tree ?? { type: 'root', children: [] }).matchAll(/w\d+x/g)].map(
    ([one]) => one,
  )
  expect(writing.words.length).toBeGreaterThan(5)
  expect(found.toSorted(), text).toEqual(writing.words.toSorted())
})
