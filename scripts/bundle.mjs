// Bundles src/cli.ts into build/: one entry, writers as chunks that load when asked for, binary assets beside them.
import { createHash } from 'node:crypto'
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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

/** epub-gen-memory gives the package's frame: what it parses, validates and fetches with is left out. */
const epubFrame = {
  name: 'epub-gen-memory',
  setup(build) {
    const replaced = {
      'html-parse': 'exports.fixHTML = (index, html) => html',
      fetchable: "exports.type = 'nodebuffer'",
    }
    build.onResolve({ filter: /^\.{1,2}\// }, ({ path, importer }) => {
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
const secondWitness = {
  name: 'pdfjs-dist',
  setup(build) {
    build.onLoad({ filter: /[\\/]pdfjs-dist[\\/]legacy[\\/]build[\\/]pdf\.mjs$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/warn\([`"]Cannot (?:load|polyfill|access) .*\);$/gm, ''),
      loader: 'js',
    }))
  },
}

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
const { metafile } = await build({
  metafile: true,
  entryPoints: {
    cli: join(project, 'src/cli.ts'),
    'parse-worker': join(project, 'src/read/parse-worker.ts'),
  },
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
  alias: { 'readable-stream': 'node:stream' },
  plugins: [objectWriter, wordElements, epubFrame, secondWitness],
})

const assets = JSON.parse(readFileSync(join(project, 'src/assets.json'), 'utf8'))
for (const [name, path] of Object.entries(assets))
  copyFileSync(join(project, 'node_modules', path), join(out, name))
chmodSync(join(out, 'cli.js'), 0o755)

const inside = [...Object.keys(metafile.inputs), ...Object.values(assets).map(path => `node_modules/${path}`)]
const packages = packagesOf(inside, project)
const facts = packages.map(({ name, version, license, source }) => ({ name, version, license, source }))
writeFileSync(join(out, 'packages.json'), `${JSON.stringify(facts, null, 1)}\n`)
writeFileSync(join(out, 'THIRD-PARTY.txt'), thirdPartyNotice(packages))

// What the program is, for build records: a change to any of its files makes every output stale.
const hash = createHash('sha256')
for (const name of readdirSync(out).sort()) hash.update(name).update(readFileSync(join(out, name)))
writeFileSync(join(out, 'fingerprint'), `${hash.digest('hex')}\n`)
