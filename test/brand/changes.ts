/** For every key of brand.yml another value, and what shows it in each format. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrandKeyName } from '../../src/design/brand-keys.ts'
import type { Format } from '../../src/publication/exceptions.ts'
import { project } from '../support/run.ts'

/** Found more often in the changed file than in the unchanged one; `fewer`: less often. */
export type Sign = string | RegExp | { readonly fewer: string | RegExp }

export interface Change {
  /** As YAML holds it. */
  readonly value: unknown
  /** Put beside brand.yml. */
  readonly files?: Readonly<Record<string, Uint8Array>>
  readonly signs: Readonly<Partial<Record<Format, Sign>>>
}

/** The value as PDF writes a colour to paint with (ISO 32000-1 8.6.8). */
function painted(color: string): string {
  const parts = [1, 3, 5].map(
    at => Math.round((Number.parseInt(color.slice(at, at + 2), 16) / 255) * 1000) / 1000,
  )
  return `\n${parts.join(' ')} rg\n`
}

/** A colour of the palette: a token of the page, a value of the book, a colour of Word's theme, a PDF operator. */
function colored(token: string, value: string, slot: string) {
  const signs = {
    pdf: painted(value),
    docx: `<a:${slot}><a:srgbClr val="${value.slice(1).toUpperCase()}"/></a:${slot}>`,
    epub: ` ${value}`,
    html: `--${token}: ${value};`,
  }
  return { value, signs }
}

function withPdf({ value, signs }: ReturnType<typeof colored>, pdf: string) {
  return { value, signs: { ...signs, pdf } }
}

function dark(token: string, value: string) {
  const rule = new RegExp(`prefers-color-scheme: dark\\)[^]*--${token}: ${value};`)
  return { value, signs: { epub: new RegExp(`prefers-color-scheme: dark\\)[^]*: ${value}`), html: rule } }
}

/** The colour of a box: its rule. */
function box(kind: string, value: string) {
  const signs = {
    pdf: painted(value),
    docx: new RegExp(`<w:left w:val="single" [^>]*w:color="${value.slice(1).toUpperCase()}"`),
    epub: new RegExp(`\\.box-${kind} \\{[^}]*solid ${value}`),
    html: `--box-${kind}-border-color: ${value};`,
  }
  return { value, signs }
}

const asset = (path: string) => new Uint8Array(readFileSync(join(project, path)))
const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80"><path fill="#0a6b4f" d="M3 7 71 7 71 61Z"/></svg>'
const png = asset('templates/nota-informativa/emblem.png')
const font = asset('test/fixtures/fonts/SourceSans3-Italic.ttf')
const fontFiles = ['normal', 'italic'].flatMap(style =>
  [400, 700].map(weight => ({ path: 'Otra.ttf', weight, style })),
)

