// Bundles src/cli.ts into build/: one script, compiled beforehand, with binary assets beside it.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { packagesOf, thirdPartyNotice } from './third-party.mjs'

const project = join(dirname(fileURLToPath(import.meta.url)), '..')
const out = join(project, 'build')
const resolve = createRequire(import.meta.url).resolve

/**
 * pdfkit serves as an object writer: its browser build has no streams to files, no zlib, no font data. Fonts and
 * line breaking are ours and nothing is encrypted, so what it imports for them (tables for AES, made at start-up,
 * took longer than all drawing) is left out.
 */
const objectWriter = {
  name: 'pdfkit',
  setup(build) {
    const folder = join(resolve('pdfkit'), '../..')
    const unused = /^(fontkit|linebreak|png-js|@noble\/ciphers\/.*)$/
    build.onResolve({ filter: /^pdfkit$/ }, () => ({ path: join(folder, 'js/pdfkit.browser.mjs') }))
    build.onResolve({ filter: unused }, ({ path, importer }) =>
      importer.startsWith(folder) ? { path, namespace: 'unused' } : undefined,
    )
    build.onLoad({ filter: unused, namespace: 'unused' }, () => ({ contents: 'module.exports = {}' }))
  },
}

/**
 * docx gives elements, not files: its packer, which a static field holds, and what its module makes at start-up and
 * nobody uses are left out. Two thirds of it go.
 */
const wordElements = {
  name: 'docx',
  setup(build) {
    build.onLoad({ filter: /[\\/]docx[\\/]dist[\\/]index\.mjs$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replace('_defineProperty(Packer, "compiler", new Compiler());', '')
        .replace(
          /^(var [\w$]+ = )(?=\(?(?:function\b|_asyncToGenerator\b|new |\w+\())/gm,
          '$1/* @__PURE__ */ ',
        ),
      loader: 'js',
    }))
  },
}

/** epub-gen-memory gives the package's frame: what it parses, validates, fetches and tells types with is left out. */
const epubFrame = {
  name: 'epub-gen-memory',
  setup(build) {
    const replaced = {
      'html-parse': 'exports.fixHTML = (index, html) => html',
      fetchable: "exports.type = 'nodebuffer'",
      mime: '',
    }
    build.onResolve({ filter: /^(?:\.{1,2}\/|mime$)/ }, ({ path, importer }) => {
      if (!importer.includes('epub-gen-memory')) return undefined
      const name = path.replace(/^.*\//, '')
      if (name in replaced) return { path: name, namespace: 'replaced' }
      const folder = join(resolve('epub-gen-memory'), '..')
      return name === 'predicates' ? { path: join(folder, 'util/predicates-nop.js') } : undefined
    })
    build.onLoad({ filter: /.*/, namespace: 'replaced' }, ({ path }) => ({
      contents: replaced[path],
      loader: 'js',
    }))
  },
}

/** pdf.js reads text and draws nothing: it need not complain that there is no canvas. */
const quietReader = {
  name: 'pdfjs-dist',
  setup(build) {
    build.onLoad({ filter: /[\\/]pdfjs-dist[\\/]legacy[\\/]build[\\/]pdf\.mjs$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/warn\([`"]Cannot (?:load|polyfill|access) .*\);$/gm, ''),
      loader: 'js',
    }))
  },
}

/** Large, and wanted only where a file is proved: scripts of their own, read when they are asked for. */
const readers = ['pdf', 'pdf.worker']
const apart = {
  name: 'apart',
  setup(build) {
    build.onResolve({ filter: /^pdfjs-dist\/legacy\/build\// }, ({ path }) => ({
      path: path.replace(/^.*\/(.*)\.mjs$/, './pdfjs/$1.js'),
      external: true,
    }))
  },
}

/** To ask whether a Response exists makes Node.js load its whole network client: nothing here fetches a drawing. */
const offlineDrawing = {
  name: '@resvg/resvg-wasm',
  setup(build) {
    build.onLoad({ filter: /[\\/]resvg-wasm[\\/]index\.mjs$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/typeof (?:Response|Request) === "function"/g, 'false'),
      loader: 'js',
    }))
  },
}

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
// Inside a package of ES modules these are CommonJS, which Node.js starts sooner.
writeFileSync(join(out, 'package.json'), '{ "type": "commonjs" }\n')
const common = {
  outdir: out,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20.19',
  minify: true,
  legalComments: 'linked',
  logLevel: 'warning',
}
await build({
  ...common,
  entryPoints: {
    cli: join(project, 'src/start.ts'),
    'parse-worker': join(project, 'src/read/parse-worker.ts'),
  },
})
const reader = await build({
  ...common,
  metafile: true,
  outdir: join(out, 'pdfjs'),
  entryPoints: Object.fromEntries(
    readers.map(name => [name, join(project, `node_modules/pdfjs-dist/legacy/build/${name}.mjs`)]),
  ),
  define: { 'import.meta.url': '$url' },
  banner: { js: "const $url = require('node:url').pathToFileURL(__filename).href;" },
  plugins: [quietReader],
})
const { metafile } = await build({
  ...common,
  metafile: true,
  entryPoints: { program: join(project, 'src/cli.ts') },
  define: { 'import.meta.url': '$url' },
  supported: { 'dynamic-import': false },
  // One function, which start.ts calls.
  banner: { js: "((require, $file) => { const $url = require('node:url').pathToFileURL($file).href;" },
  footer: { js: '})' },
  alias: { 'readable-stream': 'node:stream' },
  plugins: [objectWriter, wordElements, epubFrame, offlineDrawing, apart],
})

// esbuild leaves letters as they are in regular expressions alone. A script of bytes is read in half the time.
const program = join(out, 'program.js')
const escaped = letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
writeFileSync(program, readFileSync(program, 'utf8').replace(/[^\0-\x7f]/g, escaped))

const assets = JSON.parse(readFileSync(join(project, 'src/assets.json'), 'utf8'))
for (const [name, path] of Object.entries(assets))
  copyFileSync(join(project, 'node_modules', path), join(out, name))
chmodSync(join(out, 'cli.js'), 0o755)

const inside = [
  ...Object.keys({ ...metafile.inputs, ...reader.metafile.inputs }),
  ...Object.values(assets).map(path => `node_modules/${path}`),
]
const packages = packagesOf(inside, project)
const facts = packages.map(({ name, version, license, source }) => ({ name, version, license, source }))
writeFileSync(join(out, 'packages.json'), `${JSON.stringify(facts, null, 1)}\n`)
writeFileSync(join(out, 'THIRD-PARTY.txt'), thirdPartyNotice(packages))

// What the program is, for build records: a change to any of its files makes every output stale.
const hash = createHash('sha256')
const files = readdirSync(out, { recursive: true }).sort()
for (const name of files)
  if (statSync(join(out, name)).isFile()) hash.update(name).update(readFileSync(join(out, name)))
writeFileSync(join(out, 'fingerprint'), `${hash.digest('hex')}\n`)

// Last, as it runs the program. It changes no output, so it is no part of what the program is.
const precompile = ['precompile.mjs', 'precompiled.md'].map(name => join(project, 'scripts', name))
execFileSync(process.execPath, [...precompile, out], { stdio: 'inherit' })
