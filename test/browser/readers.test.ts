/** The book in the engines of two readers, on a phone and on an e-reader. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builtNote, chromiumPath, launch, serve, skipped } from './browser.ts'

const sizes = [
  [360, 640],
  [600, 800],
] as const

const epubjs = `<!doctype html><html><body style="margin:0"><div id="view"></div>
<script src="/jszip/dist/jszip.min.js"></script><script src="/epubjs/dist/epub.min.js"></script>
<script>
const book = ePub('/libro.epub')
const shown = book.renderTo('view', { width: innerWidth, height: innerHeight, flow: 'paginated' })
const text = () => shown.getContents().map(c => c.document.body.textContent).join(' ')
</script></body></html>`

const foliate = `<!doctype html><html><body style="margin:0"><foliate-view style="display:block;height:100vh"></foliate-view>
<script type="module">
import '/foliate-js/view.js'
const view = document.querySelector('foliate-view')
window.view = view
const blob = await (await fetch('/libro.epub')).blob()
await view.open(new File([blob], 'libro.epub', { type: 'application/epub+zip' }))
window.text = () => view.renderer.getContents().map(({ doc }) => doc.body.textContent).join(' ')
window.ready = true
</script></body></html>`

describe.skipIf(chromiumPath === '')(`the book in two readers${skipped}`, () => {
  let browser: Browser
  let book: Uint8Array
  beforeAll(async () => {
    browser = await launch()
    book = (await builtNote()).epub
  })
  afterAll(() => browser.close())

  async function open(size: readonly [number, number], html: string): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: size[0], height: size[1] } })
    await page.goto(await serve(page, html, book))
    return page
  }

  it.each(sizes)('epub.js pages through it, follows contents and notes (%i × %i)', async (...size) => {
    const page = await open(size, epubjs)
    const read = await page.evaluate<{
      texts: string
      at: string
      note: string
      entries: string[]
    }>(`(async () => {
      const navigation = await book.loaded.navigation
      await shown.display()
      let texts = text()
      for (let turn = 0; turn < 60; turn++) {
        const before = shown.currentLocation()
        if (before.atEnd) break
        await shown.next()
        texts += text()
      }
      const at = shown.currentLocation().start.href
      const last = navigation.toc.at(-1)
      await shown.display(last.href)
      const link = shown.getContents()[0].document.querySelector('a[role=doc-noteref]')
      await shown.display('text.xhtml' + link.getAttribute('href'))
      const note = shown.getContents()[0].document.querySelector(link.getAttribute('href')).textContent
      return { texts, at, note, entries: navigation.toc.map(entry => entry.label.trim()) }
    })()`)
    await page.close()
    expect(read.entries).toEqual(['contenido', 'p--main', 'Última'])
    expect(read.at).toBe('colophon.xhtml')
    expect(read.texts).toContain('Bolivia')
    expect(read.note).toContain('Nota primera')
  })

  it.each(sizes)('foliate-js pages through it, follows contents and notes (%i × %i)', async (...size) => {
    const page = await open(size, foliate)
    await page.waitForFunction('window.ready === true')
    const read = await page.evaluate<{
      texts: string
      entries: string[]
      note: string
      pages: string[]
    }>(`(async () => {
      const entries = view.book.toc.map(entry => entry.label.trim())
      const pages = (view.book.pageList ?? []).map(entry => entry.label.trim())
      await view.goToTextStart?.()
      await view.goTo(0)
      let texts = text()
      for (let turn = 0; turn < 80; turn++) {
        const before = JSON.stringify([view.lastLocation?.cfi, view.renderer.page])
        await view.next()
        texts += text()
        if (texts.includes('SHA-256')) break
        if (JSON.stringify([view.lastLocation?.cfi, view.renderer.page]) === before && turn > 40) break
      }
      await view.goTo(view.book.toc[0].href)
      const doc = view.renderer.getContents()[0].doc
      const link = doc.querySelector('a[role=doc-noteref]')
      const note = doc.querySelector(link.getAttribute('href')).textContent
      return { texts, entries, note, pages }
    })()`)
    await page.close()
    expect(read.entries).toEqual(['contenido', 'p--main', 'Última'])
    expect(read.pages[0]).toBe('1')
    expect(read.texts).toContain('Bolivia')
    expect(read.texts).toContain('SHA-256')
    expect(read.note).toContain('Nota primera')
  })
})
