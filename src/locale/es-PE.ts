/** Spanish of Peru: where it differs from `es.ts`. */
import { monthNames } from './dates.ts'
import { es } from './es.ts'
import type { Locale } from './types.ts'

const month = monthNames(
  'enero febrero marzo abril mayo junio julio agosto setiembre octubre noviembre diciembre',
)

export const esPE: Locale = {
  ...es,
  tag: 'es-PE',
  terms: { ...es.terms, table: 'Cuadro', tables: 'Índice de cuadros' },
  date: (year, monthNumber, day) => `${day} de ${month(monthNumber)} de ${year}`,
  decimal: { point: '.', group: ',' },
}
