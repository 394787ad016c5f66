/** `index.html`: the release for people, from the template's `release.html` and `release.css`. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import type { VFile } from 'vfile'
import type { Design, Role } from '../design/types.ts'
import { report } from '../diagnostics/report.ts'
import { chooseFace } from '../fonts/face.ts'
import { webFonts } from '../fonts/web-fonts.ts'
import { localeFor } from '../locale/locale.ts'
import { type ReleaseTerms, releaseTerms } from '../locale/release.ts'
import { allInside, contentSecurityPolicy } from '../write/html/security.ts'
import { documentElement, fillPage } from '../write/html/template.ts'
import { webText } from '../write/web/characters.ts'
import { customProperties, decimal, withoutComments } from '../write/web/css.ts'
import { emblemToHast } from '../write/web/emblem.ts'
import { fontFaceRules } from '../write/web/fonts.ts'
import { onLines, text } from '../write/web/nodes.ts'
import { tokensRead } from '../write/web/style.ts'
import { darkTokens, type Tokens, tokens } from '../write/web/tokens.ts'
import type { SectionChange } from './changes.ts'
import {
  archiveName,
  checksumsName,
  type DocumentFile,
  type ManifestDocument,
  manifestName,
  partsName,
} from './manifest.ts'
import { pictureWidth } from './picture.ts'

export interface ReleasedDocument {
  readonly entry: ManifestDocument
  readonly organisation: string
  readonly picture: { readonly name: string; readonly height: number }
  /** Since the release before; null where that one had no such document, undefined where there was no release. */
  readonly changes: readonly SectionChange[] | null | undefined
}

export interface ReleasePage {
  readonly documents: readonly ReleasedDocument[]
  /** Of the release, or ''. */
  readonly version: string
  /** Of the release before, or ''. */
  readonly since: string
  /** Titles of documents that the release before had. */
  readonly gone: readonly string[]
  readonly generator: string
}

export interface ReleaseTemplate {
  readonly html: string
  readonly css: string
  readonly path: string
}

/**
 * @param design - of the first document, whose language the page has too
 * @param messages - takes what is wrong with the template
 */
export async function releasePage(
  page: ReleasePage,
  template: ReleaseTemplate,
  design: Design,
  messages: VFile,
): Promise<string> {
  const language = page.documents[0]?.entry.language ?? 'es'
  const terms = releaseTerms(language)
  const organisations = [...new Set(page.documents.map(({ organisation }) => organisation))]
  const organisation = organisations.length === 1 ? (organisations[0] ?? '') : ''
  const name = [terms.title, page.version].filter(part => part !== '').join(' ')
  const documents = page.documents.map(document => documentSection(document, page.since, terms, language))
  const gone = page.gone.length === 0 ? [] : [h('p.gone', terms.gone(page.gone.join(', ')))]
  const emblem = design.furniture.emblem === null ? null : emblemToHast(design.furniture.emblem, 'p--')
  const lines = [
    ...design.furniture.brandLines.map(line => h('p.brandLine', line)),
    ...(organisation === '' ? [] : [h('p.organisation', organisation)]),
  ]
  const body = [h('h1', name), ...documents, ...gone, verification(terms)]
  const css = await style(template, design, [...lines, ...body, h('p', page.generator)], messages)
  const filled = fillPage(template.html, {
    security: [h('meta', { httpEquiv: 'Content-Security-Policy', content: policy(css) })],
    metadata: onLines([
      h('title', [name, organisation].filter(part => part !== '').join(' — ')),
      h('meta', { name: 'generator', content: page.generator }),
    ]),
    style: [h('style', css)],
    skip: [text(localeFor(language)?.terms.skipToContent ?? terms.documents)],
    emblem: emblem === null ? [] : [emblem],
    letterhead: onLines(lines),
    title: onLines([h('h1', name), ...gone]),
    documents: onLines(documents),
    verification: onLines([verification(terms)]),
    colophon: [h('p', page.generator)],
  })
  for (const slot of filled.unknown)
    report(messages, 'slot-unknown', template.path, { slot, known: slotNames.join(', ') })
  for (const slot of filled.missing) report(messages, 'slot-missing', template.path, { slot })
  documentElement(filled.root).properties = { lang: language, dir: 'ltr' }
  return `${unified().use(rehypeStringify).stringify(filled.root)}\n`
}

