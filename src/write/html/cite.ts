/** How others refer to the document: who, when, what, which number, where. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Locale } from '../../locale/types.ts'
import { doiAddress } from '../../publication/metadata.ts'
import type { Metadata } from '../../publication/model.ts'
import { onLines, text } from '../web/nodes.ts'

/** Two hyphens keep it apart from every id of the text. */
const titleId = 'p--cite'

/** @returns «Ministerio (2026). *Título* (N.º 12). https://…»; its parts that are not known are left out */
export function citeBlock(metadata: Metadata, brandName: string, locale: Locale): Element {
  const { authors, date, number, organisation, version } = metadata
  const responsible = organisation || brandName
  const who = authors.length > 0 ? authors.join('; ') : responsible
  const year = date === '' ? '' : `(${date.slice(0, 4)})`
  const details = [
    number === '' ? '' : `${locale.terms.number} ${number}`,
    version === '' ? '' : `${locale.terms.version} ${version}`,
  ].filter(part => part !== '')
  const title = [
    metadata.title,
    metadata.subtitle === '' ? '' : `${/[.:?!]$/.test(metadata.title) ? ' ' : ': '}${metadata.subtitle}`,
  ].join('')
  const first = [who, year].filter(part => part !== '').join(' ')
  const publisher = authors.length > 0 && responsible !== '' ? ` ${responsible}.` : ''
  const address = doiAddress(metadata) || metadata.link
  const content = [
    text(first === '' ? '' : `${first}. `),
    h('cite', title),
    text(`${details.length === 0 ? '' : ` (${details.join(', ')})`}.${publisher}`),
    ...(address === '' ? [] : [text(' '), h('a', { href: address }, address)]),
  ]
  return h(
    'section.cite',
    { ariaLabelledBy: [titleId] },
    onLines([h('h2', { id: titleId }, locale.terms.cite), h('p', content)]),
  )
}
