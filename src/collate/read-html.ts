/** A finished web page. */
import { attribute, type Element, find, findAll, hasWord, parseHtml, textOf } from './markup.ts'
import { readWeb } from './read-web.ts'
import { composer, type Reading } from './sequence.ts'

/** What `exceptions.ts` lists for the page: the way to the text, contents, title of the notes, colophon. */
function isException(element: Element): boolean {
  const { name } = element
  if (name === 'a') return hasWord(element, 'class', 'skip')
  if (name === 'nav') return hasWord(element, 'class', 'contents')
  if (name === 'footer') return hasWord(element, 'class', 'colophon')
  return name === 'h2' && attribute(element, 'id') === 'p--notes'
}

/** @param bytes - UTF-8 */
export function readHtml(bytes: Uint8Array): Reading {
  const page = parseHtml(new TextDecoder().decode(bytes))
  const html = find(page, 'html')
  const language = html === undefined ? '' : attribute(html, 'lang')
  const into = composer()
  const body = find(page, 'body')
  const emblem =
    body === undefined
      ? ''
      : readWeb(body, into, {
          skip: isException,
          anchorOf: href => href.slice(1),
          anchorAt: id => id,
          language,
        }).emblem
  const metas = findAll(find(page, 'head'), 'meta')
  const meta = (name: string) => {
    const found = metas.filter(element => attribute(element, 'name') === name)
    return found.map(element => attribute(element, 'content')).join('; ')
  }
  const title = meta('dcterms.title')
  const shown = textOf(find(find(page, 'head'), 'title'))
  const core = {
    title: shown.startsWith(title) ? title : `${title} / ${shown}`,
    language,
    creator: meta('dcterms.creator'),
    summary: meta('description'),
    keywords: meta('keywords').replaceAll(', ', '; '),
    date: meta('dcterms.issued'),
    emblem,
  }
  return { core, blocks: into.finish() }
}
