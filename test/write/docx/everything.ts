/** A document with every node type in every place that Word treats differently. */
import type { Publication } from '../../../src/publication/model.ts'
import {
  blockId,
  blockMaker,
  br,
  code,
  emphasis,
  link,
  pageOf,
  publication,
  reference,
  strong,
} from './support.ts'

const long =
  'En el ámbito mundial, la promoción y el mantenimiento de la paz y seguridad internacionales siguen siendo el principal desafío que enfrenta la comunidad internacional, y exigen soluciones multilaterales concretas y efectivas.'

export function everything(): Publication {
  const b = blockMaker()
  return publication(
    [
      b.section(
        'informe',
        'Informe con todos los elementos',
        1,
        b.paragraph(
          long,
          ' ',
          strong('Negrita'),
          ', ',
          emphasis('cursiva y ', strong('ambas')),
          ' y ',
          code('a < b && {c}'),
          '.',
        ),
        b.paragraph(
          'Una línea',
          br,
          'y otra; ',
          link('https://www.gob.pe/rree?a=1&b="2"', 'Sitio «oficial»', 'un ', strong('enlace')),
          '.',
        ),
        b.paragraph(
          'Véase ',
          reference('seccion-con-guiones', 'la sección'),
          pageOf('seccion-con-guiones'),
          '.',
        ),
      ),
      b.section(
        'seccion-con-guiones',
        'Sección con listas',
        1,
        b.heading(1, 'Sección con ', emphasis('listas')),
        b.paragraph(long),
        b.list(
          {},
          [
            b.paragraph('Primero, ', long),
            b.list(
              { ordered: true },
              [b.paragraph('Uno')],
              [b.paragraph('Dos'), b.list({}, [b.paragraph('Hondo')])],
            ),
          ],
          [b.paragraph('Segundo')],
          [],
        ),
        b.list(
          { ordered: true, start: 5, spread: true },
          [b.paragraph('Quinto'), b.paragraph('Continúa: ', long)],
          [b.paragraph('Sexto')],
        ),
        b.list(
          { ordered: true },
          [b.list({}, [b.paragraph('Lista que abre un punto')])],
          [b.paragraph('Otra vez desde uno')],
        ),
        b.section(
          'sub',
          'Subsección',
          2,
          { ...b.heading(2, 'Subsección que se ve como de nivel 4'), look: 4, number: '1.1' } as ReturnType<
            typeof b.heading
          >,
          b.quote(
            b.paragraph(long),
            b.paragraph('Segundo párrafo citado.'),
            b.quote(b.paragraph('Cita dentro de la cita. ', emphasis('Énfasis'), '.')),
          ),
          b.quote(
            b.paragraph('Cita con lista:'),
            b.list({}, [b.paragraph('punto citado ', long), b.paragraph('su continuación')]),
          ),
          b.list({}, [b.paragraph('Punto con cita:'), b.quote(b.paragraph('citado en un punto ', long))]),
          b.rule(),
          b.foreign('qu', 'Runasimipi qillqasqa.'),
          b.repeat(
            'Sobre este punto, véase ',
            reference(blockId(1), '«En el ámbito mundial…»'),
            pageOf(blockId(1)),
            '.',
          ),
        ),
      ),
    ],
    {
      title: 'Informe con todos los elementos',
      subtitle: 'Un subtítulo de <prueba> & más',
      authors: ['Ana Pérez', 'Luis Ñato'],
      number: '012-2026',
      to: ['Viceministro'],
      from: ['Director General'],
      subject:
        'Un asunto bastante largo que pasa de una línea para ver cómo se comporta la segunda en su columna de texto',
      reference: 'Oficio 3',
      summary: long,
      keywords: ['paz', 'seguridad'],
      classification: 'reservado',
      status: 'borrador',
      version: '2',
    },
  )
}
