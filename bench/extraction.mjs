// Do other programs read the words of a PDF, in order, with hyphenated words whole?
//
//   node bench/extraction.mjs FILE.pdf…
//
// The words of each page in the order in which they are marked are compared with what pdftotext, mutool and pdf.js
// give for that page; programs that are not installed are passed over. A word counts as found when it stands in the
// longest run of words common to both; running heads and page numbers, which programs give too, do not count.
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const project = join(dirname(fileURLToPath(import.meta.url)), '..')
const paths = process.argv.slice(2)
if (paths.length === 0) throw new Error('which files?')

const bundle = join(project, 'node_modules/.cache-bench-extraction.mjs')
await build({
  stdin: {
    contents: `
export { readPdf } from './test/write/pdf/reader.ts'
export { readPages } from './test/write/pdf/text.ts'
`,
    resolveDir: project,
    loader: 'ts',
  },
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  outfile: bundle,
})
const own = await import(pathToFileURL(bundle).href)
const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
rmSync(bundle)

/** A hyphen of line breaking goes with the line's end behind it. */
const words = text =>
  text
    .normalize('NFKC')
    .replace(/\u00ad\s*/g, '')
    .replace(/\p{Cf}|\ufe0e|\ufe0f/gu, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(word => word !== '')

const printed = (command, options) => path => {
  const { status, stdout } = spawnSync(command, options(path), { encoding: 'utf8', maxBuffer: 1e9 })
  return status === 0 ? stdout.split('\f') : null
}

/** pdf.js leaves U+00AD out, so a line that ends in part of a word is known by our own reading alone. */
async function byPdfJs(path) {
  const document = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise
  const pages = []
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    pages.push(items.map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str)).join(''))
  }
  await document.loadingTask.destroy()
  return pages
}

const readers = [
  ['pdftotext', printed('pdftotext', path => [path, '-'])],
  ['pdftotext -raw', printed('pdftotext', path => ['-raw', path, '-'])],
  ['mutool', printed('mutool', path => ['draw', '-q', '-F', 'txt', path])],
  ['pdf.js', byPdfJs],
]

/** How many of `expected` stand in `found`, in order. @param missing - takes those that do not */
function inOrder(expected, found, missing) {
  const width = found.length + 1
  const common = new Uint16Array((expected.length + 1) * width)
  for (let i = expected.length - 1; i >= 0; i--) {
    for (let j = found.length - 1; j >= 0; j--) {
      common[i * width + j] =
        expected[i] === found[j]
          ? common[(i + 1) * width + j + 1] + 1
          : Math.max(common[(i + 1) * width + j], common[i * width + j + 1])
    }
  }
  for (let i = 0, j = 0; i < expected.length; ) {
    if (j < found.length && expected[i] === found[j]) {
      i++
      j++
    } else if (j < found.length && common[i * width + j + 1] >= common[(i + 1) * width + j]) j++
    else missing.push(expected[i++])
  }
  return common[0]
}

for (const path of paths) {
  const pages = own.readPages(own.readPdf(readFileSync(path)))
  const texts = pages.map(page => [...page.marked.values()].join('\n'))
  const hyphenated = texts.join('').match(/\p{L}+\u00ad\s*\p{L}+/gu)?.length ?? 0
  console.log(
    `${basename(path)}: ${pages.length} pages, ${texts.flatMap(words).length} words, ${hyphenated} hyphenated`,
  )
  for (const [name, read] of readers) {
    const found = await read(path)
    if (found === null) continue
    const missing = []
    let all = 0
    let good = 0
    for (const [index, text] of texts.entries()) {
      // Where the reader cannot tell the hyphen, parts of words are compared.
      const expected = words(name === 'pdf.js' ? text.replaceAll('\u00ad', ' ') : text)
      all += expected.length
      good += inOrder(expected, words(found[index] ?? ''), missing)
    }
    const share = ((100 * good) / all).toFixed(3)
    console.log(`  ${name.padEnd(14)} ${share} %  not in order: ${missing.slice(0, 12).join(' ') || 'none'}`)
  }
}
