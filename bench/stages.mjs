// How long each step takes from a text's bytes to its four files, and how many of all near-repeats are found.
//
//   node bench/stages.mjs FILE.md [runs]
//
// Milliseconds of processor time, threads of the compiler and of garbage collection included, the least of the runs. The recall is that of the candidates against all pairs of the text's
// paragraphs, compared one by one, which takes its time.
import { readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fromSource, project, textAndRuns } from './from-source.mjs'

const { path, runs } = textAndRuns()
const contents = `
export { read } from './src/read/read.ts'
export { VFile } from 'vfile'
export { localeFor } from './src/locale/locale.ts'
export { loadDesign } from './src/design/design.ts'
export { makeEdition } from './src/edition.ts'
export { writers } from './src/write/writers.ts'
export { publish } from './src/publication/publish.ts'
export { publicationJson } from './src/publication/json.ts'
export { metadataOf } from './src/publication/metadata.ts'
export { transforms } from './src/pipeline.ts'
export { findCandidates } from './src/transform/copies.ts'
export { nearPairs } from './src/transform/near.ts'
`
const pliego = await fromSource(contents)

const absolute = resolve(path)
const folder = dirname(absolute)
const best = new Map()
let texts = []

function used() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

for (let run = 0; run < Number(runs); run++) {
  let since = used()
  const took = name => {
    const now = used()
    best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, now - since))
    since = used()
  }
  const source = await pliego.read(basename(absolute), { project: folder })
  took('read')
  if (!('tree' in source)) throw new Error(source.file.messages.map(String).join('\n'))
  const locale = pliego.localeFor('es-PE')
  const tongue = { language: 'es-PE', locale, quotes: 'angulares' }
  const defaults = { language: 'es-PE', template: 'base', repeats: 'report', numberSections: true }
  for (const entry of pliego.transforms(source, defaults, tongue)) {
    const [plugin, options] = Array.isArray(entry) ? entry : [entry]
    if (plugin.name === 'deduplicate') {
      texts = [...pliego.findCandidates(source.tree, source.file).groups.values()].map(
        ([one]) => one.comparable,
      )
      since = used()
    }
    plugin(options)(source.tree, source.file)
    took(plugin.name.replace(/\d+$/, ''))
  }
  const metadata = pliego.metadataOf(source.frontMatter, { title: 'T', language: 'es-PE', template: 'base' })
  const publication = pliego.publish(source.tree, source, metadata, locale, 'pliego')
  took('publish')
  pliego.publicationJson(publication)
  took('json')
  const design = pliego.loadDesign('base', { templates: [join(project, 'templates')] }, source.file)
  took('design')
  const edition = await pliego.makeEdition(publication, design, locale, source.file, true, null)
  edition.layout()
  took('layout')
  for (const [format, write] of Object.entries(pliego.writers)) {
    await write(edition, source.file)
    took(format)
  }
}
for (const [name, ms] of best) console.log(`${name.padEnd(12)} ${ms.toFixed(0).padStart(6)} ms`)
console.log(
  `${'total'.padEnd(12)} ${[...best.values()]
    .reduce((a, b) => a + b, 0)
    .toFixed(0)
    .padStart(6)} ms`,
)
console.log(`${(readFileSync(absolute).length / 1000).toFixed(0)} KB, ${texts.length} different paragraphs`)

const sets = texts.map(text => {
  const words = text.split(' ')
  return new Set(words.slice(2).map((_, at) => `${words[at]} ${words[at + 1]} ${words[at + 2]}`))
})
const found = new Set(
  pliego
    .nearPairs(texts, { most: Number.POSITIVE_INFINITY })
    .map(({ first, second }) => `${first} ${second}`),
)
const named = new Set(pliego.nearPairs(texts).map(({ second }) => second))
let [all, kept] = [0, 0]
const withNear = new Set()
for (let second = 0; second < sets.length; second++) {
  for (let first = 0; first < second; first++) {
    const [a, b] = [sets[first], sets[second]]
    if (Math.min(a.size, b.size) < 0.8 * Math.max(a.size, b.size)) continue
    let common = 0
    for (const shingle of a) if (b.has(shingle)) common++
    if (common < 0.8 * (a.size + b.size - common)) continue
    all++
    withNear.add(second)
    if (found.has(`${first} ${second}`)) kept++
  }
}
console.log(`near-repeats: ${kept} of ${all} pairs found; ${named.size} of ${withNear.size} paragraphs named`)
