// The PDF of a text by Pliego, in turn with another program's.
//
//   node bench/pdf.mjs [runs] [text] -- other command
//
// One cold process each, a run of ours before and after each of the other's, whose machine may have been another one a
// minute ago: the ratio is of processor seconds, the other's to the mean of ours around it. The command is typesetter
// and source as its user would call it: Typst's, made once with `pandoc -t typst --standalone`, for instance. Without
// one, ours alone. Processor time is that of all threads; megabytes are the most that ours held at once.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median, program, run, runNode } from './process.mjs'

const split = process.argv.indexOf('--')
const words = process.argv.slice(2, split === -1 ? undefined : split)
const source = resolve(
  words[1] ?? fileURLToPath(new URL('../source/asuntos-multilaterales-y-globales.md', import.meta.url)),
)
const runs = Number(words[0] ?? 5) || 5
const command = split === -1 ? '' : process.argv.slice(split + 1).join(' ')
const scratch = mkdtempSync(join(tmpdir(), 'pliego-bench-'))

const ours = () => {
  const out = join(scratch, 'ours')
  rmSync(out, { recursive: true, force: true })
  return runNode([program, 'build', source, '--format', 'pdf', '--out', out], scratch)
}
const all = [ours()]
const ratios = []
for (let count = 0; count < runs; count++) {
  const before = all.at(-1)
  const other = command === '' ? null : run('sh', ['-c', command], process.cwd())
  const after = ours()
  all.push(after)
  const own = `ours ${before.cpu.toFixed(2)} and ${after.cpu.toFixed(2)} CPU s`
  if (other === null) console.log(own)
  else {
    ratios.push((2 * other.cpu) / (before.cpu + after.cpu))
    console.log(`${own}, other ${other.cpu.toFixed(2)}, ratio ${ratios.at(-1).toFixed(2)}`)
  }
}
const cpu = median(all.map(took => took.cpu)).toFixed(2)
const megabytes = Math.max(...all.map(took => took.megabytes)).toFixed(0)
console.log(`ours, median: ${cpu} CPU s, ${median(all.map(took => took.wall)).toFixed(2)} s, ${megabytes} MB`)
if (ratios.length > 0) console.log(`ratio, median: ${median(ratios).toFixed(2)}`)
rmSync(scratch, { recursive: true })
