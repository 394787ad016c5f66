import { describe, expect, it } from 'vitest'
import { localeFor } from '../../src/locale/locale.ts'
import { leans } from '../../src/transform/openers.ts'
import { spanish } from '../support/document.ts'

const leaning = [
  'En esa línea, el Perú viene impulsando diversas iniciativas.',
  'Asimismo, el Perú eligió el tema.',
  'Al respecto, cabe señalar que la Comisión aprobó el informe.',
  'Dicho mecanismo entró en vigor en 2001.',
  'Dicha Agenda tiene 17 objetivos.',
  'Dichos acuerdos fueron ratificados.',
  'Dichas metas se miden cada año.',
  'Esto permitió avanzar en la negociación.',
  'Este proceso concluye en abril.',
  'Esta iniciativa fue del Perú.',
  'Estos esfuerzos continúan.',
  'Estas medidas se aplican desde enero.',
  'Ese compromiso se renovó en Lima.',
  'Ello supone un presupuesto mayor.',
  'Así, el país cumple lo pactado.',
  'Así mismo, se firmó un convenio.',
  'Además, se creó un fondo.',
  'Por ello, la Cancillería propone una reforma.',
  'Por lo tanto, se recomienda aprobar.',
  'Por otra parte, el Congreso debate la ley.',
  'Por su parte, Chile apoyó la moción.',
  'Por el contrario, la tasa subió.',
  'Sin embargo, persisten los conflictos.',
  'No obstante, el plazo venció.',
  'En consecuencia, procede el archivo.',
  'En ese sentido, se convocó a la mesa.',
  'En este marco, el Perú preside el proceso.',
  'En dicho contexto, la Dirección propone lineamientos.',
  'En tal virtud, se eleva el expediente.',
  'De esta manera, se cierra el ciclo.',
  'De igual modo, se instruyó a las embajadas.',
  'Del mismo modo, la OEA felicitó al país.',
  'También se aprobó el reglamento.',
  'Tampoco hubo observaciones.',
  'Tal decisión fue unánime.',
  'Tales principios rigen la política exterior.',
  'Su mandato vence en 2019.',
  'Sus miembros son elegidos por la Asamblea.',
  'El mismo que fue suscrito en Quito.',
  'La citada norma regula el procedimiento.',
  'Lo anterior obliga a revisar el plan.',
  'Aquellos Estados votaron a favor.',
  'Ambas partes ratificaron el tratado.',
  'Finalmente, se acordó una nueva reunión.',
  '«En esa línea», dijo el Ministro.',
  'EN ESA LÍNEA, EL PERÚ FIRMÓ.',
  'En\u00A0esa línea, el Perú firmó.',
  'Cabe precisar que el plazo es de diez días.',
  'Luego de ello, el Pleno votó.',
  'Como consecuencia, se redujo el gasto.',
]

const standing = [
  'Dichosos los que esperan justicia.',
  'Estonia se adhirió al convenio.',
  'Asia concentra la mitad del comercio.',
  'Estados Unidos apoyó la moción.',
  'Esteban Pérez presidió la sesión.',
  'Estela de Carlotto visitó Lima.',
  'Asimilar la norma exige tiempo.',
  'Asís fue la sede del encuentro.',
  'Suiza ofreció sus buenos oficios.',
  'Sudáfrica ingresó en 2010.',
  'Suscrito en Lima, el convenio rige desde 2018.',
  'Elloy Barrientos firmó el acta.',
  'Talara es un puerto del norte.',
  'Talleres de capacitación se dictaron en Cusco.',
  'Tal vez convenga esperar.',
  'Tal como señala la Carta, los Estados son iguales.',
  'Tales como estos hay pocos convenios.',
  'Así como el Perú, Chile firmó el acuerdo.',
  'Luego de tres años de negociación, se firmó el tratado.',
  'Su Excelencia el Presidente llegó a Lima.',
  'Su Santidad el Papa Francisco visitó el país.',
  'Sus Majestades los Reyes de España llegaron ayer.',
  'Este documento resume la posición nacional.',
  'Este Ministerio informa lo siguiente.',
  'Este de Europa y Asia Central es la región más activa.',
  'En este documento se resume la posición nacional.',
  'Como consecuencia de la guerra, subieron los precios.',
  'Como resultado del censo, se redistribuyó el gasto.',
  'El Perú promueve la democracia.',
  'El Mismón es un nevado de Arequipa.',
  'La Mismidad es un ensayo.',
  'La cooperación para el desarrollo es prioritaria.',
  'La Citadina fue una revista limeña.',
  'En el ámbito mundial, la paz es el principal desafío.',
  'En Lima se reunió la Comisión.',
  'En estadística se usan otros términos.',
  'En dichosa hora llegó la paz.',
  'Por Estocolmo pasó la delegación.',
  'Portugal presidió la Cumbre Iberoamericana.',
  'Podría aprobarse la ley.',
  'Alrededor de cien países firmaron.',
  'Al respeto de los derechos humanos se debe este avance.',
  'Sincelejo fue la sede.',
  'Sin embargos comerciales, el país exporta más.',
  'Demás está decir que se cumplió.',
  'Unos y otros firmaron.',
  'Perote es un municipio de Veracruz.',
  'Entoncesito no es palabra.',
  'Finalidad de la norma.',
  'Ambato fue la sede del encuentro andino.',
  '2018 fue un año de avances.',
  '',
]

describe('a block that leans on the one before it', () => {
  const locale = spanish()
  it('is told from one that stands alone by at least 40 beginnings of each', () => {
    expect(new Set(leaning).size).toBeGreaterThanOrEqual(40)
    expect(new Set(standing).size).toBeGreaterThanOrEqual(40)
  })
  it.each(leaning)('leans: %s', text => expect(leans(text, locale)).toBe(true))
  it.each(standing)('stands: %s', text => expect(leans(text, locale)).toBe(false))
})

describe.each([
  [
    'en',
    [
      'However, the text stands.',
      'This process ended.',
      'In that vein, Peru signed.',
      'It’s a treaty.',
      'Such acts.',
    ],
    [
      'Italy signed.',
      'Thistle grows here.',
      'Hereford voted.',
      'Such as these, few exist.',
      'Peru promotes peace.',
    ],
  ],
  [
    'pt',
    [
      'Nesse sentido, o Brasil firmou.',
      'Além disso, houve avanços.',
      'Essa norma vale.',
      'Portanto, aprova-se.',
    ],
    ['Essassina é um nome.', 'Talvez convenha.', 'Isolda votou.', 'O Brasil promove a paz.'],
  ],
  [
    'fr',
    [
      'En outre, le Pérou a signé.',
      'Cette norme est en vigueur.',
      'C’est pourquoi il signe.',
      'Par ailleurs, il vote.',
    ],
    [
      'Orléans accueille le sommet.',
      'Cesser le feu est urgent.',
      'Aussitôt signé.',
      'Le Pérou promeut la paix.',
    ],
  ],
])('in %s', (tag, leaningThere, standingThere) => {
  const locale = localeFor(tag)
  it.each(leaningThere)('leans: %s', text => expect(locale && leans(text, locale)).toBe(true))
  it.each(standingThere)('stands: %s', text => expect(locale && leans(text, locale)).toBe(false))
})
