/** The attributes that exist: their names in both languages, and the values that each takes. */
import type { Phrase } from '../diagnostics/phrases.ts'
import { report } from '../diagnostics/report.ts'
import { nearest } from '../text/nearest.ts'
import type { Token } from './attribute-syntax.ts'
import type { Context } from './context.ts'
import { folded } from './inline.ts'
import { repeatPolicies, shown, valueNamed } from './keys.ts'
import { isLanguage, languageCase } from './language.ts'

interface AttributeRule {
  readonly names: readonly string[]
  /** In the words of the message that refuses another value. */
  readonly expected: Phrase
  /** The value as the program uses it; null for one that is refused. */
  readonly read: (value: string) => string | null
  /** Value of the key when it stands alone; none: it needs one. */
  readonly bare?: string
}

const yes = ['sí', 'si', 'yes', 'true', '1']
const no = ['no', 'false', '0']

function flag(...names: readonly string[]): AttributeRule {
  return {
    names,
    expected: 'yes-no-or-nothing',
    read: value => (yes.includes(value.toLowerCase()) ? 'yes' : no.includes(value.toLowerCase()) ? '' : null),
    bare: 'yes',
  }
}

function whole(least: number, most: number, ...names: readonly string[]): AttributeRule {
  const read = (value: string) =>
    /^\d{1,2}$/.test(value) && Number(value) >= least && Number(value) <= most ? String(Number(value)) : null
  return { names, expected: ['number-between', least, most], read }
}

const text = (...names: readonly string[]): AttributeRule => ({
  names,
  expected: 'text',
  read: value => (value.trim() === '' ? null : value.trim()),
})

/** Every alignment by its names. */
export const alignments: Readonly<Record<string, 'left' | 'center' | 'right' | 'decimal' | 'default'>> = {
  izquierda: 'left',
  left: 'left',
  centro: 'center',
  center: 'center',
  derecha: 'right',
  right: 'right',
  decimal: 'decimal',
  '-': 'default',
}

const rules = {
  repeats: {
    names: ['repeats', 'repeticiones', 'repetidos'],
    expected: ['one-of', shown(repeatPolicies)],
    read: value => valueNamed(repeatPolicies, value) ?? null,
  },
  lang: {
    names: ['lang', 'lengua', 'idioma'],
    expected: 'language-tag',
    read: value => (isLanguage(value) ? languageCase(value) : null),
  },
  width: {
    names: ['width', 'ancho'],
    expected: 'width',
    read: value => (/^\d{1,4}(?:[.,]\d{1,3})?(?:%|cm|mm)$/.test(value) && isWidth(value) ? value : null),
  },
  decorative: flag('decorative', 'decorativa', 'decorativo'),
  annex: flag('anexo', 'annex'),
  typography: {
    names: ['typography', 'tipografia'],
    expected: 'yes-or-no',
    read: value =>
      yes.includes(value.toLowerCase()) ? 'on' : no.includes(value.toLowerCase()) ? 'off' : null,
  },
  count: whole(2, 3, 'n', 'columnas', 'columns'),
  depth: whole(1, 6, 'nivel', 'depth', 'level'),
  of: {
    names: ['de', 'of'],
    expected: 'index-of',
    read: value => indices[value.toLowerCase()] ?? null,
  },
  src: text('src', 'archivo', 'file'),
  caption: text('leyenda', 'titulo', 'caption', 'title'),
  widths: {
    names: ['ancho', 'anchos', 'widths', 'width'],
    expected: 'column-widths',
    read: value =>
      value
        .trim()
        .split(/[\s;,]+/)
        .every(part => /^(?:[1-9]\d{0,3}|0)(?:\.\d+)?%?$/.test(part) && Number.parseFloat(part) > 0)
        ? value.trim()
        : null,
  },
  headerRows: { ...whole(0, 5, 'encabezados', 'filas-encabezado', 'header-rows') },
  headerColumns: {
    ...whole(0, 5, 'columna-encabezado', 'columnas-encabezado', 'header-column', 'header-columns'),
    bare: '1',
  },
  landscape: flag('paisaje', 'apaisada', 'apaisado', 'landscape'),
  align: {
    names: ['alineacion', 'align'],
    expected: 'column-alignments',
    read: value =>
      value
        .trim()
        .split(/[\s,;]+/)
        .every(part => part.toLowerCase() in alignments)
        ? value.trim().toLowerCase()
        : null,
  },
  separator: {
    names: ['separador', 'separator'],
    expected: 'separator',
    read: value => ({ ';': ';', ',': ',', tab: '\t' })[value] ?? null,
  },
} satisfies Readonly<Record<string, AttributeRule>>

