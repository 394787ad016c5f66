/** What a file says, read from its pages and its structure tree. */
import {
  array,
  type Dict,
  dict,
  isName,
  nameOf,
  operations,
  type Pdf,
  type PdfFile,
  stream,
  textString,
} from './reader.ts'

export interface ReadPage {
  readonly ref: number
  readonly dict: Dict
  /** Text by marked-content identifier. */
  readonly marked: ReadonlyMap<number, string>
  /** Text of artifacts, one string for each of them. */
  readonly artifacts: readonly string[]
  /** Operators that show or paint outside of marked content. */
  readonly unmarked: readonly string[]
  readonly content: string
}

export function catalogue(file: PdfFile): Dict {
  return dict(file.resolve(file.trailer.get('Root')))
}

export function readPages(file: PdfFile): readonly ReadPage[] {
  const pages = dict(file.resolve(catalogue(file).get('Pages')))
  return array(pages.get('Kids')).map(kid => {
    if (typeof kid !== 'object' || kid === null || !('ref' in kid))
      throw new Error('a page that is no reference')
    return readPage(file, kid.ref)
  })
}

function readPage(file: PdfFile, ref: number): ReadPage {
  const page = dict(file.resolve({ ref }))
  const resources = dict(file.resolve(page.get('Resources')))
  const fonts = resources.has('Font') ? dict(file.resolve(resources.get('Font'))) : new Map<string, Pdf>()
  const maps = new Map([...fonts].map(([name, font]) => [name, toUnicode(file, font)]))
  const content = stream(file.resolve(page.get('Contents'))).data
  const marked = new Map<number, string>()
  const artifacts: string[] = []
  const unmarked: string[] = []
  let open: 'artifact' | number | null = null
  let map: ReadonlyMap<number, string> = new Map()
  for (const { operator, operands } of operations(content)) {
    if (operator === 'BDC') {
      if (open !== null) throw new Error('marked content in marked content')
      const [tag, properties] = operands
      open = nameOf(tag) === 'Artifact' ? 'artifact' : Number(dict(properties ?? null).get('MCID'))
      if (open === 'artifact') artifacts.push('')
      else if (marked.has(open)) throw new Error(`MCID ${open} twice`)
      else marked.set(open, '')
    } else if (operator === 'EMC') open = null
    else if (operator === 'Tf') map = maps.get(nameOf(operands[0])) ?? new Map()
    else if (operator === 'Tj' || operator === 'TJ') {
      const text = shown(operands[0] ?? null, map)
      if (open === null) unmarked.push(text)
      else if (open === 'artifact') artifacts.push(`${artifacts.pop() ?? ''}${text}`)
      else marked.set(open, `${marked.get(open) ?? ''}${text}`)
    } else if (/^(f|S|B|Do|sh)\*?$/.test(operator) && open === null) unmarked.push(operator)
  }
  if (open !== null) throw new Error('marked content left open')
  return { ref, dict: page, marked, artifacts, unmarked, content }
}

/** The kids of an element: several, one or none. */
function listOf(kids: Pdf | undefined): readonly Pdf[] {
  return Array.isArray(kids) ? kids : kids === undefined ? [] : [kids]
}

function shown(value: Pdf, map: ReadonlyMap<number, string>): string {
  if (Array.isArray(value))
    return value.map(item => (typeof item === 'number' ? '' : shown(item, map))).join('')
  const bytes = typeof value === 'object' && value !== null && 'bytes' in value ? value.bytes : ''
  let out = ''
  for (let at = 0; at < bytes.length; at += 2) {
    const code = bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1)
    const text = map.get(code)
    if (text === undefined) throw new Error(`code ${code} has no text`)
    out += text
  }
  return out
}

/** The bfchar lines of a font's ToUnicode CMap. */
export function toUnicode(file: PdfFile, font: Pdf): ReadonlyMap<number, string> {
  const cmap = stream(file.resolve(dict(file.resolve(font)).get('ToUnicode'))).data
  const map = new Map<number, string>()
  for (const [, block = ''] of cmap.matchAll(/beginbfchar\n(.*?)endbfchar/gs)) {
    for (const [, code = '', text = ''] of block.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gm)) {
      map.set(Number.parseInt(code, 16), Buffer.from(text, 'hex').swap16().toString('utf16le'))
    }
  }
  return map
}