const slotNames = [
  'security',
  'metadata',
  'style',
  'skip',
  'emblem',
  'letterhead',
  'title',
  'documents',
  'verification',
  'colophon',
]

/** As a document's page, and the pictures beside it: `'self'` is no origin where a page is opened as a file. */
function policy(css: string): string {
  return contentSecurityPolicy([css], [], allInside).replace('img-src data:', "img-src 'self' file: data:")
}

function documentSection(
  { entry, picture, changes }: ReleasedDocument,
  since: string,
  terms: ReleaseTerms,
  language: string,
): Element {
  const { name, title, summary, version, date, pages, words } = entry
  const id = `d-${name.replace(/[^\p{L}\p{N}_-]+/gu, '-')}`
  const own = entry.language === language ? {} : { lang: entry.language }
  const facts = [
    version === '' ? '' : `${terms.version} ${version}`,
    date === '' ? '' : dateText(date, language),
    pages === null ? '' : terms.pages(pages),
    terms.words(words),
  ].filter(fact => fact !== '')
  const about = [
    h('h2', { id, ...own }, title),
    h('p.facts', facts.join(' · ')),
    ...(summary === '' ? [] : [h('p', own, summary)]),
    h('h3', terms.downloads),
    downloads(entry, terms),
    ...(entry.collated ? [h('p.facts', terms.collated)] : []),
    ...changeList(changes, since, terms, own),
    checksumTable(entry, terms),
  ]
  const image = h('img.first-page', {
    src: encodeURI(picture.name),
    alt: terms.firstPage(title),
    width: pictureWidth / 2,
    height: Math.round(picture.height / 2),
  })
  return h('section.document', { ariaLabelledBy: [id] }, onLines([h('div', image), h('div', onLines(about))]))
}

/** A file each; screen readers list links apart from their headings, so each names its document. */
function downloads({ title, files }: ManifestDocument, terms: ReleaseTerms): Element {
  const items = files.map(file => {
    const { name, format, bytes, pages } = file
    const link = h(
      'a',
      { href: encodeURI(name), download: '' },
      terms.formats[format],
      h('span.hidden', `: ${title}`),
    )
    const facts = [pages === undefined ? '' : terms.pages(pages), fileSize(bytes)].filter(fact => fact !== '')
    const claims = standards(file)
    const proof = claims.length === 0 ? [] : [h('span.claims', claims.join(' · '))]
    return h(`li.${format}`, [link, h('span.facts', facts.join(' · ')), ...proof])
  })
  return h('ul.downloads', onLines(items))
}

function checksumTable({ title, files }: ManifestDocument, terms: ReleaseTerms): Element {
  const head = h('tr', [h('th', { scope: 'col' }, terms.file), h('th', { scope: 'col' }, 'SHA-256')])
  const rows = files.map(({ name, sha256 }) =>
    h('tr', [h('th', { scope: 'row' }, name), h('td', h('code', sha256))]),
  )
  const table = h('table', onLines([h('caption.hidden', title), h('thead', head), h('tbody', onLines(rows))]))
  return h('details.sums', [h('summary', terms.checksums, h('span.hidden', `: ${title}`)), table])
}

function standards({ claims }: DocumentFile): readonly string[] {
  return claims.map(({ standard, provedBy }) =>
    provedBy.length === 0 ? standard : `${standard} (${provedBy.join(', ')})`,
  )
}

