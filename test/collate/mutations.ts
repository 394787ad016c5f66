/** Faults planted in finished files: each changes one thing that a reader would miss. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Format } from '../../src/publication/exceptions.ts'
import { pdfMutations } from './mutate-pdf.ts'
import { putTogether, takeApart, withoutFonts } from './rewrite-pdf.ts'

export interface Mutation {
  readonly kind: string
  readonly bytes: Uint8Array
}

/** What stands in for a match; null passes it over. */
type Change = (match: string, ...groups: string[]) => string | null

interface Rule {
  readonly kind: string
  /** File of a package; of a page, none. */
  readonly file: RegExp
  readonly pattern: RegExp
  readonly change: Change
}

const rule = (kind: string, pattern: RegExp, change: Change, file = /./): Rule => ({
  kind,
  pattern,
  change,
  file,
})

/** A word of five letters or more, inside running text. */
const longWord = /(?<=\s)\p{L}{5,} (?=\p{L})/u

function withoutWord(text: string): string | null {
  const changed = text.replace(longWord, '')
  return changed === text ? null : changed
}
function withNegation(text: string): string | null {
  const changed = text.replace(longWord, word => `no ${word}`)
  return changed === text ? null : changed
}
const swap: Change = (_, ...parts) => {
  const [open = '', first = '', between = '', second = '', close = ''] = parts
  return first === second ? null : `${open}${second}${between}${first}${close}`
}
const nothing: Change = () => ''
const twice: Change = match => `${match}${match}`

