/** The structure tree of a file as a value, with the text and the annotations of its elements. */
import { array, type Dict, dict, isName, nameOf, type Pdf, type PdfFile, textString } from './reader.ts'
import { catalogue, type ReadPage } from './text.ts'

export interface TreeElement {
  readonly type: string
  /** ID, Alt, Lang… that are text strings, by key. */
  readonly texts: ReadonlyMap<string, string>
  readonly attributes: Dict
  readonly kids: readonly (TreeElement | string)[]
  readonly links: readonly TreeLink[]
}

export interface TreeLink {
  /** Name of its destination; '' where it leads out. */
  readonly destination: string
  /** Address; '' where it leads to a destination. */
  readonly address: string
  readonly description: string
}

/** @returns the root's only child */
export function readTree(file: PdfFile, pages: readonly ReadPage[]): TreeElement {
  const marked = new Map(pages.map(page => [page.dict, page.marked]))
  const root = dict(file.resolve(catalogue(file).get('StructTreeRoot')))
  const [top, more] = kidsOf(root)
  if (top === undefined || more !== undefined) throw new Error('not one document element')
  return elementOf(dict(file.resolve(top)), undefined)

  function elementOf(of: Dict, above: Pdf | undefined): TreeElement {
    const page = of.get('Pg') ?? above
    const kids: (TreeElement | string)[] = []
    const links: TreeLink[] = []
    for (const value of kidsOf(of)) {
      const kid = file.resolve(value)
      if (typeof kid === 'number') kids.push(textOf(page, kid))
      else if (dict(kid).has('Obj')) links.push(linkOf(dict(file.resolve(dict(kid).get('Obj')))))
      else if (dict(kid).has('MCID')) kids.push(textOf(dict(kid).get('Pg'), Number(dict(kid).get('MCID'))))
      else kids.push(elementOf(dict(kid), page))
    }
    const texts = ['ID', 'T', 'Alt', 'ActualText', 'E', 'Lang'].flatMap(key =>
      of.has(key) ? [[key, textString(of.get(key))] as const] : [],
    )
    const attributes = of.has('A') ? dict(file.resolve(of.get('A'))) : new Map<string, Pdf>()
    return { type: nameOf(of.get('S')), texts: new Map(texts), attributes, kids, links }
  }
  function textOf(page: Pdf | undefined, mcid: number): string {
    const text = marked.get(dict(file.resolve(page)))?.get(mcid)
    if (text === undefined) throw new Error(`no content for MCID ${mcid}`)
    return text
  }
  function linkOf(annotation: Dict): TreeLink {
    const description = annotation.has('Contents') ? textString(annotation.get('Contents')) : ''
    const action = annotation.get('A')
    return {
      address: action === undefined ? '' : textString(dict(file.resolve(action)).get('URI')),
      destination: annotation.has('Dest') ? textString(annotation.get('Dest')) : '',
      description,
    }
  }
}

function kidsOf(element: Dict): readonly Pdf[] {
  const kids = element.get('K')
  return Array.isArray(kids) ? kids : kids === undefined ? [] : [kids]
}

/** An element and all below it, in order. */
export function everyElement(element: TreeElement): readonly TreeElement[] {
  return [element, ...element.kids.flatMap(kid => (typeof kid === 'string' ? [] : everyElement(kid)))]
}

export function elementText({ kids }: TreeElement): string {
  return kids.map(kid => (typeof kid === 'string' ? kid : elementText(kid))).join('')
}

/** A line for each element, its texts and its links: nothing that depends on where lines and pages end. */
export function treeLines(root: TreeElement): string {
  const lines: string[] = []
  const write = (element: TreeElement, indent: string) => {
    const texts = [...element.texts].map(([key, value]) => `${key}=${JSON.stringify(value)}`)
    const attributes = [...element.attributes].flatMap(([key, value]) => attributeText(key, value))
    lines.push([`${indent}${element.type}`, ...texts, ...attributes].join(' '))
    let own = ''
    const flush = () => {
      const text = own.replaceAll('\u00ad', '').trim()
      if (text !== '') lines.push(`${indent}  ${JSON.stringify(text)}`)
      own = ''
    }
    for (const kid of element.kids) {
      if (typeof kid === 'string') own += kid
      else {
        flush()
        write(kid, `${indent}  `)
      }
    }
    flush()
    // A link has an area on each of its lines.
    const links = element.links.map(
      ({ address, destination, description }) =>
        `${indent}  → ${address || `#${destination}`} ${JSON.stringify(description)}`,
    )
    lines.push(...new Set(links))
  }
  write(root, '')
  return `${lines.join('\n')}\n`
}

function attributeText(key: string, value: Pdf): readonly string[] {
  if (key === 'O') return []
  if (key === 'BBox') return ['BBox']
  if (isName(value)) return [`${key}=${value.name}`]
  if (!Array.isArray(value)) return [`${key}=${String(value)}`]
  return [`${key}=${value.map(item => (typeof item === 'number' ? item : textString(item))).join(' ')}`]
}

/** Names of the destinations that a file has. */
export function destinations(file: PdfFile): ReadonlySet<string> {
  const names = new Set<string>()
  const visit = (value: Pdf | undefined) => {
    const node = dict(file.resolve(value))
    for (const kid of node.has('Kids') ? array(node.get('Kids')) : []) visit(kid)
    const pairs = node.has('Names') ? array(node.get('Names')) : []
    for (const [index, name] of pairs.entries()) if (index % 2 === 0) names.add(textString(name))
  }
  visit(dict(file.resolve(catalogue(file).get('Names'))).get('Dests'))
  return names
}

export function isNamed(value: Pdf | undefined, ...names: readonly string[]): boolean {
  return value !== undefined && isName(value) && names.includes(value.name)
}