export const changes = {
  lang: {
    value: 'es-PE',
    signs: {
      pdf: '/Lang (es-PE)',
      docx: '<w:lang w:val="es-PE"',
      epub: '<dc:language>es-PE</dc:language>',
      html: '<html lang="es-PE"',
    },
  },
  'meta.name': {
    value: 'Casa Nueva',
    signs: {
      pdf: '<dc:publisher><rdf:Bag><rdf:li>Casa Nueva<',
      docx: '<Company>Casa Nueva</Company>',
      epub: '<dc:publisher>Casa Nueva</dc:publisher>',
      html: '<meta name="dcterms.publisher" content="Casa Nueva">',
    },
  },
  'meta.link': {
    value: 'https://nueva.example/',
    signs: { epub: '<a href="https://nueva.example/">', html: '<a href="https://nueva.example/">' },
  },

  'logo.path': {
    value: 'otro.svg',
    files: { 'otro.svg': new TextEncoder().encode(svg) },
    signs: {
      pdf: '3 7 m',
      docx: 'd="M3 7 71 7 71 61Z"',
      epub: 'd="M3 7 71 7 71 61Z"',
      html: 'd="M3 7 71 7 71 61Z"',
    },
  },
  'logo.png': {
    value: 'otro.png',
    files: { 'otro.png': png },
    signs: { docx: Buffer.from(png).toString('latin1') },
  },
  'logo.alt': {
    value: 'Otro emblema',
    signs: {
      pdf: '/Alt (Otro emblema)',
      docx: 'descr="Otro emblema"',
      epub: 'aria-label="Otro emblema"',
      html: 'aria-label="Otro emblema"',
    },
  },
  // 48.189 pt, 64.252 px of CSS; the drawing is 96 units high.
  'logo.height': {
    value: '17mm',
    signs: {
      pdf: '\n0.669292 0 0 0.669292 0 0 cm\n',
      docx: 'cy="612000"',
      epub: 'height: 4.3808em',
      html: '--emblem-height: 5.2205rem;',
    },
  },

  'letterhead.lines': {
    value: ['Otra denominación del año'],
    signs: {
      pdf: / Otra denominación del año$/m,
      docx: 'Otra denominación del año',
      epub: '<p class="brandLine">Otra denominación del año</p>',
      html: '<p class="brandLine">Otra denominación del año</p>',
    },
  },
  'letterhead.band': {
    value: '9mm',
    signs: { pdf: '\n0 0 595.276 25.512 re f\n', docx: 'cy="324002"', html: '--band-height: 2.7638rem;' },
  },
  'letterhead.rule': {
    value: '1.25pt',
    signs: {
      pdf: ' 1.25 re f\n',
      docx: 'w:sz="10"',
      epub: '0.1136em solid',
      html: '--rule-width: 0.1354rem;',
    },
  },

  'color.foreground': colored('foreground', '#0b0c0d', 'dk1'),
  // Paper stays white; the ground of a note follows.
  'color.background': withPdf(colored('background', '#fdfefc', 'lt1'), painted('#ebf4f3')),
  'color.primary': colored('title-color', '#4b0f58', 'accent1'),
  'color.secondary': colored('department-color', '#0c4d31', 'accent2'),
  'color.tertiary': colored('summary-border-color', '#c05a10', 'accent3'),
  'color.muted': colored('muted', '#4d4033', 'accent5'),
  'color.surface': colored('surface', '#f1faee', 'lt2'),
  'color.rule': colored('rule-color', '#b8a1d9', 'accent4'),

  'color.info': box('note', '#0b5c6d'),
  'color.success': box('recommendation', '#0c6d1b'),
  'color.warning': box('warning', '#7d2a0b'),
  'color.highlight': {
    value: '#fdf6e4',
    signs: {
      pdf: painted('#fdf6e4'),
      docx: '<w:shd w:fill="FDF6E4"',
      epub: /\nmark \{ background: #fdf6e4/,
      html: '--highlight: #fdf6e4;',
    },
  },

  'dark.foreground': dark('foreground', '#f1f2f3'),
  'dark.background': dark('background', '#0a0b0c'),
  'dark.primary': dark('title-color', '#f0c0ff'),
  'dark.secondary': dark('department-color', '#c0ffd8'),
  'dark.tertiary': dark('summary-border-color', '#ff9a50'),
  'dark.muted': dark('muted', '#d0c0b0'),
  'dark.link': dark('link-color', '#9ae6ff'),
  'dark.surface': dark('surface', '#102030'),
  'dark.rule': dark('rule-color', '#6a5070'),
  'dark.info': dark('box-note-border-color', '#6ab9c9'),
  'dark.success': dark('box-recommendation-border-color', '#7cc08c'),
  'dark.warning': dark('box-warning-border-color', '#ffc98a'),
  'dark.highlight': dark('highlight', '#201a00'),

  // The text's family from another font: sans-serif, and with a reserved name that a subset may not keep.
  'typography.fonts': {
    value: [{ family: 'Noto Serif', source: 'file', files: fontFiles }],
    files: { 'Otra.ttf': font },
    signs: {
      pdf: /\/FontName \/[A-Z]{6}\+SourceSans3-It/,
      docx: '<w:font w:name="Noto Serif"><w:charset w:val="00"/><w:family w:val="swiss"/>',
      epub: 'font-family: "Noto Serif", sans-serif',
      html: /--body-font: [^;]* "Noto Serif", sans-serif;/,
    },
  },
  'typography.fallback': {
    value: ['Noto Sans Mono'],
    signs: {
      // The arrow, which the text's own family has not.
      pdf: /^font NotoSansMono-Regular 11$/m,
      docx: 'w:ascii="Noto Sans Mono"',
      html: /--body-font: [^;]* "Noto Serif", "Noto Sans Mono", serif;/,
    },
  },
  'typography.base.family': {
    value: 'Prueba',
    signs: {
      pdf: /\/FontName \/[A-Z]{6}\+SourceSans3-It/,
      docx: /<a:minorFont>.*?<a:latin typeface="Prueba"/s,
      epub: 'html { font-family: "Prueba", sans-serif',
      html: /--body-font: [^;]* "Prueba", sans-serif;/,
    },
  },
  'typography.base.size': {
    value: '12pt',
    // A book's text has the size that its reader sets: the brand's is what all other lengths are relative to.
    signs: {
      pdf: ' 12 Tf\n',
      docx: '<w:sz w:val="24"/>',
      epub: '0.0625em solid',
      html: /--body-font: [^;]* 1\.3rem\//,
    },
  },
  'typography.base.line-height': {
    value: 1.6,
    signs: {
      pdf: '\ndown 17.6\n',
      docx: 'w:line="352"',
      epub: 'line-height: 1.6;',
      html: /--body-font: [^;]*rem\/1\.6 /,
    },
  },
  'typography.base.align': {
    value: 'left',
    signs: {
      // Nothing is added to the spaces between words.
      pdf: { fewer: /^space /m },
      docx: /<w:style w:type="paragraph" w:default="1"(?:(?!<\/w:style>).)*<w:jc w:val="left"\/>/s,
      html: '--body-align: start;',
    },
  },
  'typography.base.hyphenate': {
    value: false,
    signs: {
      pdf: { fewer: /^at .*\xad$/m },
      docx: /<w:style w:type="paragraph" w:default="1"(?:(?!<\/w:style>).)*<w:suppressAutoHyphens\/>/s,
      epub: 'hyphens: manual;',
      html: '--body-hyphens: manual;',
    },
  },
  'typography.base.grid': {
    value: true,
    // From the last line of the first paragraph to the first of the second, two lines of the grid.
    signs: { pdf: '\ndown 32.56\n' },
  },
  'typography.base.protrusion': {
    value: false,
    // The quotation mark stands at the margin, no longer left of it.
    signs: { pdf: /^at 76\.535 .* «Al margen»/m },
  },
  'typography.base.expansion': {
    value: false,
    signs: { pdf: { fewer: / Tz$/m } },
  },
  'typography.base.figures': {
    value: 'old-style',
    signs: {
      // The 1 of a list is narrower.
      pdf: /^at 95\.932 /m,
      docx: '<w14:numForm w14:val="oldStyle"/>',
      epub: /html \{[^}]*oldstyle-nums/,
      html: '--body-variant: oldstyle-nums;',
    },
  },
  'typography.headings.family': {
    value: 'Prueba',
    signs: {
      pdf: /\/FontName \/[A-Z]{6}\+SourceSans3-It/,
      docx: /<a:majorFont>.*?<a:latin typeface="Prueba"/s,
      epub: /\.heading1 \{[^}]*"Prueba", sans-serif/,
      html: /--heading1-font: [^;]* "Prueba", [^;]*sans-serif;/,
    },
  },
  'typography.headings.weight': {
    value: 400,
    signs: {
      pdf: { fewer: /^font NotoSans-Bold 15\.662$/m },
      docx: { fewer: '<w:b/>' },
      epub: /\.heading1 \{[^}]*font: normal 400 /,
      html: /--heading1-font: normal 400 /,
    },
  },
  'typography.headings.small-caps': {
    value: true,
    signs: {
      // Bold glyphs beside those of small letters.
      pdf: /NotoSans-Bold [^\n]*\/W \[1 \[(?:\S+ ){60,}/,
      docx: '<w:smallCaps/>',
      epub: /\.heading1 \{[^}]*small-caps/,
      html: '--heading1-variant: lining-nums small-caps;',
    },
  },
  // Heading 1 has 15.662 pt: lines at 21.927.
  'typography.headings.line-height': {
    value: 1.4,
    signs: {
      pdf: /^down 21\.927$/m,
      docx: 'w:line="439"',
      epub: /\.heading1 \{[^}]*\/1\.4 /,
      html: /--heading1-font: [^;]*rem\/1\.4 /,
    },
  },
  'typography.headings.scale': {
    value: 1.2,
    signs: {
      pdf: ' 19.008 Tf\n',
      docx: '<w:sz w:val="38"/>',
      epub: ' 1.728em/',
      html: /--heading1-font: [^;]* 2\.0592rem\//,
    },
  },
  'typography.monospace.family': {
    value: 'Prueba',
    signs: {
      pdf: /^font SourceSans3-Italic 9\.9$/m,
      docx: 'w:ascii="Prueba"',
      epub: 'code { font-family: "Prueba", monospace',
      html: /--code-font: [^;]* "Prueba", [^;]*monospace;/,
    },
  },
  'typography.monospace.size': {
    value: 0.8,
    signs: {
      pdf: ' 8.8 Tf\n',
      docx: '<w:sz w:val="18"/>',
      epub: 'font-size: 0.8em',
      html: '--inlineCode-size: 0.8em;',
    },
  },
  'typography.link.color': colored('link-color', '#8a0b3c', 'hlink'),
  'typography.link.decoration': {
    value: 'none',
    signs: {
      pdf: { fewer: ' re f\n' },
      docx: '<w:u w:val="none"/>',
      epub: /\na \{[^}]*text-decoration: none/,
      html: '--link-decoration: none;',
    },
  },

  'page.size': {
    value: 'Letter',
    signs: { pdf: '/MediaBox [0 0 612 792]', docx: 'w:w="12240" w:h="15840"', html: 'size: 612pt 792pt;' },
  },
  // The emblem stands at the frame's upper left corner.
  'page.margin.top': {
    value: '31mm',
    signs: {
      pdf: '1 0 0 1 76.535 87.874 cm',
      docx: 'w:top="1757"',
      html: 'margin: 87.874pt 76.535pt 73.701pt 76.535pt;',
    },
  },
  'page.margin.right': {
    value: '33mm',
    signs: {
      pdf: ' 425.198 0.75 re f\n',
      docx: 'w:right="1871"',
      html: 'margin: 79.37pt 93.543pt 73.701pt 76.535pt;',
    },
  },
  // 90 mm leave no room for what the page had below that.
  'page.margin.bottom': {
    value: '90mm',
    signs: {
      pdf: '/Type /Page ',
      docx: 'w:bottom="5102"',
      html: 'margin: 79.37pt 76.535pt 255.118pt 76.535pt;',
    },
  },
  'page.margin.left': {
    value: '33mm',
    signs: { pdf: '\n93.543 ', docx: 'w:left="1871"', html: 'margin: 79.37pt 76.535pt 73.701pt 93.543pt;' },
  },
  // Word counts to the outermost line's edge. A line of the head takes 10.446 pt above its baseline and 2.578 below;
  // outside it stand the classification and, in the head, one more line of 12.375 pt.
  'page.head': { value: '18mm', signs: { pdf: /^at [\d.]+ 51\.024 /m, docx: 'w:header="304"' } },
  'page.foot': { value: '17mm', signs: { pdf: /^at [\d.]+ 793\.701 /m, docx: 'w:footer="665"' } },

  'list.indent': {
    value: '9mm',
    signs: {
      pdf: /^at 102\.047 .* Primer elemento$/m,
      docx: '<w:ind w:left="510" w:hanging="510"/>',
      epub: 'padding-left: 2.3193em',
      html: '--list-indent: 2.7638rem;',
    },
  },
  'list.bullets': {
    value: ['§'],
    signs: {
      pdf: /^at .* § ?$/m,
      docx: '<w:lvlText w:val="§"/>',
      epub: 'list-style-type: "§',
      html: '--bullet-1: "§',
    },
  },
  'list.item-space': {
    value: '9pt',
    signs: {
      // Beside its own 9 points, what evens the page's bottom.
      pdf: '\ndown 25.744\n',
      docx: 'w:after="180"',
      epub: '0.8182em',
      html: '--list-item-space: 0.975rem;',
    },
  },

  'quotation.border': {
    value: '2.5pt',
    signs: {
      pdf: / 2\.5 [\d.]+ re f\n/,
      docx: 'w:sz="20"',
      epub: '0.2273em',
      html: '--quotation-border-left: 0.2708rem;',
    },
  },
  // 76.535 + 16.28 + 1.5 + 13
  'quotation.padding': {
    value: '13pt',
    signs: {
      pdf: /^at 107\.315 .* Cita de una línea sola\.$/m,
      docx: 'w:space="13"',
      epub: 'padding: 0 1.1818em',
      html: '--quotation-padding: 1.4083rem;',
    },
  },
  'summary.side': {
    value: 'bottom',
    signs: {
      pdf: ' 442.206 3 re f\n',
      docx: '<w:bottom w:val="single" w:sz="24"',
      epub: 'border-width: 0 0 0.2727em 0;',
      html: '--summary-border-bottom: 0.325rem;',
    },
  },
  'summary.border': {
    value: '5pt',
    signs: {
      pdf: / 5 [\d.]+ re f\n/,
      docx: 'w:sz="40"',
      epub: '0.4545em',
      html: '--summary-border-left: 0.5417rem;',
    },
  },
  // 76.535 + 3 + 14
  'summary.padding': {
    value: '14pt',
    signs: {
      pdf: /^at 93\.535 .* Un resumen de una línea\.$/m,
      docx: 'w:space="14"',
      epub: 'padding: 1.2727em',
      html: '--summary-padding: 1.5167rem;',
    },
  },

  'figure.caption': {
    value: 'above',
    signs: {
      pdf: /\/Caption <<[^>]*>> BDC\n(?:(?!BDC)[\s\S])*\/Figure <</,
      docx: /El rectángulo<(?:(?!<w:p>).)*<w:p>(?:(?!<w:p>).)*<w:drawing>/,
      epub: /El rectángulo<\/figcaption>\s*<img/,
      html: /El rectángulo<\/figcaption>\s*<img/,
    },
  },
  'figure.place': {
    value: 'here',
    signs: { pdf: /^at .*Otra grande(?:.*\n)*?at .*Texto que sigue/m },
  },
  'table.border': {
    value: '2.6pt',
    signs: {
      pdf: / 2\.6 re f\n/,
      docx: '<w:top w:val="single" w:sz="21"',
      epub: 'border-top: 0.2364em',
      html: '--table-outer-rule: 0.2817rem;',
    },
  },
  'table.rule': {
    value: '1.6pt',
    signs: {
      pdf: / 1\.6 re f\n/,
      docx: '<w:insideH w:val="single" w:sz="13"',
      epub: 'border-top: 0.1455em',
      html: '--table-inner-rule: 0.1733rem;',
    },
  },
  'table.place': {
    value: 'here',
    signs: { pdf: /^at .*Un cuadro pequeño(?:.*\n)*?at .*El texto del cuadro pequeño/m },
  },
  'table.caption': {
    value: 'below',
    signs: {
      pdf: /^at .* Otra más\n(?:.*\n)*at .* Los números de la prueba$/m,
      docx: /<\/w:tbl>.*Los números de la prueba</,
      epub: /<\/table>\s*<figcaption[^>]*><span class="label">[^<]*<\/span> Los números de la prueba/,
      html: /<\/table>\s*<figcaption[^>]*><span class="label">[^<]*<\/span> Los números de la prueba/,
    },
  },
  // The head's ground once more, behind the second of three rows.
  'table.zebra': {
    value: true,
    signs: {
      pdf: / [\d.]+ 18\.894 re f\n/,
      docx: '<w:shd w:val="clear" w:color="auto" w:fill="F3F5F7"/>',
      epub: 'tbody tr:nth-child(even) { background: #f3f5f7; }',
      html: '--table-zebra-background: #f3f5f7;',
    },
  },

  'notes.numbering': {
    value: 'page',
    signs: {
      // The second note is the first of its page.
      pdf: /^at \S+ \S+ 7\.26 1$/m,
      docx: '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>',
    },
  },
  'sections.numbered': {
    value: true,
    signs: {
      pdf: /^at .* 15\.662 2 $/m,
      docx: /<w:lvl (?:(?!<\/w:lvl>).)*<w:pStyle w:val="Heading1"/,
      epub: '<span class="number">2</span> Segunda parte',
      html: '<span class="number">2</span> Segunda parte',
    },
  },
  quotes: {
    value: 'inglesas',
    signs: {
      pdf: /“Segunda parte”/,
      docx: /“Segunda parte”/,
      epub: /“Segunda parte”/,
      html: /“Segunda parte”/,
    },
  },
  repeats: {
    value: 'reference',
    signs: {
      pdf: /^at .* Sobre este punto, véase/m,
      docx: '<w:pStyle w:val="RepeatReference"/>',
      epub: 'class="repeat-reference"',
      html: 'class="repeat-reference"',
    },
  },
  'web.fonts': { value: false, signs: { html: { fewer: '@font-face' } } },
  'book.fonts': { value: true, signs: { epub: '@font-face' } },
  'word.fonts': { value: true, signs: { docx: 'w:embedRegular' } },
} as const satisfies Record<BrandKeyName, Change>
