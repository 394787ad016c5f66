// Inputs by chance, thousands of them: none may crash the program, hang it for more than two seconds, come out as a
// package that is not well-formed, or as files that do not say what their text says. A Word file made in somebody
// else's must be valid besides, where the checkers are installed (`make conformance-tools`). What is found is written
// to fuzz/, to be mended and kept as small as it can be among the tests (`test/collate/fixtures/found/`).
//   node scripts/fuzz/fuzz.mjs [--count 10000] [--seed 1] [--from 0 | --cases 28,502] [--kind word] [--keep FOLDER]
// --keep writes every fiftieth document that comes out, for `node scripts/conformance/run.mjs FOLDER`.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'
import { packaged } from '../conformance/tools.mjs'
import { inputOf } from './inputs.mjs'

const option = { type: 'string' }
const { values } = parseArgs({
  options: { count: option, seed: option, from: option, cases: option, kind: option, keep: option },
})
const [most, seed, from] = [
  Number(values.count ?? 10_000),
  Number(values.seed ?? 1),
  Number(values.from ?? 0),
]
const only = values.kind ?? ''
/** `--cases`: those found before, once they are mended. */
const numbers = values.cases?.split(',').map(Number) ?? Array.from({ length: most }, (_, at) => from + at)
const count = numbers.length
const project = resolve(import.meta.dirname, '../..')
setPriority(constants.priority.PRIORITY_BELOW_NORMAL)

/** Of processor time: a machine that does other work is no fault of the program. */
const mostSeconds = 2
/** Of processor time too: nothing comes back from a worker that hangs. */
const patience = 20

const own = join(project, 'fuzz')
const target = join(own, 'document.js')
await build({
  entryPoints: [join(project, 'src/document.ts'), join(project, 'src/read/parse-worker.ts')],
  outdir: own,
  entryNames: '[name]',
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  logLevel: 'error',
})

const wordTemplate = await documentAsTemplate()
let worker = start()
let [good, refused] = [0, 0]
const problems = []
/** Of each kind, what came of it. */
const kinds = new Map()

for (const [index, number] of numbers.entries()) {
  const result = await runOne(number)
  const outcome = result.problem !== '' ? 'problem' : result.outputs.length > 0 ? 'made' : 'refused'
  if (outcome === 'problem') keep(result)
  else if (outcome === 'made') good++
  else refused++
  const counts = kinds.get(result.kind) ?? { made: 0, refused: 0, problem: 0 }
  counts[outcome]++
  kinds.set(result.kind, counts)
  if (values.keep !== undefined && result.problem === '' && result.outputs.length > 0 && number % 50 === 0) {
    mkdirSync(values.keep, { recursive: true })
    for (const { format, bytes } of result.outputs)
      writeFileSync(join(values.keep, `${number}.${format}`), bytes)
  }
  if ((index + 1) % 100 === 0)
    console.error(`${index + 1} of ${count}: ${good} made, ${refused} refused, ${problems.length} problems`)
}
await worker.terminate()
console.log(`${count} inputs, seed ${seed}: ${good} made, ${refused} refused, ${problems.length} problems`)
for (const [kind, { made, refused, problem }] of [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)))
  console.log(`  ${kind}: ${made} made, ${refused} refused, ${problem} problems`)
for (const { number, kind, problem } of problems)
  console.log(`${number} (${kind}): ${problem.split('\n').slice(0, 3).join(' | ')}`)
process.exit(problems.length === 0 ? 0 : 1)

function start() {
  return new Worker(join(import.meta.dirname, 'worker.mjs'), {
    workerData: { target, project, seed, wordTemplate, only },
  })
}

/** Reading the files back is no part of making them: whatever takes long is made once more without. */
async function runOne(number) {
  const result = await make(number, true)
  if (result.problem === '' && result.kind === 'word') result.problem = invalidWord(result.outputs)
  if (result.problem !== '' || result.seconds <= mostSeconds) return result
  const { seconds } = await make(number, false)
  return seconds <= mostSeconds ? result : { ...result, problem: `takes ${seconds.toFixed(1)} s` }
}

async function make(number, prove) {
  const { kind } = inputOf(number, seed, wordTemplate, only)
  const fault = problem => ({ number, kind, problem, outputs: [], seconds: 0 })
  const result = await new Promise(done => {
    const before = process.cpuUsage()
    const timer = setInterval(() => {
      const { user, system } = process.cpuUsage(before)
      if ((user + system) / 1e6 > patience) finish(fault(`hangs for more than ${patience} s`))
    }, 1000)
    const finish = value => {
      clearInterval(timer)
      done(value)
    }
    worker.removeAllListeners()
    worker.once('message', finish)
    worker.once('error', problem => finish(fault(`stops the process: ${problem.stack}`)))
    worker.postMessage({ number, prove })
  })
  if (/^(?:hangs|stops)/.test(result.problem)) {
    await worker.terminate()
    worker = start()
  }
  return result
}

/** What Microsoft's validator says first; '' where it has nothing to say, or is not installed. */
function invalidWord(outputs) {
  const made = outputs.find(({ format }) => format === 'docx')
  if (made === undefined || !existsSync(packaged.openXml)) return ''
  const path = join(own, 'made.docx')
  writeFileSync(path, made.bytes)
  const { stdout } = spawnSync(packaged.openXml, [path, 'Microsoft365'], {
    encoding: 'utf8',
    env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
  })
  const { ok, errors } = JSON.parse(stdout)
  return ok ? '' : `not valid: ${errors[0].path} ${errors[0].xPath}: ${errors[0].description}`
}

function keep(result) {
  problems.push(result)
  const folder = join(own, String(result.number))
  for (const [path, content] of Object.entries(inputOf(result.number, seed, wordTemplate, only).files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  writeFileSync(join(folder, 'problem.txt'), `${result.problem}\n`)
}

/** A Word file of our own serves as one of the house. */
async function documentAsTemplate() {
  const { makeDocument } = await import(target)
  const { outputs, diagnostics } = await makeDocument(join(project, 'source/manual-de-redaccion.md'), {
    command: 'build',
    project,
    templates: [join(project, 'templates')],
    template: '',
    formats: ['docx'],
    strict: false,
    epoch: null,
    designs: new Map(),
  })
  if (outputs === null) throw new Error(JSON.stringify(diagnostics))
  return outputs.find(({ format }) => format === 'docx').bytes
}
