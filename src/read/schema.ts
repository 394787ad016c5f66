/** The schema of front matter: validation, and the JSON Schema that editors complete and check with. */
import * as z from 'zod/mini'
import { es, type Phrase } from '../diagnostics/phrases.ts'
import type { Classification, Editing, RepeatPolicy, Status } from '../publication/model.ts'
import {
  accepted,
  classifications,
  editings,
  imageGroup,
  imageKeys,
  type Key,
  repeatPolicies,
  shown,
  spellings,
  statuses,
  type Vocabulary,
  valueNamed,
} from './keys.ts'
import { languageCase, languageTag } from './language.ts'

// Editors read YAML with its types, where `numero: 12` is a number and `numero:` null; here both are text.
const anyScalar = { type: ['string', 'number', 'null'] }

const printable = z.refine<string>(value => !/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]/.test(value))
const string = z.string().check(printable)
const text = described(z.pipe(string, z.transform(oneLine)), anyScalar)
const list = z.pipe(
  z.array(text),
  z.transform(values => values.filter(value => value !== '')),
)
const texts = z.union([
  z.pipe(
    text,
    z.transform(value => [value]),
  ),
  list,
])
const keywords = z.union([
  z.pipe(
    text,
    z.transform(value => value.split(/\s*[,;]\s*/).filter(word => word !== '')),
  ),
  list,
])
const date = described(string.check(z.refine(isDate)), { format: 'date' })
const template = z.string().check(z.regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u))
const variableName = z.string().check(z.regex(/^\p{L}[\p{L}\p{N}_-]*$/u))
const count = described(z.pipe(z.string().check(z.regex(/^[1-9]\d{0,3}$/)), z.transform(Number)), {
  type: 'integer',
  minimum: 1,
  maximum: 9999,
})
const flag = z.pipe(
  oneOf<'yes' | 'no'>({ yes: ['sí', 'yes', 'true'], no: ['no', 'false'] }),
  z.transform((answer: 'yes' | 'no') => answer === 'yes'),
)
const level = described(z.pipe(z.string().check(z.regex(/^[0-6]$/)), z.transform(Number)), {
  type: 'integer',
  minimum: 0,
  maximum: 6,
})
/** «sí» and «no»: the levels that a reader takes in at a glance, or none. */
const contentsOrNot = z.pipe(
  flag,
  z.transform(answer => (answer ? 3 : 0)),
)
const resolution = described(
  z.pipe(
    z
      .string()
      .check(z.refine(value => /^\d{2,4}$/.test(value) && Number(value) >= 72 && Number(value) <= 1200)),
    z.transform(Number),
  ),
  { type: 'integer', minimum: 72, maximum: 1200 },
)
const isbn = string.check(z.refine(isIsbn))
const doi = z.pipe(
  z.string().check(z.regex(/^(?:(?:https:\/\/doi\.org\/|doi:)\s*)?10\.\d{4,9}\/[!-~]+$/i)),
  z.transform(value => value.replace(/^[^1]*?(?=10\.)/, '')),
)
const webAddress = z.string().check(z.regex(/^https?:\/\/[^\s/]+\.[^\s/]+(?:\/\S*)?$/))
const language = z.pipe(z.string().check(z.regex(languageTag)), z.transform(languageCase))

/** Values are text as YAML writes it; the result is as the program uses it. */
export const schema = z.strictObject({
  title: z.exactOptional(text),
  subtitle: z.exactOptional(text),
  lang: z.exactOptional(language),
  organisation: z.exactOptional(text),
  department: z.exactOptional(text),
  authors: z.exactOptional(texts),
  date: z.exactOptional(date),
  place: z.exactOptional(text),
  number: z.exactOptional(text),
  to: z.exactOptional(texts),
  from: z.exactOptional(texts),
  subject: z.exactOptional(text),
  reference: z.exactOptional(text),
  summary: z.exactOptional(text),
  keywords: z.exactOptional(keywords),
  classification: z.exactOptional(oneOf<Classification>(classifications)),
  status: z.exactOptional(oneOf<Status>(statuses)),
  version: z.exactOptional(text),
  editing: z.exactOptional(oneOf<Editing>(editings)),
  template: z.exactOptional(template),
  repeats: z.exactOptional(oneOf<RepeatPolicy>(repeatPolicies)),
  maxPages: z.exactOptional(count),
  cover: z.exactOptional(flag),
  numbered: z.exactOptional(flag),
  contents: z.exactOptional(z.union([level, contentsOrNot])),
  isbn: z.exactOptional(isbn),
  doi: z.exactOptional(doi),
  link: z.exactOptional(webAddress),
  rights: z.exactOptional(text),
  series: z.exactOptional(text),
  maxPpi: z.exactOptional(resolution),
  embedSource: z.exactOptional(flag),
  acronyms: z.exactOptional(keywords),
  typography: z.exactOptional(flag),
  variables: z.exactOptional(z.record(variableName, text)),
} satisfies Readonly<Record<Key, z.ZodMiniType>>)

