/** Builds again whenever a text or a template changes, until interrupted. */
import { existsSync, watch as watchFolder } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Request } from './build.ts'
import { run } from './run.ts'

/** Editors write a file in several steps; one build follows them all. */
const settleMilliseconds = 100

/** @returns never, in practice: the promise settles when the process is interrupted */
export async function watch(request: Request, json: boolean): Promise<number> {
  await run(request, json)
  const folders = [join(request.project, 'source'), join(request.project, 'templates'), ...request.paths]
  const seen = new Set(
    folders.map(folder => resolve(request.project, folder)).filter(path => existsSync(path)),
  )
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve<unknown>(0)
  for (const folder of seen) {
    watchFolder(folder, { recursive: true }, () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        running = running.then(() => run(request, json))
      }, settleMilliseconds)
    })
  }
  return new Promise(settle => process.once('SIGINT', () => settle(0)))
}
