import { describe, expect, it } from 'vitest'
import { acronyms } from '../../src/transform/acronyms.ts'
import { expansionOf, foldLetters } from '../../src/transform/expansion.ts'
import type { Section } from '../../src/transform/nodes.ts'
import { sections } from '../../src/transform/sections.ts'
import { spanish, transformed } from '../support/document.ts'

const locale = spanish()
const small = new Set(locale.smallWords.map(foldLetters))

/** Acronym, what is wrong to take in («…»), the expansion. */
const fit = [
  ['ONU', 'nuestro país en la ', 'Organización de las Naciones Unidas'],
  ['OEA', 'la ', 'Organización de los Estados Americanos'],
  ['MNA', 'el ', 'Movimiento No Alineado'],
  ['CELAC', 'la ', 'Comunidad de Estados Latinoamericanos y Caribeños'],
  [
    'MESICIC',
    'así como en el ',
    'Mecanismo de Seguimiento e Implementación de la Convención Interamericana contra la Corrupción de la OEA',
  ],
  ['CAN', 'la ', 'Comunidad Andina'],
  ['ALADI', 'la ', 'Asociación Latinoamericana de Integración'],
  ['CEPAL', 'la ', 'Comisión Económica para América Latina y el Caribe'],
  ['BID', 'el ', 'Banco Interamericano de Desarrollo'],
  ['FMI', 'el ', 'Fondo Monetario Internacional'],
  ['OTCA', 'la ', 'Organización del Tratado de Cooperación Amazónica'],
  ['MERCOSUR', 'el ', 'Mercado Común del Sur'],
  ['UNASUR', 'la ', 'Unión de Naciones Suramericanas'],
  ['CIDH', 'ante la ', 'Comisión Interamericana de Derechos Humanos'],
  ['CICAD', 'la ', 'Comisión Interamericana para el Control del Abuso de Drogas'],
  ['OCDE', 'la ', 'Organización para la Cooperación y el Desarrollo Económicos'],
  ['PNUD', 'con el ', 'Programa de las Naciones Unidas para el Desarrollo'],
  ['ODS', 'los ', 'Objetivos de Desarrollo Sostenible'],
  ['RENIEC', 'el ', 'Registro Nacional de Identificación y Estado Civil'],
  ['SUNAT', 'la ', 'Superintendencia Nacional de Aduanas y de Administración Tributaria'],
  ['SUNEDU', 'la ', 'Superintendencia Nacional de Educación Superior Universitaria'],
  [
    'INDECOPI',
    'el ',
    'Instituto Nacional de Defensa de la Competencia y de la Protección de la Propiedad Intelectual',
  ],
  ['MINJUS', 'el ', 'Ministerio de Justicia y Derechos Humanos'],
  ['INDECI', 'el ', 'Instituto Nacional de Defensa Civil'],
  ['SENAMHI', 'el ', 'Servicio Nacional de Meteorología e Hidrología'],
  ['MIDAGRI', 'el ', 'Ministerio de Desarrollo Agrario y Riego'],
  ['MINCETUR', 'el ', 'Ministerio de Comercio Exterior y Turismo'],
  ['MIMP', 'el ', 'Ministerio de la Mujer y Poblaciones Vulnerables'],
  ['PROMUDEH', 'el ', 'Promoción de la Mujer y del Desarrollo Humano'],
  ['CONCYTEC', 'el ', 'Consejo Nacional de Ciencia y Tecnología'],
  ['CONFIEP', 'la ', 'Confederación Nacional de Instituciones Empresariales Privadas'],
  ['PRONABEC', 'el ', 'Programa Nacional de Becas y Crédito Educativo'],
  ['SPP', 'el ', 'Sistema Privado de Administración de Fondos de Pensiones'],
  ['VRAEM', 'en el ', 'Valle de los Ríos Apurímac, Ene y Mantaro'],
  ['SBS', 'la ', 'Superintendencia de Banca, Seguros y AFP'],
  ['APCI', 'la ', 'Agencia Peruana de Cooperación Internacional'],
  ['Reniec', 'el ', 'Registro Nacional de Identificación y Estado Civil'],
  ['ONG', 'las ', 'organizaciones no gubernamentales'],
  ['ONGs', 'las ', 'organizaciones no gubernamentales'],
  ['EE. UU.', 'los ', 'Estados Unidos'],
  ['FF. AA.', 'las ', 'Fuerzas Armadas'],
  ['RREE', 'el despacho de ', 'Relaciones Exteriores'],
  ['IGV', 'el ', 'Impuesto General a las Ventas'],
  ['TUO', 'el ', 'Texto Único Ordenado'],
] as const

