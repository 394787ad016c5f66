/** Documents from a seed: any nesting, and the characters that markup trips over. */
import type { Block, Inline, Publication, SectionNode } from '../../../src/publication/model.ts'
import {
  code,
  emphasis,
  lead,
  lineBreak,
  link,
  list,
  pageReference,
  paragraph,
  publication,
  quotation,
  reference,
  section,
  strong,
  text,
  thematicBreak,
} from './support.ts'

type Random = (below: number) => number

/** Mulberry32: the same numbers everywhere. */
function seeded(seed: number): Random {
  let state = seed
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

const words = [
  'corrupción',
  'ONU',
  '<b>',
  '&amp;',
  '&',
  ']]>',
  '"cita"',
  "O'Higgins",
  '«así»',
  '😀',
  '-con',
  '--',
  '<!--',
  '</style>',
  '</script>',
  '$x',
  '<%= y %>',
  '\u0001',
  '\uFFFE',
  '\uD800',
  'S/\u00A01,500',
  'a\u0301',
  '\u200B',
  'x\ty',
  '日本',
  'אב',
]

export function generate(seed: number): Publication {
  const random = seeded(seed)
  const pick = <T>(from: readonly T[]): T => from[random(from.length)] as T
  const phrase = () => Array.from({ length: 1 + random(6) }, () => pick(words)).join(' ')
  const times = <T>(most: number, make: () => T): T[] => Array.from({ length: 1 + random(most) }, make)
  const targets: string[] = ['inicio']

  const inline = (depth: number): Inline => {
    const inner = () => times(2, () => inline(depth + 1))
    const kinds: readonly (() => Inline)[] = [
      () => text(phrase()),
      () => code(phrase()),
      lineBreak,
      () => pageReference(pick(targets)),
      () => strong(...inner()),
      () => emphasis(...inner()),
      () => link(`https://example.org/${phrase()}?a=1&b=ñ`, pick(['', phrase()]), text(phrase())),
      () => reference(pick(targets), text(phrase())),
    ]
    return pick(depth < 3 ? kinds : kinds.slice(0, 4))()
  }
  const prose = () => {
    const made = paragraph(...times(5, () => inline(0)))
    targets.push(made.id)
    return made
  }
  const block = (depth: number): Block => {
    const inner = () => times(3, () => block(depth + 1))
    const kinds: readonly (() => Block)[] = [
      prose,
      thematicBreak,
      () => quotation(...inner()),
      () => list({ ordered: random(2) === 0, start: random(9), spread: random(2) === 0 }, ...times(3, inner)),
    ]
    return pick(depth < 3 ? kinds : kinds.slice(0, 1))()
  }
  let count = 0
  const sections = (depth: number): SectionNode => {
    const id = `s${++count}`
    const content: Block[] = times(3, () => block(0))
    if (depth < 6 && random(2) === 0) content.push(...times(2, () => sections(depth + 1)))
    targets.push(id)
    return section(phrase(), depth, content, { id, number: pick(['', `${count}`]), look: 1 + random(6) })
  }
  const title = phrase()
  return publication(
    [
      lead(
        title,
        times(2, () => block(0)),
      ),
      ...times(4, () => sections(1)),
    ],
    {
      title,
      summary: phrase(),
      organisation: phrase(),
      keywords: times(3, phrase),
      authors: times(2, phrase),
    },
  )
}
