/** Marks of other programs, and marks that fail, are told where they stand; what only looks like them is not. */
import { describe, expect, test } from 'vitest'
import { parsed } from './support.ts'

describe('bold type that does not become bold', () => {
  test.each([
    ['Se pide **pronta respuesta.', '1:9'],
    ['Se pide ** pronta respuesta**.', '1:28'],
    ['**Nota:**sigue', '1:1'],
    ['Lo **«dicho y hecho.', '1:4'],
  ])('%s', (text, place) => {
    expect(parsed(text).messages).toContain(`${place} strong-marks`)
  })

  test.each([
    'Se pide **pronta respuesta**.',
    'Se pide \\*\\*pronta respuesta.',
    'Vale 0,05** y 0,10*.',
    '** Fuente: propia.',
    'Código `**a` y 2 ** 3.',
    '2&#42;*3',
  ])('not in: %s', text => {
    expect(parsed(text).messages).toEqual([])
  })
})

describe('rows that make no table', () => {
  test.each([
    ['| a | b |\n| c | d |', '1:1'],
    ['| a |\n|---|\n| b |\n\n| `c` | d |', '5:1'],
  ])('%j', (text, place) => {
    expect(parsed(text).messages).toEqual([`${place} table-marks`])
  })

  test.each(['| a |\n|---|\n| b |', '\\| a |', 'a | b', '`|` a'])('not in: %j', text => {
    expect(parsed(text).messages).toEqual([])
  })
})

describe('marks of other programs', () => {
  test.each([
    ['Vence el lunes.^[Hora de Lima.]', '1:16'],
    ['\\newpage', '1:1'],
    ['Véase \\cite{perez} aquí.', '1:7'],
    ['Con $E = mc^2$ basta.', '1:5'],
    ['Con $$\\frac{1}{2}$$ basta.', '1:5'],
    ['| a |\n|---|\n| b |\n\n: Título del cuadro', '5:1'],
  ])('%s', (text, place) => {
    expect(parsed(text).messages).toContain(`${place} foreign-marks`)
  })

  test.each([
    'Cuesta $5 y luego $10.',
    'Son US$1=S/3,7; EU$ 2 y $_.',
    'En C:\\carpeta\\nueva{1} o \\\\newpage.',
    'Son \\$x = 2\\$.',
    'Término\n: Definición',
    'Véase: lo dicho.',
  ])('not in: %s', text => {
    expect(parsed(text).messages.filter(message => message.endsWith('foreign-marks'))).toEqual([])
  })
})
