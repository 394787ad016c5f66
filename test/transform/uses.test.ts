import { describe, expect, it } from 'vitest'
import type { Abbreviation } from '../../src/publication/model.ts'
import { nodesOf, published } from '../support/document.ts'

function made(text: string) {
  const { publication, messages } = published(`---\ntitle: T\nlang: es\n---\n\n${text}\n`)
  const nodes = [publication.tree, ...publication.tree.notes].flatMap(nodesOf)
  const uses = nodes.filter((node): node is Abbreviation => node.type === 'abbreviation')
  return {
    uses: uses.map(({ value, place }) => `${value} ${place.line}:${place.column}-${place.endColumn}`),
    expansions: new Set(uses.map(({ expansion }) => expansion)),
    messages: messages.map(({ rule, line, column }) => `${rule} ${line}:${column}`),
    publication,
  }
}

const un = 'La Organización de las Naciones Unidas (ONU).'

describe('later uses of an acronym', () => {
  it('are abbreviations in emphasis, links, cells, notes and headings, with their places', () => {
    const { uses, expansions, messages } = made(
      `La ONU antes. ${un} Y *la ONU*, [ONU](https://x.pe)[^1].\n\n| ONU |\n|---|\n| x |\n\n# La ONU\n\n[^1]: ONU.`,
    )
    expect(uses).toEqual(['ONU 6:67-70', 'ONU 6:74-77', 'ONU 8:3-6', 'ONU 12:6-9', 'ONU 14:7-10'])
    expect([...expansions]).toEqual(['Organización de las Naciones Unidas'])
    expect(messages).toEqual([])
  })

  it.each(['`ONU`', 'ONU-Mujeres', 'https://onu.org/ONU', 'A/RES/ONU', 'ONUX', '```\nONU\n```'])(
    'are none in %s',
    text => expect(made(`${un}\n\n${text}`).uses).toEqual([]),
  )

  it.each([
    ['after it', 'La ONU (Organización de las Naciones Unidas). La ONU.', 'ONU'],
    ['for later on', 'La Organización de las Naciones Unidas (en adelante, la ONU). La ONU.', 'ONU'],
    ['in HTML', 'El <abbr title="Foro del Sur">FDS</abbr>. El FDS.', 'FDS'],
    ['in a list of definitions', 'MEF\n\n: Ministerio de Economía y Finanzas.\n\nEl MEF.', 'MEF'],
    ['in the plural', 'Las organizaciones barriales (OBs). Las OBs.', 'OBs'],
    ['with doubled letters', 'Los Estados Unidos (EE. UU.). Los EE. UU.', 'EE.\u00A0UU.'],
  ])('are those of one explained %s', (_, text, acronym) => {
    const { uses, messages, publication } = made(text)
    expect(uses.map(use => use.slice(0, use.lastIndexOf(' '))).at(-1)).toBe(acronym)
    expect(publication.sections[0]?.acronyms).toHaveLength(1)
    expect(messages).toEqual([])
  })
})

describe('warnings', () => {
  it('tell of an acronym that nothing explains, once', () => {
    expect(made('Viene la SUNEDU hoy.\n\nOtra vez la SUNEDU.').messages).toEqual(['acronym-unexplained 6:10'])
  })

  it('tell of one that is explained in two ways, once for each', () => {
    const other = 'La Oficina Nacional Única (ONU).'
    expect(made([un, other, un, other].join('\n\n')).messages).toEqual(['acronym-twice 8:27'])
    expect(made(`${un}\n\nLa organización de Naciones Unidas (ONU).`).messages).toEqual([])
  })

  it.each([
    'El siglo XXI y el capítulo IV.',
    'La norma ISO 9001, la NTP 350 y el DS N.º 4.',
    'La Resolución 004-2019-JUS y el código PE-LMA.',
    'Se dijo que NO: no se hará.',
    'LA CONSTITUCIÓN POLÍTICA DEL PERÚ',
    'Por tanto SE RESUELVE lo que sigue.',
    'Firma JUAN F. PÉREZ en la ciudad.',
    '# LA NORMA ABC y otras',
    '> Según la ley, el XYZ.',
    'Véanse www.ABC.pe y ana@ABC.pe.',
    'Cuesta 30 USD con IGV en formato PDF.',
    '[la norma ABC of the]{lang=en} y más.',
    'El Programa Mundial de Cosas (WFP, por sus siglas en inglés), o sea el WFP.',
    'OCTAVA.- Exoneraciones de aquí en adelante.',
  ])('are none for «%s»', text => {
    expect(made(text).messages.filter(message => message.startsWith('acronym'))).toEqual([])
  })
})
