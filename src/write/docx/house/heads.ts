/** The house's heads and feet, filled; a head that does not say how the document is classified says so first, and that of a draft has its watermark. */
import { childrenOf, parseXml, type XmlElement, xmlText } from '../../../text/xml-tree.ts'
import { numberDrawings } from '../../../word/consistency.ts'
import { fillSlots } from '../../../word/slots.ts'
import { declaration } from '../xml.ts'
import { type House, partText } from './house.ts'
import { targetsOf } from './xml-parts.ts'

/** What our own heads say on every page, as XML. */
export interface Notices {
  /** `w:p` for a head that does not say how the document is classified; '' for none. */
  readonly notice: string
  /** `w:r` of a draft's watermark, another one on each call; '' for none. */
  readonly watermark: () => string
}

export function fillHeads(
  house: House,
  relationships: XmlElement,
  files: Map<string, string | Uint8Array>,
  { notice, watermark }: Notices,
): void {
  for (const kind of ['header', 'footer'] as const) {
    for (const path of targetsOf(relationships, kind)) {
      const tree = parseXml(partText(house.template, path))
      const filled = fillSlots(tree, house.values)
      if (kind === 'header' && notice !== '') {
        if (!filled.has('clasificacion')) tree.children.unshift(...elementsOf(notice))
        const [first] = childrenOf(tree, 'w:p')
        first?.children.push(...elementsOf(watermark()))
        numberDrawings(tree)
      }
      if (filled.size > 0 || notice !== '') files.set(path, declaration + xmlText(tree))
    }
  }
}

function elementsOf(xml: string): readonly XmlElement[] {
  const namespaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  return childrenOf(parseXml(`<w:hdr ${namespaces}>${xml}</w:hdr>`))
}
