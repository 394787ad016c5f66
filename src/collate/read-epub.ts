/** A finished book: its content documents in spine order (EPUB 3.3 §5.7), without the navigation and the cover. */
import { unzipSync } from 'fflate'
import { attribute, elements, find, findAll, hasWord, parseXml, textOf } from './markup.ts'
import { readWeb } from './read-web.ts'
import { composer, type Reading } from './sequence.ts'

/** @throws for a package without container, package document or a file of its spine */
export function readEpub(bytes: Uint8Array): Reading {
  const files = unzipSync(bytes)
  const read = (path: string) => {
    const file = files[path]
    if (file === undefined) throw new Error(`the package has no ${path}`)
    return parseXml(new TextDecoder().decode(file))
  }
  const rootfile = findAll(
    read('META-INF/container.xml'),
    '{urn:oasis:names:tc:opendocument:xmlns:container}rootfile',
  )[0]
  const packagePath = rootfile === undefined ? '' : attribute(rootfile, 'full-path')
  const folder = packagePath.replace(/[^/]*$/, '')
  const opf = find(read(packagePath), 'opf:package')
  const items = new Map(findAll(opf, 'opf:item').map(item => [attribute(item, 'id'), item]))
  const metadata = find(opf, 'opf:metadata')
  const values = (name: string) => elements(metadata, name).map(element => textOf(element))

  const language = values('dc:language')[0] ?? ''
  const into = composer()
  let emblem = ''
  for (const reference of findAll(opf, 'opf:itemref')) {
    const item = items.get(attribute(reference, 'idref'))
    if (item === undefined) throw new Error(`the spine names no item: ${attribute(reference, 'idref')}`)
    if (hasWord(item, 'properties', 'nav')) continue
    const path = attribute(item, 'href')
    const page = read(`${folder}${path}`)
    const body = find(page, 'body')
    if (body === undefined) throw new Error(`${path} has no body`)
    const html = find(page, 'html')
    const pageLanguage = html === undefined ? '' : attribute(html, 'lang')
    const found = readWeb(body, into, {
      skip: element => ['cover', 'colophon'].some(type => hasWord(element, 'epub:type', type)),
      anchorOf: href => (href.startsWith('#') ? `${path}${href}` : href),
      anchorAt: id => (id === '' ? '' : `${path}#${id}`),
      language: pageLanguage === language ? language : `${language}, in ${path} ${pageLanguage}`,
    })
    emblem = found.emblem || emblem
  }
  const core = {
    title: values('dc:title')[0] ?? '',
    language,
    creator: values('dc:creator').join('; '),
    summary: values('dc:description').join(' '),
    keywords: values('dc:subject').join('; '),
    date: values('dc:date').join('; '),
    emblem,
  }
  return { core, blocks: into.finish() }
}
