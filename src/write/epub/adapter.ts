/**
 * The only module that knows epub-gen-memory. Of the library it takes the frame: which files a package has, where
 * they stand, the container. What it would make of their content (flat contents, English, random names, attributes
 * dropped, pictures fetched) is replaced: its templates print finished files, and its ways to disk and network end
 * in methods that do nothing.
 */
import { EPub } from 'epub-gen-memory'
import { type ArchiveFile, archive } from '../../bytes/archive.ts'
import { compare } from '../../text/order.ts'
import type { Book } from './book.ts'

/** Folder of the package document. */
const folder = 'OEBPS'

/** @returns the EPUB container (OCF, EPUB 3.3 §4), entries sorted after `mimetype`, the same bytes everywhere */
export async function packBook(book: Book): Promise<Uint8Array> {
  const files = await new BookFiles(book).files()
  for (const { file, bytes } of book.assets) files.set(`${folder}/${file}`, bytes)
  const mimetype = files.get('mimetype')
  if (mimetype === undefined) throw new Error('the package has no mimetype')
  files.delete('mimetype')

  const rest = [...files].sort(([a], [b]) => compare(a, b))
  return archive([
    { path: 'mimetype', bytes: mimetype, level: 0 },
    ...rest.map(
      ([path, bytes]): ArchiveFile => ({ path, bytes, level: /\.(woff2|png|jpg)$/.test(path) ? 0 : 6 }),
    ),
  ])
}

class BookFiles extends EPub {
  constructor(book: Book) {
    const options = {
      title: book.title,
      lang: book.language,
      css: book.style,
      chapterXHTML: '<%- xhtml %>',
      contentOPF: '<%- packageDocument %>',
      tocXHTML: '<%- navigation %>',
      // EPUB 2's contents: every reading system of today has the navigation document.
      tocNCX: '',
      packageDocument: book.packageDocument,
      navigation: book.navigation,
    }
    const chapters = book.chapters.map(({ file, title, xhtml }) => ({
      filename: file,
      title,
      content: '',
      xhtml,
    }))
    super(options, chapters)
    this.uuid = book.identifier
  }

  /** Every file with content, by its path in the container. */
  async files(): Promise<Map<string, Uint8Array>> {
    await this.render()
    const files = new Map<string, Uint8Array>()
    for (const entry of Object.values(this.zip.files)) {
      const bytes = entry.dir ? new Uint8Array() : await entry.async('uint8array')
      if (bytes.length > 0) files.set(entry.name, bytes)
    }
    return files
  }

  protected override async downloadAllFonts(): Promise<void> {}
  protected override async downloadAllImages(): Promise<void> {}
  protected override async makeCover(): Promise<void> {}
}
