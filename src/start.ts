#!/usr/bin/env node
/**
 * Starts the bundled program. V8 takes what it compiled when the program was bundled, in place of compiling a
 * hundred thousand lines anew in every process; with another Node.js than that one, it compiles.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { Script } from 'node:vm'

/** A short text is done before V8 has gained what it does for programs that run long. Books gain it still. */
const flags = [
  // Bytes of code that a function runs before the optimising compiler, which works beside it, compiles it: eight
  // times V8's own number. The V8 of Node.js 22 counts otherwise, and complains of flags that it does not know.
  ...(process.versions.v8.startsWith('11.3.') ? [`--interrupt-budget=${1 << 20}`] : []),
  // Marking garbage beside the program takes a twentieth of a short text's time; a book takes as long either way.
  '--no-incremental-marking',
  // Threads that share out the young objects that live on wait for one another: 4 % of a book's processor time.
  '--no-parallel-scavenge',
  // Bytes of code of other functions that the optimising compiler puts into one: a sixth of V8's own number. It takes
  // a third less time then, 5 % of a book's, and what it compiles is as fast.
  '--max-inlined-bytecode-size-cumulative=150',
  // Regular expressions are compiled once, and not once more when they are used again.
  '--no-regexp-tier-up',
]

const filename = join(__dirname, 'program.js')
const compiled = join(__dirname, `program-${process.version}-${process.arch}.bin`)
const script = new Script(readFileSync(filename, 'latin1'), {
  filename,
  // V8 refuses what other flags or another version of it made.
  ...(existsSync(compiled) ? { cachedData: readFileSync(compiled) } : {}),
})
// Not before: it would make V8 refuse the file.
for (const flag of flags) setFlagsFromString(flag)
// The program is one function, of what CommonJS gives a module (scripts/bundle.mjs).
const program = script.runInThisContext() as (require: NodeJS.Require, filename: string) => void
program(require, filename)
