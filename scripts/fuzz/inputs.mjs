// Inputs made by chance, each from its own number: the same number and seed give the same input.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import jpeg from 'jpeg-js'
import { written } from './grammar.mjs'

const project = resolve(import.meta.dirname, '../..')

/** @returns whole numbers below a bound (mulberry32) */
export function randomFrom(seed) {
  let state = seed >>> 0
  return bound => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound)
  }
}

const filesIn = (folder, pattern) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter(name => pattern.test(name) && statSync(join(folder, name)).isFile())
        .sort()
        .map(name => readFileSync(join(folder, name)))
    : []

/** Small ones: thousands of them are set. */
const texts = ['source', 'test/constructs', 'test/faults/documents', 'test/messages/fixtures']
  .flatMap(folder => filesIn(join(project, folder), /\.md$/))
  .map(bytes => bytes.toString())
  .filter(text => text.length < 8000)
const picturesNamed = pattern =>
  ['source/img', 'test/constructs', 'test/faults/pictures']
    .flatMap(folder => filesIn(join(project, folder), pattern))
    .filter(bytes => bytes.length < 20_000)
const pictures = {
  png: picturesNamed(/\.png$/),
  jpg: [photograph()],
  svg: picturesNamed(/\.svg$/),
}

/** The project's own is large. */
function photograph() {
  const [width, height] = [48, 32]
  const data = Buffer.alloc(4 * width * height, 255)
  for (let at = 0; at < data.length; at++) if (at % 4 !== 3) data[at] = (at * (1 + (at % 4))) % 251
  return jpeg.encode({ width, height, data }, 80).data
}

/** All that a template may change, without the files that it would need. */
const brand = `extends: base\n${readFileSync(join(project, 'templates/base/brand.yml'), 'utf8')}`
  .replace(/^logo:\n(?: .*\n)+/m, '')
  .replace(/^ {2}fonts:\n(?: {4}.*\n)+/m, '')

/** What is likely to be taken for something. */
const tokens = [
  ...'# |## |> |- |1. |[^a]|[^a]: nota|[^a]: [^a]|![a](img/x.png)|![](img/x.png "b"){ancho=3cm}|![a](img/x.jpg)'.split(
    '|',
  ),
  ...'![a](img/x.svg "c")|[a](#b)|[a](http://x.pe)|[a]: b|[@x]|{#x}|{.y a=b}|{|}|:::nota|:::|::::|::indice'.split(
    '|',
  ),
  ...'::incluir{src=a.md}|:::tabla[T]|:::columnas{n=3}|::salto|:abbr[a]|```|~~~|`|**|*|_|~~|<b>|</b>|<!-- |-->'.split(
    '|',
  ),
  ...'<mark>|<sup>|<span lang="en">|</span>|&amp;|&#0;|&#x110000;|\\|«|»|—|(ONU)|{{x}}|- [ ] a|- [x] b|$x^2$|^a^'.split(
    '|',
  ),
  ...'~a~|==a==|ana@x.pe|https://x.pe/a_b|www.x.pe|{>>@Ana 2026-11-20: a<<}|{++a++}|{--a--}|---|===|    |  '.split(
    '|',
  ),
  ...['|', '| a | b |\n|---|---|\n| 1 | < |', 'term\n: def', '\n\n', '\n', '\t', 'a'.repeat(200)],
  // Invisible, composed, of other scripts, outside the first plane, half of a pair.
  ...[
    '\u00ad',
    '\u200b',
    '\u202e',
    '\ufeff',
    '\u0000',
    '\u0007',
    'n\u0303',
    'ß',
    'İ',
    'ﬁ',
    '日本',
    '😀',
    '👩‍👩‍👧',
    '\ud800',
  ],
]

const keys =
  'titulo title idioma lang fecha date estado status clasificacion version template plantilla autores resumen palabras-clave variables indice portada maxPages maxPpi imagenes para de isbn doi repeats x'.split(
    ' ',
  )
const values = [
  '',
  'x',
  'es-PE',
  'en',
  'qu',
  'xx-XX',
  '2026-02-30',
  '2026-11-23',
  '0000-00-00',
  '1e999',
  '-1',
  '~',
  'sí',
  'true',
  '[a, b]',
  '{a: b}',
  '{maxPpi: 0}',
  '&a [*a]',
  '*a',
  '!!binary x',
  '!!js/function x',
  '|\n  a\n  b',
  '"\\u0000"',
  '"a\\nb"',
  '<b>',
  '../..',
  'borrador',
  'secreto',
  '0pt',
  '1e9pt',
  '-3mm',
  '1000cm',
  '#000000',
  'tinta',
  '١٢٣',
  '\u202ea',
  'a'.repeat(5000),
]

