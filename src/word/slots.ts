/** What a house's own Word file leaves open: content controls and fields with agreed names (ECMA-376 Part 1, 17.5.2, 17.16). */
import { fold } from '../text/fold.ts'
import {
  childOf,
  everyElement,
  isElement,
  newElement,
  type XmlElement,
  type XmlNode,
} from '../text/xml-tree.ts'

export type SlotName = 'titulo' | 'fecha' | 'organo' | 'clasificacion'
export type SlotValues = Readonly<Record<SlotName, string>>

const names: Readonly<Record<string, SlotName>> = {
  titulo: 'titulo',
  title: 'titulo',
  fecha: 'fecha',
  date: 'fecha',
  organo: 'organo',
  organisation: 'organo',
  organization: 'organo',
  clasificacion: 'clasificacion',
  classification: 'clasificacion',
}

function slotNamed(name: string): SlotName | null {
  const plain = fold(name).normalize('NFD').replace(/\p{M}/gu, '').trim()
  return Object.hasOwn(names, plain) ? (names[plain] ?? null) : null
}

/** Fills every slot below the element. @returns those that it has */
export function fillSlots(root: XmlElement, values: SlotValues): ReadonlySet<SlotName> {
  const filled = new Set<SlotName>()
  const visit = (element: XmlElement) => {
    fillFields(element, values, filled)
    for (const child of element.children.filter(isElement)) {
      const name = child.name === 'w:sdt' ? controlName(child) : null
      if (name === null) visit(child)
      else {
        fillControl(child, values[name])
        filled.add(name)
      }
    }
  }
  visit(root)
  return filled
}

/** @returns those that stand below the element, which stays as it is */
export function slotsIn(element: XmlElement): ReadonlySet<SlotName> {
  const blank = { titulo: '', fecha: '', organo: '', clasificacion: '' }
  return fillSlots(newElement('', {}, [structuredClone(element)]), blank)
}

/** By its tag, which people do not see, or its title, which they do. */
function controlName(control: XmlElement): SlotName | null {
  const properties = childOf(control, 'w:sdtPr')
  if (properties === undefined) return null
  for (const kind of ['w:tag', 'w:alias']) {
    const name = slotNamed(childOf(properties, kind)?.attributes.get('w:val') ?? '')
    if (name !== null) return name
  }
  return null
}

/** A placeholder's look is not that of text, and what a lock kept from being written has been. */
const unfilled = new Set(['w:showingPlcHdr', 'w:temporary', 'w:lock'])

function fillControl(control: XmlElement, value: string): void {
  const properties = childOf(control, 'w:sdtPr')
  const content = childOf(control, 'w:sdtContent')
  if (properties !== undefined) {
    properties.children = properties.children.filter(node => !isElement(node) || !unfilled.has(node.name))
    childOf(properties, 'w:date')?.attributes.delete('w:fullDate')
  }
  if (content === undefined) return
  const holder = [...everyElement(content)].find(({ name }) => name === 'w:p') ?? content
  const paragraph = childOf(holder, 'w:pPr')
  const run = [...everyElement(holder)].find(({ name }) => name === 'w:r')
  holder.children = [...(paragraph === undefined ? [] : [paragraph]), textRun(run, value)]
  if (holder === content) return
  // Of several paragraphs or cells, the first has the text.
  content.children = content.children.filter(
    node => isElement(node) && (node === holder || [...everyElement(node)].includes(holder)),
  )
}

/** With the look of the run whose place it takes. */
function textRun(like: XmlElement | undefined, value: string): XmlElement {
  const look = like === undefined ? undefined : childOf(like, 'w:rPr')
  if (look !== undefined)
    look.children = look.children.filter(node => !isElement(node) || node.name !== 'w:rStyle')
  const text = newElement('w:t', { 'xml:space': 'preserve' }, [value])
  return newElement('w:r', {}, [...(look === undefined ? [] : [look]), text])
}

/** `TITLE`, `DOCPROPERTY titulo`, `MERGEFIELD fecha`: the text that they show; a merge field would be asked for again. */
function fillFields(parent: XmlElement, values: SlotValues, filled: Set<SlotName>): void {
  parent.children = parent.children.map(node => {
    if (!isElement(node) || node.name !== 'w:fldSimple') return node
    const name = fieldName(node.attributes.get('w:instr') ?? '')
    if (name === null) return node
    filled.add(name)
    return textRun(childOf(node, 'w:r'), values[name])
  })
  let instruction = ''
  let start = -1
  let depth = 0
  for (let index = 0; index < parent.children.length; index++) {
    const node = parent.children[index]
    if (node === undefined || !isElement(node)) continue
    const mark = childOf(node, 'w:fldChar')?.attributes.get('w:fldCharType')
    if (mark === 'begin' && depth++ === 0) {
      start = index
      instruction = ''
    } else if (depth > 0 && mark === undefined)
      instruction += childOf(node, 'w:instrText')?.children.join('') ?? ''
    if (mark !== 'end' || --depth > 0 || start < 0) continue
    const name = fieldName(instruction)
    if (name !== null) {
      const shown = parent.children.slice(start, index).filter(isElement)
      const like = shown.find(run => childOf(run, 'w:t') !== undefined) ?? shown[0]
      parent.children.splice(start, index - start + 1, textRun(like, values[name]) satisfies XmlNode)
      filled.add(name)
      index = start
    }
    start = -1
    depth = 0
  }
}

function fieldName(instruction: string): SlotName | null {
  const [kind = '', ...words] = instruction.trim().split(/\s+/)
  if (/^title$/i.test(kind)) return 'titulo'
  if (!/^(?:docproperty|mergefield|docvariable)$/i.test(kind)) return null
  return slotNamed((words[0] ?? '').replaceAll('"', ''))
}