const paragraph = /<p>(?:(?!<\/p>)[\s\S])*<\/p>/
const web: readonly Rule[] = [
  rule('word dropped', /<p>(?:(?!<\/p>)[\s\S])*<\/p>/, withoutWord),
  rule('word added', paragraph, withNegation),
  rule('paragraph lost', /(?<=<\/p>\n)<p>(?:(?!<\/p>)[\s\S])*<\/p>/, nothing),
  rule('paragraph twice', paragraph, twice),
  rule(
    'two paragraphs swapped',
    /()(<p>(?:(?!<\/p>)[\s\S])*<\/p>)(\n)(<p>(?:(?!<\/p>)[\s\S])*<\/p>)()/,
    swap,
  ),
  rule('two cells swapped', /(<td[^>]*>)([^<]*)(<\/td>\s*<td[^>]*>)([^<]*)(<\/td>)/, swap),
  rule('two head cells swapped', /(<th[^>]*>)([^<]*)(<\/th>\s*<th[^>]*>)([^<]*)(<\/th>)/, swap),
  rule(
    'cell no head',
    /<th\b([^>]*)>([^<]*)<\/th>/,
    (_, attributes, text) => `<td${attributes}>${text}</td>`,
  ),
  rule(
    'head of another kind',
    /scope="(col|row)"/,
    (_, scope) => `scope="${scope === 'col' ? 'row' : 'col'}"`,
  ),
  rule('span lost', / colspan="2"/, nothing),
  rule('span of rows lost', / rowspan="2"/, nothing),
  rule('note reference lost', /<sup class="note-reference">(?:(?!<\/sup>).)*<\/sup>/, nothing),
  rule('note lost', /<(li|aside) class="note"(?:(?!<\/\1>)[\s\S])*<\/\1>/, nothing),
  rule(
    'note retargeted',
    /(<sup class="note-reference"><a [^>]*href=")[^"]*(?=")/,
    (_, open) => `${open}#nada`,
  ),
  rule('alternative text emptied', /(<img [^>]*alt=")[^"]+(?=")/, (_, open) => open ?? null),
  rule('alternative text changed', /(<img [^>]*alt=")[^"]+(?=")/, (_, open) => `${open}Otra cosa`),
  rule('heading one level off', /<h([2-5])\b((?:(?!<\/h\1>)[\s\S])*)<\/h\1>/, (_, level, rest) =>
    rest?.includes('p--notes') ? null : `<h${Number(level) + 1}${rest}</h${Number(level) + 1}>`,
  ),
  rule('heading no heading', /<h([2-5])\b((?:(?!<\/h\1>)[\s\S])*)<\/h\1>/, (_, __, rest) =>
    rest?.includes('p--notes') ? null : `<p${rest}</p>`,
  ),
  rule(
    'list flattened',
    /\n<(ul|ol)\b[^>]*>((?:(?!<[uo]l|<\/[uo]l>)[\s\S])*)<\/\1>\n<\/li>/,
    (_, __, items) => `</li>${items}`,
  ),
  rule(
    'list of another kind',
    /<(ul|ol)\b([^>]*)>((?:(?!<[uo]l|<\/[uo]l>)[\s\S])*)<\/\1>/,
    (_, name, rest, items) => {
      if (/doc-|class="note"/.test(items ?? '')) return null
      if (/class="task"/.test(items ?? '')) return null
      const other = name === 'ul' ? 'ol' : 'ul'
      return `<${other}${rest}>${items}</${other}>`
    },
  ),
  rule('first number lost', / start="\d+"/, nothing),
  rule('item lost', /<li>\s*<p>(?:(?!<\/p>)[\s\S])*<\/p>\s*<\/li>/, nothing),
  rule('check box changed', /aria-label="casilla marcada"/, () => 'aria-label="casilla por marcar"'),
  rule(
    'quotation lost',
    /<blockquote[^>]*>((?:(?!<\/?blockquote)[\s\S])*)<\/blockquote>/,
    (_, inner) => inner ?? null,
  ),
  rule('box lost', /class="box /, () => 'class="'),
  rule('box of another kind', /class="box box-[a-z-]+/, () => 'class="box box-summary'),
  rule('head of a cell lost', /( headers="[^" ]+) [^" ]+/, (_, one) => one ?? null),
  rule('heads of a cell lost', / headers="[^"]+"/, nothing),
  rule('head of a cell changed', /( headers=")[^" ]+/, (_, open) => `${open}nada`),
  rule(
    'number of a heading changed',
    /(<h[2-5](?:(?!<\/h)[\s\S])*?>)(\d+)(?=[.\s\u00a0])/,
    (_, open, number) => `${open}${Number(number) + 1}`,
  ),
  rule('break of a line lost', /<br ?\/?>/, () => ' '),
  rule('indentation of code lost', /(?<=<code[^>]*>(?:(?!<\/code>)[\s\S])*\n) +/, nothing),
  rule('lines of code joined', /(?<=<code[^>]*>(?:(?!<\/code>)[\s\S])*)\n(?=[^<])/, () => ' '),
  rule('language lost', /(?<!<html[^>]*) (?:xml:)?lang="(en|qu|ay)"( xml:lang="\1")?/, nothing),
  rule('language changed', /(?<!<html[^>]*) lang="(en|qu|ay)"/, () => ' lang="fr"'),
  rule('link retargeted', /href="(https:[^"]*)"/, () => 'href="https://otra.example/"'),
  rule(
    'link inside retargeted',
    /(<a class="cross-reference" href=")[^"]*(?=")/,
    (_, open) => `${open}#nada`,
  ),
  rule(
    'link inside led astray',
    /(<a class="cross-reference" href=")[^"]*(?=")/,
    (_, open) => `${open}#primera-parte`,
  ),
  rule('emphasis lost', /<em>((?:(?!<\/em>)[\s\S])*)<\/em>/, (_, inner) => inner ?? null),
  rule('strength lost', /<strong>((?:(?!<\/strong>)[\s\S])*)<\/strong>/, (_, inner) => inner ?? null),
  rule('mark lost', /<(kbd|mark|u|del|sub|code)>([^<]*)<\/\1>/, (_, __, inner) => inner ?? null),
  rule('expansion lost', /<abbr title="[^"]*">([^<]*)<\/abbr>/, (_, inner) => inner ?? null),
  rule('expansion changed', /<abbr title="[^"]*/, match => `${match} X`),
  rule('caption lost', /<figcaption[^>]*>(?:(?!<\/figcaption>)[\s\S])*<\/figcaption>/, nothing),
  rule('figure lost', /<figure class="figure"(?:(?!<\/figure>)[\s\S])*<\/figure>/, nothing),
  rule('term lost', /<dt>[^<]*<\/dt>/, nothing),
]

const html: readonly Rule[] = [
  ...web,
  rule('title of the file', /(name="dcterms.title" content=")[^"]*/, (_, open) => `${open}Otro`),
  rule('language of the file', /<html lang="[^"]*"/, () => '<html lang="en"'),
  rule('date of the file', /(name="dcterms.issued" content="\d{3})\d/, (_, open) => `${open}1`),
]
const epub: readonly Rule[] = [
  ...web.map(own => ({ ...own, file: /(text|title)\.xhtml$/ })),
  rule('title of the file', /(<dc:title id="title">)[^<]*/, (_, open) => `${open}Otro`, /\.opf$/),
  rule('language of the file', /(<dc:language>)[^<]*/, (_, open) => `${open}en`, /\.opf$/),
  rule('date of the file', /(<dc:date>\d{3})\d/, (_, open) => `${open}1`, /\.opf$/),
  rule('file out of the spine', /<itemref idref="item-text.xhtml"\/>/, nothing, /\.opf$/),
]

const wordParagraph = '<w:p>(?:(?!</w:p>)[\\s\\S])*</w:p>'
const text = /word\/(document|footnotes)\.xml$/
const inWord = (kind: string, pattern: RegExp, change: Change) => rule(kind, pattern, change, text)
const body = (kind: string, pattern: RegExp, change: Change) =>
  rule(kind, pattern, change, /word\/document\.xml$/)
const hasText = (match: string) => /<w:t[ >]/.test(match)
const docx: readonly Rule[] = [
  inWord('word dropped', /<w:t [^>]*>[^<]*<\/w:t>/, withoutWord),
  inWord('word added', /<w:t [^>]*>[^<]*<\/w:t>/, withNegation),
  body('paragraph lost', new RegExp(wordParagraph), match => (hasText(match) ? '' : null)),
  body('paragraph twice', new RegExp(wordParagraph), match => (hasText(match) ? `${match}${match}` : null)),
  body(
    'two paragraphs swapped',
    new RegExp(`()(${wordParagraph})()(${wordParagraph})()`),
    (match, ...parts) =>
      (match.match(/<w:t [^>]*>/g)?.length ?? 0) > 1 && hasText(parts[1] ?? '') && hasText(parts[3] ?? '')
        ? swap(match, ...parts)
        : null,
  ),
  body(
    'two cells swapped',
    /()(<w:t [^>]*>[^<]*<\/w:t>)((?:(?!<w:t |<w:tr>)[\s\S])*<\/w:tc><w:tc>(?:(?!<w:t |<\/w:tc>)[\s\S])*)(<w:t [^>]*>[^<]*<\/w:t>)()/,
    swap,
  ),
  body('head row no head', /<w:tblHeader\/>(?=(?:(?!<\/w:tr>)[\s\S])*TableHead)/, nothing),
  body('cell no head', /<w:pStyle w:val="TableHead"\/>/, () => '<w:pStyle w:val="TableCell"/>'),
  body('head column no head', /w:firstColumn="1"/, () => 'w:firstColumn="0"'),
  body('span lost', /<w:gridSpan w:val="2"\/>/, nothing),
  body('span of rows lost', /<w:vMerge\/>/, nothing),
  body('note reference lost', /<w:footnoteReference [^>]*\/>/, nothing),
  rule('note lost', /<w:footnote w:id="[1-9]">(?:(?!<\/w:footnote>)[\s\S])*<\/w:footnote>/, nothing, text),
  body('note retargeted', /<w:footnoteReference w:id="[123]"\/>/, match =>
    match.replace(/[123]/, digit => String((Number(digit) % 3) + 1)),
  ),
  body('alternative text emptied', /(<wp:docPr [^>]*descr=")[^"]+/, (_, open) => open ?? null),
  body('alternative text changed', /(<wp:docPr [^>]*descr=")[^"]+/, (_, open) => `${open}Otra cosa`),
  body(
    'heading one level off',
    /<w:pStyle w:val="Heading(\d)"\/>/,
    (_, level) => `<w:pStyle w:val="Heading${Number(level) + 1}"/>`,
  ),
  body('heading no heading', /<w:pStyle w:val="Heading(\d)"\/>/, nothing),
  body('list flattened', /<w:ilvl w:val="1"\/>/, () => '<w:ilvl w:val="0"/>'),
  body('list no list', /<w:numPr>(?:(?!<\/w:numPr>)[\s\S])*<\/w:numPr>/, nothing),
  body(
    'list of another kind',
    /<w:numId w:val="(\d+)"\/>/,
    // The first list is that of headings, the second one of bullets, the third an ordered one.
    (_, id) => `<w:numId w:val="${id === '3' ? 2 : 3}"/>`,
  ),
  body(
    'check box changed',
    /<w14:checked w14:val="(\d)"\/>/,
    (_, value) => `<w14:checked w14:val="${value === '1' ? 0 : 1}"/>`,
  ),
  body('quotation lost', /<w:pStyle w:val="Quote"\/>/, nothing),
  body('box lost', /<w:pStyle w:val="Box(Note|Warning)(Title)?"\/>/, nothing),
  body(
    'box of another kind',
    /<w:(pStyle|tblStyle) w:val="Box(Table)?(?:Note|Warning)(Title)?"\/>/,
    (_, element, frame, title) => `<w:${element} w:val="Box${frame}Summary${title}"/>`,
  ),
  body('break of a line lost', /<w:br\/>/, nothing),
  body('indentation of code lost', /(?<=HTMLPreformatted(?:(?!<\/w:p>)[\s\S])*>) {2,}/, nothing),
  body('style of code lost', /<w:pStyle w:val="HTMLPreformatted"\/>/, nothing),
  body(
    'language lost',
    /(<w:r><w:rPr>(?:(?!<\/w:rPr>)[\s\S])*)<w:lang w:val="(?:en|qu|ay)"\/>/,
    (_, open) => open ?? null,
  ),
  body(
    'language changed',
    /(<w:r><w:rPr>(?:(?!<\/w:rPr>)[\s\S])*<w:lang w:val=")(?:en|qu|ay)/,
    (_, open) => `${open}fr`,
  ),
  rule(
    'link retargeted',
    /Target="https:(?!\/\/example.org\/nota)[^"]*"/,
    () => 'Target="https://otra.example/"',
    /_rels\/document\.xml\.rels$/,
  ),
  rule(
    'link of a note retargeted',
    /Target="https:[^"]*"/,
    () => 'Target="https://otra.example/"',
    /_rels\/footnotes\.xml\.rels$/,
  ),
  body('link inside retargeted', /<w:hyperlink w:anchor="[^"]*"/, () => '<w:hyperlink w:anchor="_nada"'),
  body('emphasis lost', /<w:i\/>/, nothing),
  body(
    'strength lost',
    /<w:r><w:rPr><w:b\/><w:bCs\/><\/w:rPr><w:t(?! [^>]*>(?:Cuadro|Figura|\d|\.))/,
    () => '<w:r><w:t',
  ),
  body('mark lost', /<w:(strike|vertAlign|highlight|u)\b[^>]*\/>/, nothing),
  body('caption lost', /<w:p><w:pPr><w:pStyle w:val="Caption"\/>(?:(?!<\/w:p>)[\s\S])*<\/w:p>/, nothing),
  body('term no term', /<w:pStyle w:val="Term"\/>/, nothing),
  rule('title of the file', /(<dc:title>)[^<]*/, (_, open) => `${open}Otro`, /core\.xml$/),
  rule('language of the file', /(<dc:language>)[^<]*/, (_, open) => `${open}en`, /core\.xml$/),
  rule('date of the file', /(<dcterms:created[^>]*>\d{3})\d/, (_, open) => `${open}1`, /core\.xml$/),
  rule('numbers of headings', /(<w:lvlText w:val="%1)(?=")/, (_, open) => `${open})`, /numbering\.xml$/),
  rule(
    'headings without numbers',
    /(w:styleId="Heading[12]"(?:(?!<\/w:style>)[\s\S])*)<w:numPr>(?:(?!<\/w:numPr>)[\s\S])*<\/w:numPr>/,
    (_, open) => open ?? null,
    /styles\.xml$/,
  ),
  rule(
    'start of a list',
    /<w:startOverride w:val="3"\/>/,
    () => '<w:startOverride w:val="1"/>',
    /numbering\.xml$/,
  ),
  rule(
    'level of a style',
    /(<w:style [^>]*w:styleId="Heading1"(?:(?!<\/w:style>)[\s\S])*<w:outlineLvl w:val=")0/,
    (_, open) => `${open}1`,
    /styles\.xml$/,
  ),
]

/** What surrounds the text of a page is no part of it: nothing is planted there. */
const outside =
  /<head>[\s\S]*<\/head>|<nav class="contents"[\s\S]*?<\/nav>|<footer class="colophon"[\s\S]*?<\/footer>/g

function changesOf(source: string, { pattern, change, kind }: Rule, most: number): readonly string[] {
  const flags = `${pattern.flags.replace('g', '')}g`
  const hidden = kind.endsWith('the file')
    ? []
    : [...source.matchAll(outside)].map(({ index, 0: all }) => [index, index + all.length] as const)
  const results: string[] = []
  for (const match of source.matchAll(new RegExp(pattern.source, flags))) {
    const { index } = match
    if (results.length === most) break
    if (hidden.some(([from, to]) => index >= from && index < to)) continue
    const [all, ...groups] = match
    const changed = change(all, ...groups.map(group => group ?? ''))
    if (changed === null || changed === all) continue
    results.push(`${source.slice(0, index)}${changed}${source.slice(index + all.length)}`)
  }
  return results
}

function inPackage(bytes: Uint8Array, rules: readonly Rule[], most: number): readonly Mutation[] {
  const files = unzipSync(bytes)
  return rules.flatMap(own => {
    const made: Mutation[] = []
    for (const name of Object.keys(files).sort()) {
      if (!own.file.test(name) || !/\.(xml|xhtml|opf|rels)$/.test(name)) continue
      const source = strFromU8(files[name] ?? new Uint8Array())
      for (const changed of changesOf(source, own, most - made.length)) {
        made.push({ kind: own.kind, bytes: zipSync({ ...files, [name]: strToU8(changed) }, { level: 0 }) })
      }
    }
    return made
  })
}

/** Without fonts and pictures, which are no words: hundreds of files are unpacked faster. */
export function lean(format: Format, bytes: Uint8Array): Uint8Array {
  if (format === 'pdf') return putTogether(withoutFonts(takeApart(bytes)))
  if (format === 'html') return strToU8(strFromU8(bytes).replace(/data:[\w/+-]+;base64,[\w+/=]+/g, 'data:,'))
  const files = Object.entries(unzipSync(bytes))
  return zipSync(Object.fromEntries(files.filter(([name]) => !/(fonts|media|images)\//.test(name))), {
    level: 0,
  })
}

/** @param most - mutations of each kind */
export function mutationsOf(format: Format, file: Uint8Array, most: number): readonly Mutation[] {
  const bytes = lean(format, file)
  if (format === 'pdf') return pdfMutations.flatMap(mutate => mutate(bytes, most))
  if (format === 'docx') return inPackage(bytes, docx, most)
  if (format === 'epub') return inPackage(bytes, epub, most)
  const source = strFromU8(bytes)
  return html.flatMap(own =>
    changesOf(source, own, most).map(changed => ({ kind: own.kind, bytes: strToU8(changed) })),
  )
}
