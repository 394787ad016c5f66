/** Text of the program's own in web page and book, and the style that it is set in: fonts must have its characters. */
import type { Locale } from '../../locale/types.ts'
import { readingMinutes, wordCount } from '../../publication/metadata.ts'
import type { Publication, Section } from '../../publication/model.ts'
import { classificationText, writtenDate } from '../../publication/opening.ts'
import type { InterfaceText } from './faces.ts'

/** One list for both formats, so that both carry the same fonts and these are made once. */
export function interfaceTexts(publication: Publication, locale: Locale): readonly InterfaceText[] {
  const { cite, close, contents, enlarge, notes, number, skipToContent, version } = locale.terms
  const { authors, link, organisation, title, subtitle } = publication.metadata
  const time = locale.readingTime(readingMinutes(wordCount(publication.sections)))
  return [
    { role: 'runningHead', text: titles(publication.sections) },
    // The sign of a heading's link to itself.
    { role: 'fieldValue', text: `#${titles(publication.sections)}` },
    { role: 'fieldLabel', text: contents + skipToContent },
    { role: 'heading1', text: contents + notes },
    { role: 'fieldLabel', text: cite },
    { role: 'caption', text: enlarge },
    { role: 'body', text: close },
    // Back from each note, and its number.
    { role: 'footnote', text: '0123456789' },
    {
      role: 'footer',
      text: [
        ...colophon(publication, locale),
        time,
        locale.pageOf('0123456789', ''),
        // The reference to the document.
        ...authors,
        organisation,
        title,
        subtitle,
        link,
        `${number} ${version} https://doi.org/ (),;.:`,
        publication.metadata.number,
        publication.metadata.doi,
      ].join(''),
    },
  ]
}

/** The lines under the text: who publishes it, classification, version, date. */
export function colophon({ metadata }: Publication, locale: Locale): readonly string[] {
  const { terms } = locale
  return [
    metadata.organisation,
    metadata.department,
    classificationText(metadata, locale),
    metadata.version === '' ? '' : `${terms.version} ${metadata.version}`,
    writtenDate(metadata, locale),
  ].filter(line => line !== '')
}

function titles(sections: readonly Section[]): string {
  return sections.map(({ number, title, sections: inner }) => `${number} ${title}${titles(inner)}`).join('')
}
