import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Publication } from '../../src/publication/model.ts'
import {
  heading,
  language,
  lay,
  list,
  paragraph,
  place,
  publication,
  section,
  text,
  trace,
} from './documents.ts'

const words = (count: number) =>
  Array.from({ length: count }, (_, index) => `palabra${index % 7 === 0 ? 's' : ''}`).join(' ')

const documents: Readonly<Record<string, Publication>> = {
  inline: publication([
    paragraph(
      'b1',
      'Una frase con ',
      {
        type: 'strong',
        place,
        children: [text('énfasis '), { type: 'emphasis', place, children: [text('doble')] }],
      },
      ', ',
      { type: 'inlineCode', value: 'un código', place },
      ' y ',
      {
        type: 'link',
        url: 'https://www.gob.pe/rree',
        title: '',
        place,
        children: [text('un enlace largo que pasa de una línea a otra')],
      },
      '; después un corte',
      { type: 'break', place },
      'y la última línea.',
    ),
  ]),
  lists: publication([
    paragraph('b0', 'Antes de la lista:'),
    list(
      'b1',
      true,
      9,
      [paragraph('b2', 'El noveno punto, que ocupa más de una línea de las que caben aquí.')],
      [
        paragraph('b3', 'El décimo, con otra lista dentro.'),
        list('b4', false, 1, [paragraph('b5', 'Uno.')], [paragraph('b6', 'Dos.')]),
      ],
      [],
    ),
    { type: 'thematicBreak', id: 'b7', language, place },
    {
      type: 'blockquote',
      id: 'b8',
      language,
      place,
      children: [paragraph('b9', 'Una cita que también pasa de una línea, con su filete al lado.')],
    },
  ]),
  letterhead: publication(
    [
      section('inicio', '', paragraph('b1', words(60))),
      section('s2', 'Segunda parte', heading('b2', 'Segunda parte'), paragraph('b3', words(70))),
    ],
    {
      organisation: 'Ministerio',
      department: 'Dirección General',
      classification: 'reservado',
      status: 'borrador',
      place: 'Lima',
      date: '2026-11-23',
      number: '015-2026',
      to: ['La Viceministra'],
      subject: 'Un asunto que no cabe en una sola línea de la columna del texto',
      summary: 'Lo que hay que saber de todo esto en un par de líneas.',
    },
  ),
  numbered: publication([
    { ...heading('b1', 'Antecedentes y marco', 2), number: '1.2' },
    paragraph('b2', 'Texto con «\u00a0comillas\u00a0», —raya— y 10\u202f000 km.'),
    { ...paragraph('b3', 'Un párrafo repetido, en su estilo.'), role: 'repeat-reference' },
  ]),
  pageReference: publication([
    paragraph(
      'b1',
      'Sobre este punto, véase ',
      {
        type: 'crossReference',
        target: 'b3',
        place,
        children: [
          text('el final'),
          { type: 'pageReference', target: 'b3', before: ' (p. ', after: ')', place },
        ],
      },
      '.',
    ),
    paragraph('b2', words(90)),
    paragraph('b3', 'El final.'),
  ]),
}

describe('marks of small documents', () => {
  for (const [name, document] of Object.entries(documents)) {
    test(name, async () => {
      const golden = new URL(`fixtures/${name}.trace`, import.meta.url)
      const found = trace((await lay(document)).layout)
      if (process.env.UPDATE === '1') writeFileSync(golden, found)
      expect(found).toBe(readFileSync(golden, 'utf8'))
    })
  }
})
