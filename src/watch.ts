/** Builds again whenever a text, what it takes from other files, or a template changes, until interrupted. */
import { existsSync, statSync, watch as watchFolder } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import type { Request } from './build.ts'
import type { MessageLanguage } from './diagnostics/catalogue.ts'
import { type ReportForm, run } from './run.ts'
import { wordsIn } from './words.ts'

/** Editors write a file in several steps; one build follows them all. */
const settleMilliseconds = 100

/** @returns 0, once the process is interrupted (Ctrl-C) */
export async function watch(request: Request, form: ReportForm, language: MessageLanguage): Promise<number> {
  const out = resolve(request.project, request.out)
  let timer: NodeJS.Timeout | undefined
  const again = async () => {
    try {
      await run(request, form, language)
    } catch (problem) {
      // The next change may mend what made it fail.
      process.stderr.write(`pliego: ${wordsIn[language].internal(String(problem))}\n`)
    }
  }
  // Before the first run: what changes during it counts.
  let running = Promise.resolve()
  const watchers = watchedFolders(request).map(folder =>
    watchFolder(folder, { recursive: true }, (_, name) => {
      // What a build writes is no reason for another.
      if (name !== null && `${join(folder, name)}${sep}`.startsWith(`${out}${sep}`)) return
      clearTimeout(timer)
      timer = setTimeout(() => {
        running = running.then(again)
      }, settleMilliseconds)
    }),
  )
  running = again()
  await running
  process.stderr.write(`${wordsIn[language].watching}\n`)
  return new Promise(settle =>
    process.once('SIGINT', () => {
      // What is still watched or waited for would keep the process.
      for (const watcher of watchers) watcher.close()
      clearTimeout(timer)
      settle(0)
    }),
  )
}

/** Pictures, tables and included texts lie in `source/`, in `templates/`, or in the folder of their text. */
function watchedFolders({ project, paths }: Request): readonly string[] {
  const named = paths.map(path => resolve(project, path)).filter(path => existsSync(path))
  const folders = named.map(path => (statSync(path).isDirectory() ? path : dirname(path)))
  const own = [join(project, 'source'), join(project, 'templates')].filter(path => existsSync(path))
  const all = [...new Set([...own, ...folders])]
  return all.filter(path => !all.some(other => other !== path && path.startsWith(`${other}${sep}`)))
}
