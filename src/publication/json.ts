import type { Metadata, Publication, Section } from './model.ts'

/** The document that {@link publicationJson} writes; described in docs/metadata.md and metadata.schema.json. */
export interface PublicationJson {
  readonly version: 1
  readonly generator: string
  readonly metadata: Metadata
  readonly sections: readonly Section[]
}

export function publicationData({ generator, metadata, sections }: Publication): PublicationJson {
  return { version: 1, generator, metadata, sections }
}

/**
 * `dist/<document>.json`: the metadata of a document and its sections.
 *
 * @returns JSON with two spaces of indent, keys in the order of the model, a line end at its end
 */
export function publicationJson(publication: Publication): string {
  return `${JSON.stringify(publicationData(publication), null, 2)}\n`
}