const unfit = [
  ['UNCAC', 'implementación de la Convención de las Naciones Unidas contra el Delito'],
  ['UNESCO', 'la Organización de las Naciones Unidas para la Educación, la Ciencia y la Cultura'],
  ['APEC', 'el Foro de Cooperación Económica Asia-Pacífico'],
  ['OIT', 'la Organización Mundial de la Salud'],
  ['OEA', 'la Organización de las Naciones Unidas'],
  ['AOE', 'la Organización de los Estados Americanos'],
  ['MEFX', 'el Ministerio de Economía y Finanzas'],
  ['OSCE', 'la Contraloría General de la República'],
  ['OACI', 'el Convenio de Chicago'],
  ['ONU', 'la ONU'],
  ['NAFTA', 'el Tratado de Libre Comercio de América del Norte'],
  // Half of the names would give no letter.
  ['ABC', 'la Alianza Boliviana Unida Nacional Regional Costera'],
  ['UNICEF', 'el Fondo de las Naciones Unidas para la Infancia'],
  ['ONU', 'la Organización se reúne. En las Naciones Unidas'],
  ['CONCYTEC', 'el Consejo Nacional de Ciencia, Tecnología e Innovación Tecnológica'],
] as const

describe('the expansion of an acronym', () => {
  it.each(fit)('%s: after «%s», %s', (acronym, before, expansion) => {
    expect(expansionOf(acronym, `${before}${expansion} `, small)).toBe(expansion)
  })
  it.each(unfit)('%s does not come from «%s»', (acronym, before) => {
    expect(expansionOf(acronym, `${before} `, small)).toBeNull()
  })

  it('begins at the nearest word that fits', () => {
    const before = 'la Oficina de la Organización de las Naciones Unidas '
    expect(expansionOf('ONU', before, small)).toBe('Organización de las Naciones Unidas')
  })

  it('is the text as written, without the quotation mark after it', () => {
    expect(expansionOf('LSC', 'la «Ley  del Servicio\nCivil» ', small)).toBe('Ley  del Servicio Civil')
  })

  it('takes linear time on hostile text', () => {
    expect(expansionOf('AAAAAAAAAAAAAAAAAA', 'a'.repeat(100_000), small)).toBe('a'.repeat(100_000))
    expect(expansionOf('ABABABABABABABABAC', 'Ab '.repeat(30_000), small)).toBeNull()
  })
})

function listed(text: string) {
  const { tree, messages } = transformed(text, [sections(), acronyms({ locale, known: ['XKW'] })])
  const lists = tree.children.filter((node): node is Section => node.type === 'section')
  return { lists: lists.map(section => section.acronyms), messages }
}

describe('the acronyms of a text', () => {
  it('stand in the section that explains them, once', () => {
    const { lists, messages } = listed(
      [
        'La Organización de las Naciones Unidas (ONU) y otra vez la Organización de las Naciones Unidas (ONU).',
        '# A',
        '- El *Fondo* Monetario\n  **Internacional** (FMI) y el sistema (ONU).',
      ].join('\n\n'),
    )
    expect(lists).toEqual([
      [{ acronym: 'ONU', expansion: 'Organización de las Naciones Unidas' }],
      [{ acronym: 'FMI', expansion: 'Fondo Monetario Internacional' }],
    ])
    expect(messages).toEqual([])
  })

  it('are not those that need no explanation, nor brackets that are part of a word', () => {
    const text = 'El arqueo bruto (XKW) y la sal Al<sub>2</sub>(SO<sub>4</sub>)<sub>3</sub>.'
    expect(listed(text)).toEqual({ lists: [[]], messages: [] })
    expect(listed('El arqueo bruto (XQW).').messages).toMatchObject([{ rule: 'acronym-mismatch' }])
  })

  it('have no expansion, and a warning with its place, where the letters do not fit', () => {
    const { lists, messages } = listed(
      'La Convención contra\nel Delito (UNCAC) y la Convención contra el Delito (UNCAC).',
    )
    expect(lists).toEqual([[{ acronym: 'UNCAC', expansion: null }]])
    expect(messages).toMatchObject([{ rule: 'acronym-mismatch', severity: 'warning', line: 1 }])
    expect(messages[0]?.reason).toContain('«La Convención contra el Delito»')
    expect(listed('La Convención contra el Delito (UNCAC).').messages).toMatchObject([
      { line: 1, column: 32 },
    ])
  })

  it.each([
    'La VIII Cumbre (VIII) y el capítulo (IV).',
    '(ONU) es una sigla.',
    'CAPÍTULO SEGUNDO (DEROGADO)',
    'En Lima (Perú) se reunió.',
    'Los trece (13) días y el plazo (véase abajo).',
    'Véase el texto único (TUPA CONADIS).',
    'El artículo 5 (A) y la letra (b).',
  ])('are none in «%s»', text => {
    const { lists, messages } = listed(text)
    expect(lists.flat()).toEqual([])
    expect(messages.filter(({ rule }) => rule !== 'acronym-unexplained')).toEqual([])
  })
})
