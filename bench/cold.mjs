// One cold process for all four formats of a text, the ministry's if none is named, in turn with other programs.
//
//   node bench/cold.mjs [runs] [text] [-- other command]
//
// The others are pandoc for HTML, Word and EPUB, one after the other, where there is one, and the command for the PDF,
// if any is given: Typst's, for instance. Then each format alone, to show where the time goes; an empty Node process
// is the floor of all of them. Medians; milliseconds of processor time are those of all processes and threads.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median, program, run } from './process.mjs'

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
  return run(process.execPath, [program, ...words], project)
}
const empty = () => run(process.execPath, ['-e', '0'], project)
const pandoc = format => () =>
  run('pandoc', ['-s', '--toc', source, '-o', join(scratch, `peer.${format}`)], project)
const others = [
  ...(spawnSync('pandoc', ['--version']).status === 0 ? ['html', 'docx', 'epub'].map(pandoc) : []),
  ...(split === -1 ? [] : [() => run('sh', ['-c', process.argv.slice(split + 1).join(' ')], project)]),
]
const together = () => {
  const all = others.map(other => other())
  return { wall: sumOf(all, 'wall'), cpu: sumOf(all, 'cpu') }
}

function sumOf(list, key) {
  return list.reduce((sum, one) => sum + one[key], 0)
}

/** Medians of every run, commands in turn, after one run each that does not count. */
function inTurn(commands) {
  const times = commands.map(() => [])
  for (let round = -1; round < runs; round++) {
    for (const [index, command] of commands.entries()) {
      const took = command()
      if (round >= 0) times[index].push(took)
    }
  }
  return times.map(list => ({
    wall: median(list.map(one => one.wall)),
    cpu: median(list.map(one => one.cpu)),
  }))
}

const shown = ({ wall, cpu }) => `${(wall * 1000).toFixed(0)} ms, ${(cpu * 1000).toFixed(0)} CPU ms`
const [all, peer] = inTurn(others.length === 0 ? [ours('')] : [ours(''), together])
console.log(`four formats: ${shown(all)}`)
if (peer !== undefined)
  console.log(
    `the others: ${shown(peer)}; ratio ${(all.wall / peer.wall).toFixed(2)}, of CPU ${(all.cpu / peer.cpu).toFixed(2)}`,
  )
const names = ['html', 'epub', 'docx', 'pdf']
const parts = inTurn([empty, ...names.map(ours)])
for (const [index, name] of ['an empty process', ...names].entries())
  console.log(`${name}: ${shown(parts[index])}`)
rmSync(scratch, { recursive: true })
