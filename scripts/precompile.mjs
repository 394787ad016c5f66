// Compiles the bundled program as V8 does while it builds a text, and keeps that for `start.ts`.
//
//   node scripts/precompile.mjs TEXT FOLDER
//
// FOLDER holds program.js. What the program compiles between here and its end stands in the file, so that a plain
// text is built without compiling anything.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import v8 from 'node:v8'
import { Script } from 'node:vm'

const [text, folder] = process.argv.slice(2).map(path => resolve(path))
const filename = join(folder, 'program.js')
const out = mkdtempSync(join(tmpdir(), 'pliego-'))
// V8 refuses what was compiled under other flags than those it starts with.
v8.setFlagsFromString = () => undefined
const script = new Script(readFileSync(filename, 'latin1'), { filename })
process.argv = [process.execPath, filename, 'build', text, '--out', out]
process.stderr.write = () => true
process.on('exit', code => {
  rmSync(out, { recursive: true, force: true })
  if (code !== 0) throw new Error('the program does not build its own text')
  writeFileSync(join(folder, `program-${process.version}-${process.arch}.bin`), script.createCachedData())
})
script.runInThisContext()(createRequire(filename), filename)
