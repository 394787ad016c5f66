/** The directives that exist, by their names in both languages. */
import type { BoxKind } from '../publication/model.ts'
import { nearest } from '../text/nearest.ts'
import type { AttributeKey } from './attribute-rules.ts'
import { folded } from './inline.ts'
import { tableKeys } from './table-settings.ts'

export type Effect =
  | { readonly makes: 'box'; readonly kind: BoxKind }
  | {
      readonly makes:
        | 'columns'
        | 'signature'
        | 'address'
        | 'language'
        | 'table'
        | 'include'
        | 'pageBreak'
        | 'glossary'
        | 'cover'
    }
  | { readonly makes: 'index'; readonly of: 'sections' | 'figures' | 'tables' }

interface Directive {
  readonly names: readonly string[]
  /** `:::name … :::`, `::name`, or either. */
  readonly form: 'container' | 'leaf' | 'both'
  readonly attributes: readonly AttributeKey[]
  readonly effect: Effect
}

const box = (kind: BoxKind, ...names: readonly string[]): Directive => ({
  names,
  form: 'container',
  attributes: ['lang', 'typography'],
  effect: { makes: 'box', kind },
})

const all: readonly Directive[] = [
  box('note', 'nota', 'note'),
  box('key-message', 'mensaje-clave', 'key-message'),
  box('warning', 'advertencia', 'warning'),
  box('recommendation', 'recomendacion', 'recommendation'),
  box('summary', 'resumen', 'summary'),
  { names: ['columnas', 'columns'], form: 'container', attributes: ['count'], effect: { makes: 'columns' } },
  { names: ['firma', 'signature'], form: 'container', attributes: [], effect: { makes: 'signature' } },
  { names: ['direccion', 'address'], form: 'container', attributes: [], effect: { makes: 'address' } },
  { names: ['lengua', 'lang'], form: 'container', attributes: ['lang'], effect: { makes: 'language' } },
  {
    names: ['tabla', 'cuadro', 'table'],
    form: 'both',
    attributes: ['src', 'separator', ...tableKeys],
    effect: { makes: 'table' },
  },
  { names: ['incluir', 'include'], form: 'leaf', attributes: ['src'], effect: { makes: 'include' } },
  { names: ['portada', 'cover'], form: 'leaf', attributes: [], effect: { makes: 'cover' } },
  {
    names: ['salto', 'salto-de-pagina', 'page-break'],
    form: 'leaf',
    attributes: [],
    effect: { makes: 'pageBreak' },
  },
  {
    names: ['indice', 'contents'],
    form: 'leaf',
    attributes: ['depth', 'of'],
    effect: { makes: 'index', of: 'sections' },
  },
  {
    names: ['indice-de-figuras', 'figures'],
    form: 'leaf',
    attributes: [],
    effect: { makes: 'index', of: 'figures' },
  },
  {
    names: ['indice-de-cuadros', 'indice-de-tablas', 'tables'],
    form: 'leaf',
    attributes: [],
    effect: { makes: 'index', of: 'tables' },
  },
  { names: ['siglas', 'glosario', 'glossary'], form: 'leaf', attributes: [], effect: { makes: 'glossary' } },
]

const byName = new Map(all.flatMap(directive => directive.names.map(name => [name, directive] as const)))

/** Every name. */
export const directiveNames: readonly string[] = [...byName.keys()]

/** The name that was meant: with a slip in it, or with words added to it («nota-importante»); '' when none is near. */
export function nearestDirective(name: string): string {
  const near = nearest(folded(name), directiveNames)
  if (near !== '') return near
  const begun = directiveNames.filter(
    one => folded(name).startsWith(one) || one.startsWith(`${folded(name)}-`),
  )
  return begun.reduce((best, one) => (one.length > best.length ? one : best), '')
}

/** Case and accents do not count. */
export function directiveNamed(name: string): Directive | undefined {
  return byName.get(folded(name))
}
