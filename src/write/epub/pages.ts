/** The book's XHTML files: cover, title page, navigation, text. */
import type { ElementContent, Root } from 'hast'
import { h } from 'hastscript'
import type { Page } from '../../layout/types.ts'
import type { Locale } from '../../locale/types.ts'
import type { CodeTokens } from '../../publication/code-tokens.ts'
import { wordCount } from '../../publication/metadata.ts'
import type { Block, FootnoteDefinition, PublicationNode } from '../../publication/model.ts'
import { everyNode } from '../../publication/walk.ts'
import type { Edition } from '../types.ts'
import { contentsList } from '../web/contents.ts'
import type { HastSettings } from '../web/context.ts'
import { emblemToHast } from '../web/emblem.ts'
import { toHast } from '../web/hast.ts'
import { onLines } from '../web/nodes.ts'
import { openingToHast } from '../web/opening.ts'
import { pageId, pageMark, pageStarts } from '../web/page-marks.ts'
import { referenceId } from '../web/references.ts'
import { hastSettings } from '../web/settings.ts'
import {
  type Chapter,
  colophonFile,
  coverFile,
  coverImageFile,
  coverPictureFile,
  navigationFile,
  styleFile,
  titleFile,
} from './book.ts'
import { editionLines } from './edition-lines.ts'
import { xhtmlDocument } from './xml.ts'

/** Up to so many words stand in one file; longer texts get a file for each top-level section. */
const wordsOfOneFile = 6000

interface TextFile {
  readonly file: string
  readonly title: string
  readonly blocks: readonly Block[]
  /** Those whose first reference stands in the file. */
  readonly notes: readonly FootnoteDefinition[]
}

/**
 * @param pictures - file of each picture of the text, by its key
 * @param hasCoverPicture - the cover is there as PNG too
 * @returns cover, title page and the files of the text, in reading order, and the navigation document
 */
export function bookPages(
  edition: Edition,
  locale: Locale,
  pictures: ReadonlyMap<string, string>,
  hasCoverPicture: boolean,
  tokens: CodeTokens,
): { readonly chapters: readonly Chapter[]; readonly navigation: string; readonly paged: boolean } {
  const files = textFiles(edition)
  const layout = edition.layout()
  const starts = pageStarts(layout, edition.publication, edition.opening)
  const fileOf = new Map(
    files.flatMap(({ file, blocks, notes }) =>
      [...blocks, ...notes].flatMap(allIds).map(id => [id, file] as const),
    ),
  )
  const address = (target: string, from: string) => {
    const file = fileOf.get(target)
    if (file === undefined) throw new Error(`nothing has the id ${target}`)
    return file === from ? `#${target}` : `${file}#${target}`
  }
  const common = hastSettings(
    edition,
    locale,
    {
      medium: 'book',
      anchors: false,
      href: target => address(target, titleFile),
      pageStarts: starts,
      tokens,
    },
    key => pictures.get(key) ?? '',
  )
  const [firstPage] = layout.pages
  const front = [
    cover(edition, locale, hasCoverPicture),
    titlePage(edition, locale, common, firstPage?.label ?? ''),
  ]

  const text = files.map(({ file, title, blocks, notes }) => {
    const settings = { ...common, href: (target: string) => address(target, file) }
    const body = [...toHast(blocks, settings), ...noteSection(notes, locale, settings)]
    return { file, title, xhtml: page(edition, title, 'bodymatter', body) }
  })
  const pages = pageList(layout.pages, starts, files)
  return {
    chapters: [...front, ...text, colophonPage(edition, locale)],
    navigation: navigation(edition, locale, address, text[0]?.file ?? titleFile, pages),
    paged: pages.length > 0,
  }
}

/** A page of the printed document, and where it begins in the book. */
interface ListedPage {
  readonly label: string
  readonly href: string
}

