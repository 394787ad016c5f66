/** Gives every section and block its id. */
import type { Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import { placeOf } from '../diagnostics/place.ts'
import { report } from '../diagnostics/report.ts'
import { shortDigest } from '../text/digest.ts'
import { fold, slug } from '../text/fold.ts'
import { blocks, plainText } from './content.ts'
import { type Section, setId } from './nodes.ts'
import { partsOf } from './parts.ts'

/**
 * Sections are named after their titles, after their parent too where that is taken, then by an ordinal. A block's
 * id is made of its section's id, its type and its text, so that an edit elsewhere does not move it. An attribute
 * (`{#name}`) fixes the id of a section or block. Runs after `sections`.
 */
export function ids() {
  return (tree: Root, file: VFile): void => {
    const names: Names = { taken: new Set(labels(tree, file).keys()), ordinals: new Map() }
    for (const child of tree.children) if (child.type === 'section') nameSection(child, '', names)
    nameBlocks(tree, '', new Map(), names.taken)
  }
}

/** A section of the tree keeps its label on its heading. */
function labelOf(node: RootContent | undefined): string | undefined {
  return node?.data?.attributes?.id
}

/** Where each label of the source stands; one that comes twice or cannot be one is reported. */
function labels(tree: Root, file: VFile): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  const visit = (node: Root | RootContent): void => {
    const id = node.type === 'root' ? undefined : labelOf(node)
    if (id !== undefined) {
      const place = placeOf(node, file)
      const line = found.get(id)
      if (!identified.has(node.type)) report(file, 'unknown-attribute', place, { key: `#${id}`, nearest: '' })
      else if (line !== undefined) report(file, 'duplicate-id', place, { id, line })
      else if (!isLabel(id))
        report(file, 'attribute-value', place, { key: '#', expected: 'label-free', found: id })
      else found.set(id, place.line)
    }
    for (const part of partsOf(node)) for (const child of part) visit(child)
  }
  visit(tree)
  return found
}

/** The blocks that have an id of their own, and so may be referred to: a section has its heading's. */
const identified = new Set([...blocks].filter(type => type !== 'section' && type !== 'html'))

/** What the formats keep for themselves: a template's own ids, the opening's, and those of blocks. */
const reserved = /^(?:[po]-|b[a-z2-7]{12}$)/
/** Also a name in XML (NCName), which EPUB asks of an id. */
function isLabel(id: string): boolean {
  return /^\p{L}[\p{L}\p{N}._-]*$/u.test(id) && !reserved.test(id)
}

/** Ids in use; and for a name in use, the ordinal to try next. */
interface Names {
  readonly taken: Set<string>
  readonly ordinals: Map<string, number>
}

function nameSection(section: Section, parent: string, names: Names): void {
  const [first] = section.children
  // A lead section has no heading: the label of its first block is that block's.
  const label = first?.type === 'heading' ? labelOf(first) : undefined
  section.id = label ?? free(slug(section.title), parent, names)
  names.taken.add(section.id)
  setId(section, section.id)
  for (const child of section.children) if (child.type === 'section') nameSection(child, section.id, names)
}

function free(name: string, parent: string, { taken, ordinals }: Names): string {
  const plain = name === '' ? 'seccion' : /^\d/.test(name) || reserved.test(name) ? `s-${name}` : name
  if (!taken.has(plain)) return plain
  const longer = parent === '' ? plain : `${parent}-${plain}`
  if (!taken.has(longer)) return longer
  let ordinal = ordinals.get(longer) ?? 2
  while (taken.has(`${longer}-${ordinal}`)) ordinal++
  ordinals.set(longer, ordinal + 1)
  return `${longer}-${ordinal}`
}

function nameBlocks(
  parent: Root | RootContent,
  section: string,
  equals: Map<string, number>,
  taken: Set<string>,
) {
  for (const node of partsOf(parent).flat()) {
    if (node.type === 'section') {
      nameBlocks(node, node.id, equals, taken)
    } else if (identified.has(node.type)) {
      setId(
        node,
        (node.type === 'heading' ? undefined : labelOf(node)) ?? blockId(node, section, equals, taken),
      )
      if (node.type !== 'paragraph' && node.type !== 'heading') nameBlocks(node, section, equals, taken)
    }
  }
}
function blockId(
  node: RootContent,
  section: string,
  equals: Map<string, number>,
  taken: Set<string>,
): string {
  const said = `${section}\0${node.type}\0${fold(plainText(node))}`
  let id: string
  do {
    const ordinal = (equals.get(said) ?? 0) + 1
    equals.set(said, ordinal)
    id = `b${shortDigest(ordinal === 1 ? said : `${said}\0${ordinal}`)}`
  } while (taken.has(id))
  taken.add(id)
  return id
}
