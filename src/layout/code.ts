/** Blocks of code: their lines as written, in the colours of what they say. */
import type { TextStyle } from '../design/types.ts'
import type { Code } from '../publication/model.ts'
import type { CodeToken } from '../text/highlight.ts'
import { held, inFrame, type Place } from './place.ts'
import { round } from './round.ts'
import { breakCosts, moved } from './rows.ts'
import type { Typesetter } from './setting.ts'
import type { Font } from './shape.ts'
import type { Glyph, Mark, Owner } from './types.ts'

const tab = 4

/** So many lines, padding included, are better not cut. */
const shortCode = 10

/** Lines too long go on in the next one, moved in by these characters, behind a mark. */
const continuation = 4

/** The mark, relative to the size of the text: how wide, how high above the baseline, how thick, how far from the text. */
const turn = { width: 0.6, height: 0.6, stroke: 0.07, gap: 0.4 }

export function flowCode(node: Code, place: Place): void {
  const { list, typesetter } = place
  const style = sized(place)
  list.space(style.spaceBefore)
  list.anchor(node.id)
  const fill = () =>
    inFrame(list, typesetter.design.codeBox, place, inside => {
      const baseline = typesetter.baseline(style)
      const lines = codeLines(typesetter.codeTokens(node)).flatMap(line =>
        linesOf(line, node, style, inside, place).map((marks, part) => ({ marks, goesOn: part > 0 })),
      )
      for (const [index, { marks, goesOn }] of lines.entries()) {
        const alone = index === 1 || index === lines.length - 1
        const within = goesOn ? breakCosts.inCodeLine : breakCosts.inParagraph
        list.add({
          height: style.leading,
          marks: marks.map(mark => moved(mark, 0, baseline)),
          baseline,
          breakCost: index === 0 ? 0 : alone ? breakCosts.never : within,
          reports: [],
          node,
        })
      }
    })
  held(list, fill, shortCode * style.leading, breakCosts.inSmallFrame)
  list.space(style.spaceAfter)
}

/** In a note, a box or a cell, code is smaller as the text is. */
function sized({ typesetter, text }: Place): TextStyle {
  const style = typesetter.style('code')
  const factor = Math.min(1, typesetter.style(text).size / typesetter.style('body').size)
  return factor === 1 ? style : { ...style, size: style.size * factor, leading: style.leading * factor }
}

/** Tokens by line, tabs as the spaces that they stand for. */
function codeLines(tokens: readonly CodeToken[]): readonly (readonly CodeToken[])[] {
  const lines: CodeToken[][] = [[]]
  let column = 0
  for (const { kind, text } of tokens) {
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) {
        lines.push([])
        column = 0
      }
      let spaced = ''
      for (const character of part) {
        const more = character === '\t' ? ' '.repeat(tab - (column % tab)) : character
        spaced += more
        column += character === '\t' ? more.length : 1
      }
      if (spaced !== '') lines.at(-1)?.push({ kind, text: spaced })
    }
  }
  return lines
}

/** A character of a line with what it is set by. */
interface Atom {
  readonly text: string
  readonly glyphs: readonly Glyph[]
  readonly width: number
  readonly font: Font
  readonly color: string
}

/** The space that ends a line keeps it apart from the next in copied text. */
function linesOf(
  tokens: readonly CodeToken[],
  node: Code,
  style: TextStyle,
  { x, width }: { readonly x: number; readonly width: number },
  { typesetter }: Place,
): readonly (readonly Mark[])[] {
  const owner: Owner = { kind: 'content', node, part: 'text' }
  const colored = [...tokens, { kind: '', text: ' ' } as const]
  const atoms = colored.flatMap(({ kind, text }) => {
    const color = kind === '' ? style.color : typesetter.design.codeColors[kind]
    const { runs, text: all } = typesetter.verbatim(text, owner, style, node.language)
    return runs.flatMap(({ start, end, piece: { font } }) =>
      (all.slice(start, end).match(/ |(?:[^ ]\p{M}*)/gu) ?? []).map((part): Atom => {
        if (part !== ' ') return { text: part, ...font.shape(part), font, color }
        const glyphs = [font.space(' ', font.spaceWidth)]
        return { text: part, glyphs, width: font.spaceWidth, font, color }
      }),
    )
  })
  const [first] = atoms
  if (first === undefined) return [[]]
  const indent = Math.min(continuation * first.font.spaceWidth, Math.max(0, width - style.size * 2))
  return cutAtoms(atoms, width, indent).map((line, index) => {
    const marks: Mark[] = []
    let at = x + (index === 0 ? 0 : indent)
    for (let from = 0; from < line.length; ) {
      const { font, color } = line[from] ?? first
      let end = from
      while (end < line.length && line[end]?.font === font && line[end]?.color === color) end++
      const run = line.slice(from, end)
      const glyphs = run.flatMap(atom => atom.glyphs)
      const { face, size } = font
      marks.push({ kind: 'glyphs', owner, face, size, color, x: round(at), y: 0, scale: 1, glyphs })
      at += run.reduce((sum, atom) => sum + atom.width, 0)
      from = end
    }
    return index === 0 ? marks : [...marks, ...turnMark(x, indent, style, typesetter)]
  })
}

/** An elbow before a line that goes on: drawn, so that nobody copies or hears it; none where it has no room. */
function turnMark(x: number, indent: number, { size }: TextStyle, { design }: Typesetter): readonly Mark[] {
  const [width, height, stroke] = [turn.width * size, turn.height * size, turn.stroke * size]
  const left = x + indent - turn.gap * size - width
  if (left < x) return []
  const color = design.codeColors.comment
  const owner: Owner = { kind: 'artifact', role: 'rule' }
  const rule = (y: number, wide: number, high: number): Mark =>
    moved({ kind: 'rule', owner, x: left, y, width: round(wide), height: round(high), color }, 0, 0)
  return [rule(-height, stroke, height), rule(-stroke, width, stroke)]
}

/** Breaks after a space or a sign in the line's second half, else anywhere; a space may stand out of the line. */
function cutAtoms(atoms: readonly Atom[], width: number, indent: number): readonly (readonly Atom[])[] {
  const lines: (readonly Atom[])[] = []
  let begun = 0
  let used = 0
  let good = { at: 0, used: 0 }
  for (const [at, { text, width: wide }] of atoms.entries()) {
    if (used + wide > width + 1e-6 && text !== ' ' && at > begun) {
      const cut = good.at > begun && good.used > width / 2 ? good : { at, used }
      lines.push(atoms.slice(begun, cut.at))
      used = indent + used - cut.used
      begun = cut.at
      good = { at: 0, used: 0 }
    }
    used += wide
    if (/[\s,;:.=|/?&(){}[\]-]/.test(text)) good = { at: at + 1, used }
  }
  lines.push(atoms.slice(begun))
  return lines
}
