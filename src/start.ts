#!/usr/bin/env node
/**
 * Starts the bundled program. V8 takes what it compiled when the program was bundled, in place of compiling a
 * hundred thousand lines anew in every process; with another Node.js than that one, it compiles.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { Script } from 'node:vm'

/**
 * Bytes of code that a function runs before V8 compiles it with its optimising compiler, eight times V8's own number:
 * a short text is done before that compiler, which works beside it, has gained it anything. Books reach it still.
 */
const interruptBudget = 1 << 20

const filename = join(__dirname, 'program.js')
const compiled = join(__dirname, `program-${process.version}-${process.arch}.bin`)
const script = new Script(readFileSync(filename, 'latin1'), {
  filename,
  // V8 refuses what other flags or another version of it made.
  ...(existsSync(compiled) ? { cachedData: readFileSync(compiled) } : {}),
})
// Not before: it would make V8 refuse the file.
setFlagsFromString(`--interrupt-budget=${interruptBudget}`)
// Marking garbage beside the program takes a twentieth of a short text's time; a book takes as long either way.
setFlagsFromString('--no-incremental-marking')
// The program is one function, of what CommonJS gives a module (scripts/bundle.mjs).
const program = script.runInThisContext() as (require: NodeJS.Require, filename: string) => void
program(require, filename)
