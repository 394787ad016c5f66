/** Footnotes of a Word file: their numbers, and where each begins (ECMA-376 Part 1, 17.11). */
import { valueIn } from './docx-package.ts'
import { attribute, type Element, elements, find, textOf } from './markup.ts'

/** Notes are numbered in the order of their references (17.11.14): by `#` and identifier, and by bookmark. */
export function noteNumbers(document: Element): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>()
  let count = 0
  const visit = (element: Element, bookmarks: readonly string[]): void => {
    let open = bookmarks
    for (const child of elements(element)) {
      if (child.name === 'w:bookmarkStart') open = [...open, attribute(child, 'w:name')]
      else if (child.name === 'w:bookmarkEnd') open = open.slice(0, -1)
      else if (child.name === 'w:footnoteReference') {
        const id = attribute(child, 'w:id')
        const number = hasOwnMark(child) ? textOf(element).trim() : String(++count)
        if (!numbers.has(`#${id}`)) numbers.set(`#${id}`, number)
        for (const name of open.slice(-1)) numbers.set(name, id)
      } else visit(child, open)
    }
  }
  visit(document, [])
  return numbers
}

/** Does a reference show what follows it in its run, and is not counted? */
export function hasOwnMark(reference: Element): boolean {
  return /^(1|true|on)$/.test(attribute(reference, 'w:customMarkFollows'))
}

/**
 * The notes that a footnote holds: a paragraph that begins with a number of its own begins another one, since what
 * only notes refer to can have no reference.
 *
 * @param number - of the reference, which the first has
 * @returns each with its blocks, its number taken away from them
 */
export function notesIn(
  footnote: Element,
  number: string,
): readonly { readonly number: string; readonly story: Element }[] {
  const notes = [{ number, children: [] as Element[] }]
  for (const block of elements(footnote)) {
    const [first] = block.name === 'w:p' ? elements(block, 'w:r') : []
    const isMark = first !== undefined && valueIn(find(first, 'w:rPr'), 'w:rStyle') === 'FootnoteReference'
    const shown = isMark ? elements(first, 'w:t').map(textOf).join('').trim() : ''
    const rest = shown === '' ? block : { ...block, children: block.children.filter(one => one !== first) }
    if (shown !== '') notes.push({ number: shown, children: [rest] })
    else notes.at(-1)?.children.push(rest)
  }
  return notes
    .filter(({ children }) => children.length > 0)
    .map(note => ({ number: note.number, story: { ...footnote, children: note.children } }))
}
