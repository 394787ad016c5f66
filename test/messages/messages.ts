/**
 * Every message with the smallest project that provokes it: `fixtures/<rule>/`, with its texts in `source/`, its
 * templates in `templates/`, and `options.json` where a run needs them. What must come out, in both languages, stands
 * beside them in `es.txt` and `en.txt`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { VFile } from 'vfile'
import { diagnosticText, sourceTexts } from '../../src/console.ts'
import type { MessageLanguage, RuleId } from '../../src/diagnostics/catalogue.ts'
import { type Finding, findings, worded } from '../../src/diagnostics/report.ts'
import { makeDocument } from '../../src/document.ts'
import type { Format } from '../../src/publication/exceptions.ts'
import type { Limits } from '../../src/read/limits.ts'
import { findSources } from '../../src/read/project.ts'
import { findRepeats } from '../../src/repeats.ts'
import { project } from '../support/run.ts'

/** The rules that have a folder here. */
export const fixtures = readdirSync(resolve(import.meta.dirname, 'fixtures'), { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => entry.name as RuleId) // checked against the catalogue by the test
  .sort()

interface Elsewhere {
  /** Such as the sentences could tell. */
  readonly facts: object
  /** What provokes it. */
  readonly how: Readonly<Record<MessageLanguage, string>>
}

/** Rules that a folder of files cannot provoke; other tests do. */
export const elsewhere: Readonly<Partial<Record<RuleId, Elsewhere>>> = {
  'file-unreadable': {
    facts: { path: 'source/nota.md', why: 'EACCES' },
    how: { es: 'un archivo sin permiso de lectura', en: 'a file without permission to read it' },
  },
  'file-outside': {
    facts: { path: 'source/nota.md' },
    how: {
      es: 'un enlace simbólico que sale de la carpeta del proyecto',
      en: 'a symbolic link that leaves the folder of the project',
    },
  },
  'parse-deadline': {
    facts: { seconds: 20 },
    how: {
      es: 'un texto enorme de marcas sin cerrar',
      en: 'a huge text of unclosed marks',
    },
  },
  'figures-missing': {
    facts: { family: 'Propia' },
    how: {
      es: 'cifras elzevirianas de una familia que no las tiene',
      en: 'old-style figures of a family that has none',
    },
  },
  'unknown-node': {
    facts: { type: 'x' },
    how: {
      es: 'una construcción que el programa no conoce; con la sintaxis de hoy no ocurre',
      en: 'a construct that the program does not know; with today’s syntax there is none',
    },
  },
  'formats-differ': {
    facts: {
      format: 'docx',
      what: 'paragraph',
      section: 'Antecedentes',
      expected: 'paragraph <section 1> Una palabra menos.',
      found: 'paragraph <section 1> Una menos.',
      words: 'Una [-palabra-] menos.',
    },
    how: {
      es: 'un archivo publicado que alguien ha cambiado',
      en: 'a published file that somebody changed',
    },
  },
  'formats-differ-more': {
    facts: { format: 'docx', count: 3 },
    how: { es: 'un archivo que difiere en muchas partes', en: 'a file that differs in many parts' },
  },
  'collate-missing': {
    facts: { path: 'dist/nota.epub' },
    how: { es: 'un texto que no se ha publicado', en: 'a text that has not been published' },
  },
  'unsettled-page-labels': {
    facts: { rounds: 8 },
    how: {
      es: 'una remisión cuyo número de página cambia la página en que está su destino',
      en: 'a reference whose page number changes the page of its target',
    },
  },
  'output-unwritable': {
    facts: { path: 'dist/nota.pdf', why: 'EACCES' },
    how: { es: 'una carpeta de salida sin permiso', en: 'an output folder without permission' },
  },
  'output-collision': {
    facts: { name: 'nota.*', other: 'otra/Nota.md' },
    how: { es: 'pliego build source/nota.md otra/Nota.md', en: 'pliego build source/nota.md otra/Nota.md' },
  },
  'new-name': { facts: { name: '../a' }, how: { es: 'pliego new ../a', en: 'pliego new ../a' } },
  'new-exists': {
    facts: { path: 'source/nota.md' },
    how: { es: 'pliego new nota, dos veces', en: 'pliego new nota, twice' },
  },
  'release-classification': {
    facts: { classification: 'reservado' },
    how: {
      es: '«pliego release» de un documento que no es público',
      en: '“pliego release” of a document that is not public',
    },
  },
  'release-draft': {
    facts: {},
    how: { es: '«pliego release» de un borrador', en: '“pliego release” of a draft' },
  },
  'release-version-reused': {
    facts: { version: '1.0', file: 'nota.pdf' },
    how: {
      es: 'un texto que cambia y conserva su versión, ya publicada',
      en: 'a text that changes and keeps its version, which has been released',
    },
  },
  'release-previous': {
    facts: { previous: 'v9' },
    how: { es: 'pliego release --previous v9', en: 'pliego release --previous v9' },
  },
  'release-unproved': {
    facts: { file: 'nota.pdf', standard: 'PDF/UA-1' },
    how: {
      es: '«pliego release» con un informe de conformidad en el que el archivo falla o falta',
      en: '“pliego release” with a conformance report in which the file fails or is missing',
    },
  },
  'release-report': {
    facts: { path: 'informe.json' },
    how: { es: 'pliego release --conformance informe.json', en: 'pliego release --conformance report.json' },
  },
  'release-source-changed': {
    facts: {},
    how: {
      es: 'un texto que alguien guarda mientras se publica',
      en: 'a text that someone saves while it is being released',
    },
  },
  'release-foreign': {
    facts: { name: 'apuntes.txt' },
    how: { es: 'un archivo ajeno en dist/', en: 'a file of someone else in dist/' },
  },
  'verify-manifest': {
    facts: { why: 'manifest.json' },
    how: { es: '«pliego verify» de otra carpeta', en: '“pliego verify” of another folder' },
  },
  'verify-missing': {
    facts: { name: 'nota.epub' },
    how: { es: 'una publicación descargada a medias', en: 'a release downloaded in part' },
  },
  'verify-changed': {
    facts: { name: 'nota.pdf', expected: '4e07408562be', found: '6b86b273ff34' },
    how: { es: 'un archivo que alguien cambió', en: 'a file that someone has changed' },
  },
  'verify-checksums': {
    facts: { name: 'nota.pdf' },
    how: { es: 'sumas que alguien cambió', en: 'checksums that someone has changed' },
  },
  'verify-extra': {
    facts: { name: 'otro.pdf' },
    how: { es: 'un archivo añadido a la publicación', en: 'a file added to the release' },
  },
  'verify-rebuilt': {
    facts: { name: 'nota.html' },
    how: {
      es: 'un archivo que no salió del texto, con manifiesto y sumas a su medida',
      en: 'a file that was not made from the text, with manifest and checksums to match',
    },
  },
  'changes-input': {
    facts: { path: 'v9' },
    how: { es: 'pliego changes v9 source', en: 'pliego changes v9 source' },
  },
  internal: {
    facts: { detail: 'x is undefined' },
    how: { es: 'un fallo del programa', en: 'a fault of the program' },
  },
}

export const folderOf = (rule: string) => resolve(import.meta.dirname, 'fixtures', rule)

interface Options {
  readonly paths?: readonly string[]
  readonly limits?: Partial<Limits>
  readonly formats?: readonly Format[]
  readonly command?: 'repeats'
}

export function optionsOf(rule: RuleId): Options {
  const path = join(folderOf(rule), 'options.json')
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Options) : {}
}