export type AttributeKey = keyof typeof rules

const indices: Readonly<Record<string, string>> = {
  secciones: 'sections',
  sections: 'sections',
  figuras: 'figures',
  figures: 'figures',
  cuadros: 'tables',
  tablas: 'tables',
  tables: 'tables',
}

function isWidth(value: string): boolean {
  const number = Number.parseFloat(value.replace(',', '.'))
  return number > 0 && (!value.endsWith('%') || number <= 100)
}

function ruleOf(key: AttributeKey): AttributeRule {
  return rules[key]
}

/** May a key with this name stand alone where these are taken? */
export function isBareName(name: string, keys: readonly AttributeKey[]): boolean {
  return keys.some(key => ruleOf(key).bare !== undefined && ruleOf(key).names.includes(folded(name)))
}

/** Classes of words between brackets, by their names in both languages. */
export const spanClasses = { versalitas: 'small-caps', 'small-caps': 'small-caps' } as const

export interface ReadAttributes {
  readonly id: string | undefined
  /** By what {@link spanClasses} calls them. */
  readonly classes: readonly string[]
  /** By canonical key. */
  readonly values: Readonly<Partial<Record<AttributeKey, string>>>
}

/**
 * Checks what stands in braces; every fault is a message at its own place.
 *
 * @param start - offset of the brace
 * @param keys - that are taken here, besides `#id`
 * @param known - classes that have a meaning here
 */
export function checkAttributes(
  tokens: readonly Token[],
  start: number,
  keys: readonly AttributeKey[],
  { lines, file }: Context,
  known: Readonly<Record<string, string>> = {},
): ReadAttributes {
  const values: Partial<Record<AttributeKey, string>> = {}
  const classes: string[] = []
  let id: string | undefined
  for (const token of tokens) {
    const place = lines.place(start + token.at, start + token.at + token.length)
    const refuse = (expected: Phrase, written: string, found: string) =>
      report(file, 'attribute-value', place, { key: written, expected, found })
    if (token.type === 'id') {
      if (id !== undefined) refuse('single-label', '#', token.value)
      else if (!isId(token.value)) refuse('label-shape', '#', token.value)
      else id = token.value
    } else if (token.type === 'class') {
      const name = known[folded(token.value)]
      const near = nearest(token.value, Object.keys(known))
      if (name !== undefined) classes.push(name)
      else
        report(file, 'unknown-attribute', place, {
          key: `.${token.value}`,
          nearest: near === '' ? '' : `.${near}`,
        })
    } else {
      const key = keys.find(one => ruleOf(one).names.includes(folded(token.key)))
      const rule = key === undefined ? undefined : ruleOf(key)
      const value = token.type === 'bare' ? (rule?.bare ?? null) : (rule?.read(token.value) ?? null)
      if (key === undefined || rule === undefined) {
        const names = keys.flatMap(one => ruleOf(one).names)
        report(file, 'unknown-attribute', place, { key: token.key, nearest: nearest(token.key, names) })
      } else if (value === null) {
        refuse(rule.expected, token.key, token.type === 'bare' ? '' : token.value)
      } else if (key in values) {
        refuse('single-value', token.key, token.type === 'bare' ? '' : token.value)
      } else values[key] = value
    }
  }
  return { id, classes, values }
}

/** Fit for an XML id (XML 1.0 §2.3) and a fragment of an address: Latin letters, digits, `-`, `_`, `.`. */
function isId(value: string): boolean {
  return /^[A-Za-zÀ-ÖØ-öø-ſ][A-Za-zÀ-ÖØ-öø-ſ0-9._-]*$/.test(value)
}
