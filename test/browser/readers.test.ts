/** The book in the engines of two readers, on a phone and on an e-reader. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builtBook, builtNote, chromiumPath, launch, serve, skipped } from './browser.ts'

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

/** Readers say that they have moved before they have, and after they did something else. */
const until = `const until = async test => {
  for (let tries = 0; tries < 200; tries++) {
    if (test()) return
    await new Promise(done => setTimeout(done, 25))
  }
  throw new Error('nothing came of it: ' + test)
}`

describe.skipIf(chromiumPath === '')(`the book in two readers${skipped}`, () => {
  let browser: Browser
  let note: Uint8Array
  let long: Uint8Array
  beforeAll(async () => {
    browser = await launch()
    note = (await builtNote()).epub
    long = (await builtBook()).epub
  })
  afterAll(() => browser.close())

  async function open(size: readonly [number, number], html: string, book: Uint8Array): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: size[0], height: size[1] } })
    await page.goto(await serve(page, html, book))
    return page
  }

  it.each(sizes)('epub.js pages through it, follows contents and notes (%i × %i)', async (...size) => {
    const page = await open(size, epubjs, note)
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
    const page = await open(size, foliate, note)
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

  it.each(sizes)(
    'epub.js goes through a book of many files, and to notes in others (%i × %i)',
    async (...size) => {
      const page = await open(size, epubjs, long)
      const read = await page.evaluate<{
        files: string[]
        texts: string
        entries: Record<string, string>
        note: string
        back: string
      }>(`(async () => {
      ${until}
      const navigation = await book.loaded.navigation
      const element = id => shown.getContents()[0]?.document.getElementById(id)
      await shown.display()
      const files = new Set()
      let texts = ''
      for (let turn = 0; turn < 400; turn++) {
        const here = shown.currentLocation()
        if (!files.has(here.start.href)) texts += text()
        files.add(here.start.href)
        if (here.atEnd) break
        await shown.next()
      }
      const entries = {}
      for (const entry of navigation.toc.flatMap(one => [one, ...one.subitems])) {
        await shown.display(entry.href)
        entries[entry.label.trim()] = shown.currentLocation().start.href
      }
      await shown.display(navigation.toc.at(-1).href)
      const link = shown.getContents()[0].document.querySelector('a[role=doc-noteref]')
      const target = link.href.split('#')[1]
      link.click()
      await until(() => element(target))
      const left = () => element(target).getBoundingClientRect().left - shown.manager.container.scrollLeft
      await until(() => left() >= 0 && left() < innerWidth)
      const note = element(target).textContent
      const back = element(target).querySelectorAll('a[role=doc-backlink]')[1]
      back.click()
      await until(() => element(back.href.split('#')[1]))
      return { files: [...files], texts, entries, note, back: shown.currentLocation().start.href }
    })()`)
      await page.close()
      const [first, second, third] = ['text-1.xhtml', 'text-2.xhtml', 'text-3.xhtml']
      expect(read.files).toEqual([
        'cover.xhtml',
        'title.xhtml',
        'toc.xhtml',
        first,
        second,
        third,
        'colophon.xhtml',
      ])
      for (const name of ['Primera', 'Segunda', 'Tercera']) expect(read.texts).toContain(`Fin de ${name}.`)
      expect(read.entries).toEqual({
        Primera: first,
        'Final de Primera': first,
        Segunda: second,
        'Final de Segunda': second,
        Tercera: third,
        'Final de Tercera': third,
      })
      expect(read.note).toContain('Nota primera')
      expect(read.back).toBe(third)
    },
  )

  it.each(sizes)(
    'foliate-js goes through a book of many files, and to notes in others (%i × %i)',
    async (...size) => {
      const page = await open(size, foliate, long)
      await page.waitForFunction('window.ready === true')
      const read = await page.evaluate<{
        texts: string
        entries: Record<string, boolean>
        note: string
        back: string
      }>(
        `(async () => {
      ${until}
      const labels = list => list.flatMap(entry => [entry, ...labels(entry.subitems ?? [])])
      const documentShown = () => view.renderer.getContents()[0].doc
      await view.goTo(0)
      let texts = ''
      for (let turn = 0; turn < 400; turn++) {
        const now = text()
        if (!texts.endsWith(now)) texts += now
        if (now.includes('SHA-256')) break
        await view.next()
      }
      const entries = {}
      for (const { label, href } of labels(view.book.toc)) {
        await view.goTo(href)
        entries[label.trim()] = view.lastLocation.range.toString().includes(label.trim())
      }
      await view.goTo(view.book.toc.at(-1).href)
      const link = documentShown().querySelector('a[role=doc-noteref]')
      const target = link.getAttribute('href').split('#')[1]
      link.click()
      const element = () => documentShown().getElementById(target)
      await until(() => element() !== null && view.lastLocation.range.intersectsNode(element()))
      const note = element().textContent
      const back = element().querySelectorAll('a[role=doc-backlink]')[1]
      back.click()
      await until(() => documentShown().getElementById(back.getAttribute('href').split('#')[1]))
      return { texts, entries, note, back: documentShown().querySelector('h2, h1').textContent }
    })()`,
      )
      await page.close()
      for (const name of ['Primera', 'Segunda', 'Tercera']) expect(read.texts).toContain(`Fin de ${name}.`)
      expect(read.texts).toContain('SHA-256')
      expect(Object.keys(read.entries)).toHaveLength(6)
      expect(Object.values(read.entries).every(Boolean), JSON.stringify(read.entries)).toBe(true)
      expect(read.note).toContain('Nota primera')
      expect(read.back).toContain('Tercera')
    },
  )
})