/** What the program finds in a fixture, in the order of its documents. */
export async function found(rule: RuleId): Promise<readonly Finding[]> {
  const folder = folderOf(rule)
  const { paths = [], limits = {}, formats = ['pdf', 'html'], command } = optionsOf(rule)
  const options = {
    project: folder,
    templates: [join(folder, 'templates'), join(project, 'templates')],
    template: '',
    limits,
    designs: new Map(),
  }
  const { sources, problems } = findSources(paths, folder)
  const all = problems.flatMap((file: VFile) => findings(file))
  if (command === 'repeats') return (await findRepeats({ ...options, paths })).flatMap(file => findings(file))
  for (const { absolute } of sources) {
    const made = await makeDocument(absolute, {
      ...options,
      command: 'build',
      formats,
      strict: false,
      epoch: null,
    })
    all.push(...made.diagnostics)
  }
  return all
}

/** As the terminal shows them, without colours; paths of the machine are cut. */
export function shown(rule: RuleId, all: readonly Finding[], language: MessageLanguage): string {
  const texts = sourceTexts(folderOf(rule))
  const plain = (_: number, text: string) => text
  const lines = all.map(finding => diagnosticText(worded(finding, language), language, plain, texts))
  return `${lines.join('\n')}\n`.replaceAll(`${folderOf(rule)}/`, '').replaceAll(`${project}/`, '')
}
