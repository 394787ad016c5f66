// Kills builds half-way, fills the disk, makes the folder read-only, builds twice at once: whatever happens, no file of
// dist/ is half a file, and the next build is right. Where the machine allows no small disk, it says so.
//   node scripts/faults.mjs [--runs 50] [--seed 1]
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { cli, copyInto, hashes, scratchFolder, verdicts } from './trial.mjs'

const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } })
const runs = Number(values.runs ?? 50)
let state = Number(values.seed ?? 1)
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return state / 2 ** 32
}

const scratch = scratchFolder()
const { tell, untried, end } = verdicts()

/** A project with one of two versions of its texts. */
function folderWith(version, name) {
  const folder = join(scratch, name)
  mkdirSync(join(folder, 'source'), { recursive: true })
  copyInto(folder, { 'source/manual.md': 'source/manual-de-redaccion.md', templates: 'templates' })
  return setVersion(folder, version)
}

function setVersion(folder, version) {
  const text = `---\ntitulo: Nota\nidioma: es-PE\n---\n\nEste texto es el número ${version}.\n`
  writeFileSync(join(folder, 'source/nota.md'), text)
  return folder
}

const pliego = (folder, words) =>
  spawnSync(process.execPath, [cli, ...words], { cwd: folder, encoding: 'utf8' })

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b)

/** What each command leaves, undisturbed, for each version. */
const expected = {}
let longest = 0
for (const command of ['build', 'release']) {
  for (const version of [1, 2]) {
    const folder = folderWith(version, `${command}-${version}`)
    const start = performance.now()
    const { status, stderr } = pliego(folder, [command])
    longest = Math.max(longest, performance.now() - start)
    if (status !== 0) throw new Error(stderr)
    expected[`${command} ${version}`] = hashes(join(folder, 'dist'))
  }
}

const points = Array.from({ length: 10 }, () => random())
const folders = { build: folderWith(1, 'killed-build'), release: folderWith(1, 'killed-release') }
let halves = 0
let sealed = 0
let later = 0
let killed = 0
for (let round = 0; round < runs; round++) {
  const command = round % 2 === 0 ? 'build' : 'release'
  const folder = folders[command]
  const version = 1 + (Math.floor(round / 2) % 2)
  setVersion(folder, version)
  const child = spawn(process.execPath, [cli, command], { cwd: folder, stdio: 'ignore' })
  const point = points[round % points.length]
  const timer = setTimeout(() => child.kill('SIGKILL'), point * longest)
  const signal = await new Promise(done => child.on('exit', (_, signal) => done(signal)))
  clearTimeout(timer)
  if (signal === 'SIGKILL') killed++
  const found = hashes(join(folder, 'dist'))
  const whole = Object.entries(found).every(
    ([name, hash]) => name.startsWith('.') || [1, 2].some(v => expected[`${command} ${v}`][name] === hash),
  )
  if (!whole) halves++
  if (command === 'release' && 'manifest.json' in found && pliego(folder, ['verify', 'dist']).status !== 0)
    sealed++
  if (
    pliego(folder, [command]).status !== 0 ||
    !same(hashes(join(folder, 'dist')), expected[`${command} ${version}`])
  )
    later++
}
tell(halves === 0, `${runs} runs, ${killed} killed: ${halves} left half a file`)
tell(sealed === 0, `${sealed} left a manifest that its files do not match`)
tell(later === 0, `${later} of the builds after that were wrong`)

const alone = folderWith(1, 'at-once')
let apart = 0
for (let round = 0; round < 5; round++) {
  rmSync(join(alone, 'dist'), { recursive: true, force: true })
  const run = () =>
    new Promise(done =>
      spawn(process.execPath, [cli, 'build'], { cwd: alone, stdio: 'ignore' }).on('exit', done),
    )
  const codes = await Promise.all([run(), run()])
  if (codes.some(code => code !== 0) || !same(hashes(join(alone, 'dist')), expected['build 1'])) apart++
}
tell(apart === 0, `two builds at once, 5 times: ${apart} wrong`)

/** A disk of so many bytes, where the machine gives one. */
function withDisk(options, use) {
  const disk = join(scratch, 'disk')
  mkdirSync(disk, { recursive: true })
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'pliego', disk]).status !== 0) return false
  try {
    use(disk)
  } finally {
    spawnSync('umount', [disk])
  }
  return true
}

for (const [what, options] of [
  ['full disk', 'size=300k'],
  ['read-only folder', 'ro'],
]) {
  const folder = folderWith(1, 'disk-project')
  const ran = withDisk(options, disk => {
    for (const command of ['build', 'release']) {
      const { status, stderr } = pliego(folder, [command, '--out', disk])
      const found = hashes(disk)
      const whole = Object.entries(found).every(
        ([name, hash]) => expected[`${command} 1`][name] === hash || name === '.pliego.json',
      )
      const told = stderr.includes('[output-unwritable]') && !stderr.includes('[internal]')
      tell(
        status === 1 && told && whole,
        `${what}, ${command}: exit ${status}, ${told ? 'told' : 'not told'}, ${whole ? 'no half file' : 'half a file'}`,
      )
      for (const name of Object.keys(found)) rmSync(join(disk, name), { force: true })
    }
  })
  if (!ran) untried(`${what}: not tried, this machine mounts no disk for us`)
}
rmSync(scratch, { recursive: true, force: true })
end()
