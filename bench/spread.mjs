// How evenly the same prose is set by Pliego and, where they are installed, by Typst and by pandoc with LuaLaTeX: one
// typeface, size and measure for all.
//
//   node bench/spread.mjs [FILE.md…] [--keep FOLDER] [--only pliego,typst,lualatex] [--typst command] [--lualatex command]
//
// A command is given the source file and the PDF to write, as two more words; without one, `typst compile` and
// `lualatex` are looked for. Taken is every paragraph of prose of the file, as plain text, from its full lines:
// all but the last of each paragraph. Points between two words of a line, by its mean: standard deviation and 99th
// percentile over all lines; lines that end in a hyphen, of a hundred; pages, each text with room for a title. What was
// set is kept in a folder, to be looked at side by side. Figures stand in `spread.md`. Needs pdftotext (poppler).
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const project = join(dirname(fileURLToPath(import.meta.url)), '..')
const { values, positionals } = parseArgs({
  options: {
    keep: { type: 'string', default: '' },
    only: { type: 'string', default: 'pliego,typst,lualatex' },
    typst: { type: 'string' },
    lualatex: { type: 'string' },
  },
  allowPositionals: true,
})
const own = ['asuntos-multilaterales-y-globales.md', 'manual-de-redaccion.md', 'guia-de-estilo.md']
const sources = positionals.length > 0 ? positionals : own.map(name => join(project, 'source', name))
const fonts = join(project, 'templates/base/fonts')
/**
 * Millimetres and points: those of the template «base», whose title the other two leave room for. Its lines have half
 * their leading above: margins are given so that first and last baselines of full pages stand where theirs do.
 */
const setting = {
  ...{ paper: 'a4', margin: 27, top: 28.5, bottom: 27.4 },
  ...{ size: 11, leading: 16.28, between: 8.14, title: 90.7 },
}

