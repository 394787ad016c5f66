// A good document in four formats, and the same broken once for every checker: each must say so.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

const project = resolve(import.meta.dirname, '../..')
const text = `---
titulo: Prueba
idioma: es-PE
organo: Oficina
---

# Uno

Un párrafo con una nota[^a].

![Un cuadrado](c.svg "Un cuadrado")

| A | B |
|---|---|
| 1 | 2 |

[^a]: La nota.
`
const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="#333"/></svg>'

function replaced(bytes, from, to) {
  const old = Buffer.from(bytes)
  const at = old.indexOf(from)
  if (at < 0) throw new Error(`nothing to break: ${from}`)
  return Buffer.concat([old.subarray(0, at), Buffer.from(to), old.subarray(at + Buffer.byteLength(from))])
}

/** A package with one part changed; its first part, `mimetype`, stays as it is. */
function repacked(bytes, pattern, change) {
  const parts = unzipSync(bytes)
  const name = Object.keys(parts).find(part => pattern.test(part))
  const before = strFromU8(parts[name])
  const after = change(before)
  if (before === after) throw new Error(`nothing to break in ${name}`)
  const changed = { ...parts, [name]: strToU8(after) }
  return zipSync(
    Object.fromEntries(Object.entries(changed).map(([part, data]) => [part, [data, { level: 0 }]])),
  )
}

/** Number of the check in checks.mjs, file name, and how it breaks the good one. */
const breaks = [
  [
    0,
    'sin-titulo.pdf',
    good =>
      replaced(good, '<dc:title>', '<dc:titlx>').toString('latin1').replace('</dc:title>', '</dc:titlx>'),
  ],
  [1, 'otra-parte.pdf', good => replaced(good, 'pdfaid:part>2<', 'pdfaid:part>7<')],
  [
    2,
    'sin-titulo.epub',
    good => repacked(good, /\.opf$/, opf => opf.replace(/<dc:title[^>]*>[^<]*<\/dc:title>/, '')),
  ],
  [
    3,
    'sin-alternativa.epub',
    good =>
      repacked(good, /text.*\.xhtml$|\.xhtml$/, page =>
        page.replace(/ (?:xml:)?lang="[^"]*"/g, '').replace(/<title>[^<]*<\/title>/, '<title></title>'),
      ),
  ],
  [
    4,
    'elemento.docx',
    good => repacked(good, /^word\/document\.xml$/, xml => xml.replace('<w:body>', '<w:body><w:nada/>')),
  ],
  [
    5,
    'sin-nota.docx',
    good => repacked(good, /^word\/footnotes\.xml$/, xml => xml.replace(/w:id="[1-9]\d*"/, 'w:id="99"')),
  ],
  [
    6,
    'parrafo.html',
    good => replaced(good, '</main>', '<p><table><p id="x"></p><p id="x"></p></table></main>'),
  ],
  [
    7,
    'sin-alternativa.html',
    good => replaced(good, '</main>', '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></main>'),
  ],
]

export function brokenFiles() {
  const folder = mkdtempSync(join(tmpdir(), 'pliego-conformance-'))
  mkdirSync(join(folder, 'source'))
  writeFileSync(join(folder, 'source/prueba.md'), text)
  writeFileSync(join(folder, 'source/c.svg'), svg)
  const { status, stderr } = spawnSync(process.execPath, [join(project, 'build/cli.js'), 'build'], {
    cwd: folder,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  const good = ['pdf', 'epub', 'docx', 'html'].map(format => join(folder, 'dist', `prueba.${format}`))
  const broken = breaks.map(([check, name, change]) => {
    const file = join(folder, name)
    const format = name.split('.').at(-1)
    const made = change(readFileSync(join(folder, 'dist', `prueba.${format}`)))
    writeFileSync(file, typeof made === 'string' ? Buffer.from(made, 'latin1') : made)
    return { check, file }
  })
  return { good, broken }
}