/** In their order; pages on which nothing begins that the text holds are not among them. */
function pageList(
  pages: readonly Page[],
  starts: HastSettings['pageStarts'],
  files: readonly TextFile[],
): readonly ListedPage[] {
  const fileOf = new Map<string, string>()
  const enter = (nodes: readonly PublicationNode[], file: string) => {
    for (const node of nodes) {
      for (const inner of everyNode(node)) {
        for (const { id } of starts.get(inner) ?? []) fileOf.set(id, file)
      }
    }
  }
  for (const { file, blocks } of files) enter(blocks, file)
  const begun = new Set([...starts.values()].flat().map(({ id }) => id))
  return pages.flatMap(({ label, number }) => {
    const id = pageId(number)
    // What begins in the opening stands on the title page, and the first page there.
    return begun.has(id) || number === 1 ? [{ label, href: `${fileOf.get(id) ?? titleFile}#${id}` }] : []
  })
}

/** Without a heading: reading systems that show notes beside their references hide them here. */
function noteSection(
  notes: readonly FootnoteDefinition[],
  locale: Locale,
  settings: HastSettings,
): readonly ElementContent[] {
  if (notes.length === 0) return []
  const properties = { 'epub:type': 'footnotes', ariaLabel: locale.terms.notes }
  return [h('section.notes', properties, onLines(toHast(notes, settings)))]
}

function textFiles({ publication }: Edition): readonly TextFile[] {
  const { metadata, sections, tree } = publication
  const { title } = metadata
  if (tree.children.length === 0) return []
  if (wordCount(sections) <= wordsOfOneFile) {
    return [{ file: 'text.xhtml', title, blocks: tree.children, notes: tree.notes }]
  }
  const digits = String(tree.children.length).length
  const placed = new Set<FootnoteDefinition>()
  const byId = new Map(tree.notes.map(note => [note.id, note]))
  return tree.children.map((block, index) => ({
    file: `text-${String(index + 1).padStart(digits, '0')}.xhtml`,
    title: block.type === 'section' ? block.section.title : title,
    blocks: [block],
    notes: firstNotes(block, byId, placed),
  }))
}

/** The notes that are referred to in a block, or in such a note, and in no block before it; these join `placed`. */
function firstNotes(
  block: Block,
  byId: ReadonlyMap<string, FootnoteDefinition>,
  placed: Set<FootnoteDefinition>,
): readonly FootnoteDefinition[] {
  const found: FootnoteDefinition[] = []
  const search: PublicationNode[] = [block]
  for (const from of search) {
    for (const node of everyNode(from)) {
      const note = node.type === 'footnoteReference' ? byId.get(node.target) : undefined
      if (note === undefined || placed.has(note)) continue
      placed.add(note)
      found.push(note)
      search.push(note)
    }
  }
  return found
}

function allIds(node: PublicationNode): readonly string[] {
  return [...everyNode(node)].flatMap(inner => {
    if (inner.type === 'footnoteReference') return [referenceId(inner)]
    return 'id' in inner ? [inner.id] : []
  })
}

/**
 * The SVG, sharp at any size; the PNG where there is one and a reading system shows no SVG. Not as `picture`: reading
 * systems leave `srcset` as it is (foliate-js).
 */
function cover(edition: Edition, locale: Locale, hasPicture: boolean): Chapter {
  const { title, organisation } = edition.publication.metadata
  const alt = [locale.terms.cover, title, organisation].filter(part => part !== '').join('. ')
  const image = h('img', { src: hasPicture ? coverPictureFile : coverImageFile, alt, role: 'doc-cover' })
  const drawn = { data: coverImageFile, type: 'image/svg+xml', role: 'img', ariaLabel: alt }
  const body = [
    h('section.cover', { 'epub:type': 'cover' }, [hasPicture ? h('object', drawn, [image]) : image]),
  ]
  return {
    file: coverFile,
    title: locale.terms.cover,
    xhtml: page(edition, locale.terms.cover, 'frontmatter', body),
  }
}