/** Paragraphs of 20 words or more without any mark of Markdown but emphasis and links, which are dropped. */
function paragraphsOf(source) {
  return readFileSync(source, 'utf8')
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .split(/\n\s*\n/)
    .filter(block => /^[\p{L}«¿¡“(*]/u.test(block) && !/[|`<{#\\$@_~^]|:::/.test(block))
    .map(block =>
      block
        .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replace(/[*[\]]/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(block => block.split(' ').length >= 20)
}

const makers = { pliego: byPliego, typst: byTypst, lualatex: byLuaLaTeX }
for (const source of sources) {
  const paragraphs = paragraphsOf(resolve(source))
  const scratch = mkdtempSync(join(tmpdir(), 'pliego-spread-'))
  console.log(`\n${basename(source)}: ${paragraphs.length} paragraphs`)
  for (const [name, make] of Object.entries(makers)) {
    if (!values.only.split(',').includes(name)) continue
    const made = make(paragraphs, scratch)
    console.log(`${name.padEnd(9)} ${made === null ? 'not installed' : figures(made)}`)
    if (made !== null && values.keep !== '')
      cpSync(made, join(values.keep, `${basename(source, '.md')}-${name}.pdf`))
  }
  rmSync(scratch, { recursive: true })
}

function byPliego(paragraphs, scratch) {
  const folder = join(scratch, 'pliego')
  mkdirSync(join(folder, 'source'), { recursive: true })
  const matter = '---\ntitle: T\nlang: es\ntemplate: base\nrepeats: keep\ntipografia: no\n---\n\n'
  writeFileSync(join(folder, 'source/t.md'), `${matter}${paragraphs.join('\n\n')}\n`)
  run(process.execPath, [join(project, 'build/cli.js'), 'build', '--format', 'pdf'], folder)
  return join(folder, 'dist/t.pdf')
}

function byTypst(paragraphs, scratch) {
  const folder = join(scratch, 'typst')
  mkdirSync(folder)
  cpSync(fonts, join(folder, 'fonts'), { recursive: true })
  const { paper, margin, top, bottom, size, leading, between, title } = setting
  const head = [
    `#set page(paper: "${paper}", margin: (x: ${margin}mm, top: ${top}mm, bottom: ${bottom}mm))`,
    `#set text(font: "Noto Serif", size: ${size}pt, lang: "es", hyphenate: true, top-edge: ${size}pt, bottom-edge: 0pt)`,
    `#set par(justify: true, linebreaks: "optimized", leading: ${leading - size}pt, spacing: ${leading - size + between}pt)`,
    `#v(${title}pt)`,
  ]
  const body = paragraphs.map(text => `#[${JSON.stringify(text)}]`).map(text => text.replace('#[', '#par[#'))
  writeFileSync(join(folder, 't.typ'), `${head.join('\n')}\n\n${body.join('\n\n')}\n`)
  const pdf = join(folder, 't.pdf')
  const command = values.typst?.split(' ') ?? ['typst', 'compile', '--font-path', fonts]
  return works(command, [join(folder, 't.typ'), pdf], folder) ? pdf : null
}

function byLuaLaTeX(paragraphs, scratch) {
  const folder = join(scratch, 'lualatex')
  mkdirSync(folder)
  writeFileSync(join(folder, 't.md'), `${paragraphs.join('\n\n')}\n`)
  const { margin, top, bottom, size, leading, between, title } = setting
  // Its points are smaller than those of PDF, and its class for 11 of them sets 10.95 on 13.6.
  const point = 72.27 / 72
  const variables = {
    ...{
      papersize: 'a4',
      geometry: `hmargin=${margin}mm,top=${top}mm,bottom=${bottom}mm`,
      fontsize: `${size}pt`,
      lang: 'es',
    },
    ...{ mainfont: 'Noto Serif', mainfontoptions: `Scale=${(size * point) / 10.95}` },
    'include-before': `\\vspace*{${title}bp}`,
    linestretch: `${(leading * point) / 13.6}`,
    'header-includes': `\\AtBeginDocument{\\setlength{\\parskip}{${between}bp}\\setlength{\\parindent}{0pt}\\clubpenalty=10000\\widowpenalty=10000}`,
  }
  const words = Object.entries(variables).flatMap(([name, value]) => ['-V', `${name}=${value}`])
  const command = values.lualatex?.split(' ') ?? [
    'pandoc',
    '--from=commonmark',
    '--pdf-engine=lualatex',
    ...words,
  ]
  const pdf = join(folder, 't.pdf')
  const output = values.lualatex === undefined ? ['-o', pdf] : [pdf]
  return works(command, [join(folder, 't.md'), ...output], folder) ? pdf : null
}

function works([program, ...words], more, cwd) {
  const { status, error, stderr } = spawnSync(program, [...words, ...more], { cwd })
  if (status !== 0 && error === undefined)
    process.stderr.write(`${program}: ${String(stderr).slice(0, 300)}\n`)
  return status === 0
}

function run(program, words, cwd) {
  const { status, stderr } = spawnSync(program, words, { cwd })
  if (status !== 0) throw new Error(`${program}: ${stderr}`)
}

/** Of the lines of a PDF as wide as its text is: the last ones of paragraphs, heads and feet are not. */
function figures(pdf) {
  const box = spawnSync('pdftotext', ['-bbox-layout', pdf, '-'], {
    maxBuffer: 1 << 30,
    encoding: 'utf8',
  }).stdout
  const lines = [...box.matchAll(/<line [^>]*>([\s\S]*?)<\/line>/g)].map(([, inside]) =>
    [...inside.matchAll(/<word xMin="([\d.]+)" [^>]*xMax="([\d.]+)"[^>]*>([^<]*)<\/word>/g)].map(
      ([, from, to, text]) => ({ from: Number(from), to: Number(to), text }),
    ),
  )
  const right = percentile(
    lines.map(words => words.at(-1)?.to ?? 0),
    0.6,
  )
  const full = lines.filter(words => words.length > 3 && Math.abs((words.at(-1)?.to ?? 0) - right) < 6)
  const spaces = full.map(words => {
    const [first, last] = [words[0], words.at(-1)]
    const letters = words.reduce((sum, { from, to }) => sum + to - from, 0)
    return (last.to - first.from - letters) / (words.length - 1)
  })
  const mean = spaces.reduce((sum, space) => sum + space, 0) / spaces.length
  const deviation = Math.sqrt(spaces.reduce((sum, space) => sum + (space - mean) ** 2, 0) / spaces.length)
  const hyphens = full.filter(words => /[-\u2010\u00ad]$/.test(words.at(-1)?.text ?? '')).length
  const pages = box.split('<page ').length - 1
  return [
    `${full.length} lines`,
    `space ${mean.toFixed(2)} pt`,
    `deviation ${deviation.toFixed(3)}`,
    `p99 ${percentile(spaces, 0.99).toFixed(2)}`,
    `widest ${Math.max(...spaces).toFixed(2)}`,
    `hyphens ${((100 * hyphens) / full.length).toFixed(1)} of 100`,
    `${pages} pages`,
  ].join(', ')
}

function percentile(list, part) {
  const sorted = [...list].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0
}
