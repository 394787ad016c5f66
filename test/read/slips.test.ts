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

describe('what is pasted from a word processor', () => {
  test.each([
    ['• Uno.\n• Dos.', '1:1 list-marks'],
    ['Los requisitos:\n•\tTener título.', '2:1 list-marks'],
    ['> ▪ Uno.\n> ▪ Dos.', '1:3 list-marks'],
    ['a) Uno;\nb) dos.', '2:1 list-marks'],
    ['Se avisa:\n\n    El plazo vence.', '3:1 code-indented'],
    ['Se avisa:\n\n\tEl plazo vence.', '3:1 code-indented'],
    ['- Uno.\n\n      El plazo vence.', '3:3 code-indented'],
    ['PLAZO Y LUGAR\n\nEl lunes.', '1:1 heading-lookalike'],
    ['**Plazo y lugar**\n\nEl lunes.', '1:1 heading-lookalike'],
  ])('%j', (text, message) => {
    expect(parsed(text).messages).toContain(message)
  })

  test.each([
    '- Uno.\n- Dos.',
    'Son las&#8226; marcas.\n&#8226; Otra.',
    'El signo • va dentro.',
    'Un *énfasis* • dentro.',
    'a) Uno.\n\nb) Dos.',
    'Vale b) y c).\nY nada más.',
    '```\nmake all\n```',
    '> ~~~\n> make all\n> ~~~',
    '- Uno.\n\n  ```\n  make\n  ```',
    'EL PLAZO VENCE HOY.\n\nEl lunes.',
    'ONU\n\nEl lunes.',
    '**Nota:**\n\nEl lunes.',
    '**Plazo** y lugar\n\nEl lunes.',
    'El lunes.\n\nPLAZO Y LUGAR',
    'PLAZO Y LUGAR\n\n# Uno',
    '> **Plazo y lugar**\n>\n> El lunes.',
  ])('not in: %j', text => {
    expect(parsed(text).messages).toEqual([])
  })
})

test('an address may hold any of these marks', () => {
  expect(parsed('Véase https://x.pe/a^b^c y <https://x.pe/$a_b$>.').messages).toEqual([])
})
