// make conformance: every file of a folder through its checkers; one table, one JSON report.
//   node scripts/conformance/run.mjs [FOLDER | FILE…] [--assets beside] [--report FILE] [--self-test]
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { checks, formatOf } from './checks.mjs'
import { missing } from './tools.mjs'

const project = resolve(import.meta.dirname, '../..')
const { values, positionals } = parseArgs({
  options: { report: { type: 'string' }, assets: { type: 'string' }, 'self-test': { type: 'boolean' } },
  allowPositionals: true,
})

const absent = missing()
if (absent.packages.length + absent.programs.length > 0) {
  console.error(`faltan comprobadores: ${[...absent.packages, ...absent.programs].join(', ')}`)
  console.error('    → make conformance-tools los instala')
  process.exit(2)
}

/** @returns results of every check of every file: what it found, nothing where it is good */
async function checkAll(files) {
  const results = []
  for (const { format, standard, tool, run } of checks) {
    const own = files.filter(file => formatOf(file) === format)
    if (own.length === 0) continue
    process.stderr.write(`${standard}: ${tool}…\n`)
    for (const [file, found] of await run(own)) results.push({ file, standard, tool, found })
  }
  return results
}

function table(results) {
  const width = Math.max(...results.map(({ file }) => [...basename(file)].length))
  const wide = Math.max(...results.map(({ standard, tool }) => `${standard} (${tool})`.length))
  for (const { file, standard, tool, found } of results) {
    const state = found.length === 0 ? '✓' : `✗ ${found.length}`
    console.log(`${basename(file).padEnd(width)}  ${`${standard} (${tool})`.padEnd(wide)}  ${state}`)
    for (const one of found.slice(0, 10)) console.log(`    ${one.slice(0, 300)}`)
    if (process.env.GITHUB_ACTIONS === 'true' && found.length > 0)
      console.log(`::error title=${standard}::${basename(file)}: ${found[0].replaceAll('%', '%25')}`)
  }
}

function report(results) {
  const files = [...new Set(results.map(({ file }) => file))].map(file => ({
    name: basename(file),
    sha256: createHash('sha256').update(readFileSync(file)).digest('hex'),
    checks: results
      .filter(result => result.file === file)
      .map(({ standard, tool, found }) => ({ standard, tool, passed: found.length === 0, found })),
  }))
  return { version: 1, passed: results.every(({ found }) => found.length === 0), files }
}

/** Builds the project's texts where no folder is named: what is checked is what a release would hold. */
function built() {
  const folder = join(project, 'build', 'conformance')
  rmSync(folder, { recursive: true, force: true })
  const assets = values.assets === undefined ? [] : ['--assets', values.assets]
  const words = [join(project, 'build/cli.js'), 'build', '--out', folder, ...assets]
  const { status } = spawnSync(process.execPath, words, {
    cwd: process.cwd(),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) process.exit(1)
  return folder
}

if (values['self-test']) {
  const { brokenFiles } = await import('./broken.mjs')
  const { good, broken } = brokenFiles()
  let wrong = 0
  for (const { tool, found, file } of await checkAll(good)) {
    if (found.length === 0) continue
    wrong++
    console.log(`✗ ${tool} finds fault with a good ${basename(file)}: ${found[0]}`)
  }
  for (const { check, file } of broken) {
    const { standard, tool, run } = checks[check]
    const found = (await run([file])).get(file)
    console.log(
      `${found.length > 0 ? '✓' : '✗'} ${standard} (${tool}): ${basename(file)}: ${(found[0] ?? 'nothing found').slice(0, 160)}`,
    )
    if (found.length === 0) wrong++
  }
  process.exit(wrong === 0 ? 0 : 1)
}

const given = positionals.length === 0 ? [built()] : positionals.map(path => resolve(path))
const absentFile = given.find(path => !existsSync(path))
const known = new Set(checks.map(({ format }) => format))
const files = (absentFile === undefined ? given : [])
  .flatMap(path =>
    statSync(path).isDirectory()
      ? readdirSync(path)
          .sort()
          .map(name => join(path, name))
      : path,
  )
  .filter(path => known.has(formatOf(path)))
if (files.length === 0) {
  console.error(`no hay archivos que comprobar en ${absentFile ?? given.join(', ')}`)
  process.exit(2)
}
const results = await checkAll(files)
table(results)
const written = report(results)
const path = resolve(values.report ?? join(project, 'build/conformance.json'))
if (!existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true })
writeFileSync(path, `${JSON.stringify(written, null, 2)}\n`)
console.log(
  `${written.passed ? '✓' : '✗'} ${files.length} archivos, ${results.length} comprobaciones: ${path}`,
)
process.exit(written.passed ? 0 : 1)