/** @param firstPage - label of the first page of the printed document; '' where there is none */
function titlePage(edition: Edition, locale: Locale, settings: HastSettings, firstPage: string): Chapter {
  const { design, opening } = edition
  const { letterhead, title } = openingToHast(opening, design.brandLink, settings)
  const emblem = design.furniture.emblem === null ? null : emblemToHast(design.furniture.emblem, 'emblem-')
  const names = letterhead.length === 0 ? [] : [h('div', onLines(letterhead))]
  const head = emblem === null ? names : [emblem, ...names]
  const mark = firstPage === '' ? [] : [pageMark({ id: pageId(1), label: firstPage, offset: 0 })]
  const top = head.length === 0 ? mark : [...mark, h('div.letterhead', onLines(head))]
  const body = h(
    edition.publication.metadata.cover ? 'section.titlepage.spacious' : 'section.titlepage',
    { 'epub:type': 'titlepage' },
    onLines([...top, ...title]),
  )
  return {
    file: titleFile,
    title: locale.terms.titlePage,
    xhtml: page(edition, edition.publication.metadata.title, 'frontmatter', [body]),
  }
}

/** What the book says of its edition (EPUB 3 Structural Semantics Vocabulary 1.1, colophon). */
function colophonPage(edition: Edition, locale: Locale): Chapter {
  const { colophon: title } = locale.terms
  const id = 'colophon-title'
  const lines = editionLines(edition, locale).map(({ label, value }) => [
    h('dt', label),
    h('dd', /^https?:/.test(value) ? [h('a', { href: value }, value)] : value),
  ])
  const body = h(
    'section.colophon',
    { 'epub:type': 'colophon', role: 'doc-colophon', ariaLabelledBy: [id] },
    onLines([h('h1', { id, className: ['heading1'] }, title), h('dl', onLines(lines.flat()))]),
  )
  return { file: colophonFile, title, xhtml: page(edition, title, 'backmatter', [body]) }
}

/** The navigation document: nested contents and landmarks (EPUB 3.3 §7). */
function navigation(
  edition: Edition,
  locale: Locale,
  address: (target: string, from: string) => string,
  firstText: string,
  pages: readonly ListedPage[],
): string {
  const { terms } = locale
  const { metadata, sections } = edition.publication
  // A book has contents, whatever the text asks for (EPUB 3.3 §7.3).
  const levels = metadata.contents || 6
  const entry = (href: string, label: string, type = '') =>
    h('li', [h('a', type === '' ? { href } : { 'epub:type': type, href }, label)])
  const list =
    sections.length === 0
      ? h('ol', [entry(titleFile, metadata.title)])
      : contentsList(sections, metadata.language, id => address(id, navigationFile), levels)
  const landmarks = [
    entry(coverFile, terms.cover, 'cover'),
    entry(titleFile, terms.titlePage, 'titlepage'),
    entry(`${navigationFile}#toc`, terms.contents, 'toc'),
    entry(firstText, terms.beginReading, 'bodymatter'),
    entry(colophonFile, terms.colophon, 'colophon'),
  ]
  const pageItems = pages.map(({ href, label }) => entry(href, label))
  return page(edition, terms.contents, 'frontmatter', [
    h('nav.contents', { 'epub:type': 'toc', role: 'doc-toc', id: 'toc', ariaLabelledBy: ['toc-title'] }, [
      h('h1', { id: 'toc-title', className: ['heading1'] }, terms.contents),
      list,
    ]),
    h('nav', { 'epub:type': 'landmarks', hidden: true }, [h('ol', landmarks)]),
    ...(pageItems.length === 0
      ? []
      : [
          h('nav', { 'epub:type': 'page-list', role: 'doc-pagelist', ariaLabel: terms.pages, hidden: true }, [
            h('ol', onLines(pageItems)),
          ]),
        ]),
  ])
}

function page(edition: Edition, title: string, type: string, body: readonly ElementContent[]): string {
  const { language } = edition.publication.metadata
  const root: Root = {
    type: 'root',
    children: [
      h('html', { 'xmlns:epub': 'http://www.idpf.org/2007/ops', lang: language, dir: 'ltr' }, [
        h('head', [h('title', title), h('link', { rel: ['stylesheet'], type: 'text/css', href: styleFile })]),
        h('body', { 'epub:type': type }, onLines(body)),
      ]),
    ],
  }
  return xhtmlDocument(root)
}
