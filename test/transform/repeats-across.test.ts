import { describe, expect, it } from 'vitest'
import { repeatsAcross } from '../../src/transform/repeats-across.ts'
import { published } from '../support/document.ts'

const text =
  'Uno de los principales logros del multilateralismo a nivel global y hemisférico es la cooperación de 33 países para fomentar la gobernanza democrática, indispensable para el desarrollo sostenible, la paz y la seguridad de los pueblos de la región, que comparten una misma historia, fronteras abiertas al comercio, ríos, cordilleras y lenguas, y que han sabido resolver sus diferencias por la vía del diálogo y del derecho.'
const of = (body: string) => published(`---\ntitle: T\nlang: es-PE\n---\n\n${body}`).publication

function found(...bodies: readonly string[]) {
  return repeatsAcross(bodies.map(of)).map(({ document, place, other, changes }) => ({
    at: `${document}:${place.line} ~ ${other.line}`,
    changes: changes?.map(({ before, after }) => `${before} → ${after}`) ?? 'none',
  }))
}

describe('equal paragraphs', () => {
  it('name both places, and change nothing', () => {
    expect(found(`Uno.\n\n${text}`, 'Dos.', `# A\n\n${text.toUpperCase()}\n\nFin.`)).toEqual([
      { at: '0:8 ~ 8', changes: 'none' },
      { at: '2:8 ~ 8', changes: 'none' },
    ])
  })

  it('are given once for each document, beside the first in another', () => {
    const twice = `${text}\n\nUno.\n\n# A\n\n${text}\n{repeats=keep}\n\nDos.`
    expect(found(twice, `Cero.\n\n${text}`, text).map(({ at }) => at)).toEqual([
      '0:6 ~ 8',
      '1:8 ~ 6',
      '2:6 ~ 6',
    ])
  })

  it('are not those within one', () => {
    expect(found(`${text}\n\nUno.\n\n# A\n\n${text}\n{repeats=keep}\n\nDos.`, 'Tres.')).toEqual([])
  })

  it('may stand in columns, and nowhere else inside a block', () => {
    expect(found(text, `:::columnas\n${text}\n:::`)).toHaveLength(2)
    expect(found(text, `> ${text}\n\n- ${text}\n\n:::nota\n${text}\n:::`)).toEqual([])
  })

  it('say with which words they begin', () => {
    const [first] = repeatsAcross([of(text), of(text)])
    expect(first?.opening).toBe('Uno de los principales logros del multilateralismo a nivel global')
  })
})

describe('almost equal paragraphs', () => {
  const near = text.replace('33', '34').replace('es la cooperación', 'no es la cooperación')

  it('are given in the later document, with what differs, numbers and negations first', () => {
    expect(found(`Uno.\n\n${text}`, `Dos.\n\nTres.\n\n${near}`)).toEqual([
      { at: '1:10 ~ 8', changes: ['33 → 34', ' → no'] },
    ])
  })

  it('are not those within one, nor less alike than 0.8', () => {
    expect(found(`${text}\n\n# A\n\n${near}`, 'Uno.')).toEqual([])
    const less = text.replace('logros', 'frutos').replace('sostenible', 'durable').replace('vía', 'senda')
    expect(found(text, less)).toEqual([])
  })

  it('are found beside an equal one', () => {
    expect(found(text, near, text)).toEqual([
      { at: '0:6 ~ 6', changes: 'none' },
      { at: '1:6 ~ 6', changes: ['33 → 34', ' → no'] },
      { at: '2:6 ~ 6', changes: 'none' },
    ])
  })
})

it('has nothing to say of one document, of none, or of empty ones', () => {
  expect(repeatsAcross([])).toEqual([])
  expect(found(`${text}`)).toEqual([])
  expect(found('Uno.', 'Dos.')).toEqual([])
})