/** One line for each element, and below it its text and annotations, in order. */
export function structureTrace(file: PdfFile): string {
  const pages = readPages(file)
  const lines: string[] = []
  const root = dict(file.resolve(catalogue(file).get('StructTreeRoot')))
  for (const kid of kidsOf(root)) visit(kid, 0, undefined)
  return `${lines.join('\n')}\n`

  function kidsOf(element: Dict): readonly Pdf[] {
    return listOf(element.get('K'))
  }
  function visit(value: Pdf, depth: number, page: Pdf | undefined): void {
    const indent = '  '.repeat(depth)
    const kid = file.resolve(value)
    if (typeof kid === 'number') {
      lines.push(`${indent}${JSON.stringify(textOf(page, kid))}`)
      return
    }
    const element = dict(kid)
    const type = element.get('Type')
    if (type !== undefined && isName(type) && type.name === 'MCR') {
      lines.push(
        `${indent}${JSON.stringify(textOf(element.get('Pg'), Number(element.get('MCID'))))} (next page)`,
      )
      return
    }
    if (type !== undefined && isName(type) && type.name === 'OBJR') {
      lines.push(`${indent}${annotation(dict(file.resolve(element.get('Obj'))))}`)
      return
    }
    lines.push(`${indent}${nameOf(element.get('S'))}${details(element)}`)
    const own = element.get('Pg') ?? page
    for (const below of kidsOf(element)) visit(below, depth + 1, own)
  }
  function textOf(page: Pdf | undefined, mcid: number): string {
    const found = pages.find(({ dict: own }) => own === file.resolve(page))
    const text = found?.marked.get(mcid)
    if (text === undefined) throw new Error(`no content for MCID ${mcid}`)
    return text
  }
  function details(element: Dict): string {
    const parts: string[] = []
    for (const key of ['ID', 'T', 'Alt', 'E', 'Lang']) {
      if (element.has(key)) parts.push(`${key}=${JSON.stringify(textString(element.get(key)))}`)
    }
    const attributes = element.get('A')
    if (attributes !== undefined) {
      for (const [key, value] of dict(file.resolve(attributes))) {
        if (key !== 'O') parts.push(`${key}=${isName(value) ? value.name : plain(value)}`)
      }
    }
    return parts.length === 0 ? '' : ` ${parts.join(' ')}`
  }
  function plain(value: Pdf): string {
    return JSON.stringify(value, (_, item: Pdf) =>
      typeof item === 'object' && item !== null && 'bytes' in item ? item.bytes : item,
    )
  }
  function annotation(of: Dict): string {
    const action = of.get('A')
    const target =
      action === undefined
        ? `#${textString(of.get('Dest'))}`
        : textString(dict(file.resolve(action)).get('URI'))
    return `→ ${target} ${JSON.stringify(textString(of.get('Contents')))}`
  }
}

const inline = ['Span', 'Link', 'Reference', 'Em', 'Strong', 'Code', 'Quote', 'Annot', 'Lbl']

/**
 * The text in the order of the structure tree, a line a block, notes behind the rest; without soft hyphens and
 * without what layout adds: numbers and bullets of list items and notes, page numbers of contents.
 */
export function structureText(file: PdfFile): string {
  const marked = new Map(readPages(file).map(page => [page.dict, page.marked]))
  const body: string[] = []
  const notes: string[] = []
  const visit = (value: Pdf, page: Pdf | undefined, parent: string, into: string[]): void => {
    const kid = file.resolve(value)
    const text = (of: Pdf | undefined, mcid: number) =>
      marked.get(dict(file.resolve(of ?? null)))?.get(mcid) ?? ''
    if (typeof kid === 'number') {
      into.push(text(page, kid))
      return
    }
    const element = dict(kid)
    const type = element.get('Type')
    if (type !== undefined && isName(type) && type.name === 'OBJR') return
    if (type !== undefined && isName(type) && type.name === 'MCR') {
      into.push(text(element.get('Pg'), Number(element.get('MCID'))))
      return
    }
    const name = nameOf(element.get('S'))
    const target = name === 'Note' ? notes : into
    const from = target.length
    if (name === 'Reference') target.push(' ')
    const kids = element.get('K')
    for (const below of listOf(kids)) visit(below, element.get('Pg') ?? page, name, target)
    const own = target.slice(from).join('')
    // A term is the label of its description, and has letters.
    const label = name === 'Lbl' && (parent === 'LI' || parent === 'Note') && !/\p{L}/u.test(own)
    if (label) target.length = from
    if (parent === 'TOCI') target.splice(from, target.length, own.replace(/\s\d+\s*$/, ''))
    if (name === 'Reference') target.push(' ')
    if (!inline.includes(name) || parent === 'Caption' || parent === 'LI') target.push('\n')
  }
  const root = dict(file.resolve(catalogue(file).get('StructTreeRoot')))
  for (const kid of listOf(root.get('K'))) visit(kid, undefined, '', body)
  return [...body, ...notes].join('').replaceAll('\u00ad', '')
}
