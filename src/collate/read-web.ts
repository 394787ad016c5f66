/** Text of XHTML and HTML pages: what a reading system or a browser presents to those who read it. */
import { grid, type Heads } from './grid.ts'
import { attribute, type Element, elements, find, hasWord, textOf } from './markup.ts'
import { type BlockKind, type Composer, lineBreak, type Piece } from './sequence.ts'

const blocks = new Set(
  'address article aside blockquote dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table ul'.split(
    ' ',
  ),
)
const silent = new Set(['script', 'style', 'template', 'head', 'title', 'link', 'meta', 'colgroup'])
const marks: Readonly<Record<string, string>> = {
  strong: 'strong',
  b: 'strong',
  em: 'emphasis',
  i: 'emphasis',
  code: 'code',
  kbd: 'keyboard',
  mark: 'highlight',
  u: 'underline',
  ins: 'insertion',
  del: 'strike',
  s: 'strike',
  sub: 'subscript',
  sup: 'superscript',
}

interface Style {
  readonly marks: readonly string[]
  readonly language: string
  readonly target?: string
}

/** What becomes of an element that stands for something of its own. */
export interface WebOptions {
  /** Elements that the list of exceptions names. */
  readonly skip: (element: Element) => boolean
  /** Of a fragment in a link. */
  readonly anchorOf: (href: string) => string
  /** Of an element's id. */
  readonly anchorAt: (id: string) => string
  /** Of the document, BCP 47. */
  readonly language: string
}

