// What page and book cost: CPU milliseconds of hast, HTML and EPUB for a text (reading it not counted), and their
// bytes. CPU time, for others may be at work on the machine; it counts the collector's threads too.
//
//   node bench/web.mjs FILE.md [runs]
//
// The least of the runs. Layout, whose pages the book lists, is made before; typefaces count for the page.
import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fromSource, project, textAndRuns } from './from-source.mjs'

const { path, runs } = textAndRuns()
const contents = `
export { loadDocument } from './src/document.ts'
export { makeEdition } from './src/edition.ts'
export { toHast } from './src/write/web/hast.ts'
export { hastSettings } from './src/write/web/settings.ts'
export { html } from './src/write/html/html.ts'
export { epub } from './src/write/epub/epub.ts'
export { VFile } from 'vfile'
`
const pliego = await fromSource(contents, {
  'import.meta.url': JSON.stringify(pathToFileURL(join(project, 'src/program.ts')).href),
})

const absolute = resolve(path)
const best = new Map()
const noted = (name, since) => {
  const { user, system } = process.cpuUsage(since)
  best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, (user + system) / 1000))
}
for (let run = 0; run < Number(runs); run++) {
  const { publication, design, locale, file } = await pliego.loadDocument(absolute, {
    project: dirname(absolute),
    templates: [join(project, 'templates')],
    template: 'base',
    designs: new Map(),
  })
  const edition = await pliego.makeEdition(publication, design, locale, file, true, 0, null)
  edition.layout()
  const settings = pliego.hastSettings(
    edition,
    locale,
    { medium: 'page', anchors: true, href: target => `#${target}`, pageStarts: new Map(), tokens: new Map() },
    () => '',
  )
  let since = process.cpuUsage()
  pliego.toHast(publication.tree.children, settings)
  noted('hast', since)
  for (const format of ['html', 'epub']) {
    since = process.cpuUsage()
    const bytes = await pliego[format](edition, new pliego.VFile())
    noted(format, since)
    best.set(`${format} bytes`, bytes.length)
  }
}
console.log(`${readFileSync(absolute).length} bytes of Markdown`)
for (const [name, value] of best) console.log(`${name.padEnd(12)} ${Math.round(value)}`)
