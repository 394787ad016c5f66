/** Numbers of headings in Word stand in no text: they are counted, and a wrong definition gives wrong ones. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { collate } from '../../src/collate/collate.ts'
import { constructPath, made } from './support.ts'

const annex = made(constructPath('annex'))

const faults: readonly (readonly [name: string, path: string, find: string, put: string])[] = [
  ['a level without those above it', 'numbering', '"%1.%2"', '"%2"'],
  ['another word for annexes', 'numbering', '"Anexo\u00a0%1."', '"Apéndice %1."'],
  ['letters as numbers', 'numbering', '"upperLetter"', '"decimal"'],
  ['a style without its list', 'styles', '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>', ''],
  [
    'a style on another level',
    'styles',
    '<w:ilvl w:val="1"/><w:numId w:val="1"/>',
    '<w:ilvl w:val="0"/><w:numId w:val="1"/>',
  ],
  ['a heading of the other list', 'document', '<w:numId w:val="2"/>', '<w:numId w:val="1"/>'],
  ['a heading without a number', 'document', '<w:numId w:val="2"/>', '<w:numId w:val="0"/>'],
]

it.each(faults)('finds %s', async (_, name, find, put) => {
  const { document, files } = await annex
  const parts = unzipSync(files.docx)
  const path = `word/${name}.xml`
  const before = strFromU8(parts[path] ?? new Uint8Array())
  const after = before.replaceAll(find, put)
  expect(after).not.toBe(before)
  expect(await collate(document, 'docx', zipSync({ ...parts, [path]: strToU8(after) }))).not.toEqual([])
})