function mutatedText(text, random) {
  let made = text
  const times = 1 + random(4)
  for (let time = 0; time < times; time++) {
    const at = random(made.length + 1)
    const lines = made.split('\n')
    const line = random(lines.length)
    const token = tokens[random(tokens.length)]
    switch (random(9)) {
      case 0:
        made = made.slice(0, at) + token + made.slice(at)
        break
      case 1:
        made = made.slice(0, at) + token.repeat(1 + random(40)) + made.slice(at)
        break
      case 2:
        made = made.slice(0, at) + made.slice(at + random(40))
        break
      case 3:
        made = lines.toSpliced(line, 0, lines[random(lines.length)]).join('\n')
        break
      case 4:
        made = lines.toSpliced(line, 1 + random(3)).join('\n')
        break
      case 5:
        made = made.slice(0, at)
        break
      case 6:
        made = lines.with(line, `${token}${lines[line]}`).join('\n')
        break
      case 7:
        made = lines.with(line, lines[line].repeat(1 + random(5))).join('\n')
        break
      default: {
        const other = texts[random(texts.length)]
        made = made.slice(0, at) + other.slice(random(other.length))
      }
    }
    made = made.slice(0, 20_000)
  }
  return made
}

/** Half of them without what is always refused. */
function soup(random) {
  const all =
    random(2) === 0 ? tokens : tokens.filter(token => !/[\0-\x08]|:::|[{<]|\[\^|\[@|x\.svg/.test(token))
  return Array.from({ length: random(120) }, () =>
    random(3) === 0 ? 'palabra ' : all[random(all.length)],
  ).join('')
}

/** Half of the values are such as their key takes. */
const fitting = {
  titulo: ['Uno', '"Dos: «tres»"'],
  subtitulo: ['x'],
  fecha: ['2026-11-23', '1999-02-28'],
  estado: ['borrador'],
  clasificacion: ['público', 'reservado'],
  version: ['1.2', '"3"'],
  plantilla: ['base', 'nota-informativa'],
  autores: ['[Ana, Luis]', 'Ana'],
  resumen: ['Breve.', '|\n  a\n  b'],
  'palabras clave': ['[a, b]'],
  indice: ['0', '3'],
  portada: ['sí'],
  para: ['[Ana]', 'Luis'],
  organo: ['Ministerio'],
  numero: ['014-2026'],
  imagenes: ['{maxPpi: 100}'],
  isbn: ['978-3-16-148410-0'],
  doi: ['10.1234/abc'],
}

function frontMatter(random) {
  const lines = Array.from({ length: 1 + random(5) }, () => {
    const known = Object.keys(fitting)
    if (random(4) === 0) return `${keys[random(keys.length)]}: ${values[random(values.length)]}`
    const key = known[random(known.length)]
    return `${key}: ${fitting[key][random(fitting[key].length)]}`
  })
  const once = new Map(lines.map(line => [line.replace(/:.*/s, ''), line]))
  return `---\n${[...once.values()].join('\n')}\n---\n\nTexto.\n`
}

function mutatedBytes(bytes, random) {
  const made = Buffer.from(bytes)
  const times = 1 + random(12)
  for (let time = 0; time < times; time++) made[random(made.length)] = random(256)
  const cut = random(4) === 0 ? random(made.length) : made.length
  return made.subarray(0, cut)
}

/** Mostly values of the kind that the key has: another number, another colour. */
function mutatedBrand(random) {
  const lines = brand.split('\n')
  const times = 1 + random(3)
  const factors = [0, 0.1, 0.5, 0.9, 1.1, 1.5, 3, 20, -1]
  for (let time = 0; time < times; time++) {
    const numbers = [...lines.keys()].filter(at => /: [\d.]+(?:[a-z]+)?\b/.test(lines[at]))
    const colours = [...lines.keys()].filter(at => /"#[\da-f]{6}"/.test(lines[at]))
    const choice = random(8)
    const at = random(lines.length)
    if (choice < 4) {
      const line = numbers[random(numbers.length)]
      lines[line] = lines[line].replace(
        /: ([\d.]+)/,
        (_, value) => `: ${value * factors[random(factors.length)]}`,
      )
    } else if (choice < 6) {
      const line = colours[random(colours.length)]
      const colour = random(2 ** 24)
        .toString(16)
        .padStart(6, '0')
      lines[line] = lines[line].replace(/"#[\da-f]{6}"/, `"#${colour}"`)
    } else if (choice === 6) lines[at] = lines[at].replace(/: .*/, `: ${values[random(values.length)]}`)
    else lines[at] = mutatedText(lines[at], random)
  }
  return lines.join('\n')
}

/** A PNG's damage is seen by its check sums; with these put right it reaches what decodes it. */
function withCheckSums(png) {
  const made = Buffer.from(png)
  for (let at = 8; at + 12 <= made.length; ) {
    const length = made.readUInt32BE(at)
    const end = at + 8 + length
    if (end + 4 > made.length) break
    made.writeUInt32BE(crc32(made.subarray(at + 4, end)), end)
    at = end + 4
  }
  return made
}

function crc32(bytes) {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

function mutatedPicture(type, random) {
  const from = pictures[type][random(pictures[type].length)]
  if (type === 'svg' && random(2) === 0) return mutatedText(from.toString(), random)
  const made = mutatedBytes(from, random)
  return type === 'png' && random(2) === 0 ? withCheckSums(made) : made
}

/** Word files saved by others, besides the one of our own. */
const houses = filesIn(join(project, 'test/write/docx/house'), /\.docx$/)

/** Damage inside a part of the package, seldom to the archive itself, which its sums tell. */
function mutatedWord(own, random) {
  const bytes = [own, ...houses][random(1 + houses.length)]
  if (random(6) === 0) return mutatedBytes(bytes, random)
  const parts = unzipSync(bytes)
  const names = Object.keys(parts).filter(name => /\.(?:xml|rels)$/.test(name))
  const name = names[random(names.length)]
  const xml = strFromU8(parts[name])
  const tags = [...xml.matchAll(/<[^>]*\/>/g)]
  const tag = tags[random(tags.length)]
  const quoted = [...xml.matchAll(/"[^"]*"/g)]
  const value = quoted[random(quoted.length)]
  const attributes = [...xml.matchAll(/ [\w:]+="[^"]*"/g)]
  const attribute = attributes[random(attributes.length)]
  const elements = [...xml.matchAll(/<(\w+:\w+)(?: [^>]*)?>[^<]*<\/\1>/g)]
  const element = elements[random(elements.length)]
  const other = tags[random(tags.length)]?.[0]
  const swap = (found, other) =>
    found === undefined ? xml : xml.slice(0, found.index) + other + xml.slice(found.index + found[0].length)
  const made = [
    () => swap(tag, ''),
    () => swap(tag, tag?.[0].repeat(2)),
    () => swap(value, '"-1"'),
    () => swap(value, '"x"'),
    () => swap(value, quoted[random(quoted.length)]?.[0]),
    () => swap(value, '""'),
    () => swap(value, '"99999999999"'),
    () => swap(value, '"true"'),
    () => swap(attribute, ''),
    () => swap(attribute, attributes[random(attributes.length)]?.[0]),
    () => swap(tag, other),
    () => swap(tag, `${tag?.[0]}${other}`),
    () => swap(element, ''),
    () => swap(element, element?.[0].repeat(2)),
    () => mutatedText(xml, random),
  ][random(15)]()
  return Buffer.from(zipSync({ ...parts, [name]: strToU8(made) }))
}

const head = '---\ntitulo: Azar\nidioma: es-PE\n---\n\n'
const showing = `${head}![a](img/x.png "Una")\n\nCon ![b](img/x.jpg) y ![c](img/x.svg).\n`

const usual = {
  'source/img/x.png': pictures.png[0],
  'source/img/x.jpg': pictures.jpg[0],
  'source/img/x.svg': pictures.svg[0],
}

/** Of twenty inputs, so many of each kind. */
const shares = {
  written: 5,
  'written, changed': 4,
  text: 3,
  soup: 1,
  'front matter': 1,
  picture: 3,
  brand: 2,
  word: 1,
}
const kinds = Object.entries(shares).flatMap(([kind, share]) => Array.from({ length: share }, () => kind))

/**
 * @param only - of this kind; '': of any
 * @returns what it is, and files by path in a project; `word.docx` is a Word template
 */
export function inputOf(number, seed, wordTemplate, only = '') {
  const random = randomFrom(Math.imul(seed, 1_000_003) + number)
  const drawn = kinds[random(kinds.length)]
  const kind = only === '' ? drawn : only
  const text = () => texts[random(texts.length)]
  const document = content => ({ kind, files: { ...usual, 'source/x.md': content } })
  switch (kind) {
    case 'written':
      return document(written(random))
    case 'written, changed':
      return document(mutatedText(written(random), random))
    case 'text':
      return document(mutatedText(text(), random))
    case 'soup':
      return document(head + soup(random))
    case 'front matter':
      return document(frontMatter(random))
    case 'picture': {
      const type = ['png', 'jpg', 'svg'][random(3)]
      const made = mutatedPicture(type, random)
      return { kind, files: { ...usual, [`source/img/x.${type}`]: made, 'source/x.md': showing } }
    }
    case 'brand': {
      const { files } = document(
        written(random)
          .replace(/^plantilla: .*\n/m, '')
          .replace('---\n', '---\nplantilla: azar\n'),
      )
      return { kind, files: { ...files, 'templates/azar/brand.yml': mutatedBrand(random) } }
    }
    case 'word':
      return {
        kind,
        files: { ...usual, 'word.docx': mutatedWord(wordTemplate, random), 'source/x.md': showing },
      }
    default:
      throw new Error(kind)
  }
}