/** What a key's value has to be, in the words of the message that refuses it. */
export const expectations: Readonly<Record<Key, Phrase>> = {
  title: 'text',
  subtitle: 'text',
  lang: 'language-tag',
  organisation: 'text',
  department: 'text',
  authors: 'text-or-list',
  date: 'date',
  place: 'text',
  number: 'text',
  to: 'text-or-list',
  from: 'text-or-list',
  subject: 'text',
  reference: 'text',
  summary: 'text',
  keywords: 'text-or-list',
  classification: ['one-of', shown(classifications)],
  status: ['one-of', shown(statuses)],
  version: 'text',
  editing: ['one-of', shown(editings)],
  template: 'template-folder',
  repeats: ['one-of', shown(repeatPolicies)],
  maxPages: ['number-between', 1, 9999],
  cover: 'yes-or-no',
  numbered: 'yes-or-no',
  contents: 'contents-depth',
  isbn: 'isbn',
  doi: 'doi',
  link: 'web-address',
  rights: 'text',
  series: 'text',
  maxPpi: ['number-between', 72, 1200],
  embedSource: 'yes-or-no',
  acronyms: 'text-or-list',
  typography: 'yes-or-no',
  variables: 'variables',
}

/**
 * The JSON Schema (draft 2020-12) of front matter with every accepted name, for editors that check YAML.
 *
 * @returns an object ready for JSON.stringify
 */
export function frontMatterSchema(): object {
  const { properties, ...whole } = z.toJSONSchema(schema, { io: 'input' })
  const known = [...spellings].map(([name, key]) => {
    const own = { description: es(expectations[key]), ...Object(properties?.[key]) }
    return [name, name === key ? own : { $ref: `#/properties/${key}` }]
  })
  const ofImages = [...spellings].filter(([, key]) => imageKeys.includes(key))
  const images = {
    type: 'object',
    description: es('image-settings'),
    properties: Object.fromEntries(ofImages.map(([name, key]) => [name, { $ref: `#/properties/${key}` }])),
    additionalProperties: false,
  }
  const groups = imageGroup.map(name => [name, images] as const)
  const all = Object.fromEntries([...known, ...groups])
  return { ...whole, title: 'Cabecera de un documento de Pliego', properties: all }
}

function oneOf<Value extends string>(vocabulary: Vocabulary<Value>) {
  const lookUp = z.transform((word: string) => valueNamed(vocabulary, word) as Value)
  const known = z.string().check(z.refine(word => valueNamed(vocabulary, word) !== undefined))
  return described(z.pipe(known, lookUp), { enum: accepted(vocabulary) })
}

function described<Schema extends z.ZodMiniType>(
  of: Schema,
  meta: Readonly<Record<string, unknown>>,
): Schema {
  z.globalRegistry.add(of, meta)
  return of
}

function oneLine(value: string): string {
  return value.replace(/[ \t\n]+/g, ' ').trim()
}

/** With its check digit (ISO 2108), spaces and hyphens as one likes. */
function isIsbn(value: string): boolean {
  const digits = value.replace(/[\s-]/g, '')
  const sum = (weight: (index: number) => number) =>
    [...digits].reduce(
      (total, digit, index) => total + weight(index) * (digit === 'X' ? 10 : Number(digit)),
      0,
    )
  if (/^\d{13}$/.test(digits)) return sum(index => (index % 2 === 0 ? 1 : 3)) % 10 === 0
  return /^\d{9}[\dX]$/.test(digits) && sum(index => 10 - index) % 11 === 0
}

/** `YYYY-MM-DD` of the Gregorian calendar (ISO 8601). */
function isDate(value: string): boolean {
  const [, years, months, days] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value)?.map(Number) ?? []
  if (years === undefined || months === undefined || days === undefined) return false
  const leap = years % 4 === 0 && (years % 100 !== 0 || years % 400 === 0)
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return years > 0 && days >= 1 && days <= (lengths[months - 1] ?? 0)
}
