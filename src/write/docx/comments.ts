/** Comments on a draft, with their threads (ECMA-376 Part 1, 17.13.4; MS-DOCX 2.5.4.3). */
import type { Comment } from '../../publication/model.ts'
import { legalText } from '../../text/legal.ts'
import type { Edition } from '../types.ts'
import type { Build } from './build.ts'
import type { Part } from './package.ts'
import { type Runs, xml } from './runs.ts'
import { declaration, element, escapeXml } from './xml.ts'

/** The runs of a block under what is said of it; answers stand at the same words. */
export function commented(id: string, runs: Runs, build: Build): Runs {
  const comments = build.edition.publication.comments.get(id) ?? []
  if (comments.length === 0) return runs
  let parent = -1
  const ids = comments.map(comment => {
    const number = build.comments.length
    build.comments.push({ comment, parent: comment.reply ? parent : -1 })
    if (!comment.reply) parent = number
    return { 'w:id': number }
  })
  return [
    ...ids.map(own => xml('w:commentRangeStart', own)),
    ...runs,
    ...ids.flatMap(own => [xml('w:commentRangeEnd', own), xml('w:r', {}, [xml('w:commentReference', own)])]),
  ]
}

const namespaces = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:mc': 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  'xmlns:w14': 'http://schemas.microsoft.com/office/word/2010/wordml',
  'xmlns:w15': 'http://schemas.microsoft.com/office/word/2012/wordml',
  'mc:Ignorable': 'w14 w15',
}

/** After the text, which counts them. */
export function commentParts({ comments, edition }: Build): readonly Part[] {
  if (comments.length === 0) return []
  const said = comments.map(({ comment }, number) => commentXml(comment, number, edition))
  const threads = comments.map(({ parent }, number) =>
    element('w15:commentEx', {
      'w15:paraId': paragraphId(number),
      'w15:paraIdParent': parent < 0 ? undefined : paragraphId(parent),
      'w15:done': 0,
    }),
  )
  return [
    part('comments', element('w:comments', namespaces, said.join(''))),
    part('commentsExtended', element('w15:commentsEx', namespaces, threads.join(''))),
  ]
}

function part(name: string, data: string): Part {
  return {
    path: `word/${name}.xml`,
    type: `application/vnd.openxmlformats-officedocument.wordprocessingml.${name}+xml`,
    data: declaration + data,
    from: 'document',
    relationship: { id: `rId-${name}`, kind: name },
  }
}

function commentXml(
  { author, date, text }: Comment,
  number: number,
  { publication, fileDate }: Edition,
): string {
  const { authors, organisation } = publication.metadata
  const name = legalText(author || authors[0] || organisation || publication.generator)
  const initials = name
    .split(/\s+/)
    .map(word => /^\p{L}/u.exec(word)?.[0] ?? '')
    .join('')
  const time = date === '' ? fileDate.toISOString().replace(/\.\d+Z$/, 'Z') : `${date}T00:00:00Z`
  const words = element('w:t', { 'xml:space': 'preserve' }, escapeXml(legalText(text)))
  const content = element('w:r', {}, '<w:annotationRef/>') + element('w:r', {}, words)
  const attributes = { 'w:id': number, 'w:author': name, 'w:date': time, 'w:initials': initials }
  return element('w:comment', attributes, element('w:p', { 'w14:paraId': paragraphId(number) }, content))
}

/** Eight digits below 80000000, unlike any other of the document, which gives its paragraphs none. */
function paragraphId(number: number): string {
  return (number + 1).toString(16).toUpperCase().padStart(8, '0')
}
