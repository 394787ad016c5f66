import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadDocument } from '../../src/document.ts'
import { publicationJson } from '../../src/publication/json.ts'
import { publicationJsonSchema, publicationSchema } from '../../src/publication/json-schema.ts'
import type { Publication, Section } from '../../src/publication/model.ts'
import { published } from '../support/document.ts'

const project = resolve(import.meta.dirname, '../..')
const source = join(project, 'source')

function sectionsOf(text: string, numberSections = true): readonly Section[] {
  const { publication } = published(`---\ntitle: T\nlang: es-PE\n---\n\n${text}\n`, { numberSections })
  return all(publication.sections)
}

function all(sections: readonly Section[]): readonly Section[] {
  return sections.flatMap(section => [section, ...all(section.sections)])
}

const report = `# Comercio {#comercio}

Véanse [@tab-export].[^fuente]

:::tabla[Exportaciones por país[^pais]]{#tab-export}
| País | Valor |
|------|-------|
| Perú | véase [@riesgos] |

Fuente: [el recuadro](#ojo).
:::

## Precios

:::nota[Ojo con [@tab-export]]{#ojo}
Uno dos.[^fuente]
:::

# Riesgos {#riesgos}

Tres.

[^fuente]: Cuatro cinco. Seis véase [@riesgos].[^otra]
[^pais]: Siete.
[^otra]: Ocho nueve.
`

describe('a section', () => {
  const [trade, prices, risks] = sectionsOf(report)

  it('lists its tables and notes; a note belongs where its first reference stands, in another note too', () => {
    expect(trade?.tables).toEqual([
      { id: 'tab-export', label: 'Cuadro\u00A01', caption: 'Exportaciones por país' },
    ])
    // The third is called in the first: its number comes last.
    expect(trade?.notes.map(({ number, summary }) => `${number} ${summary}`)).toEqual([
      '1 Cuatro cinco.',
      '3 Ocho nueve.',
      '2 Siete.',
    ])
    expect([prices?.tables, prices?.notes, risks?.notes]).toEqual([[], [], []])
  })

  it('lists the references that stand in it and those that lead to it, each with where from and where to', () => {
    const shown = (list: Section['references'] | undefined) =>
      list?.map(
        ({ from, to, target, label, place }) =>
          `${place.line}: ${from} → ${to} #${target} ${label.replaceAll('\u00A0', ' ')}`,
      )
    expect(shown(trade?.references)).toEqual([
      '8: comercio → comercio #tab-export Cuadro 1',
      '28: comercio → riesgos #riesgos sección 2',
      '13: comercio → riesgos #riesgos sección 2',
      '15: comercio → precios #ojo el recuadro',
    ])
    expect(shown(prices?.references)).toEqual(['20: precios → comercio #tab-export Cuadro 1'])
    expect(shown(trade?.referencedBy)).toEqual([
      '8: comercio → comercio #tab-export Cuadro 1',
      '20: precios → comercio #tab-export Cuadro 1',
    ])
    expect(shown(prices?.referencedBy)).toEqual(['15: comercio → precios #ojo el recuadro'])
    expect(risks?.references).toEqual([])
    expect(risks?.referencedBy).toHaveLength(2)
  })

  it('counts each word once, where readers get it', () => {
    // Comercio | Véanse Cuadro 1 | caption | cells | note of the table | three notes; and those of its subsection:
    // Precios | Ojo con Cuadro 1 | Uno dos.
    const own = 1 + 3 + 3 + (2 + 4) + 3 + (6 + 1 + 2)
    expect(prices?.words).toBe(1 + 4 + 2)
    expect(trade?.words).toBe(own + 7)
    expect(risks?.words).toBe(2)
  })

  it('has the language of its heading', () => {
    const sections = sectionsOf('Uno.\n\n# Ñawpaq {lang=qu}\n\nDos.\n\n## Tres\n\nCuatro.')
    expect(sections.map(section => section.language)).toEqual(['es-PE', 'qu', 'es-PE'])
  })

  it.each([
    ['code', '```ts\nuno dos\n```', 2],
    ['a list of tasks', '- [ ] uno\n- [x] dos tres', 3],
    ['definitions', 'Término\n: Descripción del término', 4],
    ['columns', ':::columnas\nUno\n\nDos\n:::', 2],
    ['a signature', ':::firma\nJuana Pérez\n\nDirectora\n:::', 3],
    ['an address', ':::direccion\nJr. Lampa 545\\\nLima\n:::', 4],
    ['a box without a title of its own', ':::nota\nUno\n:::', 2],
    ['a page break and lists of what stands elsewhere', 'Uno.\n\n::salto\n\n::indice\n\n::glosario', 1],
    ['an acronym', 'La Organización de las Naciones Unidas (ONU) y la ONU.', 10],
    ['inline marks', '~~uno~~ x^2^ <kbd>Ctrl</kbd> `code` <mark>dos</mark>', 5],
    ['a heading inside a block', '> # Uno dos', 2],
  ])('counts the words of %s', (_, text, count) => {
    expect(sectionsOf(text)[0]?.words).toBe(count)
  })

  it('that repeats a paragraph refers to the section that keeps it', () => {
    const paragraph =
      'Uno de los principales logros del multilateralismo a nivel global y hemisférico es la cooperación para fomentar la gobernanza democrática.'
    const [first, second] = sectionsOf(`# A\n\n${paragraph}\n\n# B\n\n${paragraph}\n\nFin.`)
    expect(second?.references).toMatchObject([{ from: 'b', to: 'a', place: { line: 12 } }])
    expect(first?.referencedBy).toEqual(second?.references)
  })
})

