// Has LibreOffice open each draft and save it, then lists which of its blocks can still be found, and whether the
// Markdown that it carries came back unchanged: node scripts/redraft.mjs dist/*.docx. 0 all, 1 something lost, 2 no
// LibreOffice.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'

export function hasLibreOffice() {
  return spawnSync('soffice', ['--version'], { encoding: 'utf8' }).status === 0
}

/** The file as LibreOffice saves it; a profile of its own, so that two runs do not meet. */
export function savedByLibreOffice(path) {
  const folder = mkdtempSync(join(tmpdir(), 'pliego-redraft-'))
  try {
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
    const words = [
      profile,
      '--headless',
      '--convert-to',
      'docx:MS Word 2007 XML',
      '--outdir',
      join(folder, 'out'),
      resolve(path),
    ]
    const { stdout, stderr } = spawnSync('soffice', words, { encoding: 'utf8' })
    try {
      return readFileSync(join(folder, 'out', basename(path)))
    } catch {
      throw new Error(`LibreOffice did not save ${path}: ${stdout}${stderr}`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What of a draft is in its saved form: ids of blocks that are and are not, and whether its sources are the same. */
export function compareDraft(sent, saved) {
  const before = unzipSync(sent)
  const after = unzipSync(saved)
  const draft = draftOf(before)
  const names = new Set()
  for (const [path, bytes] of Object.entries(after)) {
    if (!/^word\/[^/]+\.xml$/.test(path)) continue
    // LibreOffice reads the last note twice, and calls what it meets again so.
    for (const [, name] of strFromU8(bytes).matchAll(/<w:bookmarkStart [^>]*w:name="([^"]*)"/g))
      names.add(name.replace(/_Copy_\d+$/, ''))
  }
  const blocks = [...draft.matchAll(/<block id="([^"]*)" bookmark="([^"]*)"/g)].map(([, id, bookmark]) => ({
    id,
    bookmark,
  }))
  const found = blocks.filter(({ bookmark }) => names.has(bookmark))
  const lost = blocks.filter(({ bookmark }) => !names.has(bookmark))
  const sources = text =>
    [...text.matchAll(/<source[^>]*>([^<]*)<\/source>/g)].map(([, content]) => unescaped(content))
  const same = JSON.stringify(sources(draft)) === JSON.stringify(sources(draftOf(after)))
  return {
    found: found.map(({ id }) => id),
    lost: lost.map(({ id }) => id),
    markdown: same && sources(draft).length > 0,
  }
}

function unescaped(text) {
  const characters = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => characters[name])
}

function draftOf(files) {
  for (const [path, bytes] of Object.entries(files)) {
    if (!/^customXml\/[^/]+\.xml$/.test(path)) continue
    const text = strFromU8(bytes)
    if (/<draft [^>]*urn:pliego:draft:1/.test(text)) return text
  }
  return ''
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!hasLibreOffice()) {
    console.error('soffice: LibreOffice is not installed')
    process.exit(2)
  }
  for (const path of process.argv.slice(2)) {
    const { found, lost, markdown } = compareDraft(readFileSync(path), savedByLibreOffice(path))
    console.log(
      `${path}: ${found.length} of ${found.length + lost.length} blocks, Markdown ${markdown ? 'unchanged' : 'LOST'}`,
    )
    for (const id of lost) console.log(`  lost: ${id}`)
    if (lost.length > 0 || !markdown || found.length === 0) process.exitCode = 1
  }
}
