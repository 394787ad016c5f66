// Parts of the program as modules, without the command line around them.
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

export const project = join(dirname(fileURLToPath(import.meta.url)), '..')

/**
 * @param contents - what is wanted, as `export … from './src/…'`
 * @param define - as esbuild has it
 */
export async function fromSource(contents, define = {}) {
  const bundle = join(project, `node_modules/.cache-bench-${process.pid}.mjs`)
  await build({
    stdin: { contents, resolveDir: project, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    outfile: bundle,
    define,
  })
  const modules = await import(pathToFileURL(bundle).href)
  rmSync(bundle)
  return modules
}

/** The words of the command line: a text, and how often; least time counts. */
export function textAndRuns() {
  const [path, runs = '3'] = process.argv.slice(2)
  if (path === undefined) throw new Error('which text?')
  return { path, runs }
}
