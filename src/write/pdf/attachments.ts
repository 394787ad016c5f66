/** Files that travel in the document: its own texts, as associated files (ISO 19005-3 6.8, annex E). */
import type { AttachedText } from '../types.ts'
import { object, type PdfDocument, stream } from './document.ts'
import { type Catalogue, isPlain, text } from './syntax.ts'
import { nameTree } from './trees.ts'

/** By ending; as names, in which a slash is written so (ISO 32000-1 7.3.5). */
const types: Readonly<Record<string, string>> = {
  md: 'text#2Fmarkdown',
  csv: 'text#2Fcsv',
  yml: 'application#2Fyaml',
}

/** @param date - of every file, which have no others */
export function writeAttachments(
  doc: PdfDocument,
  catalogue: Catalogue,
  files: readonly AttachedText[],
  date: Date,
): void {
  if (files.length === 0) return
  const specifications = files.map(({ path, content }) => {
    const bytes = new TextEncoder().encode(content)
    const file = stream(
      doc,
      {
        Type: 'EmbeddedFile',
        Subtype: types[/[^.]*$/.exec(path)?.[0].toLowerCase() ?? ''] ?? 'text#2Fplain',
        Params: { Size: bytes.length, ModDate: date },
      },
      bytes,
    )
    const name = path.replace(/^source\//, '').replaceAll('/', '-')
    const specification = object(doc, {
      Type: 'Filespec',
      F: text(Array.from(name, character => (isPlain(character) ? character : '_')).join('')),
      UF: text(name),
      EF: { F: file, UF: file },
      AFRelationship: 'Source',
    })
    return [path, specification] as const
  })
  catalogue.AF = specifications.map(([, specification]) => specification)
  catalogue.Names.data.EmbeddedFiles = nameTree(doc, specifications)
}
