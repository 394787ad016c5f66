// Makes the four formats of inputs, one after another, and says of each what came of it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { inputOf } from './inputs.mjs'

const { target, project, seed, wordTemplate, only } = workerData
const { makeDocument } = await import(pathToFileURL(target).href)
const templates = join(project, 'templates')

function wellFormed(xml, name) {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', problem => {
    throw new Error(`${name}: ${problem.message}`)
  })
  parser.write(xml).close()
}

/** What packages of XML must be, whatever their text: a cheap check of every one; validators see a sample. */
function check(format, bytes) {
  if (format === 'epub' || format === 'docx') {
    for (const [name, part] of Object.entries(unzipSync(bytes)))
      if (/\.(?:xml|rels|xhtml|opf|ncx|svg)$/.test(name)) wellFormed(strFromU8(part), `${format}/${name}`)
  }
  if (format === 'pdf' && !Buffer.from(bytes.subarray(-32)).includes('%%EOF')) throw new Error('pdf: no end')
}

const designs = new Map()
const folder = mkdtempSync(join(tmpdir(), 'pliego-fuzz-'))
/** What stands in the folder; most inputs share their pictures. */
let standing = {}

function place(files) {
  for (const path of Object.keys(standing)) if (!(path in files)) rmSync(join(folder, path))
  for (const [path, content] of Object.entries(files)) {
    if (standing[path] === content) continue
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  standing = files
}

parentPort.on('message', async ({ number, prove }) => {
  const { kind, files } = inputOf(number, seed, wordTemplate, only)
  place(files)
  const before = process.cpuUsage()
  const result = { number, kind, problem: '', outputs: [], rules: [] }
  try {
    const made = await makeDocument(join(folder, 'source/x.md'), {
      command: 'build',
      project: folder,
      templates: [join(folder, 'templates'), templates],
      template: '',
      formats: ['pdf', 'docx', 'epub', 'html'],
      strict: false,
      prove,
      epoch: 0,
      designs: kind === 'brand' ? new Map() : designs,
      ...('word.docx' in files ? { review: { wordTemplate: 'word.docx' } } : {}),
    })
    for (const { format, bytes } of made.outputs ?? []) check(format, bytes)
    result.outputs = (made.outputs ?? []).filter(({ format }) => format !== 'json')
    result.rules = made.diagnostics.map(({ rule }) => rule)
    const [different] = made.diagnostics.filter(({ rule }) => rule === 'formats-differ')
    if (different !== undefined) result.problem = `formats differ: ${JSON.stringify(different.facts)}`
    else if (made.outputs === null && made.diagnostics.every(({ severity }) => severity !== 'error'))
      result.problem = 'refused without an error'
  } catch (problem) {
    result.problem = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)
  }
  const { user, system } = process.cpuUsage(before)
  result.seconds = (user + system) / 1e6
  parentPort.postMessage(result)
})
parentPort.on('close', () => rmSync(folder, { recursive: true, force: true }))
