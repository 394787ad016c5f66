/** Text of a Word paragraph: runs, fields, links, note references (ECMA-376 Part 1, 17.3, 17.11, 17.16). */
import { hasOwnMark } from './docx-notes.ts'
import { attribute, type Element, elements, find, findAll, textOf } from './markup.ts'
import { lineBreak, type Piece } from './sequence.ts'

/** What the parts around the text say. */
export interface Package {
  /** Target of an external relationship of the part that is read. */
  readonly linkTarget: (id: string) => string
  /** Is it a bookmark on a note's reference? Then the note's identifier. */
  readonly notes: ReadonlyMap<string, string>
  /** BCP 47. */
  readonly language: string
  /** Language of a paragraph or character style, '' without one. */
  readonly languageOf: (style: string) => string
}

export interface Part {
  readonly pieces: readonly Piece[]
  /** Behind which of the pieces a tab stands. */
  readonly tabs: readonly number[]
  /** Pieces that belong to a caption's label: all up to its number. */
  readonly numbered: number
  readonly pictures: readonly string[]
  /** Name of the check box at its beginning, '' without one. */
  readonly task: string
}

interface Field {
  instruction: string
  shown: boolean
}

const runMarks: readonly (readonly [element: string, mark: string])[] = [
  ['w:b', 'strong'],
  ['w:i', 'emphasis'],
  ['w:strike', 'strike'],
  ['w:smallCaps', 'small-caps'],
]
const styleMarks: Readonly<Record<string, string>> = {
  HTMLCode: 'code',
  HTMLKeyboard: 'keyboard',
  // Of a link: the reference to a note that stands behind another one.
  FootnoteReference: 'note',
}

