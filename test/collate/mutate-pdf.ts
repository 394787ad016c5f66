/** Faults planted in a PDF: in what its pages show and in its structure tree. */
import {
  type Dictionary,
  isStream,
  list,
  nameOf,
  textString,
  type Value,
} from '../../src/collate/pdf-syntax.ts'
import type { Mutation } from './mutations.ts'
import { type Parts, putTogether, rewritten, takeApart } from './rewrite-pdf.ts'

type Element = Map<string, Value>

/** Every element of the structure tree, in no order that matters; an object is fresh for every mutation. */
function elementsOf({ objects }: Parts): readonly Element[] {
  return [...objects.values()].flatMap(value =>
    value instanceof Map && value.has('S') && value.has('P') ? [value] : [],
  )
}

const type = (element: Dictionary) => nameOf(element.get('S'))
const kidsOf = (element: Dictionary): readonly Value[] => {
  const kids = element.get('K')
  return Array.isArray(kids) ? kids : kids === undefined ? [] : [kids]
}

/** The n-th of what `find` finds is changed; nothing more is left when there is no n-th. */
function each(
  kind: string,
  find: (parts: Parts) => readonly (() => void)[],
): (bytes: Uint8Array, most: number) => readonly Mutation[] {
  return (bytes, most) => {
    const count = Math.min(find(takeApart(bytes)).length, most)
    return Array.from({ length: count }, (_, index): Mutation => {
      const parts = takeApart(bytes)
      find(parts)[index]?.()
      return { kind, bytes: putTogether(parts) }
    })
  }
}

function ofType(pattern: RegExp, change: (element: Element, parts: Parts) => void) {
  return (parts: Parts) =>
    elementsOf(parts)
      .filter(element => pattern.test(type(element)))
      .map(element => () => change(element, parts))
}

/** Those of a type that carry something, whose change is sure to show. */
function withKey(pattern: RegExp, key: string, change: (element: Element) => void) {
  return (parts: Parts) =>
    elementsOf(parts)
      .filter(element => pattern.test(type(element)) && element.has(key))
      .map(element => () => change(element))
}

function attributesOf(element: Element, { objects }: Parts): readonly Element[] {
  const found = element.get('A')
  const all = Array.isArray(found) ? found : [found]
  return all.flatMap(value => {
    const own = typeof value === 'object' && value !== null && 'ref' in value ? objects.get(value.ref) : value
    return own instanceof Map ? [own as Element] : [] // made for this mutation alone
  })
}

function withAttribute(key: string, change: (attributes: Element) => void) {
  return (parts: Parts) =>
    elementsOf(parts).flatMap(element =>
      attributesOf(element, parts)
        .filter(attributes => attributes.has(key))
        .map(attributes => () => change(attributes)),
    )
}

function parent(element: Element, { objects }: Parts): Element {
  const found = element.get('P')
  const value = typeof found === 'object' && found !== null && 'ref' in found ? objects.get(found.ref) : null
  if (!(value instanceof Map)) throw new Error('an element without a parent')
  return value as Element // made for this mutation alone
}

function referenceTo(element: Element, { objects }: Parts): Value {
  for (const [number, value] of objects) if (value === element) return { ref: number }
  throw new Error('an element that is no object')
}

/** Replaces an element among its parent's kids. */
function replace(element: Element, parts: Parts, by: (own: Value) => readonly Value[]): void {
  const above = parent(element, parts)
  const own = referenceTo(element, parts)
  const isOwn = (kid: Value) =>
    typeof kid === 'object' &&
    kid !== null &&
    'ref' in kid &&
    typeof own === 'object' &&
    own !== null &&
    'ref' in own &&
    kid.ref === own.ref
  above.set(
    'K',
    kidsOf(above).flatMap(kid => (isOwn(kid) ? by(own) : [kid])),
  )
}

const lost = (element: Element, parts: Parts) => replace(element, parts, () => [])
const twice = (element: Element, parts: Parts) => replace(element, parts, own => [own, own])

