/** Blocks of code: their lines as written. */
import type { TextStyle } from '../design/types.ts'
import type { Code } from '../publication/model.ts'
import { inFrame, type Place } from './place.ts'
import { round } from './round.ts'
import { breakCosts } from './rows.ts'
import type { Glyph, Mark, Owner } from './types.ts'

const tab = 4

/** Lines too long go on in the next one, moved in by these characters. */
const continuation = 4

export function flowCode(node: Code, place: Place): void {
  const { list, typesetter } = place
  const style = typesetter.style('code')
  list.space(style.spaceBefore)
  list.anchor(node.id)
  inFrame(list, typesetter.design.codeBox, place, inside => {
    const baseline = typesetter.baseline(style)
    const lines = node.value.split('\n').flatMap(line => linesOf(expanded(line), node, style, inside, place))
    for (const [index, marks] of lines.entries()) {
      const alone = index === 1 || index === lines.length - 1
      const breakCost = index === 0 ? 0 : alone ? breakCosts.never : breakCosts.inParagraph
      list.add({
        height: style.leading,
        marks: marks.map(mark => ({ ...mark, y: round(baseline) })),
        baseline,
        breakCost,
        reports: [],
        node,
      })
    }
  })
  list.space(style.spaceAfter)
}

function expanded(line: string): string {
  let text = ''
  let column = 0
  for (const character of line) {
    const more = character === '\t' ? ' '.repeat(tab - (column % tab)) : character
    text += more
    column += character === '\t' ? more.length : 1
  }
  return text
}

/** The space that ends a line keeps it apart from the next in copied text. */
function linesOf(
  text: string,
  node: Code,
  style: TextStyle,
  { x, width }: { readonly x: number; readonly width: number },
  { typesetter }: Place,
): readonly (readonly Mark[])[] {
  const owner: Owner = { kind: 'content', node, part: 'text' }
  const { runs, text: all } = typesetter.verbatim(`${text} `, owner, style, node.language)
  const lines: Mark[][] = []
  let marks: Mark[] = []
  let used = 0
  const room = width - style.size * 2
  let indent = 0
  for (const { start, end, piece } of runs) {
    const { font } = piece
    let glyphs: Glyph[] = []
    let from = used
    const flush = () => {
      if (glyphs.length > 0) {
        const { face, size } = font
        marks.push({
          kind: 'glyphs',
          owner,
          face,
          size,
          color: style.color,
          x: round(x + from),
          y: 0,
          glyphs,
        })
      }
      glyphs = []
      from = used
    }
    for (const part of all.slice(start, end).match(/ |(?:[^ ]\p{M}*)/gu) ?? []) {
      const shaped =
        part === ' '
          ? { glyphs: [font.space(' ', font.spaceWidth)], width: font.spaceWidth }
          : font.shape(part)
      if (used + shaped.width > width + 1e-6 && part !== ' ' && used > indent) {
        flush()
        lines.push(marks)
        marks = []
        indent = Math.min(continuation * font.spaceWidth, Math.max(0, room))
        used = indent
        from = used
      }
      glyphs.push(...shaped.glyphs)
      used += shaped.width
    }
    flush()
  }
  return [...lines, marks]
}
