/** What front matter may be called and may hold: names and values, in Spanish and in English. */
import type { Classification, Editing, RepeatPolicy, Status } from '../publication/model.ts'
import { nearest } from '../text/nearest.ts'
import type { FrontMatter } from './types.ts'

export type Key = keyof FrontMatter

/** Every key with its other names. Case, accents, hyphens and spaces do not count: «Palabras clave» is one. */
const synonyms = {
  title: ['título'],
  subtitle: ['subtítulo'],
  lang: ['idioma', 'lengua', 'language'],
  organisation: ['órgano', 'organismo', 'organización', 'institución', 'entidad', 'organization'],
  department: ['dirección', 'departamento', 'dependencia'],
  authors: ['autores', 'autor', 'autora', 'autoras', 'author'],
  date: ['fecha'],
  place: ['lugar'],
  number: ['número'],
  to: ['para'],
  from: ['de'],
  subject: ['asunto'],
  reference: ['referencia'],
  summary: ['resumen', 'sumilla'],
  keywords: ['palabras-clave', 'palabrasClave'],
  classification: ['clasificación'],
  status: ['estado'],
  version: ['versión'],
  editing: ['edición'],
  template: ['plantilla'],
  repeats: ['repeticiones', 'repetidos'],
  maxPages: ['máximo-páginas', 'máximoPáginas', 'páginas-máximas', 'páginasMáximas'],
  cover: ['portada'],
  numbered: ['numerado', 'numeración', 'numerar'],
  contents: ['índice', 'contenido', 'toc'],
  isbn: [],
  doi: [],
  link: ['enlace', 'url', 'canonical'],
  rights: ['derechos', 'licencia'],
  series: ['serie', 'colección'],
  maxPpi: ['máximo-ppp', 'ppp'],
  embedSource: ['adjuntar-texto', 'adjuntarTexto'],
  acronyms: ['siglas'],
  typography: ['tipografía'],
  variables: [],
} satisfies Readonly<Record<Key, readonly string[]>>

/** Every accepted spelling, with and without accents, by the key that it means. */
export const spellings: ReadonlyMap<string, Key> = new Map(
  Object.entries(synonyms).flatMap(([key, names]) =>
    [...new Set([key, ...names, ...names.map(withoutAccents)])].map(name => [name, key as Key] as const),
  ),
)

/** A key of its own that holds keys: `imágenes: {maxPpi: 220}` says the same as `maxPpi: 220`. */
export const imageGroup = ['images', 'imágenes', 'imagenes'] as const
export const imageKeys: readonly Key[] = ['maxPpi']

/** Is it the name of the group of keys about pictures? */
export function isImageGroup(name: string): boolean {
  return imageGroup.some(one => fold(one) === fold(name))
}

const byFolded: ReadonlyMap<string, Key> = new Map([...spellings].map(([name, key]) => [fold(name), key]))

/** The key that a name in front matter means, or undefined. */
export function keyNamed(name: string): Key | undefined {
  return byFolded.get(fold(name))
}

/** The accepted name that is closest to an unknown one, or ''. */
export function nearestKey(name: string): string {
  const known = [...spellings.keys(), ...imageGroup]
  const folded = nearest(fold(name), known.map(fold))
  for (const spelling of known) if (folded !== '' && fold(spelling) === folded) return spelling
  return ''
}

/** A closed set of values with every accepted spelling of each; the first one is shown to people. */
export type Vocabulary<Value extends string> = Readonly<Record<Value, readonly string[]>>

export const classifications: Vocabulary<Classification> = {
  publico: ['público', 'pública', 'public'],
  'uso-interno': ['uso interno', 'interno', 'internal', 'internal use'],
  reservado: ['reservado', 'reservada', 'restricted'],
  confidencial: ['confidencial', 'confidential'],
  secreto: ['secreto', 'secreta', 'secret'],
}

export const statuses: Vocabulary<Status> = {
  borrador: ['borrador', 'draft'],
  final: ['final', 'definitivo', 'definitiva'],
}

export const editings: Vocabulary<Editing> = {
  free: ['libre', 'free'],
  tracked: ['control de cambios', 'tracked', 'con control de cambios'],
}

export const repeatPolicies: Vocabulary<RepeatPolicy> = {
  reference: ['reference', 'remisión'],
  last: ['last', 'última'],
  first: ['first', 'primera'],
  report: ['report', 'avisar'],
  keep: ['keep', 'conservar'],
}

/** The value that a word means, whatever its case and accents, or undefined. */
export function valueNamed<Value extends string>(
  vocabulary: Vocabulary<Value>,
  word: string,
): Value | undefined {
  const wanted = fold(word)
  for (const value of values(vocabulary)) {
    if ([value, ...vocabulary[value]].some(spelling => fold(spelling) === wanted)) return value
  }
  return undefined
}

/** Every value as people read it: «público, uso interno, reservado…». */
export function shown<Value extends string>(vocabulary: Vocabulary<Value>): string {
  return values(vocabulary)
    .map(value => vocabulary[value][0])
    .join(', ')
}

/** Every accepted spelling, for editors. */
export function accepted<Value extends string>(vocabulary: Vocabulary<Value>): readonly string[] {
  const spelled = values(vocabulary).flatMap(value => [value, ...vocabulary[value]])
  return [...new Set([...spelled, ...spelled.map(withoutAccents)])]
}

function values<Value extends string>(vocabulary: Vocabulary<Value>): readonly Value[] {
  // Object.keys widens to string; the table is closed.
  return Object.keys(vocabulary) as Value[]
}

function fold(name: string): string {
  return withoutAccents(name)
    .toLowerCase()
    .replace(/[\s_-]/g, '')
}

function withoutAccents(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC')
}