/** Adds what stands in an element to the sequence, and tells of the emblem, the picture before the title. */
export function readWeb(root: Element, into: Composer, options: WebOptions): { readonly emblem: string } {
  let pending: Piece[] = []
  let emblem = ''
  let titled = false
  let inIndex = false

  const flush = (kind: BlockKind = 'paragraph', fact = '') => {
    const pieces = pending
    pending = []
    if (kind !== 'paragraph' || pieces.some(({ text }) => text.trim() !== '')) into.block(kind, pieces, fact)
  }
  const fill = (element: Element, style: Style) => {
    for (const child of element.children) {
      if (typeof child === 'string') say(child, style)
      else visit(child, style)
    }
  }
  const say = (text: string, { marks, language, target }: Style) => {
    const all = language === options.language ? marks : [...marks, `language ${language}`]
    pending.push(target === undefined ? { text, marks: all } : { text, marks: all, target })
  }
  const leaf = (element: Element, style: Style, kind: BlockKind, fact = '') => {
    flush()
    fill(element, style)
    flush(kind, fact)
  }

  function visit(element: Element, outer: Style): void {
    const { name } = element
    if (silent.has(name) || options.skip(element)) return
    const language = attribute(element, 'lang') || attribute(element, 'xml:lang') || outer.language
    const style = { ...outer, language }
    if (blocks.has(name)) flush()
    into.anchor(options.anchorAt(attribute(element, 'id')))
    if (blocks.has(name)) {
      block(element, style)
      flush()
    } else inline(element, style)
  }

  function inline(element: Element, style: Style) {
    const { name } = element
    const mark = marks[name]
    if (name === 'br') return say(lineBreak, style)
    if (name === 'svg' || name === 'svg:svg') {
      if (attribute(element, 'role') !== 'img') return
      if (titled) say(`⟦picture ${attribute(element, 'aria-label')}⟧`, style)
      else emblem = attribute(element, 'aria-label')
      return
    }
    if (name === 'img') return picture(element, style)
    if (name === 'a') return link(element, style)
    if (name === 'abbr') {
      const expansion = attribute(element, 'title')
      return fill(
        element,
        expansion === '' ? style : { ...style, marks: [...style.marks, `expansion ${expansion}`] },
      )
    }
    if (hasWord(element, 'class', 'note-number')) return
    if (hasWord(element, 'class', 'check')) return into.marker(attribute(element, 'aria-label'))
    if (hasWord(element, 'class', 'small-caps'))
      return fill(element, { ...style, marks: [...style.marks, 'small-caps'] })
    const reference = name === 'sup' && elements(element).some(child => isReference(child))
    fill(element, mark === undefined || reference ? style : { ...style, marks: [...style.marks, mark] })
  }

  function picture(element: Element, style: Style): void {
    const alternative = attribute(element, 'alt')
    if (alternative !== '') say(`⟦picture ${alternative}⟧`, style)
  }

  function link(element: Element, style: Style) {
    const href = attribute(element, 'href')
    const inside = href.startsWith('#') || /^[\w.-]+\.xhtml(#|$)/.test(href)
    if (hasWord(element, 'role', 'doc-backlink') || hasWord(element, 'class', 'anchor')) return
    if (isReference(element)) {
      pending.push({ text: textOf(element), marks: ['note'], target: options.anchorOf(href) })
      return
    }
    if (inside) fill(element, { ...style, target: options.anchorOf(href) })
    else fill(element, { ...style, marks: [...style.marks, `link ${href}`] })
  }

  function block(element: Element, style: Style) {
    const { name } = element
    const level = /^h([1-6])$/.exec(name)?.[1]
    if (hasWord(element, 'class', 'box-title')) return leaf(element, style, 'box title')
    if (hasWord(element, 'class', 'index-title')) return leaf(element, style, 'list title')
    if (level !== undefined || attribute(element, 'role') === 'heading') {
      const depth = Number(attribute(element, 'aria-level') || level)
      if (depth > 1) return leaf(element, style, 'heading', String(depth - 1))
      titled = true
      return leaf(element, style, 'title')
    }
    if (name === 'p') return leaf(element, style, 'paragraph')
    if (name === 'pre') return code(element, style)
    if (name === 'hr') return into.block('rule', [])
    if (name === 'figcaption') return leaf(element, style, 'caption')
    if (name === 'dt') return leaf(element, style, 'term')
    if (name === 'dd') return into.inside({ description: true }, () => content(element, style))
    if (name === 'table') return table(element, style)
    if (name === 'figure' && !hasWord(element, 'class', 'table')) return figure(element, style)
    if (name === 'ol' || name === 'ul') return list(element, style)
    const outside = inIndex
    inIndex ||= hasWord(element, 'class', 'index')
    into.inside(positionIn(element), () => content(element, style))
    inIndex = outside
  }

  function content(element: Element, style: Style): void {
    fill(element, style)
    flush()
  }

  function positionIn(element: Element): Parameters<Composer['inside']>[0] {
    const { quotations, section } = into.position()
    if (element.name === 'blockquote') return { quotations: quotations + 1 }
    if (element.name === 'section' && hasHeading(element)) return { section: section + 1 }
    if (hasWord(element, 'class', 'note') && attribute(element, 'role') === 'doc-footnote') {
      return { note: textOf(findByClass(element, 'note-number')).trim(), section: 0 }
    }
    const box = hasWord(element, 'class', 'box')
      ? /(?:^| )box-(\S+)/.exec(attribute(element, 'class'))?.[1]
      : ''
    return box === '' ? {} : { box: box ?? 'of no kind' }
  }

  function code(element: Element, style: Style): void {
    flush()
    for (const child of elements(element, 'code')) fill(child, style)
    flush('code')
  }

  function figure(element: Element, style: Style): void {
    const image = find(element, 'img') ?? find(element, 'svg')
    if (image !== undefined) {
      const alternative = attribute(image, image.name === 'img' ? 'alt' : 'aria-label')
      if (alternative !== '') into.block('figure', [], alternative)
    }
    for (const caption of elements(element, 'figcaption')) visit(caption, style)
  }

  function list(element: Element, style: Style): void {
    const { items } = into.position()
    let number = Number(attribute(element, 'start') || 1)
    const notes =
      element.name === 'ol' && elements(element, 'li').some(item => hasWord(item, 'class', 'note'))
    for (const item of elements(element, 'li')) {
      const language = attribute(item, 'lang') || style.language
      into.anchor(options.anchorAt(attribute(item, 'id')))
      const marker = element.name === 'ol' ? `${number}.` : '•'
      const change = notes ? { note: String(number), section: 0 } : { items: items + 1 }
      into.inside(change, () => {
        if (inIndex) entry(item, { ...style, language })
        else {
          if (!notes && !hasWord(item, 'class', 'task')) into.marker(marker)
          content(item, { ...style, language })
        }
      })
      number++
    }
  }

  /** An entry's own text, then those below it. */
  function entry(item: Element, style: Style): void {
    for (const child of item.children) {
      if (typeof child === 'string') say(child, style)
      else if (child.name === 'ol' || child.name === 'ul') {
        flush('entry')
        list(child, style)
      } else visit(child, style)
    }
    if (pending.some(({ text }) => text.trim() !== '')) flush('entry')
    else pending = []
  }

  function table(element: Element, style: Style): void {
    const cells = grid()
    into.block('table', [])
    for (const group of elements(element)) {
      for (const row of group.name === 'tr' ? [group] : elements(group, 'tr')) {
        cells.row()
        for (const cell of elements(row)) {
          const span = {
            rows: Number(attribute(cell, 'rowspan') || 1),
            columns: Number(attribute(cell, 'colspan') || 1),
          }
          const named = attribute(cell, 'headers')
            .split(/\s+/)
            .filter(id => id !== '')
          const at = cells.place({ span, heads: headsOf(cell), id: attribute(cell, 'id'), named })
          const language = attribute(cell, 'lang') || style.language
          into.inside({ cell: at, items: 0, quotations: 0 }, () => {
            into.anchor(options.anchorAt(attribute(cell, 'id')))
            into.block('cell', [])
            content(cell, { ...style, language })
          })
        }
      }
    }
    into.block('table heads', [{ text: cells.heads(), marks: [] }])
  }

  visit(root, { marks: [], language: options.language })
  flush()
  return { emblem }
}

function isReference(element: Element): boolean {
  return element.name === 'a' && hasWord(element, 'role', 'doc-noteref')
}

function headsOf(cell: Element): Heads {
  if (cell.name !== 'th') return 'none'
  const scope = attribute(cell, 'scope')
  return scope.startsWith('row') ? 'row' : 'column'
}

/** A section of the text has its heading before anything else; the lead section has none. */
function hasHeading(section: Element): boolean {
  const [first] = elements(section)
  if (first === undefined) return false
  if (/^h[2-6]$/.test(first.name) || attribute(first, 'role') === 'heading') return true
  return hasWord(first, 'class', 'heading') && hasHeading(first)
}

function findByClass(element: Element, name: string): Element | undefined {
  for (const child of elements(element)) {
    const found = hasWord(child, 'class', name) ? child : findByClass(child, name)
    if (found !== undefined) return found
  }
  return undefined
}
