// One process and what it cost: wall and processor seconds, peak memory.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Reading certificates that only a network needs takes a Node.js process longer than all else that it begins with.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env

/** Runs a command to its end; processor seconds are those of all its processes and threads. Needs bash. */
export function run(command, words, cwd) {
  const start = process.hrtime.bigint()
  const script = 'TIMEFORMAT="%3U %3S"; time "$@" 2>/dev/null >&2'
  const { status, stderr } = spawnSync('bash', ['-c', script, 'bash', command, ...words], {
    cwd,
    env,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${command} ${words.join(' ')}: ends with ${status}`)
  const wall = Number(process.hrtime.bigint() - start) / 1e9
  const [user, system] = stderr.trim().split('\n').at(-1).split(' ').map(Number)
  return { wall, cpu: user + system }
}

/** Runs a script by Node.js; megabytes are the most that it held at once. */
export function runNode(words, cwd) {
  const folder = mkdtempSync(join(tmpdir(), 'pliego-bench-'))
  const note = join(folder, 'peak')
  const hook = `import{writeFileSync}from'node:fs';process.on('exit',()=>writeFileSync(${JSON.stringify(note)},String(process.resourceUsage().maxRSS)))`
  const took = run(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(hook)}`, ...words],
    cwd,
  )
  const megabytes = Number(readFileSync(note, 'utf8')) / 1024
  rmSync(folder, { recursive: true })
  return { ...took, megabytes }
}

export function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
}

/** The path of the built program, for a Node.js process of its own. */
export const program = fileURLToPath(new URL('../build/cli.js', import.meta.url))
