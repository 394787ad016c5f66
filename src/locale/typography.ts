/** How the languages set their texts: data of `transform/typography.ts`. */

/** What a language does with characters that a keyboard has only one of. */
export interface Typography {
  /** Between the numbers of a range: «1998‑1999», “1998–1999”. */
  readonly range: string
  /** Do pairs of hyphens around an aside become dashes: «-así-», «—así—»? */
  readonly asides: boolean
  /** The space before these marks, which don't have any in other languages. */
  readonly spaceBefore: Readonly<Record<string, string>>
  /** Lower case. With the number that follows they stay on one line: «art. 3». */
  readonly beforeNumbers: readonly string[]
  /** Lower case. With the name that follows they stay on one line: «Sr. Pérez». */
  readonly beforeNames: readonly string[]
  /** Lower case, in two parts that stay on one line: «p. ej.». */
  readonly compounds: readonly (readonly [string, string])[]
  /** Lower case. Before two numbers that are no range: «tel. 204-2400», «Ley 27444-2001». */
  readonly beforeCodes: readonly string[]
}

function list(text: string): readonly string[] {
  return text.split(' ')
}

const nonBreakingHyphen = '\u2011'
const numbers = list('n.º n.° nº n° n.os nro. nros. núm. núms. no. nos.')

export const spanishTypography: Typography = {
  range: nonBreakingHyphen,
  asides: true,
  spaceBefore: {},
  beforeNumbers: [
    ...numbers,
    ...list('art. arts. p. pp. pág. págs. cap. caps. fig. figs. inc. incs. lit. lits. vol. vols. sec. secc.'),
    ...list('párr. párrs. t. ed. tít. fasc. av. km ley'),
  ],
  beforeNames: [
    ...list(
      'sr. sra. srta. sres. sras. dr. dra. dres. dras. d. dña. ing. lic. mg. mag. arq. abg. econ. prof.',
    ),
    ...list(
      'profa. gral. cnel. cmdt. alm. emb. mons. pbro. excmo. excma. ilmo. ilma. sto. sta. av. jr. psje.',
    ),
  ],
  compounds: [
    ['p.', 'ej.'],
    ['v.', 'gr.'],
  ],
  beforeCodes: [
    ...numbers,
    ...list('ley decreto resolución expediente oficio informe memorando memorándum carta directiva acuerdo'),
    ...list('tel. telf. teléf. teléfono teléfonos fax anexo cel. celular ruc dni isbn issn código supremo'),
    ...list('ministerial directoral legislativo suprema legislativa'),
  ],
}

export const englishTypography: Typography = {
  range: '–',
  asides: false,
  spaceBefore: {},
  beforeNumbers: list(
    'no. nos. art. arts. p. pp. para. paras. ch. chap. fig. figs. sec. secs. vol. vols. c. ca.',
  ),
  beforeNames: list('mr. mrs. ms. dr. prof. st. gen. col. capt. lt. sgt. gov. sen. rep. hon. amb. rev.'),
  compounds: [],
  beforeCodes: list(
    'no. nos. act law decree resolution file tel. telephone phone fax ext. isbn issn code number',
  ),
}

export const portugueseTypography: Typography = {
  range: nonBreakingHyphen,
  asides: false,
  spaceBefore: {},
  beforeNumbers: [
    ...numbers,
    ...list('art. arts. p. pp. pág. págs. cap. caps. fig. figs. inc. al. vol. vols. sec. par. tít. lei'),
  ],
  beforeNames: list(
    'sr. sra. srta. srs. sras. dr. dra. drs. dras. d. eng. prof. profa. gen. cel. emb. exmo. exma. st.',
  ),
  compounds: [
    ['p.', 'ex.'],
    ['v.', 'g.'],
  ],
  beforeCodes: [
    ...numbers,
    ...list('lei decreto resolução processo ofício portaria tel. telefone fax ramal isbn issn código'),
  ],
}

export const frenchTypography: Typography = {
  range: nonBreakingHyphen,
  asides: false,
  // Lexique des règles typographiques en usage à l'Imprimerie nationale, 2002, «Ponctuation».
  spaceBefore: { ':': '\u00A0', ';': '\u202F', '!': '\u202F', '?': '\u202F' },
  beforeNumbers: [...numbers, ...list('nᵒ nos art. p. pp. chap. fig. vol. t. al. § sect. loi')],
  beforeNames: list('m. mm. mme mmes mlle mlles dr pr me mgr st ste'),
  compounds: [['p.', 'ex.']],
  beforeCodes: [...numbers, ...list('loi décret résolution dossier tél. téléphone fax poste isbn issn code')],
}
