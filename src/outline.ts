/** `pliego outline`: the sections of documents as a tree, with what is known of each. Nothing is written. */
import { diagnosticText, paintFor, sourceTexts } from './console.ts'
import type { MessageLanguage } from './diagnostics/catalogue.ts'
import { diagnostics, failed } from './diagnostics/report.ts'
import { loadDocument } from './document.ts'
import { templateFolders } from './program.ts'
import { publicationData } from './publication/json.ts'
import type { Publication, Section, SectionReference } from './publication/model.ts'
import type { Limits } from './read/limits.ts'
import { findSources } from './read/project.ts'
import { type Words, wordsIn } from './words.ts'

/** What to list, and how. */
export interface Listing {
  /** Absolute path of the project's folder. */
  readonly project: string
  /** Files and folders; none: all of source/. */
  readonly paths: readonly string[]
  /** In place of the documents' own, or ''. */
  readonly template: string
  readonly limits: Partial<Limits>
  /** One JSON value on standard output in place of sentences. */
  readonly json: boolean
  readonly language: MessageLanguage
}

/**
 * With `json`, the documents as in `dist/<document>.json`, in one list on standard output.
 *
 * @returns the exit code: 1 where a document could not be read
 */
export async function outline({
  project,
  paths,
  template,
  limits,
  json,
  language,
}: Listing): Promise<number> {
  const { sources, problems } = findSources(paths, project)
  const files = [...problems]
  const publications: Publication[] = []
  const options = {
    project,
    templates: templateFolders(project),
    template,
    limits,
    designs: new Map(),
  }
  for (const { absolute } of sources) {
    const document = await loadDocument(absolute, options)
    files.push(document.file)
    if ('publication' in document) publications.push(document.publication)
  }
  const paint = paintFor(process.stderr)
  const texts = sourceTexts(project)
  for (const diagnostic of files.filter(failed).flatMap(file => diagnostics(file, language))) {
    process.stderr.write(`${diagnosticText(diagnostic, language, paint, texts)}\n`)
  }
  const text = json
    ? `${JSON.stringify(publications.map(publicationData), null, 2)}\n`
    : publications.map(publication => outlineText(publication, wordsIn[language])).join('\n')
  process.stdout.write(text)
  return files.some(failed) ? 1 : 0
}

/** The document's path and title, then its sections. */
function outlineText({ metadata, sections, sources }: Publication, said: Words): string {
  const lines = [
    `${sources[0]?.path}: ${metadata.title}`,
    ...sections.flatMap(section => sectionLines(section, '  ', metadata.language, said)),
  ]
  return `${lines.join('\n')}\n`
}

/**
 * A line for the section (number and title, words, minutes, acronyms, place), one for each figure, table and note,
 * and one for each section that it refers to (→) or that refers to it (←); then its subsections.
 */
function sectionLines(section: Section, indent: string, language: string, said: Words): readonly string[] {
  const { number, title, words, readingMinutes, acronyms, place } = section
  const facts = [
    said.words(words),
    `${readingMinutes} min`,
    ...(section.language === language ? [] : [section.language]),
    ...(acronyms.length === 0 ? [] : [acronyms.map(({ acronym }) => acronym).join(', ')]),
    said.lines(place.line, place.endLine),
  ]
  const details = [
    ...[...section.figures, ...section.tables].map(({ id, label, caption }) =>
      label === '' ? `· ${caption || id}` : `· ${label}: ${caption}`,
    ),
    ...section.notes.map(note => `· ${said.note(note.number)}: ${note.summary}`),
    ...bySection(section.references, 'to').map(([id, labels]) => `→ ${id}: ${labels}`),
    ...bySection(section.referencedBy, 'from').map(([id, labels]) => `← ${id}: ${labels}`),
  ]
  return [
    `${indent}${number === '' ? '' : `${number} `}${title} (${facts.join(' · ')})`,
    ...details.map(detail => `${indent}    ${detail}`),
    ...section.sections.flatMap(inner => sectionLines(inner, `${indent}  `, language, said)),
  ]
}

/** What the references from or to each section say, each text once. */
function bySection(
  references: readonly SectionReference[],
  end: 'from' | 'to',
): readonly (readonly [id: string, labels: string])[] {
  const labels = new Map<string, Set<string>>()
  for (const reference of references) {
    labels.set(reference[end], (labels.get(reference[end]) ?? new Set()).add(reference.label))
  }
  return [...labels].map(([id, own]) => [id, [...own].join(', ')])
}
