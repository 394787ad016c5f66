/** Writes the structure tree and its parent tree (ISO 32000-1 14.7.2, 14.7.4.4). */
import type { PdfDocument } from './document.ts'
import { type Element, roleMap, type Slot, type StructureType } from './elements.ts'
import type { Structure } from './structure.ts'
import { type Dictionary, latin1, type Reference, text, type Value } from './syntax.ts'
import { nameTree, numberTree } from './trees.ts'

/**
 * What stands behind a structural parent key: a page's slots by marked-content identifier, or the one element
 * that an annotation belongs to.
 */
export type StructuralParent = readonly Slot[] | Element

/**
 * Fills the structure tree root, which pdfkit ends.
 *
 * @param parents - by key, as StructParents of pages and StructParent of annotations name them
 * @returns the elements that were written: those with content
 */
export function writeTags(
  doc: PdfDocument,
  root: Reference,
  structure: Structure,
  parents: readonly StructuralParent[],
): ReadonlyMap<Element, Reference> {
  const references = new Map<Element, Reference>()
  const top = writeElement(doc, structure.root, root, references)
  const of = (element: Element): Value => references.get(element) ?? null
  const numbers = parents.map(parent =>
    'type' in parent ? of(parent) : parent.map(slot => of(slot.element)),
  )

  root.data.K = top === null ? [] : [top]
  root.data.ParentTree = numberTree(doc, numbers)
  root.data.ParentTreeNextKey = parents.length
  const named = [...references].filter(([{ id }]) => id !== '')
  if (named.length > 0)
    root.data.IDTree = nameTree(
      doc,
      named.map(([{ id }, reference]) => [id, reference]),
    )
  const used = new Set<StructureType>([...references.keys()].map(({ type }) => type))
  const roles = Object.entries(roleMap).filter(([role]) => used.has(role as StructureType))
  if (roles.length > 0) root.data.RoleMap = Object.fromEntries(roles)
  return references
}

/** @returns null for an element without content (the label of an item that prints none) */
function writeElement(
  doc: PdfDocument,
  element: Element,
  parent: Reference,
  references: Map<Element, Reference>,
): Reference | null {
  if (!hasContent(element)) return null
  const page = element.kids.find(isSlotWithContent)?.pieces[0]?.page ?? element.annotations[0]?.page
  const reference = doc.ref({ S: element.type, P: parent })
  references.set(element, reference)
  const kids: Value[] = []
  for (const kid of element.kids) {
    if ('pieces' in kid) {
      for (const piece of kid.pieces) {
        kids.push(piece.page === page ? piece.mcid : { Type: 'MCR', Pg: piece.page, MCID: piece.mcid })
      }
      continue
    }
    const child = writeElement(doc, kid, reference, references)
    if (child !== null) kids.push(child)
  }
  for (const { page: on, annotation } of element.annotations) {
    kids.push({ Type: 'OBJR', ...(on === page ? {} : { Pg: on }), Obj: annotation })
  }

  const data: Dictionary = reference.data
  if (page !== undefined) data.Pg = page
  if (element.id !== '') data.ID = latin1(element.id)
  if (element.title !== '') data.T = text(element.title)
  if (element.alternative !== '') data.Alt = text(element.alternative)
  if (element.expansion !== '') data.E = text(element.expansion)
  if (element.parent !== null && element.language !== element.parent.language) {
    data.Lang = text(element.language)
  }
  const { attributes } = element
  if (attributes.length > 0) data.A = attributes.length === 1 ? attributes[0] : attributes
  if (kids.length > 0) data.K = kids.length === 1 ? kids[0] : kids
  reference.end()
  return reference
}

/** Cells stand for their place in the grid, empty or not. */
function hasContent(element: Element): boolean {
  if (element.type === 'TD' || element.type === 'TH') return true
  if (element.annotations.length > 0) return true
  return element.kids.some(kid => ('pieces' in kid ? kid.pieces.length > 0 : hasContent(kid)))
}

function isSlotWithContent(kid: Element | Slot): kid is Slot {
  return 'pieces' in kid && kid.pieces.length > 0
}
