/** French. */
import { knownEverywhere } from './acronyms.ts'
import { entries, monthNames } from './dates.ts'
import { english, single } from './quotes.ts'
import type { Locale, QuotationMarks } from './types.ts'
import { frenchTypography } from './typography.ts'

const month = monthNames(
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
)
/** French sets a space that does not break inside its quotation marks. */
const noBreak = '\u202F'
const guillemets: QuotationMarks = { open: `«${noBreak}`, close: `${noBreak}»` }

export const fr: Locale = {
  tag: 'fr',
  terms: {
    contents: 'Table des matières',
    skipToContent: 'Aller au contenu',
    summary: 'Résumé',
    number: 'N°',
    to: 'À',
    from: 'De',
    subject: 'Objet',
    reference: 'Référence',
    version: 'Version',
    draft: 'Projet',
    cover: 'Couverture',
    titlePage: 'Page de titre',
    emblem: 'Emblème',
    beginReading: 'Début du texte',
    keywords: 'Mots-clés',
    accessibility:
      'Texte avec titres, table des matières et ordre de lecture définis, et textes de remplacement pour les images. Sans son, vidéo ni clignotement.',
    classification: {
      publico: 'Public',
      'uso-interno': 'Usage interne',
      reservado: 'Réservé',
      confidencial: 'Confidentiel',
      secreto: 'Secret',
    },
    figure: 'Figure',
    table: 'Tableau',
    code: 'Code',
    note: 'Note',
    notes: 'Notes',
    backToText: 'Retour au texte',
    colophon: 'À propos de cette édition',
    date: 'Date',
    madeWith: 'Fait avec',
    rights: 'Droits',
    series: 'Collection',
    publishedBy: 'Publié par',
    fingerprint: 'Empreinte du texte (SHA-256)',
    typefaces: 'Caractères',
    pages: 'Pages',
    cite: 'Citer ce document',
    availableAt: 'Disponible à l’adresse',
    enlarge: 'Agrandir l’image',
    close: 'Fermer',
    section: 'section',
    annex: 'Annexe',
    page: 'page',
    figures: 'Table des figures',
    tables: 'Liste des tableaux',
    glossary: 'Sigles',
    taskOpen: 'case à cocher',
    taskDone: 'case cochée',
    box: {
      note: 'Note',
      'key-message': 'Message clé',
      warning: 'Avertissement',
      recommendation: 'Recommandation',
      summary: 'Résumé',
    },
  },
  date: (year, monthNumber, day) => `${day === 1 ? '1er' : day} ${month(monthNumber)} ${year}`,
  placeDate: (place, date) => (place === '' || date === '' ? place + date : `${place}, le ${date}`),
  pageOf: (page, pages) => `Page ${page} sur ${pages}`,
  pageReference: [' (p. ', ')'],
  captionSeparator: ' – ',
  quotes: { angulares: [guillemets, english, single], inglesas: [english, single, guillemets] },
  typography: frenchTypography,
  repeatReference: {
    before: 'Sur ce point, voir ',
    open: `«${noBreak}`,
    close: `${noBreak}»`,
    after: '.',
  },
  readingTime: minutes => `${minutes} min de lecture`,
  decimal: { point: ',', group: '\u202F' },
  openers: entries(`
    à cet effet | à cet égard | à cette fin | à ce titre | à ce sujet | à la suite de cela | à son tour | ainsi
    alors | après cela | après quoi | au contraire | aussi | autrement dit | avec cela | bien que | car
    ce dernier | ce faisant | ceci | cela | celle-ci | celles-ci | celui-ci | ceux-ci | cependant
    ces | cet | cette | ce | c'est ainsi | c'est pourquoi | compte tenu de cela | dans ce | dans ces | dans cet
    dans cette | dans la même | dans le même | dans les mêmes | dans un tel | dans une telle | d'ailleurs
    d'autre part | d'une part | de ce fait | de cette | de même | de la même | de plus | de surcroît
    de telle | dès lors | donc | du reste | elle | elles | en conclusion | en conséquence | en effet | en fait
    en ce sens | en outre | en particulier | en résumé | en revanche | en somme | enfin | ensuite | face à cela
    finalement | grâce à cela | il en | il s'agit | ils | jusque-là | la même | le même | les mêmes
    ladite | ledit | lesdites | lesdits | leur | leurs | mais | malgré cela | néanmoins | notamment | or
    outre cela | par ailleurs | par conséquent | par contre | par exemple | par la suite | parallèlement
    pareillement | pour autant | pour ce faire | pour cela | pour cette raison | pour sa part | pourtant
    puis | quant à cela | quoi qu'il en soit | sa | ses | son | sur ce point | sur cette base | tel | telle
    telles | tels | toutefois | tous deux | toutes deux | un tel | une telle
  `),
  falseOpeners: entries(`
    ainsi que | alors que | aussi bien | aussitôt | ce document | ce rapport | dans ce document
    dans ce rapport | leurs excellences | leurs majestés | sa majesté | sa sainteté | son altesse
    son éminence | son excellence | tel que | telle que | telles que | tels que | tel quel
  `),
  abbreviations: entries(`
    adm. | al. | amb. | apr. | art. | av. | bd. | cap. | cf. | ch. | chap. | cie. | col. | coord. | dép. | dir. | dr.
    éd. | env. | etc. | ex. | exc. | fig. | gal. | gén. | hab. | ibid. | id. | ill. | inc. | jr. | lt. | m. | max. | min.
    mm. | mgr. | n. | no. | nos. | op. | p. | par. | pp. | pr. | prof. | réf. | rép. | s. | sect. | sq. | st. | ste.
    suiv. | tél. | tit. | trad. | v. | vol. | vs.
  `),
  smallWords: entries(`
    à | au | aux | avec | contre | d | dans | de | des | du | en | entre | et | l | la | le | les | ou | par | pour
    sans | se | sous | sur | un | une | y
  `),
  knownAcronyms: [
    ...knownEverywhere,
    ...entries(`
    ADN | ARN | VIH | PIB | TVA | ONG | ONU | UE | OTAN | SNCF | RATP | USA
  `),
  ],
  negations: entries(`
    ne | n | pas | ni | non | jamais | rien | personne | aucun | aucune | aucuns | aucunes | sans | sauf | excepté
  `),
}
