import { expect, it } from 'vitest'
import { loadDocument } from '../../src/document.ts'
import { makeEdition } from '../../src/edition.ts'
import { firstPagePicture, pageSvg, pictureWidth } from '../../src/release/picture.ts'
import { project } from '../support/run.ts'

it('draws what stands on the first page, and nothing of the second', async () => {
  const templates = [`${project}/templates`]
  const options = { project, templates, template: '', designs: new Map() }
  const document = await loadDocument(`${project}/source/manual-de-redaccion.md`, options)
  if (!('publication' in document)) throw new Error('the manual cannot be read')
  const { publication, design, locale, file } = document
  const edition = await makeEdition(publication, design, locale, file, true, null)
  const [page, second] = edition.layout().pages
  if (page === undefined || second === undefined) throw new Error('the manual has two pages at least')
  const words = (svg: string) => svg.replace(/<[^>]*>/g, '')
  expect(words(pageSvg(page, edition))).toContain('Manualderedacciónypublicación')
  expect(words(pageSvg(page, edition))).not.toContain(words(pageSvg(second, edition)).slice(0, 400))

  const picture = Buffer.from(await firstPagePicture(edition))
  expect(picture.subarray(1, 4).toString()).toBe('PNG')
  expect(picture.readUInt32BE(16)).toBe(pictureWidth)
  expect(picture.readUInt32BE(20)).toBe(Math.round((pictureWidth * page.height) / page.width))
  expect(await firstPagePicture(edition)).toEqual(new Uint8Array(picture))
})
