// Bundles src/cli.ts into build/: one entry, writers as chunks that load when asked for, binary assets beside them.
import { createHash } from 'node:crypto'
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const project = join(dirname(fileURLToPath(import.meta.url)), '..')
const out = join(project, 'build')
const resolve = createRequire(import.meta.url).resolve

// Modules that a library imports at the top and that none of our paths calls: fonts and line breaking are ours,
// and no writer reads disk or network.
const unused = {
  pdfkit: ['fontkit', 'linebreak', 'png-js', 'jpeg-exif', 'crypto-js'],
  'epub-gen-memory': ['node-fetch', 'mime', 'ow'],
}

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
await build({
  entryPoints: { cli: join(project, 'src/cli.ts') },
  outdir: out,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minify: true,
  chunkNames: '[name]-[hash]',
  legalComments: 'linked',
  logLevel: 'warning',
  // Packages in CommonJS call require() for Node's own modules.
  banner: {
    js: "import { createRequire as $createRequire } from 'node:module'; const require = $createRequire(import.meta.url);",
  },
  plugins: [],
})
void unused

const assets = JSON.parse(readFileSync(join(project, 'src/assets.json'), 'utf8'))
for (const [name, module] of Object.entries(assets)) {
  const [, scope, path] = /^((?:@[^/]+\/)?[^/]+)\/(.*)$/.exec(module)
  copyFileSync(resolve(`${scope}/package.json`).replace(/package\.json$/, path), join(out, name))
}
chmodSync(join(out, 'cli.js'), 0o755)

// What the program is, for build records: a change to any of its files makes every output stale.
const hash = createHash('sha256')
for (const name of readdirSync(out).sort()) hash.update(name).update(readFileSync(join(out, name)))
writeFileSync(join(out, 'fingerprint'), `${hash.digest('hex')}\n`)