describe('the JSON Schema', () => {
  it('docs/metadata.schema.json is what the program gives', () => {
    const path = new URL('../../docs/metadata.schema.json', import.meta.url)
    const made = `${JSON.stringify(publicationJsonSchema(), null, 2)}\n`
    if (process.env.UPDATE === '1') writeFileSync(path, made)
    expect(readFileSync(path, 'utf8')).toBe(made)
  })

  const whole = published(`---\ntitle: T\nvariables:\n  corte: junio\n---\n\n${report}`).publication

  it('accepts what the program writes, and gives it back unchanged', () => {
    const written: unknown = JSON.parse(publicationJson(whole))
    expect(publicationSchema.parse(written)).toEqual(written)
  })

  it.each(readdirSync(source).filter(name => name.endsWith('.md')))(
    'accepts that of source/%s',
    async name => {
      const file = await loadDocument(join(source, name), {
        project,
        templates: [join(project, 'templates')],
        template: '',
        limits: {},
        designs: new Map(),
      })
      if (!('publication' in file)) throw new Error(file.file.messages.map(String).join('\n'))
      const written: unknown = JSON.parse(publicationJson(file.publication))
      expect(publicationSchema.parse(written)).toEqual(written)
      expect(JSON.stringify(written)).toContain('"words":')
    },
  )

  it.each<[string, (written: { sections: Section[] } & Publication) => void]>([
    ['another version', written => Object.assign(written, { version: 2 })],
    ['a key that is not in it', written => Object.assign(written.sections[0] ?? {}, { extra: 1 })],
    ['a section without its words', written => Reflect.deleteProperty(written.sections[0] ?? {}, 'words')],
    ['half a word', written => Object.assign(written.sections[0] ?? {}, { words: 0.5 })],
    [
      'an inner section that is none',
      written => Object.assign(written.sections[0] ?? {}, { sections: [{}] }),
    ],
    ['a place without a line', written => Object.assign(written.sections[0]?.place ?? {}, { line: 0 })],
  ])('refuses %s', (_, spoil) => {
    const written = JSON.parse(publicationJson(whole))
    spoil(written)
    expect(publicationSchema.safeParse(written).success).toBe(false)
  })
})
