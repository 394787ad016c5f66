// The same release, byte for byte: in another folder, with other TZ, LANG, umask, order of directories, clock and
// versions of Node.js.
//   node scripts/reproducible.mjs [--node PATH]…
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { cli, copyInto, hashes, scratchFolder, verdicts } from './trial.mjs'

const { values } = parseArgs({ options: { node: { type: 'string', multiple: true } } })
const scratch = scratchFolder()
const { tell, untried, end } = verdicts()

/** The registry's `node` packages, each a program for this machine. */
const versions = ['20.19.0', '22.22.0', '24.13.0']
const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'pliego')

/** @returns the program, or null where it is neither here nor to be had */
function nodeOf(version) {
  const folder = join(cache, `node-${version}`)
  const name = `node-${process.platform}-${process.arch}`
  const program = join(folder, 'node_modules', name, 'bin/node')
  if (existsSync(program)) return program
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n')
  const words = ['install', '--ignore-scripts', '--no-audit', '--no-fund', `${name}@${version}`]
  if (spawnSync('npm', words, { cwd: folder }).status !== 0) return null
  return existsSync(program) ? program : null
}

/** Node gives directories in the order of the system: here, the other way round. */
const shuffled = join(scratch, 'shuffled.mjs')
writeFileSync(
  shuffled,
  `import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
const { readdirSync } = fs
fs.readdirSync = (...words) => readdirSync(...words).reverse()
syncBuiltinESMExports()
`,
)

const plain = { node: process.execPath, env: {}, before: '', words: [] }
const environments = [
  ['this machine', plain],
  ['another folder', { ...plain, folder: 'otra carpeta, con ñ' }],
  ['TZ=Asia/Kathmandu', { ...plain, env: { TZ: 'Asia/Kathmandu' } }],
  ['LANG=tr_TR.UTF-8', { ...plain, env: { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' } }],
  ['LANG=en_US, umask 077', { ...plain, env: { LANG: 'en_US.UTF-8' }, before: 'umask 077; ' }],
  ['directories the other way round', { ...plain, words: ['--import', shuffled] }],
  ...(values.node ?? []).map(node => [node, { ...plain, node: resolve(node) }]),
]
if (values.node === undefined) {
  for (const version of versions) {
    const node = nodeOf(version)
    if (node === null) untried(`Node.js ${version}: not tried, it is not to be had`)
    else environments.push([`Node.js ${version}`, { ...plain, node }])
  }
}
if (spawnSync('faketime', ['--version']).status === 0)
  environments.push(['a year on', { ...plain, before: 'exec faketime -f +1y ' }])
else untried('a year on: not tried, faketime is not installed')

function release({ node, env, before, words, folder = 'proyecto' }, index) {
  const place = join(scratch, String(index), folder)
  copyInto(place, { source: 'source', templates: 'templates' })
  const quoted = [node, ...words, cli, 'release'].map(word => `'${word}'`)
  const options = { cwd: place, env: { ...process.env, ...env }, encoding: 'utf8' }
  const { status, stderr } = spawnSync('sh', ['-c', `${before}${quoted.join(' ')}`], options)
  // V8 complains of a flag that this version of it has not, and goes on.
  if (status !== 0 || stderr.includes('unrecognized flag')) throw new Error(stderr)
  return hashes(join(place, 'dist'))
}

let first
for (const [index, [name, environment]] of environments.entries()) {
  const found = release(environment, index)
  first ??= found
  const all = [...new Set([...Object.keys(first), ...Object.keys(found)])]
  const other = all.filter(file => first[file] !== found[file])
  tell(
    other.length === 0,
    `${name}: ${other.length === 0 ? `${all.length} files the same` : other.join(', ')}`,
  )
}
rmSync(scratch, { recursive: true, force: true })
end()