function changeList(
  changes: ReleasedDocument['changes'],
  since: string,
  terms: ReleaseTerms,
  own: { readonly lang?: string },
): readonly Element[] {
  if (changes === undefined) return []
  const head = h('h3', `${terms.changes} ${terms.since(since)}`)
  if (changes === null) return [head, h('p', terms.newDocument)]
  if (changes.length === 0) return [head, h('p', terms.unchanged)]
  const items = changes.map(({ kind, moved, number, title, words }) => {
    const what = kind === 'changed' && moved ? `${terms.changed}, ${terms.moved.toLowerCase()}` : terms[kind]
    const name = [number, title].filter(part => part !== '').join(' ')
    const only = kind === 'changed' && words.length === 0 ? ` (${terms.markupOnly})` : ''
    const shown: ElementContent[] = [h('strong', `${what}:`), text(' '), h('span', own, name), text(only)]
    if (words.length === 0) return h('li', shown)
    // The space behind a word is neither struck out nor underlined.
    const parts = words.flatMap(part => {
      const said = part.text.trimEnd()
      return [h(tagOf[part.kind], said), text(part.text.slice(said.length))]
    })
    const difference = h('p.difference', own, parts)
    return h('li', [...shown, h('details', [h('summary', `${terms.difference}: ${name}`), difference])])
  })
  return [head, h('ul.changes', onLines(items))]
}

const tagOf = { same: 'span', removed: 'del', added: 'ins' } as const

function verification(terms: ReleaseTerms): Element {
  const link = (name: string, label: string) =>
    h('li', h('a', { href: encodeURI(name), download: '' }, label), ' ', h('code', name))
  return h(
    'section.verification',
    { ariaLabelledBy: ['verification'] },
    onLines([
      h('h2#verification', terms.verification),
      h('p', `${terms.verificationText} `, h('code', 'sha256sum -c SHA256SUMS')),
      h(
        'ul',
        onLines([
          link(archiveName, terms.everything),
          link(checksumsName, terms.checksums),
          link(manifestName, terms.manifest),
          link(partsName, terms.parts),
        ]),
      ),
    ]),
  )
}

function dateText(date: string, language: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return localeFor(language)?.date(year, month, day) ?? date
}

/** Kilobytes of 1,000 bytes, with one decimal below ten. */
function fileSize(bytes: number): string {
  const kilobytes = bytes / 1000
  return `${kilobytes < 10 ? kilobytes.toFixed(1) : Math.round(kilobytes)} KB`
}

/** Roles whose faces the style sheet names. */
const roles: readonly Role[] = [
  'body',
  'brandLine',
  'organisation',
  'title',
  'heading1',
  'heading3',
  'tableHead',
  'tableCell',
]
/** A screen is read from farther away than paper, see `write/html/styles.ts`. */
const rootPoints = 12 / 1.2

async function style(
  { css, path }: ReleaseTemplate,
  design: Design,
  content: readonly Element[],
  messages: VFile,
): Promise<string> {
  const shown = content.map(textOf).join('')
  const characters = new Set([...`${shown}${shown.toUpperCase()}`].map(one => one.codePointAt(0) ?? 0))
  const faces = roles.map(role => {
    const { family, weight, italic } = design.styles[role]
    return chooseFace(design.faces, family, weight, italic)
  })
  const strong = chooseFace(design.faces, design.styles.body.family, design.inline.strong.weight, false)
  const used = [...new Set([...faces, strong])].flatMap(face =>
    face === undefined ? [] : [{ face, characters, features: new Set(['lnum', 'onum']) }],
  )
  const fonts = design.embedWebFonts ? await webFonts(used) : []
  const names = new Map(used.map(({ face }, index) => [face.family, fonts[index]?.family ?? face.family]))
  const rem = (points: number) => (points === 0 ? '0' : `${decimal(points / rootPoints)}rem`)
  const familyNames = (family: string) => [names.get(family) ?? family]
  const all = tokens(design, { size: rem, space: rem, length: rem, familyNames })
  const read = tokensRead(css, all, design, path, messages)
  const dark: Tokens = new Map(
    [...darkTokens(design)].filter(([name, value]) => read.has(name) && read.get(name) !== value),
  )
  const sheet = [
    fontFaceRules(fonts, ({ woff2 }) => `data:font/woff2;base64,${Buffer.from(woff2).toString('base64')}`),
    customProperties(':root', read),
    `@media screen and (prefers-color-scheme: dark) {\n${customProperties(':root', dark)}}\n`,
    withoutComments(css),
  ]
  return `\n${webText(sheet.join('')).replaceAll('</', '<\\/')}\n`
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(textOf).join('') : ''
}
