/** The JSON Schema of `dist/<document>.json`, for the programs that read it. */
import * as z from 'zod/mini'
import type { PublicationJson } from './json.ts'
import type { Place, Section } from './model.ts'

const text = z.string()
const texts = z.array(text)
const count = z.int().check(z.minimum(0))
const fromOne = z.int().check(z.minimum(1))
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const policy = z.enum(['reference', 'last', 'first', 'report', 'keep'])

const place: z.ZodMiniType<Place> = z.strictObject({
  file: text,
  line: fromOne,
  column: fromOne,
  endLine: fromOne,
  endColumn: fromOne,
})

const captioned = z.array(z.strictObject({ id: text, label: text, caption: text }))
const references = z.array(z.strictObject({ from: text, to: text, target: text, label: text, place }))

const repeat = z.strictObject({
  block: text,
  opening: text,
  policy,
  outcome: z.enum(['stays', 'referenced', 'removed', 'reported', 'kept']),
  reason: z.enum(['', 'sole', 'run', 'introduces', 'many', 'circle', 'leaned', 'announced', 'bare']),
  place,
  other: place,
})

const section: z.ZodMiniType<Section> = z.strictObject({
  kind: z.enum(['lead', 'heading']),
  id: text,
  number: text,
  title: text,
  depth: fromOne,
  language: text,
  words: count,
  readingMinutes: fromOne,
  summary: text,
  fingerprint: sha256,
  figures: captioned,
  tables: captioned,
  notes: z.array(z.strictObject({ id: text, number: text, summary: text })),
  acronyms: z.array(z.strictObject({ acronym: text, expansion: z.nullable(text) })),
  references,
  referencedBy: references,
  repeats: z.array(repeat),
  place,
  get sections() {
    return z.array(section)
  },
})

const metadata = z.strictObject({
  title: text,
  subtitle: text,
  language: text,
  organisation: text,
  department: text,
  authors: texts,
  date: z.string().check(z.regex(/^(?:\d{4}-\d\d-\d\d)?$/)),
  place: text,
  number: text,
  to: texts,
  from: texts,
  subject: text,
  reference: text,
  summary: text,
  keywords: texts,
  classification: z.enum(['publico', 'uso-interno', 'reservado', 'confidencial', 'secreto']),
  status: z.enum(['borrador', 'final']),
  version: text,
  editing: z.enum(['free', 'tracked']),
  template: text,
  repeats: z.enum(['', 'reference', 'last', 'first', 'report', 'keep']),
  maxPages: count,
  cover: z.boolean(),
  contents: z.nullable(count),
  isbn: text,
  doi: text,
  link: text,
  rights: text,
  series: text,
  variables: z.record(text, text),
})

/** Reads nothing into what it checks: what it accepts comes back as it was. */
export const publicationSchema: z.ZodMiniType<PublicationJson> = z.strictObject({
  version: z.literal(1),
  generator: text,
  metadata,
  sections: z.array(section),
})

/** @returns JSON Schema, draft 2020-12, ready for JSON.stringify */
export function publicationJsonSchema(): object {
  const schema = z.toJSONSchema(publicationSchema)
  return { ...schema, title: 'Datos de un documento de Pliego y de sus secciones, versión 1' }
}
