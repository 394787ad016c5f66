/** What another program or a fuller Markdown would read as a mark, and is published as text here: told, with the way out. */
import type { Parents, Text } from 'mdast'
import type { Phrase } from '../diagnostics/phrases.ts'
import { report } from '../diagnostics/report.ts'
import { type Context, offsets } from './context.ts'
import { isLiteral, type SourceText } from './source-text.ts'

const spacedAddress = /\[[^[\]]*\]\(([^()<>\s"]+(?:[ \t]+[^()<>\s"]+)+)(?:[ \t]+"[^"]*")?\)/g
const script = /(?<=[\p{L}\p{N})\]])([~^])([\p{L}\p{N}+-]{1,8})\1(?![~^])/gu
/** Beside a word. Behind a figure they are a mark of significance, «0,05**»; between spaces, one of a note. */
const strongMarks = /(?<![*\\])\*\*(?=[\p{L}\p{N}¿¡«“"(])|(?<=[\p{L}.,:;!?%»”")])\*\*(?!\*)/gu

/** What pandoc or LaTeX read, and what does it here. */
const foreign: readonly (readonly [RegExp, Phrase])[] = [
  [/\^\[[^[\]]+\]/g, 'instead-note'],
  [/(?<![\w\\:])\\(?:newpage|pagebreak|clearpage)\b/g, 'instead-page-break'],
  [/(?<![\w\\:])\\[A-Za-z]{2,}\*?\{[^{}]*\}/g, 'instead-markdown'],
  // With a sign of formulas between, so that two sums of money are none.
  [
    /\$\$[^$]+\$\$|(?<![\p{L}\p{N}$])\$(?=[^\s$])[^$\n]*[\\^_{=][^$\n]*(?<=[^\s$])\$(?![\p{N}$])/gu,
    'instead-formula',
  ],
]

/** @param node - at an index of its parent, in a tree without positions changed */
export function tellSlips(
  node: Text,
  parent: Parents,
  index: number,
  source: SourceText,
  context: Context,
): void {
  const { lines, file } = context
  const { value } = node
  const placed = (at: number, length: number) => lines.place(source.at(at), source.at(at + length - 1) + 1)
  for (const { 0: whole, 1: url = '', index: at } of value.matchAll(spacedAddress)) {
    if (!/^\S*\/|\.[A-Za-z]\w{1,4}$/.test(url) || !isLiteral(source, at, whole.length)) continue
    report(file, 'link-space', placed(at, whole.length), { url })
  }
  tellCutAddress(parent, index, context)
  if (parent.type === 'link') return
  for (const { 0: whole, 1: mark, 2: inner = '', index: at } of value.matchAll(script)) {
    if (!isLiteral(source, at, whole.length)) continue
    const tag = mark === '~' ? 'sub' : 'sup'
    report(file, 'script-marks', placed(at, whole.length), { written: whole, tag, inner })
  }
  for (const { index: at } of value.matchAll(strongMarks)) {
    if (isLiteral(source, at, 2)) report(file, 'strong-marks', placed(at, 2), {})
  }
  const colon = parent.type === 'paragraph' && index === 0 ? /^:(?=[ \t])/.exec(value) : null
  if (colon !== null && isLiteral(source, 0, 1))
    report(file, 'foreign-marks', placed(0, 1), { written: ':', instead: 'instead-caption' })
  for (const [pattern, instead] of foreign) {
    for (const { 0: whole, index: at } of value.matchAll(pattern)) {
      if (isLiteral(source, at, 1))
        report(file, 'foreign-marks', placed(at, whole.length), { written: whole, instead })
    }
  }
}

/** `[text](https://a b)`: up to the space, the parser takes it for a bare address. */
function tellCutAddress(parent: Parents, index: number, { lines, text, file }: Context): void {
  const [before, link, after] = parent.children.slice(index, index + 3)
  if (before?.type !== 'text' || link?.type !== 'link' || after?.type !== 'text') return
  const rest = /^[ \t]+[^()<>\n]*\)/.exec(after.value)?.[0]
  if (rest === undefined || !/\[[^[\]]*\]\($/.test(before.value)) return
  const [start, end] = [offsets(link).start, offsets(after).start + rest.length]
  report(file, 'link-space', lines.place(start, end - 1), { url: text.slice(start, end - 1) })
}
