// Inputs made by chance, each from its own number: the same number and seed give the same input.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

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

const texts = ['source', 'test/constructs', 'test/messages/fixtures']
  .flatMap(folder => filesIn(join(project, folder), /\.md$/))
  .map(bytes => bytes.toString())
  .filter(text => text.length < 20_000)
const pictures = {
  png: filesIn(join(project, 'source/img'), /\.png$/),
  jpg: filesIn(join(project, 'source/img'), /\.jpe?g$/),
  svg: filesIn(join(project, 'source/img'), /\.svg$/),
}
const brand = readFileSync(join(project, 'templates/base/brand.yml'), 'utf8')

/** What is likely to be taken for something. */
const tokens =
  '# |## |> |- |1. |[^a]|[^a]: nota|[^a]: [^a]|![a](img/x.png)|![](img/x.png "b"){ancho=3cm}|![a](img/x.jpg)|![a](img/x.svg "c")|[a](#b)|[a](http://x.pe)|[a]: b|[@x]|{#x}|{.y a=b}|{|}|:::nota|:::|::::|::indice|::incluir{src=a.md}|:::tabla[T]|:::columnas{n=3}|::salto|:abbr[a]|\\||---|===|| a | b |\\n|---|---|\\n| 1 | < ||```|~~~|`|**|*|_|~~|<b>|</b>|<!-- |-->|<mark>|&amp;|&#0;|&#x110000;|\\\\|\\n\\n|\\n|\\t|    |  \\n|\\u00ad|\\u200b|\\u202e|\\ufeff|\\u0000|\\u0007|ñ|n\\u0303|日本|😀|👩‍👩‍👧|ﬁ|ß|İ|\\ud800|«|»|—|(ONU)|{{x}}|term\\n: def|- [ ] a|- [x] b|$x^2$|^a^|~a~|==a==|ana@x.pe|https://x.pe/a_b|www.x.pe|aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
    .split(/(?<!\\)\|/)
    .map(token => {
      const plain = token.replaceAll('\\|', '|')
      return plain.replace(/\\u([0-9a-f]{4})|\\n|\\t|\\\\/g, (all, hex) =>
        hex === undefined
          ? ({ '\\n': '\n', '\\t': '\t' }[all] ?? '\\')
          : String.fromCharCode(Number.parseInt(hex, 16)),
      )
    })
    .filter(token => token !== '')

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
  '١٢٣',
  '\u202ea',
  'a'.repeat(5000),
]

function mutatedText(text, random) {
  let made = text
  const times = 1 + random(6)
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
    if (made.length > 60_000) made = made.slice(0, 60_000)
  }
  return made
}

function soup(random) {
  return Array.from({ length: random(120) }, () =>
    random(3) === 0 ? 'palabra ' : tokens[random(tokens.length)],
  ).join('')
}

function frontMatter(random) {
  const lines = Array.from(
    { length: 1 + random(8) },
    () => `${keys[random(keys.length)]}: ${values[random(values.length)]}`,
  )
  return `---\n${lines.join('\n')}\n---\n\nTexto.\n`
}

function mutatedBytes(bytes, random) {
  const made = Buffer.from(bytes)
  const times = 1 + random(12)
  for (let time = 0; time < times; time++) made[random(made.length)] = random(256)
  const cut = random(4) === 0 ? random(made.length) : made.length
  return made.subarray(0, cut)
}

function mutatedBrand(random) {
  const lines = brand.split('\n')
  const times = 1 + random(3)
  for (let time = 0; time < times; time++) {
    const at = random(lines.length)
    const value = values[random(values.length)]
    if (random(3) === 0) lines.splice(at, 1)
    else if (random(2) === 0) lines[at] = lines[at].replace(/: .*/, `: ${value}`)
    else lines[at] = mutatedText(lines[at], random)
  }
  return lines.join('\n')
}

const head = '---\ntitulo: Azar\nidioma: es-PE\n---\n\n'
const showing = `${head}![a](img/x.png "Una")\n\nCon ![b](img/x.jpg) y ![c](img/x.svg).\n`

/** @returns files by path in a project; `word` is a Word template */
export function inputOf(number, seed, wordTemplate) {
  const random = randomFrom(Math.imul(seed, 1_000_003) + number)
  const usual = {
    'source/img/x.png': pictures.png[0],
    'source/img/x.jpg': pictures.jpg[0],
    'source/img/x.svg': pictures.svg[0],
  }
  const kind = random(20)
  if (kind < 10)
    return {
      kind: 'text',
      files: { ...usual, 'source/x.md': mutatedText(texts[random(texts.length)], random) },
    }
  if (kind < 13) return { kind: 'soup', files: { ...usual, 'source/x.md': head + soup(random) } }
  if (kind < 15) return { kind: 'front matter', files: { 'source/x.md': frontMatter(random) } }
  if (kind < 18) {
    const type = ['png', 'jpg', 'svg'][random(3)]
    const from = pictures[type][random(pictures[type].length)]
    const made =
      type === 'svg' && random(2) === 0 ? mutatedText(from.toString(), random) : mutatedBytes(from, random)
    return { kind: 'picture', files: { ...usual, [`source/img/x.${type}`]: made, 'source/x.md': showing } }
  }
  if (kind === 18) {
    const text = texts[random(texts.length)].replace(/^---\n/, '---\nplantilla: azar\n')
    return {
      kind: 'brand',
      files: { ...usual, 'templates/azar/brand.yml': mutatedBrand(random), 'source/x.md': text },
    }
  }
  return {
    kind: 'word',
    files: { ...usual, 'word.docx': mutatedBytes(wordTemplate, random), 'source/x.md': showing },
  }
}
