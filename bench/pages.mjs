// Does a page cost the same in a text of 10, 100 and 1,000 pages?
//
//   node bench/pages.mjs TEXT.md [pages…]
//
// Sentences of the text are put together at random (from a fixed seed) to new paragraphs under headings, so that
// nothing repeats. One cold process each for the PDF; milliseconds a page are those above a text of one sentence.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { program, runNode } from './process.mjs'

const [path, ...wanted] = process.argv.slice(2)
if (path === undefined) throw new Error('which text?')
const sizes = wanted.length > 0 ? wanted.map(Number) : [10, 100, 1000]
const project = mkdtempSync(join(tmpdir(), 'pliego-bench-'))
mkdirSync(join(project, 'source'))

const sentences = readFileSync(path, 'utf8')
  .split(/\n\s*\n/)
  .filter(block => /^\p{Lu}/u.test(block) && !/[|`<{#\\$@_~^\]]|:::/.test(block))
  .flatMap(block => block.replace(/\s+/g, ' ').split(/(?<=[.;]) (?=\p{Lu})/u))
  .filter(sentence => sentence.length > 40)

const wordsOfPage = 400
const base = build(1, [[sentences[0]]])
console.log(`one sentence: ${base.cpu.toFixed(2)} CPU s, ${base.megabytes.toFixed(0)} MB`)
for (const size of sizes) {
  const { pages, cpu, wall, megabytes } = build(size, paragraphs(size * wordsOfPage))
  const each = ((cpu - base.cpu) * 1000) / pages
  console.log(
    `${pages} pages: ${cpu.toFixed(2)} CPU s, ${wall.toFixed(2)} s, ${each.toFixed(2)} CPU ms a page, ${megabytes.toFixed(0)} MB`,
  )
}
rmSync(project, { recursive: true })

/** Paragraphs of two to six sentences. */
function paragraphs(words) {
  let state = 7
  const next = below => {
    // xorshift32 (G. Marsaglia, 2003)
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
  const made = []
  for (let count = 0; count < words; ) {
    const one = Array.from({ length: 2 + next(5) }, () => sentences[next(sentences.length)])
    count += one.join(' ').split(' ').length
    made.push(one)
  }
  return made
}

function build(size, texts) {
  const body = texts.map(
    (one, index) => (index % 6 === 0 ? `# Parte ${index / 6 + 1}\n\n` : '') + one.join(' '),
  )
  const name = `t${size}-${texts.length}.md`
  const matter = '---\ntitle: T\nlang: es\ntemplate: base\nrepeats: keep\n---\n\n'
  writeFileSync(join(project, 'source', name), `${matter}${body.join('\n\n')}\n`)
  const took = runNode([program, 'build', join('source', name), '--format', 'pdf'], project)
  const { documents } = JSON.parse(readFileSync(join(project, 'dist/.pliego.json'), 'utf8'))
  return { ...took, pages: documents[`source/${name}`].pages }
}
