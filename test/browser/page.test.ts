/** The web page as a browser shows it and as people without a mouse go through it. */
import { pathToFileURL } from 'node:url'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builtBook, builtNote, chromiumPath, launch, skipped, watched } from './browser.ts'

describe.skipIf(chromiumPath === '')(`the page in Chromium${skipped}`, () => {
  let browser: Browser
  let address: string
  beforeAll(async () => {
    browser = await launch()
    address = pathToFileURL((await builtNote()).html).href
  })
  afterAll(() => browser.close())

  /** Runs with the page open in a window of a size. */
  async function open<Result>(
    [width, height]: readonly [number, number],
    use: (page: Page) => Promise<Result>,
    from = '',
  ): Promise<Result> {
    const page = await browser.newPage({ viewport: { width, height } })
    try {
      await page.goto(address + from)
      return await use(page)
    } finally {
      await page.close()
    }
  }
  const focused = (page: Page) =>
    page.evaluate(() => {
      const { activeElement: element } = document
      return element === null ? '' : `${element.tagName.toLowerCase()}.${element.className}`
    })
  const positionOf = (element: Locator) => element.evaluate(e => getComputedStyle(e).position)
  const idOf = (page: Page, index: number) =>
    page.locator('a[role=doc-noteref]').nth(index).getAttribute('id')
  const scrolled = (page: Page) => page.evaluate(() => window.scrollY)

  it.each(['light', 'dark'] as const)('asks for nothing and says nothing (%s)', async colorScheme => {
    const page = await browser.newPage({ colorScheme })
    const { requests, said } = watched(page)
    await page.goto(address)
    await page.evaluate(() => document.fonts.ready)
    await page.close()
    expect(requests).toEqual([address])
    expect(said).toEqual([])
  })

  it('asks for the files beside it alone, and shows them', async () => {
    const { html } = await builtNote('nota')
    const own = pathToFileURL(html).href
    const page = await browser.newPage()
    const { requests, said } = watched(page)
    await page.goto(own)
    const fonts = await page.evaluate(async () => [...(await document.fonts.ready)].map(font => font.status))
    const [width, background] = await page.evaluate(() => [
      document.images[0]?.naturalWidth,
      getComputedStyle(document.querySelector('.summary') ?? document.body).borderLeftStyle,
    ])
    await page.locator('a[role=doc-noteref]').first().click()
    await expect.poll(() => page.locator(':popover-open').count()).toBe(1)
    await page.close()
    const folder = own.replace(/nota\.html$/, '')
    const names = requests.map(address => address.replace(folder, '')).sort()
    expect([...new Set(names.filter(name => !name.includes('fonts/')))]).toEqual([
      'nota.html',
      'nota/images/1.png',
      'nota/page.css',
      'nota/page.js',
      'nota/print.css',
    ])
    expect(names.every(name => name === 'nota.html' || name.startsWith('nota/'))).toBe(true)
    expect(fonts).toContain('loaded')
    expect([width, background]).toEqual([1600, 'solid'])
    expect(said).toEqual([])
  })

  it('shows markup in titles as text', () =>
    open([1280, 800], async page => {
      expect(await page.title()).toBe(
        'Nota con </title>, ]]> y <b>marcas</b> · Ministerio de Relaciones Exteriores',
      )
      expect(await page.locator('h1').textContent()).toBe('Nota con </title>, ]]> y <b>marcas</b>')
      expect(await page.locator('#contenido').count()).toBe(1)
    }))

  it('lets the keyboard skip to the text', () =>
    open([1280, 800], async page => {
      await page.keyboard.press('Tab')
      expect(await focused(page)).toBe('a.skip')
      const box = await page.locator('.skip').boundingBox()
      expect(box?.height).toBeGreaterThan(20)
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
    }))

  it('leads the keyboard through everything, in the order of the page, with a mark where it is', () =>
    open([1280, 800], async page => {
      const seen: number[] = []
      let unmarked = 0
      for (let count = 0; count < 60; count++) {
        await page.keyboard.press('Tab')
        const [place, outline] = await page.evaluate(() => {
          const { activeElement: element } = document
          if (element === null || element === document.body) return [-1, 'none'] as const
          const all = [...document.querySelectorAll('a[href], summary, [tabindex="0"]')]
          return [all.indexOf(element), getComputedStyle(element).outlineStyle] as const
        })
        if (place < 0) break
        seen.push(place)
        if (outline === 'none') unmarked += 1
      }
      expect(seen.length).toBeGreaterThan(12)
      expect(seen).toEqual([...seen].sort((a, b) => a - b))
      expect(unmarked).toBe(0)
    }))

  it('goes to a section from the contents', () =>
    open([1280, 600], async page => {
      await page.locator('.contents a', { hasText: 'Última' }).click()
      await expect.poll(() => page.evaluate(() => location.hash)).toBe('#ultima')
      await expect.poll(() => scrolled(page)).toBeGreaterThan(0)
    }))

  it('says in the contents where the reader is, and keeps that in view', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 500 } })
    await page.goto(pathToFileURL((await builtBook()).html).href)
    const current = page.locator('.contents [aria-current=location]')
    for (const id of ['segunda', 'final-de-segunda', 'final-de-tercera']) {
      await page.evaluate(
        target => document.getElementById(target)?.scrollIntoView({ behavior: 'instant' }),
        id,
      )
      await expect
        .poll(() => current.evaluateAll(links => links.map(link => link.getAttribute('href'))))
        .toEqual([`#${id}`])
      const box = await current.boundingBox()
      expect(box === null ? 0 : box.y + box.height).toBeLessThan(500)
    }
    await page.close()
  })

  it('folds the contents on a narrow screen', () =>
    open([360, 640], async page => {
      const entry = page.locator('.contents li a').first()
      expect(await entry.isVisible()).toBe(false)
      await page.locator('.contents summary').click()
      expect(await entry.isVisible()).toBe(true)
    }))

  it('shows a note over the page without moving it; Escape closes it and leads back', () =>
    open([1280, 700], async page => {
      const reference = page.locator('a[role=doc-noteref]').nth(1)
      await reference.scrollIntoViewIfNeeded()
      const before = await scrolled(page)
      await reference.focus()
      await page.keyboard.press('Enter')
      const note = page.locator('.note', { hasText: 'Nota segunda' })
      await expect.poll(() => positionOf(note)).toBe('fixed')
      expect(await focused(page)).toBe('li.note')
      const box = await note.boundingBox()
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(700, 0)
      await page.keyboard.press('Escape')
      await expect.poll(() => positionOf(note)).toBe('static')
      expect(await reference.evaluate(e => e === document.activeElement)).toBe(true)
      expect(await scrolled(page)).toBe(before)
      expect(await page.evaluate(() => [location.hash, history.length])).toEqual(['', 2])
    }))

  it('closes a note from its own link and from the page around it', () =>
    open([1280, 700], async page => {
      const reference = page.locator('a[role=doc-noteref]').nth(1)
      const note = page.locator('.note', { hasText: 'Nota segunda' })
      await reference.click()
      await expect.poll(() => positionOf(note)).toBe('fixed')
      await page.keyboard.press('Tab')
      expect(await focused(page)).toBe('a.back')
      await page.keyboard.press('Enter')
      await expect.poll(() => positionOf(note)).toBe('static')
      expect(await reference.evaluate(e => e === document.activeElement)).toBe(true)
      await reference.click()
      await expect.poll(() => positionOf(note)).toBe('fixed')
      await page.mouse.click(640, 20)
      await expect.poll(() => positionOf(note)).toBe('static')
      expect(await page.locator('[popover], .note[tabindex]').count()).toBe(0)
    }))

  it('leads from a note that is called twice to the place that it was called from', () =>
    open([1280, 700], async page => {
      const second = page.locator('a[role=doc-noteref]').nth(2)
      const note = page.locator('.note', { hasText: 'Nota primera' })
      await second.click()
      await expect.poll(() => positionOf(note)).toBe('fixed')
      await note.locator('.back').nth(1).click()
      expect(await second.evaluate(e => e === document.activeElement)).toBe(true)
      expect(await page.evaluate(() => location.hash)).toBe('')
      await second.click()
      await note.locator('.back').first().click()
      await expect.poll(() => page.evaluate(() => location.hash)).toBe(`#${await idOf(page, 0)}`)
      await expect.poll(() => positionOf(note)).toBe('static')
    }))

  it('opens a picture at its full size, and closes it', () =>
    open([1280, 700], async page => {
      const picture = page.locator('.view > img')
      expect((await picture.boundingBox())?.width).toBeLessThan(700)
      await page.locator('.enlarge').click()
      await expect.poll(async () => (await picture.boundingBox())?.width).toBe(1600)
      await page.keyboard.press('Tab')
      expect(await focused(page)).toBe('a.close')
      await page.keyboard.press('Enter')
      await expect.poll(async () => (await picture.boundingBox())?.width).toBeLessThan(700)
      expect(await focused(page)).toBe('a.enlarge')
    }))

  it('does the same without a script, by addresses', async () => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 1280, height: 700 },
    })
    const page = await context.newPage()
    await page.goto(address)
    const note = page.locator('.note', { hasText: 'Nota segunda' })
    const picture = page.locator('.view > img')
    await page.locator('a[role=doc-noteref]').nth(1).click()
    const onScreen = (await note.boundingBox())?.y ?? 0
    expect(onScreen).toBeGreaterThan(350)
    expect(onScreen).toBeLessThan(700)
    await note.locator('.back').click()
    expect(page.url()).toMatch(/--1$/)
    await page.locator('.enlarge').click()
    expect((await picture.boundingBox())?.width).toBe(1600)
    await page.locator('.close').click()
    expect((await picture.boundingBox())?.width).toBeLessThan(700)
    await context.close()
  })

  it.each([1280, 375])('keeps the heads of a long table in view (%i px)', async width => {
    const page = await browser.newPage({ viewport: { width, height: 700 } })
    await page.goto(pathToFileURL((await builtBook()).html).href)
    const box = page.locator('.scroll:has(table)')
    await box.evaluate(element => {
      element.scrollIntoView({ block: 'center', behavior: 'instant' })
      element.scrollTop = 900
    })
    const last = page.locator('tbody tr', { hasText: 'Distrito 25' })
    const inside = async (one: Locator) => {
      const [outer, inner] = [await box.boundingBox(), await one.boundingBox()]
      return outer !== null && inner !== null && inner.y >= outer.y - 1 && inner.y < outer.y + outer.height
    }
    expect((await box.boundingBox())?.height).toBeLessThan(700)
    expect(await inside(page.locator('thead'))).toBe(true)
    await last.evaluate(row => row.scrollIntoView({ block: 'center', behavior: 'instant' }))
    expect(await inside(last)).toBe(true)
    expect(await inside(page.locator('thead'))).toBe(true)
    await page.close()
  })

  it.each([
    ['320 px, which is 400 % of 1280', 320, ''],
    [
      'wider spacing of text',
      320,
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
    ],
    ['768 px', 768, ''],
  ])('does not scroll sideways (%s)', (_, width, style) =>
    open([width, 640], async page => {
      if (style !== '') {
        await page.evaluate(css => {
          const sheet = new CSSStyleSheet()
          sheet.replaceSync(css)
          document.adoptedStyleSheets = [sheet]
        }, style)
      }
      const [inner, outer] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ])
      expect(inner).toBe(outer)
    }),
  )

  it('keeps the dash of an aside with its word', () =>
    open([320, 640], async page => {
      for (let width = 240; width <= 420; width += 12) {
        await page.setViewportSize({ width, height: 640 })
        const parted = await page.evaluate(
          () =>
            [...document.querySelectorAll('.opening-dash')].filter(e => e.getClientRects().length !== 1)
              .length,
        )
        expect(parted, `${width} px`).toBe(0)
      }
    }))

  it('is found by whoever looks for years with a hyphen', () =>
    open([1280, 700], async page => {
      // Not in TypeScript's own list of what a window can do.
      expect(await page.evaluate('window.find("1998-1999")')).toBe(true)
      expect(await page.evaluate('window.find("2018-2019")')).toBe(true)
      expect(await page.locator('main').textContent()).not.toContain('\u2011')
    }))

  it('prints on numbered pages, without its interface', () =>
    open([1280, 700], async page => {
      await page.emulateMedia({ media: 'print' })
      for (const selector of ['.skip', '.contents', '.anchor', '.enlarge', 'footer']) {
        expect(await page.locator(selector).first().isVisible(), selector).toBe(false)
      }
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
      expect(pdf).toMatch(/\/MediaBox\s*\[\s*0 0 59\d(\.\d+)? 84\d/)
    }))

  it('needs no colours of its own where the system forces them', () =>
    open([1280, 700], async page => {
      await page.emulateMedia({ forcedColors: 'active' })
      const border = await page.locator('.summary').evaluate(e => getComputedStyle(e).borderLeftWidth)
      expect(border).toBe('4px')
    }))

  it('moves nothing for those who want no motion', () =>
    open([1280, 700], async page => {
      await page.emulateMedia({ reducedMotion: 'reduce' })
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe(
        'auto',
      )
    }))
})
