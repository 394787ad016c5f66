/** An office's own Word file as a template: refused where anything in it is unsound or active, and lessened to what goes on. */
import { readFileSync, statSync } from 'node:fs'
import type { VFile } from 'vfile'
import { causeOf } from '../diagnostics/phrases.ts'
import { report } from '../diagnostics/report.ts'
import { childOf, everyElement, isElement, newElement, type XmlElement } from '../text/xml-tree.ts'
import { type Fault, openPackage } from '../word/package.ts'
import { partsOf } from '../word/parts.ts'
import { slotsIn } from '../word/slots.ts'
import { zipBounds } from '../word/zip.ts'
import type { PageGeometry, WordTemplate } from './types.ts'

/**
 * @param path - of the file, for reading
 * @param shown - the same for people
 * @param page - geometry for what the template's last section leaves open
 * @returns null after an error in `file`
 */
export function loadWordTemplate(
  path: string,
  shown: string,
  page: PageGeometry,
  file: VFile,
): WordTemplate | null {
  const bytes = bytesOf(path)
  const found = 'why' in bytes ? bytes : readTemplate(bytes, page)
  if (!('why' in found)) return { path: shown, ...found }
  report(file, 'word-template-invalid', shown, { path: shown, ...found })
  return null
}

function bytesOf(path: string): Uint8Array | Fault {
  try {
    if (statSync(path).size > zipBounds.bytes)
      return { part: '', why: ['zip-bytes', zipBounds.bytes / 1024 / 1024] }
    return readFileSync(path)
  } catch (error) {
    // Node's own errors carry a code; anything else is a bug.
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    return { part: '', why: causeOf(code) }
  }
}

/** @param bytes - of a file that may be anything */
export function readTemplate(bytes: Uint8Array, fallback: PageGeometry): Omit<WordTemplate, 'path'> | Fault {
  const file = openPackage(bytes)
  if ('why' in file) return file
  const { main } = file
  let [page, front] = [fallback, { cover: false, dropped: '' }]
  const parts = partsOf(file, document => {
    page = lastPage(document, fallback)
    front = lessen(document)
  })
  if ('why' in parts) return parts
  const styles = [...(file.relationships.get(main)?.values() ?? [])].find(({ kind }) => kind === 'styles')
  const text = new TextDecoder().decode(parts.get(styles?.target ?? ''))
  if (!/<w:style [^>]*w:type="paragraph"/.test(text))
    return { part: styles?.target ?? 'word/styles.xml', why: 'word-no-styles' }
  return { parts, main, page, ...front }
}

/** Leaves of the house's own text what stands before the last slot, or with it; of a cover without one, its section. */
function lessen(document: XmlElement): Pick<WordTemplate, 'cover' | 'dropped'> {
  const body = childOf(document, 'w:body')
  const blocks = (body?.children ?? []).filter(isElement)
  const sections = [...everyElement(document)].filter(({ name }) => name === 'w:sectPr')
  const [first] = sections
  const last = blocks.at(-1)?.name === 'w:sectPr' ? blocks.pop() : undefined
  const lastSlot = blocks.findLastIndex(block => slotsIn(block).size > 0)
  // A section that has begun goes to its end.
  const ends = blocks.findIndex((block, index) => index >= lastSlot && sectionOf(block) !== undefined)
  const count = lastSlot < 0 ? 0 : ends < 0 ? lastSlot + 1 : ends + 1
  const cover = lastSlot < 0 && first !== undefined && sections.length > 1
  const kept = cover ? [newElement('w:p', {}, [newElement('w:pPr', {}, [first])])] : blocks.slice(0, count)
  if (body !== undefined) body.children = last === undefined ? kept : [...kept, last]
  const words = blocks.slice(count).map(wordsOf)
  return { cover, dropped: words.filter(text => text !== '').join(' ') }
}

function sectionOf(block: XmlElement): XmlElement | undefined {
  const properties = childOf(block, 'w:pPr')
  return properties === undefined ? undefined : childOf(properties, 'w:sectPr')
}

function wordsOf(block: XmlElement): string {
  const texts = [...everyElement(block)].filter(({ name }) => name === 'w:t')
  return texts
    .map(({ children }) => children.filter(child => !isElement(child)).join(''))
    .join('')
    .trim()
}

/** Of the last section, which stands at the end of the body (ECMA-376 Part 1, 17.6.17). */
function lastPage(document: XmlElement, fallback: PageGeometry): PageGeometry {
  const last = [...everyElement(document)].filter(({ name }) => name === 'w:sectPr').at(-1)
  const size = last === undefined ? undefined : childOf(last, 'w:pgSz')
  const margin = last === undefined ? undefined : childOf(last, 'w:pgMar')
  const points = (element: XmlElement | undefined, name: string, otherwise: number) => {
    const value = Number(element?.attributes.get(`w:${name}`))
    return Number.isFinite(value) && element?.attributes.has(`w:${name}`) === true
      ? Math.abs(value) / 20
      : otherwise
  }
  const gutter = points(margin, 'gutter', 0)
  const page: PageGeometry = {
    size: 'word',
    width: points(size, 'w', fallback.width),
    height: points(size, 'h', fallback.height),
    margin: {
      top: points(margin, 'top', fallback.margin.top),
      right: points(margin, 'right', fallback.margin.right),
      bottom: points(margin, 'bottom', fallback.margin.bottom),
      left: points(margin, 'left', fallback.margin.left) + gutter,
    },
    headDistance: points(margin, 'header', fallback.headDistance),
    footDistance: points(margin, 'footer', fallback.footDistance),
  }
  const { margin: m } = page
  // Nothing can be set on a page without room.
  return page.width - m.left - m.right > 72 && page.height - m.top - m.bottom > 72 ? page : fallback
}
