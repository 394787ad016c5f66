// What the Word file of a long text costs: CPU seconds and memory of one cold process, as a ratio to the same text
// only checked, and to pandoc's Word file of it where there is a pandoc.
//
//   node bench/word.mjs [runs] [text]
//
// Without a text it is one of some 500 pages, made of the manual's own paragraphs with a number in each, so that
// nothing is repeated: headings, references, lists, tables and notes as a report has them.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const project = join(dirname(fileURLToPath(import.meta.url)), '..')
const [runs = '3', given] = process.argv.slice(2)
const scratch = mkdtempSync(join(tmpdir(), 'pliego-bench-word-'))
const out = join(scratch, 'out')
const source = given === undefined ? join(scratch, 'informe.md') : resolve(given)
if (given === undefined) writeFileSync(source, longText())

function longText() {
  const manual = readFileSync(join(project, 'source/manual-de-redaccion.md'), 'utf8')
  const paragraphs = manual
    .split(/\n{2,}/)
    .filter(text => /^[A-ZÁÉÍÓÚ][^|#>:[\]{}`*]{150,}$/u.test(text))
    .map(text => text.replace(/\s+/g, ' '))
  let count = 0
  const paragraph = () => `${paragraphs[count % paragraphs.length]} Folio ${++count}.`
  const parts = ['---\ntitulo: Informe largo\nidioma: es-PE\nnumeracion: sí\n---', '::indice{nivel=2}']
  for (let section = 1; section <= 272; section++) {
    parts.push(`${section % 8 === 1 ? '#' : '##'} Asunto ${section} {#asunto-${section}}`)
    for (let at = 0; at < 7; at++) parts.push(paragraph())
    parts.push(`Véase la [@asunto-${Math.max(1, section - 3)}], y una nota.[^${section}]`)
    parts.push(`[^${section}]: ${paragraph()}`)
    parts.push(`- ${paragraph()}\n- ${paragraph()}\n  1. ${paragraph()}\n  2. ${paragraph()}`)
    if (section % 4 !== 0) continue
    const rows = Array.from(
      { length: 8 },
      (_, row) => `| Rubro ${row} | ${section * row} | ${section + row}.5 |`,
    )
    const table = ['| Rubro | Uno | Dos |', '|---|---:|---:|', ...rows].join('\n')
    parts.push(`:::tabla[Asuntos del folio ${count}]\n${table}\n:::`)
  }
  return parts.join('\n\n')
}

/** Says at its end what the process has used, threads included. */
const usage = `process.on('exit',()=>{const{userCPUTime:u,systemCPUTime:s,maxRSS:m}=process.resourceUsage();process.stderr.write('\\nusage '+JSON.stringify({cpu:(u+s)/1e6,memory:m/1024}))})`

/** @returns CPU seconds and the most memory in MB, the least of the runs; what the command prints */
function measured(words) {
  let printed = ''
  const all = Array.from({ length: Number(runs) }, () => {
    rmSync(out, { recursive: true, force: true })
    const hook = `data:text/javascript,${encodeURIComponent(usage)}`
    const cli = join(project, 'build/cli.js')
    const { status, stderr, stdout } = spawnSync(process.execPath, ['--import', hook, cli, ...words], {
      cwd: project,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    })
    if (status !== 0) throw new Error(stderr)
    printed = stdout + stderr
    return JSON.parse(/usage (.*)$/.exec(stderr)?.[1] ?? '')
  })
  return {
    cpu: Math.min(...all.map(({ cpu }) => cpu)),
    memory: Math.min(...all.map(({ memory }) => memory)),
    printed,
  }
}

/** By what the shell says of its children. */
function pandocSeconds() {
  const command = 'pandoc -s --toc "$0" -o "$1" && times'
  const { stdout } = spawnSync('sh', ['-c', command, source, join(scratch, 'peer.docx')], {
    encoding: 'utf8',
  })
  const [, ...times] = /(\d+)m([\d.]+)s (\d+)m([\d.]+)s\s*$/.exec(stdout) ?? []
  const [userMinutes, user, systemMinutes, system] = times.map(Number)
  return 60 * (userMinutes + systemMinutes) + user + system
}

const empty = measured(['--version'])
const checked = measured(['check', source])
const word = measured(['build', source, '--format', 'docx', '--out', out])
const peer = spawnSync('pandoc', ['--version']).status === 0 ? pandocSeconds() : null
console.log(/✓.*/.exec(word.printed)?.[0] ?? word.printed)
console.log(`an empty command: ${empty.cpu.toFixed(2)} CPU s`)
console.log(`checked: ${checked.cpu.toFixed(2)} CPU s, ${checked.memory.toFixed(0)} MB`)
console.log(
  `Word: ${word.cpu.toFixed(2)} CPU s, ${word.memory.toFixed(0)} MB; ratio to checked ${(word.cpu / checked.cpu).toFixed(2)}`,
)
if (peer !== null) console.log(`pandoc: ${peer.toFixed(2)} CPU s; ratio ${(word.cpu / peer).toFixed(2)}`)
rmSync(scratch, { recursive: true, force: true })
