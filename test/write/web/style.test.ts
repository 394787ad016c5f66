import { readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import type { TextStyle } from '../../../src/design/types.ts'
import { chooseFace } from '../../../src/fonts/face.ts'
import type { UsedFace } from '../../../src/fonts/web-fonts.ts'
import { localeFor } from '../../../src/locale/locale.ts'
import type { Block } from '../../../src/publication/model.ts'
import { webText } from '../../../src/write/web/characters.ts'
import { cssString, namesRead, withValues } from '../../../src/write/web/css.ts'
import { emblemToHast } from '../../../src/write/web/emblem.ts'
import { usedFaces } from '../../../src/write/web/faces.ts'
import { interfaceTexts } from '../../../src/write/web/interface.ts'
import { tokensRead } from '../../../src/write/web/style.ts'
import { darkTokens, tokens } from '../../../src/write/web/tokens.ts'
import { box as aBox, cell, constructs, noteReference, notes, table } from './constructs.ts'
import {
  code,
  design,
  edition,
  emphasis,
  lead,
  list,
  paragraph,
  place,
  publication,
  strong,
  text,
} from './support.ts'

const scale = {
  size: (points: number) => `${points}s`,
  space: (points: number, of: number) => `${points}/${of}`,
  length: (points: number) => `${points}l`,
  familyNames: (family: string) => [family],
}

describe('style sheets of the base template', () => {
  for (const name of ['screen.css', 'print.css', 'epub.css']) {
    const css = readFileSync(new URL(`../../../templates/base/${name}`, import.meta.url), 'utf8').replace(
      /\/\*[\s\S]*?\*\//g,
      '',
    )
    it(`${name} takes colours and fonts from the brand alone`, () => {
      expect(css.match(/#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/gi) ?? []).toEqual([])
      const fonts = [...css.matchAll(/font(?:-family)?:([^;]*)/g)].map(match => match[1] ?? '')
      expect(fonts.filter(font => !font.includes('var(--') && font.trim() !== 'inherit')).toEqual([])
    })
    it(`${name} names known tokens only`, () => {
      const known = new Set([...tokens(design(), scale).keys(), 'print-root'])
      const names = namesRead(css).filter(token => !known.has(token.replace(/^dark-/, '')))
      expect(names).toEqual([])
    })
  }
})

describe('tokens', () => {
  it('give each scheme the colour of the role', () => {
    const made = design()
    const light = tokens(made, scale)
    const dark = darkTokens(made)
    expect(light.get('title-color')).toBe(made.styles.title.color)
    expect(made.styles.title.color).toBe(made.palette.primary)
    expect(dark.get('title-color')).toBe(made.darkPalette.primary)
    expect(dark.get('background')).toBe(made.darkPalette.background)
    expect(made.palette.tertiary).toBe(made.palette.primary)
    expect(dark.get('summary-border-color')).toBe(made.darkPalette.tertiary)
  })

  it('draw a box on the side that it names', () => {
    const { summaryBox } = design()
    const all = tokens(
      design('base', { summaryBox: { ...summaryBox, borderSide: 'all', borderWidth: 2 } }),
      scale,
    )
    const top = tokens(
      design('base', { summaryBox: { ...summaryBox, borderSide: 'top', borderWidth: 2 } }),
      scale,
    )
    const sides = ['top', 'right', 'bottom', 'left']
    expect(sides.map(side => all.get(`summary-border-${side}`))).toEqual(['2l', '2l', '2l', '2l'])
    expect(sides.map(side => top.get(`summary-border-${side}`))).toEqual(['2l', '0', '0', '0'])
  })

  it('repeat bullets by level', () => {
    const all = tokens(
      design('base', { list: { indent: 1, labelGap: 1, itemSpace: 1, bullets: ['a', '"'] } }),
      scale,
    )
    expect([1, 2, 3].map(level => all.get(`bullet-${level}`))).toEqual([
      '"a\u00A0\u00A0"',
      '"\\22 \u00A0\u00A0"',
      '"a\u00A0\u00A0"',
    ])
  })

  it('that a sheet misspells are errors with the nearest name', () => {
    const messages = new VFile()
    const used = tokensRead(
      'p { color: var(--title-colour); top: var(--own) } :root { --own: 1px }',
      tokens(design(), scale),
      design(),
      'screen.css',
      messages,
    )
    expect(used.size).toBe(0)
    expect(messages.messages.map(message => [message.ruleId, message.note])).toEqual([
      ['token-unknown', '¿quiso decir «--title-color»?'],
    ])
  })
})

describe('css', () => {
  it('strings end neither themselves nor the style element', () => {
    expect(cssString('a"b\\c</style>\n')).toBe('"a\\22 b\\5c c\\3c /style>\\a "')
  })
  it('values take the place of names', () => {
    expect(withValues('a{b:var(--x) var( --y )}', new Map([['x', '1']]))).toBe('a{b:1 var( --y )}')
  })
})

describe('webText', () => {
  it('shows a sign for what markup cannot hold and leaves the rest', () => {
    expect(webText('a\u0000b\u0085c\uFFFEd\uD800e\t\n😀\u{1FFFF}')).toBe(
      'a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\t\n😀\uFFFD',
    )
  })
})

describe('emblemToHast', () => {
  const emblem = (svg: string) =>
    emblemToHast({ svg, png: new Uint8Array(), alternative: '', width: 1, height: 1 }, 'p-')

  it('keeps what draws, drops what runs or loads', () => {
    const made = emblem(
      '<?xml version="1.0"?><svg viewBox="0 0 2 2" onload="x()" width="9"><script>x()</script><style>a{}</style>' +
        '<defs><linearGradient id="g"/></defs><path d="M0 0" style="fill:url(#g);stroke-width: 2" class="c"/>' +
        '<use href="#g"/><use href="https://x.pe/a.svg"/><rect fill="url(https://x.pe/b)"/></svg>',
    )
    expect(made?.properties).toEqual({ viewBox: '0 0 2 2', className: ['emblem'], ariaHidden: 'true' })
    expect(JSON.stringify(made)).not.toMatch(/x\.pe|script|"style"|onLoad|"c"/i)
    expect(
      made?.children.map(child => (child.type === 'element' ? [child.tagName, child.properties] : child)),
    ).toEqual([
      ['defs', {}],
      ['path', { d: 'M0 0', fill: 'url(#p-g)', strokeWidth: '2' }],
      ['use', { href: '#p-g' }],
      ['use', {}],
      ['rect', { fill: 'none' }],
    ])
  })

  it('is null without a drawing', () => expect(emblem('<p>no</p>')).toBeNull())
})

function has(fonts: readonly UsedFace[], { family, weight, italic }: TextStyle, value: string): boolean {
  const face = chooseFace(design().faces, family, weight, italic)
  const used = fonts.find(font => font.face === face)
  return [...value].every(character => used?.characters.has(character.codePointAt(0) ?? 0))
}

const es = localeFor('es-PE') ?? never()
function never(): never {
  throw new Error('no locale')
}

describe('usedFaces', () => {
  it('has each face with its own characters', () => {
    const made = edition(
      publication([lead('T', [paragraph('ab', strong(text('cd'), emphasis(text('ef'))), code('gh'))])], {
        title: 'Z',
        organisation: '',
        date: '',
        place: '',
      }),
    )
    const faces = usedFaces(made, [{ role: 'footer', text: 'yy' }])
    const rows = faces.map(({ face, characters }) => [
      `${face.family} ${face.weight}${face.italic ? ' italic' : ''}`,
      String.fromCodePoint(...characters),
    ])
    expect(rows).toEqual([
      ['Noto Serif 400', 'ab'],
      ['Noto Serif 700', 'cd'],
      ['Noto Serif 700 italic', 'ef'],
      ['Noto Sans 400', 'y'],
      ['Noto Sans 700', 'Z'],
      ['Noto Sans Mono 400', 'gh'],
    ])
  })

  it('has the text of every construct in the face that it is set in', () => {
    const { styles, inline } = design()
    const { body, box, caption, tableCell, tableHead, tableNote, footnote, term, glossary } = styles
    const label = { ...caption, weight: 700 }
    const mono = { ...body, family: inline.code.family }
    const bold = (style: TextStyle) => ({ ...style, weight: inline.strong.weight })
    const inner = (value: string) => ({ ...paragraph(value), role: 'inner-heading' as const })
    const figure = constructs.figure()
    if (figure.type !== 'figure') throw new Error('no figure')
    const cases: readonly (readonly [Block, TextStyle, string])[] = [
      [{ ...figure, label: 'ñ', caption: [text('x')] }, label, 'ñ.'],
      [{ ...figure, label: 'x', caption: [text('ñ')] }, caption, 'ñ'],
      [table([[cell(0, 'ñ', { heads: 'column' })]]), tableHead, 'ñ'],
      [table([[cell(0, 'ñ')]]), tableCell, 'ñ'],
      [table([[cell(0, 'x')]], { note: [paragraph('ñ')] }), tableNote, 'ñ'],
      [inner('ñ'), bold(body), 'ñ'],
      [aBox('note', inner('ñ')), bold(box), 'ñ'],
      [aBox('note', paragraph('x')), styles.boxTitle, 'Título'],
      [{ ...constructs.code(), value: 'ñ' } as Block, styles.code, 'ñ'],
      [constructs.definitions(), term, 'Pliego'],
      [constructs.definitions(), styles.description, 'Hoja'],
      [constructs.glossary(), { ...glossary, weight: 700 }, 'ONU'],
      [constructs.glossary(), glossary, 'Organización'],
      [constructs['index-figures'](), styles.index, 'Figura 1. Exportaciones, 2024'],
      [constructs.signature(), styles.signature, 'Quispe'],
      [constructs.address(), styles.address, 'Lampa'],
      [paragraph({ type: 'styled', style: 'keyboard', children: [text('ñ')], place }), mono, 'ñ'],
      [paragraph(noteReference('n', '7')), body, '7'],
    ]
    const missing = cases.filter(([block, style, value]) => {
      const made = publication([lead('T', [block])])
      const fonts = usedFaces(edition(made), interfaceTexts(made, es))
      return !has(fonts, style, value)
    })
    expect(missing.map(([block, , value]) => [block.type, value])).toEqual([])
    const noted = publication([lead('T', [])])
    const fonts = usedFaces(edition({ ...noted, tree: { ...noted.tree, notes: notes() } }), [])
    expect(has(fonts, footnote, 'Primera')).toBe(true)
  })

  it('has lining figures for what is raised, whatever the text has', () => {
    const raised = { type: 'superscript', place, children: [text('2')] } as const
    const made = edition(publication([lead('T', [paragraph('m', raised)])]))
    const { styles } = made.design
    const body = { ...styles.body, figures: 'old-style' } as const
    const faces = usedFaces({ ...made, design: { ...made.design, styles: { ...styles, body } } }, [])
    const found = faces.find(({ characters }) => characters.has('2'.charCodeAt(0)))
    expect([...(found?.features ?? [])].sort()).toEqual(['lnum', 'onum'])
  })

  it('has what browsers put before the items of lists', () => {
    const made = edition(
      publication([lead('T', [list({ ordered: true }, [paragraph('x')]), list({}, [paragraph('x')])])]),
    )
    const { family } = made.design.styles.list
    const face = usedFaces(made, []).find(used => used.face.family === family)
    const missing = [...'0123456789.•–'].filter(c => !face?.characters.has(c.codePointAt(0) ?? 0))
    expect(missing).toEqual([])
  })

  it('has the capitals of what is set in capitals', () => {
    const made = edition(publication([], { classification: 'reservado' }))
    const classification = made.design.styles.classification
    expect(classification.uppercase).toBe(true)
    const face = usedFaces(made, []).find(
      used => used.face.family === classification.family && used.face.weight === classification.weight,
    )
    expect([...'Rreservado'.toUpperCase()].every(c => face?.characters.has(c.codePointAt(0) ?? 0))).toBe(true)
  })
})
