/** The house's heads and feet, filled; a head that does not say how the document is classified says so first. */
import {
  childrenOf,
  type parseXml as parse,
  parseXml,
  type XmlElement,
  xmlText,
} from '../../../text/xml-tree.ts'
import { declaration } from '../xml.ts'
import { type House, partText } from './house.ts'
import { fillSlots } from './slots.ts'
import { targetsOf } from './xml-parts.ts'

type Tree = ReturnType<typeof parse>

export function fillHeads(
  house: House,
  relationships: XmlElement,
  files: Map<string, string | Uint8Array>,
  notice: string,
): void {
  for (const kind of ['header', 'footer'] as const) {
    for (const path of targetsOf(relationships, kind)) {
      const tree = parseXml(partText(house.template, path))
      const filled = fillSlots(tree, house.values)
      if (kind === 'header' && notice !== '' && !filled.has('clasificacion')) begin(tree, notice)
      if (filled.size > 0 || notice !== '') files.set(path, declaration + xmlText(tree))
    }
  }
}

function begin(tree: Tree, notice: string): void {
  const namespaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  const paragraphs = childrenOf(parseXml(`<w:hdr ${namespaces}>${notice}</w:hdr>`))
  tree.children.unshift(...paragraphs)
}
