/** Going through a publication's tree: everything that a node holds, not its children alone. */
import type {
  Block,
  FootnoteReference,
  Inline,
  Publication,
  PublicationNode,
} from '../../publication/model.ts'

type Content = Block | Inline

/** What a node holds, in reading order: captions, titles and notes beside its children. */
export function contentOf(node: PublicationNode): readonly Content[] {
  switch (node.type) {
    case 'root':
      return [...node.children, ...node.notes]
    case 'figure':
      return node.caption
    case 'table':
      return [...node.caption, ...node.children, ...node.note]
    case 'box':
      return [...node.title, ...node.children]
    default:
      return 'children' in node ? node.children : []
  }
}

/** The node and all that stands in it, in reading order. */
export function* everyNode(node: PublicationNode): Generator<PublicationNode> {
  // A stack of our own: generators inside one another would pass every node through all that are around it.
  const ahead: PublicationNode[] = [node]
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    yield next
    for (const child of contentOf(next).toReversed()) ahead.push(child)
  }
}

/** The ids that something in the tree points to. */
export function referenceTargets(root: PublicationNode): ReadonlySet<string> {
  const targets = new Set<string>()
  for (const node of everyNode(root)) {
    if (node.type === 'crossReference') targets.add(node.target)
    if (node.type === 'index') for (const entry of node.entries) targets.add(entry.target)
  }
  return targets
}

/** The references of each note, in order, by the note's id. */
export function noteReferences(root: PublicationNode): ReadonlyMap<string, readonly FootnoteReference[]> {
  const references = new Map<string, FootnoteReference[]>()
  for (const node of everyNode(root)) {
    if (node.type !== 'footnoteReference') continue
    const known = references.get(node.target)
    if (known === undefined) references.set(node.target, [node])
    else known.push(node)
  }
  return references
}

/** Two hyphens keep it apart from the ids of blocks and sections. */
export function referenceId({ target, ordinal }: FootnoteReference): string {
  return `${target}--${ordinal}`
}

/** The keys of the pictures that the tree shows, each once, in order. */
export function pictureKeys(root: PublicationNode): readonly string[] {
  const keys = new Set<string>()
  for (const node of everyNode(root)) {
    if (node.type === 'figure' || node.type === 'image') keys.add(node.image)
  }
  return [...keys]
}

/** Characters of a node without its markup. */
export function plainText(node: PublicationNode): string {
  return 'value' in node ? node.value : contentOf(node).map(plainText).join('')
}

/** Every picture that is more than an ornament has a text in its place. */
export function picturesAreDescribed({ tree }: Publication): boolean {
  for (const node of everyNode(tree)) {
    if (node.type !== 'figure' && node.type !== 'image') continue
    if (!node.decorative && node.alternative === '') return false
  }
  return true
}