/** Text of the pages, one operation at a time. */
function shownText(change: (bytes: string) => string) {
  return (parts: Parts) =>
    [...parts.objects].flatMap(([number, value]) => {
      if (!isStream(value) || !value.data.includes('BDC') || value.dictionary.has('Subtype')) return []
      const places: number[] = []
      let isText = false
      rewritten(value.data, (operator, operands, index) => {
        if (operator === 'BDC') isText = nameOf(operands[0]) !== 'Artifact' && nameOf(operands[0]) !== 'Lbl'
        const length = JSON.stringify(operands).length
        if (isText && /^T[jJ]$/.test(operator) && length > 60) places.push(index)
        return operands
      })
      return places.map(place => () => {
        const data = rewritten(value.data, (_, operands, index) =>
          index === place ? operands.map(shorter) : operands,
        )
        parts.objects.set(number, { ...value, data })
      })
    })
  function shorter(value: Value): Value {
    if (Array.isArray(value)) {
      const longest = value.reduce(
        (best, item, index) => (sizeOf(item) > sizeOf(value[best]) ? index : best),
        0,
      )
      return value.map((item, index) => (index === longest ? shorter(item) : item))
    }
    return typeof value === 'object' && value !== null && 'bytes' in value
      ? { bytes: change(value.bytes) }
      : value
  }
  function sizeOf(value: Value | undefined): number {
    return typeof value === 'object' && value !== null && 'bytes' in value ? value.bytes.length : 0
  }
}

/** Two glyphs a word at most: those in the middle. */
const middleOut = (bytes: string) => {
  const at = Math.floor(bytes.length / 4) * 2
  return bytes.slice(0, at) + bytes.slice(at + 4)
}
const exchanged = (bytes: string) => {
  const codes = bytes.match(/[\s\S]{2}/g) ?? []
  const at = codes.findIndex((code, index) => index > 0 && code !== codes[index - 1])
  return [...codes.slice(0, at - 1), codes[at], codes[at - 1], ...codes.slice(at + 1)].join('')
}

function swapped(pattern: RegExp) {
  return (parts: Parts) =>
    elementsOf(parts)
      .filter(element => /^TR$/.test(type(element)))
      .flatMap(row => {
        const cells = kidsOf(row).flatMap(kid => {
          const cell =
            typeof kid === 'object' && kid !== null && 'ref' in kid ? parts.objects.get(kid.ref) : null
          return cell instanceof Map && pattern.test(type(cell)) ? [cell as Element] : []
        })
        const [first, second] = cells
        if (first === undefined || second === undefined) return []
        return [
          () => {
            const kids = first.get('K') ?? null
            first.set('K', second.get('K') ?? null)
            second.set('K', kids)
          },
        ]
      })
}

function annotations(of: (annotation: Element, parts: Parts) => (() => void)[]) {
  return (parts: Parts) =>
    [...parts.objects.values()].flatMap(value =>
      value instanceof Map && nameOf(value.get('Subtype')) === 'Link' ? of(value as Element, parts) : [],
    )
}

function uriOf(annotation: Element, { objects }: Parts): Element[] {
  const action = annotation.get('A')
  const own =
    typeof action === 'object' && action !== null && 'ref' in action ? objects.get(action.ref) : action
  return own instanceof Map && own.has('URI') ? [own as Element] : []
}

/** In the XMP packet. */
function packet(pattern: RegExp, by: string) {
  return ({ objects }: Parts) =>
    [...objects].flatMap(([number, value]) =>
      isStream(value) && nameOf(value.dictionary.get('Type')) === 'Metadata' && pattern.test(value.data)
        ? [() => void objects.set(number, { ...value, data: value.data.replace(pattern, by) })]
        : [],
    )
}

/** Leads where another link leads, or nowhere. */
function misled(annotation: Element): (() => void)[] {
  const destination = annotation.get('Dest')
  // The way back from a note is one of the exceptions.
  return destination === undefined || /--\d+$/.test(textString(destination))
    ? []
    : [() => annotation.set('Dest', { bytes: `${textString(destination).slice(0, -1)}~` })]
}

/** Of a section: without a heading it has no place among the others. */
function isHeaded(section: Element | undefined, { objects }: Parts): boolean {
  const [first] = section === undefined ? [] : kidsOf(section)
  const kid = typeof first === 'object' && first !== null && 'ref' in first ? objects.get(first.ref) : null
  return kid instanceof Map && /^H\d$/.test(type(kid))
}

const rename = (name: string) => (element: Element) => void element.set('S', { name })
const bytes = (text: string): Value => ({ bytes: text })

