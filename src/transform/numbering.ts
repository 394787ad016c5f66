/** Numbers the sections: 1, 1.1, 1.2, 2…; annexes: A, B, and A.1 inside. The lead section has none. */
import type { Root, RootContent } from 'mdast'
import { numbered } from '../locale/labels.ts'
import type { Locale } from '../locale/types.ts'
import type { Section } from './nodes.ts'

export interface NumberingOptions {
  readonly locale: Locale
  /** false: only annexes have their letters, as whoever writes `{anexo}` asks for them. */
  readonly sections: boolean
}

export function numbering({ locale, sections }: NumberingOptions) {
  return (tree: Root): void => {
    let annexes = 0
    const number = (children: readonly RootContent[], prefix: string): void => {
      let ordinal = 0
      for (const node of children) {
        if (node.type !== 'section') continue
        const letter = isAnnex(node) ? letters(++annexes) : ''
        const own = letter || (sections && node.kind === 'heading' ? `${prefix}${++ordinal}` : '')
        if (letter === '') setNumber(node, own, own)
        else setNumber(node, numbered(locale.terms.annex, letter), `${numbered(locale.terms.annex, letter)}.`)
        number(node.children, own === '' ? '' : `${own}.`)
      }
    }
    number(tree.children, '')
  }
}

/** Has its heading `{anexo}`? */
export function isAnnex({ children: [heading] }: Section): boolean {
  return heading?.type === 'heading' && (heading.data?.attributes?.values.annex ?? '') !== ''
}

/** @param printed - before the title: «2.1», «Anexo A.» */
function setNumber(section: Section, number: string, printed: string): void {
  const [heading] = section.children
  if (number === '' || heading?.type !== 'heading') return
  section.number = number
  heading.data = { ...heading.data, number: printed }
}

/** A, B… Z, AA, AB… */
function letters(count: number): string {
  const rest = Math.floor((count - 1) / 26)
  return (rest === 0 ? '' : letters(rest)) + String.fromCharCode(0x41 + ((count - 1) % 26))
}
