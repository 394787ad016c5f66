/** The web page as a browser shows it and as people without a mouse go through it. */
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builtNote, chromiumPath, launch, skipped, watched } from './browser.ts'

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

  it('folds the contents on a narrow screen', () =>
    open([360, 640], async page => {
      const entry = page.locator('.contents li a').first()
      expect(await entry.isVisible()).toBe(false)
      await page.locator('.contents summary').click()
      expect(await entry.isVisible()).toBe(true)
    }))

  it('shows a note over the page without moving it, and takes it away', () =>
    open([1280, 700], async page => {
      const reference = page.locator('a[role=doc-noteref]').nth(1)
      await reference.scrollIntoViewIfNeeded()
      const before = await scrolled(page)
      await reference.focus()
      await page.keyboard.press('Enter')
      const note = page.locator('.note', { hasText: 'Nota segunda' })
      await expect.poll(() => note.evaluate(element => getComputedStyle(element).position)).toBe('fixed')
      expect(await scrolled(page)).toBe(before)
      const box = await note.boundingBox()
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(700, 0)
      await page.keyboard.press('Tab')
      expect(await focused(page)).toBe('a.back')
      await page.keyboard.press('Enter')
      await expect.poll(() => note.evaluate(element => getComputedStyle(element).position)).toBe('static')
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
    }))

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
