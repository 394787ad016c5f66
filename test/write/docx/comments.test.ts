/** Comments of the Markdown in the Word file, and nowhere else. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeDocument } from '../../../src/document.ts'
import type { Format } from '../../../src/publication/exceptions.ts'
import { folderWith, project } from '../../support/run.ts'
import { open, paragraphTexts } from './package.ts'

const markdown = (status: string) => `---
titulo: Comentado
idioma: es-PE
estado: ${status}
autores: [Rosa Díaz]
fecha: 2026-11-23
---

# Uno {>>@Ana Ruiz 2026-11-20: ¿Este *título*?<<}

El **dato** es firme {>>falta la fuente & el año<<} {>>@Luis Paz: en camino<<} y sigue.

| a | b |
|---|---|
| 1 {>>@Ana: seguro<<} | 2 |

Código: \`{>>no<<}\`, y \\{>>tampoco.
`

async function made(status: string, formats: readonly Format[], text = markdown(status)) {
  const folder = folderWith({ 'source/a.md': text })
  const outcome = await makeDocument(join(folder, 'source/a.md'), {
    command: 'build',
    project: folder,
    templates: [join(project, 'templates')],
    template: 'base',
    formats,
    strict: false,
    epoch: null,
    designs: new Map(),
  })
  const bytes = outcome.outputs?.map(({ bytes }) => bytes) ?? []
  return { bytes, rules: outcome.diagnostics.map(({ rule }) => rule) }
}

describe('comments', () => {
  const built = made('borrador', ['docx', 'html'])
  const word = async () => open((await built).bytes[0] ?? new Uint8Array())

  it('go out with author, date and thread', async () => {
    const file = await word()
    const comments = file.part('word/comments.xml')
    expect(paragraphTexts(comments)).toEqual([
      '¿Este *título*?',
      'falta la fuente & el año',
      'en camino',
      'seguro',
    ])
    expect(
      [...comments.matchAll(/w:author="([^"]*)" w:date="([^"]*)" w:initials="([^"]*)"/g)].map(m =>
        m.slice(1),
      ),
    ).toEqual([
      ['Ana Ruiz', '2026-11-20T00:00:00Z', 'AR'],
      ['Rosa Díaz', '2026-11-23T00:00:00Z', 'RD'],
      ['Luis Paz', '2026-11-23T00:00:00Z', 'LP'],
      ['Ana', '2026-11-23T00:00:00Z', 'A'],
    ])
    const threads = file.part('word/commentsExtended.xml')
    expect([...threads.matchAll(/w15:paraIdParent="([^"]*)"/g)].map(([, id]) => id)).toEqual(['00000002'])
    expect(file.part('[Content_Types].xml')).toContain('comments+xml')
  })

  it('stand at the block that they are about, each with its range', async () => {
    const xml = (await word()).part('word/document.xml')
    for (const id of [0, 1, 2, 3]) {
      for (const mark of ['RangeStart', 'RangeEnd', 'Reference']) {
        expect(xml.split(`<w:comment${mark} w:id="${id}"/>`)).toHaveLength(2)
      }
    }
  })

  it('leave the text as it reads without them', async () => {
    const file = await word()
    expect(paragraphTexts(file.part('word/document.xml'))).toEqual(
      expect.arrayContaining(['Uno', 'El dato es firme y sigue.', '1', 'Código: {>>no<<}, y {>>tampoco.']),
    )
    const html = new TextDecoder().decode((await built).bytes[1])
    expect(html).not.toContain('fuente')
    expect(html).toContain('es firme y sigue.')
  })

  it('are in nothing that is published, which is told', async () => {
    const { bytes, rules } = await made('final', ['docx'])
    const file = open(bytes[0] ?? new Uint8Array())
    expect(file.names.filter(name => name.includes('comments'))).toEqual([])
    expect(file.part('word/document.xml')).not.toContain('comment')
    expect(rules).toContain('comment-unpublished')
  })

  it('are refused unclosed, or alone in a paragraph', async () => {
    const text = (body: string) => `---\ntitulo: A\nidioma: es\nestado: borrador\n---\n\n${body}\n`
    expect((await made('', ['docx'], text('Uno {>>dos'))).rules).toEqual(['comment-place'])
    expect((await made('', ['docx'], text('Uno.\n\n{>>dos<<}'))).rules).toEqual(['comment-place'])
  })
})