export function readParagraph(paragraph: Element, around: Package): Part {
  const pieces: Piece[] = []
  const tabs: number[] = []
  const pictures: string[] = []
  const fields: Field[] = []
  let numbered = 0
  let task = ''
  const style = elements(find(paragraph, 'w:pPr'), 'w:pStyle')[0]
  const isHeading = style !== undefined && attribute(style, 'w:val').startsWith('Heading')
  const ownLanguage =
    around.languageOf(style === undefined ? '' : attribute(style, 'w:val')) || around.language

  function visit(element: Element, link: Pick<Piece, 'marks' | 'target'>): void {
    for (const child of elements(element)) {
      if (child.name === 'w:r') run(child, link)
      else if (child.name === 'w:hyperlink') visit(child, linkOf(child))
      else if (child.name === 'w:sdt') control(child, link)
      else if (child.name === 'w:fldSimple' || child.name === 'w:smartTag' || child.name === 'w:ins')
        visit(child, link)
    }
  }
  function control(element: Element, link: Pick<Piece, 'marks' | 'target'>): void {
    const properties = find(element, 'w:sdtPr')
    const checked = find(properties, 'w14:checked')
    const content = find(element, 'w:sdtContent')
    if (checked === undefined) {
      if (content !== undefined) visit(content, link)
      return
    }
    const box = textOf(content).trim()
    const agrees = (box === '☑') === /^(1|true)$/.test(attribute(checked, 'w14:val'))
    const alias = find(properties, 'w:alias')
    task = `${alias === undefined ? box : attribute(alias, 'w:val')}${agrees ? '' : ` shown as ${box}`}`
  }
  function linkOf(element: Element): Pick<Piece, 'marks' | 'target'> {
    const anchor = attribute(element, 'w:anchor')
    if (anchor !== '') return { marks: [], target: anchor }
    return { marks: [`link ${around.linkTarget(attribute(element, 'r:id'))}`] }
  }
  function run(element: Element, link: Pick<Piece, 'marks' | 'target'>): void {
    const marks = [...link.marks, ...marksOf(find(element, 'w:rPr'))]
    const say = (text: string) => {
      const field = fields.at(-1)
      if (field?.shown === false) return
      if (field !== undefined && /^ *NOTEREF /.test(field.instruction)) {
        const [, bookmark = ''] = /NOTEREF +(\S+)/.exec(field.instruction) ?? []
        pieces.push({ text, marks: ['note'], target: `note ${around.notes.get(bookmark) ?? ''}` })
        return
      }
      // In contents the number of a page stands right behind a tab: it is what leads there, and no word of the text.
      const behindTab = tabs.at(-1) === pieces.length - 1
      if (field !== undefined && /^ *PAGEREF /.test(field.instruction) && behindTab) return
      const target = link.target ?? refTarget(field)
      pieces.push(target === undefined ? { text, marks } : { text, marks, target })
    }
    for (const child of elements(element)) {
      if (child.name === 'w:t') say(textOf(child))
      else if (child.name === 'w:tab') {
        tabs.push(pieces.length)
        say(' ')
      } else if (child.name === 'w:br' || child.name === 'w:cr') say(lineBreak)
      else if (child.name === 'w:noBreakHyphen') say('-')
      else if (child.name === 'w:fldChar') field(child)
      else if (child.name === 'w:instrText') {
        const open = fields.at(-1)
        if (open !== undefined) open.instruction += textOf(child)
      } else if (child.name === 'w:footnoteReference') {
        const id = attribute(child, 'w:id')
        pieces.push({ text: around.notes.get(`#${id}`) ?? '', marks: ['note'], target: `note ${id}` })
        if (hasOwnMark(child)) return
      } else if (child.name === 'w:drawing') drawing(child, link)
    }
  }
  function refTarget(field: Field | undefined): string | undefined {
    return /^ *REF +(\S+)/.exec(field?.instruction ?? '')?.[1]
  }
  function field(element: Element): void {
    const kind = attribute(element, 'w:fldCharType')
    const open = fields.at(-1)
    if (kind === 'begin') fields.push({ instruction: '', shown: false })
    else if (kind === 'separate' && open !== undefined) open.shown = true
    else if (kind === 'end') {
      if (/^ *SEQ /.test(fields.pop()?.instruction ?? '')) numbered = pieces.length + 1
    }
  }
  function drawing(element: Element, link: Pick<Piece, 'marks' | 'target'>): void {
    for (const properties of findAll(element, 'wp:docPr')) {
      const description = attribute(properties, 'descr')
      const ornament = findAll(properties, 'decorative:decorative').some(one => attribute(one, 'val') === '1')
      if (ornament) {
        if (description !== '') pictures.push(`ornament ${description}`)
        continue
      }
      pictures.push(description)
      pieces.push({ ...link, text: `⟦picture ${description}⟧`, marks: [...link.marks, 'picture'] })
    }
  }
  function marksOf(properties: Element | undefined): readonly string[] {
    const value = (name: string) => {
      const found = elements(properties, name)[0]
      return found === undefined ? undefined : attribute(found, 'w:val')
    }
    const isOn = (name: string) => {
      const found = value(name)
      return found !== undefined && !/^(0|false|none)$/.test(found)
    }
    // A heading of a level that the text skips is made to look like one by hand.
    const byHand = isHeading && value('w:rFonts') !== undefined
    const found = runMarks
      .filter(([name, mark]) => isOn(name) && !(byHand && mark !== 'strike'))
      .map(([, mark]) => mark)
    const character = value('w:rStyle') ?? ''
    const shifted = value('w:vertAlign')
    const language = value('w:lang') || around.languageOf(character) || ownLanguage
    return [
      ...found,
      ...(styleMarks[character] === undefined ? [] : [styleMarks[character]]),
      ...(isOn('w:u') ? ['underline'] : []),
      ...(isOn('w:highlight') || value('w:shd') !== undefined ? ['highlight'] : []),
      ...(shifted === 'superscript' || shifted === 'subscript' ? [shifted] : []),
      ...(language === around.language ? [] : [`language ${language}`]),
    ]
  }

  visit(paragraph, { marks: [] })
  return { pieces, tabs, numbered, pictures, task }
}