export const pdfMutations: readonly ((bytes: Uint8Array, most: number) => readonly Mutation[])[] = [
  each('letters dropped', shownText(middleOut)),
  each('letters exchanged', shownText(exchanged)),
  each('paragraph lost', ofType(/^P$/, lost)),
  each('paragraph twice', ofType(/^P$/, twice)),
  each('two cells swapped', swapped(/^TD$/)),
  each('two head cells swapped', swapped(/^TH$/)),
  each('cell no head', ofType(/^TH$/, rename('TD'))),
  each(
    'head of another kind',
    withAttribute('Scope', attributes =>
      attributes.set('Scope', { name: nameOf(attributes.get('Scope')) === 'Row' ? 'Column' : 'Row' }),
    ),
  ),
  each(
    'span lost',
    withAttribute('ColSpan', attributes => attributes.delete('ColSpan')),
  ),
  each(
    'span of rows lost',
    withAttribute('RowSpan', attributes => attributes.delete('RowSpan')),
  ),
  each(
    'head of a cell lost',
    withAttribute('Headers', attributes =>
      attributes.set('Headers', list(attributes.get('Headers')).slice(1)),
    ),
  ),
  each(
    'head of a cell changed',
    withAttribute('Headers', attributes =>
      attributes.set('Headers', [bytes('nada'), ...list(attributes.get('Headers')).slice(1)]),
    ),
  ),
  each(
    'name of a head lost',
    withKey(/^TH$/, 'ID', element => element.delete('ID')),
  ),
  each('note lost', ofType(/^Note$/, lost)),
  each(
    'alternative text emptied',
    withKey(/^Figure$/, 'Alt', element => element.set('Alt', bytes(''))),
  ),
  each(
    'alternative text changed',
    withKey(/^Figure$/, 'Alt', element => element.set('Alt', bytes('Otra cosa'))),
  ),
  each(
    'heading one level off',
    ofType(/^H\d$/, element => element.set('S', { name: `H${Number(type(element).slice(1)) + 1}` })),
  ),
  each('heading no heading', ofType(/^H\d$/, rename('P'))),
  each('list flattened', ofType(/^L$/, rename('Div'))),
  each('item lost', ofType(/^LI$/, lost)),
  each('item twice', ofType(/^LI$/, twice)),
  each('quotation lost', ofType(/^BlockQuote$/, rename('Div'))),
  each('box lost', ofType(/^Aside$/, rename('Div'))),
  each(
    'language lost',
    withKey(/^(Span|P|Div|BlockQuote)$/, 'Lang', element => element.delete('Lang')),
  ),
  each(
    'language changed',
    withKey(/^(Span|P|Div|BlockQuote)$/, 'Lang', element => element.set('Lang', bytes('fr'))),
  ),
  each(
    'link retargeted',
    annotations((annotation, parts) =>
      uriOf(annotation, parts).map(action => () => action.set('URI', bytes('https://otra.example/'))),
    ),
  ),
  each('link inside retargeted', annotations(misled)),
  each('emphasis lost', ofType(/^Em$/, rename('Span'))),
  each('emphasis changed', ofType(/^Em$/, rename('Strong'))),
  each('strength lost', ofType(/^Strong$/, rename('Span'))),
  each(
    'expansion lost',
    withKey(/^Span$/, 'E', element => element.delete('E')),
  ),
  each('caption lost', ofType(/^Caption$/, lost)),
  each('figure lost', ofType(/^Figure$/, lost)),
  each('title no title', ofType(/^Title$/, rename('P'))),
  each('section dissolved', parts =>
    ofType(
      /^Sect$/,
      rename('Div'),
    )(parts).filter((_, index) => {
      const sections = elementsOf(parts).filter(element => type(element) === 'Sect')
      return isHeaded(sections[index], parts)
    }),
  ),
  each('title of the file', ({ objects }) =>
    [...objects.values()].flatMap(value =>
      value instanceof Map && value.has('Producer')
        ? [() => (value as Element).set('Title', bytes('Otro'))]
        : [],
    ),
  ),
  each('date of the file', ({ objects }) =>
    [...objects.values()].flatMap(value =>
      value instanceof Map && value.has('Producer')
        ? [() => (value as Element).set('CreationDate', bytes('D:20010101000000Z'))]
        : [],
    ),
  ),
  each(
    'title in the metadata',
    packet(/(<dc:title>(?:(?!<\/dc:title>)[\s\S])*<rdf:li[^>]*>)[^<]*/, '$1Otro'),
  ),
  each('date in the metadata', packet(/(<xmp:CreateDate>)\d{4}/, '$12001')),
  each('language of the file', ({ objects }) =>
    [...objects.values()].flatMap(value =>
      value instanceof Map && nameOf(value.get('Type')) === 'Catalog'
        ? [() => (value as Element).set('Lang', bytes('en'))]
        : [],
    ),
  ),
]
