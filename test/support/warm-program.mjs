// The built program, run again and again in one process: what it loads is loaded once. Each run has its own folder,
// environment and output; a run that ends the process is told as one, and the next begins anew.
import { fork } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isMainThread, parentPort, workerData } from 'node:worker_threads'

const self = fileURLToPath(import.meta.url)
const cli = join(dirname(self), '../../build/cli.js')

if (isMainThread) runOnRequest()
else passOn()

/** In the program's process. */
function runOnRequest() {
  let count = 0
  process.on('disconnect', () => process.exit())
  process.on('message', async ({ folder, words, env }) => {
    const said = { out: '', err: '' }
    process.stdout.write = into(said, 'out')
    process.stderr.write = into(said, 'err')
    process.chdir(folder)
    for (const name of Object.keys(process.env)) delete process.env[name]
    Object.assign(process.env, env)
    process.argv = [process.execPath, cli, ...words]
    process.exitCode = undefined
    // The entry runs once for every address; the modules below it stay.
    await import(`${cli}?${count++}`)
    process.send({ code: process.exitCode ?? 0, ...said })
  })
}

function into(said, stream) {
  return text => {
    said[stream] += text
    return true
  }
}

/** In a thread of the test's process, which waits for the answer. */
function passOn() {
  let program = null
  let zone = ''
  const start = () => {
    const own = fork(self, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
    let err = ''
    own.stderr.on('data', data => {
      err += data
    })
    own.on('message', answer)
    own.on('exit', code => {
      if (program !== own) return
      program = null
      answer({ code, out: '', err })
    })
    return own
  }
  const answer = run => {
    workerData.answers.postMessage(run)
    Atomics.store(workerData.done, 0, 1)
    Atomics.notify(workerData.done, 0)
  }
  parentPort.on('message', request => {
    // The zone of a process is that of its beginning.
    const { TZ = '' } = request.env
    if (program !== null && zone !== TZ) {
      const former = program
      program = null
      former.kill()
    }
    zone = TZ
    program ??= start()
    program.send(request)
  })
}
