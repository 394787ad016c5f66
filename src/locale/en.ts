/** English. */
import { knownEverywhere } from './acronyms.ts'
import { entries, monthNames, placeAndDate } from './dates.ts'
import { english, single } from './quotes.ts'
import type { Locale } from './types.ts'
import { englishTypography } from './typography.ts'

const month = monthNames(
  'January February March April May June July August September October November December',
)

export const en: Locale = {
  tag: 'en',
  terms: {
    contents: 'Contents',
    skipToContent: 'Skip to content',
    summary: 'Summary',
    number: 'No.',
    to: 'To',
    from: 'From',
    subject: 'Subject',
    reference: 'Reference',
    version: 'Version',
    draft: 'Draft',
    cover: 'Cover',
    titlePage: 'Title page',
    emblem: 'Emblem',
    beginReading: 'Start of text',
    keywords: 'Keywords',
    accessibility:
      'Text with structured headings, contents and a defined reading order, and alternatives for images. No sound, video or flashing.',
    classification: {
      publico: 'Public',
      'uso-interno': 'Internal use',
      reservado: 'Restricted',
      confidencial: 'Confidential',
      secreto: 'Secret',
    },
    figure: 'Figure',
    table: 'Table',
    code: 'Code',
    note: 'Note',
    notes: 'Notes',
    backToText: 'Back to text',
    colophon: 'About this edition',
    date: 'Date',
    madeWith: 'Made with',
    rights: 'Rights',
    series: 'Series',
    publishedBy: 'Published by',
    fingerprint: 'Fingerprint of the text (SHA-256)',
    typefaces: 'Typefaces',
    pages: 'Pages',
    cite: 'How to cite this document',
    availableAt: 'Available at',
    enlarge: 'Enlarge the picture',
    close: 'Close',
    section: 'section',
    annex: 'Annex',
    page: 'page',
    figures: 'List of figures',
    tables: 'List of tables',
    glossary: 'Acronyms',
    taskOpen: 'box not ticked',
    taskDone: 'box ticked',
    box: {
      note: 'Note',
      'key-message': 'Key message',
      warning: 'Warning',
      recommendation: 'Recommendation',
      summary: 'Summary',
    },
  },
  date: (year, monthNumber, day) => `${day} ${month(monthNumber)} ${year}`,
  placeDate: placeAndDate,
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
  pageReference: [' (p. ', ')'],
  captionSeparator: '. ',
  // No English text has angular ones: the brand's choice leaves it alone.
  quotes: { angulares: [english, single], inglesas: [english, single] },
  typography: englishTypography,
  repeatReference: { before: 'On this point, see ', open: '“', close: '”', after: '.' },
  readingTime: minutes => `${minutes} min read`,
  decimal: { point: '.', group: ',' },
  openers: entries(`
    accordingly | additionally | after that | after this | again | along these lines | also | although
    and yet | as a consequence | as a result | as such | at the same time | because of that
    because of this | besides | both | but | by contrast | by the same token | consequently | conversely
    despite that | despite this | equally | even so | finally | first of all | for example | for instance
    for that reason | for these reasons | for this reason | for this purpose | furthermore | given that
    given this | he | hence | her | his | however | in addition | in both cases | in consequence | in contrast
    in conclusion | in fact | in light of this | in line with this | in other words | in particular
    in short | in sum | in such | in that | in the same vein | in the same way | in these | in this | in those
    in turn | in view of this | indeed | instead | it | its | lastly | later | likewise | meanwhile | moreover
    more specifically | nevertheless | next | nonetheless | notwithstanding this | of these | of this
    of those | on that | on the contrary | on the one hand | on the other hand | on this | or | otherwise
    over this | rather | said | secondly | she | similarly | so | specifically | still | subsequently | such
    thanks to this | that | the former | the latter | the same | the above | their | then | thereafter
    therefore | these | they | thirdly | this | those | though | thus | to that end | to these ends
    to this end | to this effect | together with this | under that | under these | under this | with that
    with these | with this | yet
  `),
  falseOpeners: entries(`
    after this date | given that the | her excellency | her majesty | his excellency | his holiness
    his majesty | it is | it was | both the | in that the | in this document | in this report | or else
    still life | still lifes | such as | their excellencies | then prime minister | this document
    this report
  `),
  abbreviations: entries(`
    a.m. | adm. | al. | amb. | approx. | art. | arts. | ave. | bn. | c. | ca. | capt. | cf. | ch. | chap. | co.
    col. | corp. | dept. | dir. | dr. | e.g. | ed. | eds. | esp. | est. | fig. | figs. | gen. | gov. | hon.
    i.e. | ibid. | inc. | jr. | lt. | ltd. | max. | min. | mr. | mrs. | ms. | mt. | no. | nos. | op. | p.
    p.m. | para. | paras. | pp. | pres. | prof. | pt. | rep. | rev. | sec. | secs. | sen. | sgt. | sr. | st.
    tel. | viz. | vol. | vols. | vs.
  `),
  smallWords: entries(`
    a | an | and | as | at | by | for | from | in | into | of | on | or | the | to | under | with
  `),
  knownAcronyms: [
    ...knownEverywhere,
    ...entries(`
    USA | EU | UN | NATO | GDP | VAT | CEO | NGO | TB | DNA | HIV | AIDS | ID | BC | AD | BBC
  `),
  ],
  negations: entries(`
    no | not | never | none | nobody | nothing | neither | nor | without | cannot | except | unless
  `),
}
