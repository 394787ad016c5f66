// One cold process for all four formats of a text, the ministry's if none is named, in turn with another command,
// as a ratio.
//
//   node bench/cold.mjs [runs] [text] [-- other command]
//
// Without another command it is pandoc, for HTML, Word and EPUB, one after the other (PDF left out), where there is
// one. Then each format alone, to show where the time goes; an empty Node process is the floor of all of them.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const project = join(dirname(fileURLToPath(import.meta.url)), '..')
const split = process.argv.indexOf('--')
const words = process.argv.slice(2, split === -1 ? undefined : split)
const source = resolve(words[1] ?? join(project, 'source/asuntos-multilaterales-y-globales.md'))
const runs = Number(words[0] ?? 7) || 7
const scratch = mkdtempSync(join(tmpdir(), 'pliego-bench-'))

const ours = format => () => {
  const out = join(scratch, 'ours')
  rmSync(out, { recursive: true, force: true })
  const words = ['build', source, '--out', out, ...(format === '' ? [] : ['--format', format])]
  run(process.execPath, [join(project, 'build/cli.js'), ...words])
}
const pandoc = () => {
  for (const format of ['html', 'docx', 'epub']) {
    run('pandoc', ['-s', '--toc', source, '-o', join(scratch, `peer.${format}`)])
  }
}
const given = () => run('sh', ['-c', process.argv.slice(split + 1).join(' ')])
const other = split !== -1 ? given : spawnSync('pandoc', ['--version']).status === 0 ? pandoc : null

function run(command, words) {
  const { status, stderr } = spawnSync(command, words, { cwd: project })
  if (status !== 0) throw new Error(`${command}: ${stderr}`)
}

/** Wall milliseconds of every run, commands in turn, after one run each that does not count. */
function inTurn(commands) {
  const times = commands.map(() => [])
  for (let round = -1; round < runs; round++) {
    for (const [index, command] of commands.entries()) {
      const start = process.hrtime.bigint()
      command()
      if (round >= 0) times[index].push(Number(process.hrtime.bigint() - start) / 1e6)
    }
  }
  return times.map(list => list.sort((a, b) => a - b)[Math.floor(list.length / 2)])
}

const [all, peer] = inTurn(other === null ? [ours('')] : [ours(''), other])
console.log(`four formats: ${all.toFixed(0)} ms`)
if (peer !== undefined) console.log(`the other: ${peer.toFixed(0)} ms; ratio ${(all / peer).toFixed(2)}`)
const names = ['html', 'epub', 'docx', 'pdf']
const parts = inTurn([() => run(process.execPath, ['-e', '0']), ...names.map(ours)])
for (const [index, name] of ['an empty process', ...names].entries()) {
  console.log(`${name}: ${parts[index].toFixed(0)} ms`)
}
rmSync(scratch, { recursive: true })
