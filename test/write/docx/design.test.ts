/** Every value of the design reaches the file. */
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import type { Box, Design, TextStyle } from '../../../src/design/types.ts'
import { docx } from '../../../src/write/docx/docx.ts'
import { styleSheet, stylesXml } from '../../../src/write/docx/styles.ts'
import { constructs } from './constructs.ts'
import { design } from './design.ts'
import { everything } from './everything.ts'
import { open, paragraphTexts } from './package.ts'
import { blockMaker, edition, publication } from './support.ts'

const other: TextStyle = {
  family: 'Cuarta de Prueba',
  size: 33,
  leading: 44,
  weight: 800,
  italic: true,
  color: '#123456',
  align: 'center',
  hyphenate: false,
  spaceBefore: 71,
  spaceAfter: 72,
  indent: 13,
  insetLeft: 17,
  insetRight: 19,
  letterSpacing: 2,
  uppercase: true,
  smallCaps: true,
  figures: 'old-style',
  keepWithNext: true,
}
/** A value unlike the style's own. */
function changed<Key extends keyof TextStyle>(style: TextStyle, key: Key): TextStyle {
  const value = typeof style[key] === 'boolean' ? !style[key] : other[key]
  return { ...style, [key]: key === 'weight' && style.weight >= 600 ? 400 : value }
}

const keys = Object.keys(other) as (keyof TextStyle)[]
const roles = Object.values(styleSheet).map(({ role }) => role)

describe('styles', () => {
  const plain = stylesXml(design, 'es-PE')
  it.each(roles)('say all that the design says of %s', role => {
    for (const key of keys) {
      const styles = { ...design.styles, [role]: changed(design.styles[role], key) }
      if (styles[role][key] === design.styles[role][key]) throw new Error(`the test does not change ${key}`)
      expect(stylesXml({ ...design, styles }, 'es-PE'), key).not.toBe(plain)
    }
  })

  it.each(['family', 'size', 'weight', 'italic', 'color', 'letterSpacing', 'uppercase'] as const)(
    'say the %s of field labels',
    key => {
      const styles = { ...design.styles, fieldLabel: changed(design.styles.fieldLabel, key) }
      expect(stylesXml({ ...design, styles }, 'es-PE')).not.toBe(plain)
    },
  )

  it('number notes with lining figures, whatever the text has', () => {
    const styles = { ...design.styles, body: { ...design.styles.body, figures: 'old-style' } as const }
    const reference = /<w:style [^>]*w:styleId="FootnoteReference".*?<\/w:style>/s
    const made = reference.exec(stylesXml({ ...design, styles }, 'es-PE'))?.[0]
    expect(made).toContain('<w14:numForm w14:val="lining"/>')
    expect(reference.exec(plain)?.[0]).not.toContain('numForm')
  })

  it('say how links and code look', () => {
    const { code, link, strong } = design.inline
    const variants: Design['inline'][] = [
      { strong, link, code: { ...code, family: 'Otra de Prueba' } },
      { strong, link, code: { ...code, sizeFactor: 1.3 } },
      { strong, link, code: { ...code, color: '#123456' } },
      { strong, code, link: { ...link, color: '#123456' } },
      { strong, code, link: { ...link, underline: false } },
      { strong, code, link: { ...link, weight: 700 } },
    ]
    const made = variants.map(inline => stylesXml({ ...design, inline }, 'es-PE'))
    expect(new Set([plain, ...made]).size).toBe(variants.length + 1)
  })

  it.each(['quotationBox', 'summaryBox'] as const)('draw the %s', name => {
    const box = design[name]
    const variants: Box[] = [
      { ...box, background: '#abcdef' },
      { ...box, borderColor: '#abcdef' },
      { ...box, borderSide: 'all' },
      { ...box, borderSide: 'top' },
      { ...box, borderWidth: 0 },
      { ...box, borderWidth: 5 },
      { ...box, padding: 21 },
    ]
    const made = variants.map(variant => stylesXml({ ...design, [name]: variant }, 'es-PE'))
    expect(new Set([plain, ...made]).size).toBe(variants.length + 1)
  })

  it('are of Word’s own names where it has them, with outline levels', () => {
    for (let level = 1; level <= 6; level++) {
      expect(plain).toMatch(
        new RegExp(
          `w:styleId="Heading${level}"><w:name w:val="heading ${level}"/>.*?<w:outlineLvl w:val="${level - 1}"/>`,
        ),
      )
    }
    for (const id of ['DefaultParagraphFont', 'TableNormal', 'NoList']) expect(plain).toContain(`"${id}"`)
    expect(plain).toMatch(/<w:docDefaults>.*<w:lang w:val="es-PE"/)
  })
})

describe('the page', () => {
  const parts = async (changes: Partial<Design>) => {
    const made = edition(everything())
    const file = open(await docx({ ...made, design: { ...design, ...changes } }, new VFile()))
    return file.names
      .filter(name => /\.(xml|rels)$/.test(name))
      .map(file.part)
      .join('\n')
  }
  const { furniture, list, page, palette } = design
  const { emblem } = furniture
  const variants: Readonly<Record<string, Partial<Design>>> = {
    size: { page: { ...page, width: 700, height: 900 } },
    'top margin': { page: { ...page, margin: { ...page.margin, top: 99 } } },
    'right margin': { page: { ...page, margin: { ...page.margin, right: 99 } } },
    'bottom margin': { page: { ...page, margin: { ...page.margin, bottom: 99 } } },
    'left margin': { page: { ...page, margin: { ...page.margin, left: 99 } } },
    'head distance': { page: { ...page, headDistance: 33 } },
    'foot distance': { page: { ...page, footDistance: 33 } },
    band: { furniture: { ...furniture, bandHeight: 0 } },
    'band colour': { furniture: { ...furniture, bandColor: '#abcdef' } },
    'rule width': { furniture: { ...furniture, ruleWidth: 2 } },
    'rule colour': { furniture: { ...furniture, ruleColor: '#abcdef' } },
    emblem: { furniture: { ...furniture, emblem: null } },
    'emblem’s height': { furniture: { ...furniture, emblem: emblem && { ...emblem, height: 33 } } },
    'emblem’s text': { furniture: { ...furniture, emblem: emblem && { ...emblem, alternative: 'Otro' } } },
    'no emblem’s text': { furniture: { ...furniture, emblem: emblem && { ...emblem, alternative: '' } } },
    'list indent': { list: { ...list, indent: 31 } },
    bullets: { list: { ...list, bullets: ['★'] } },
    'item space': { list: { ...list, itemSpace: 21 } },
    'brand name': { brandName: 'Otra Casa' },
    ...Object.fromEntries(
      (
        [
          'foreground',
          'background',
          'primary',
          'secondary',
          'tertiary',
          'muted',
          'link',
          'surface',
          'rule',
        ] as const
      ).map(role => [role, { palette: { ...palette, [role]: '#abcdef' } }]),
    ),
  }
  it.each(Object.keys(variants))('shows another %s', async name => {
    expect(await parts(variants[name] ?? {})).not.toBe(await parts({}))
  })
})

describe('the constructs', () => {
  const parts = async (changes: Partial<Design>) => {
    const made = edition(constructs())
    const file = open(await docx({ ...made, design: { ...design, ...changes } }, new VFile()))
    return [file.part('word/document.xml'), file.part('word/footnotes.xml')].join('\n')
  }
  const { boxes, captionAbove, captionedSpace, table } = design
  const note = (changes: Partial<Design['boxes']['note']>): Partial<Design> => ({
    boxes: { ...boxes, note: { ...boxes.note, ...changes } },
  })
  const variants: Readonly<Record<string, Partial<Design>>> = {
    'padding beside cells': { table: { ...table, paddingX: 9 } },
    'padding above cells': { table: { ...table, paddingY: 9 } },
    'background of heads': { table: { ...table, headBackground: '#abcdef' } },
    'background of rows': { table: { ...table, zebraBackground: '#abcdef' } },
    'outer rule': { table: { ...table, outerRule: 3 } },
    'outer colour': { table: { ...table, outerColor: '#abcdef' } },
    'inner rule': { table: { ...table, innerRule: 3 } },
    'inner colour': { table: { ...table, ruleColor: '#abcdef' } },
    'background of boxes': note({ background: '#abcdef' }),
    'border of boxes': note({ borderColor: '#abcdef' }),
    'border’s side': note({ borderSide: 'top' }),
    'border’s width': note({ borderWidth: 6 }),
    'padding of boxes': note({ padding: 15 }),
    'colour of titles': note({ titleColor: '#abcdef' }),
    'space around figures': { captionedSpace: { ...captionedSpace, around: 33 } },
    'space before captions': { captionedSpace: { ...captionedSpace, caption: 33 } },
    'side of captions': { captionAbove: { figure: !captionAbove.figure, table: !captionAbove.table } },
    highlight: { highlight: '#abcdef' },
  }
  it.each(Object.keys(variants))('show another %s', async name => {
    expect(await parts(variants[name] ?? {})).not.toBe(await parts({}))
  })
})

describe('the letterhead', () => {
  const texts = async (changes: Partial<Design>, metadata = {}) => {
    const b = blockMaker()
    const made = edition(publication([b.section('s', 'S', 1, b.paragraph('Texto'))], metadata))
    return open(await docx({ ...made, design: { ...design, ...changes } }, new VFile())).part(
      'word/document.xml',
    )
  }
  const nameless = { organisation: '', department: '' }
  const centred = {
    styles: { ...design.styles, organisation: { ...design.styles.organisation, align: 'center' as const } },
  }

  it('has the emblem in line with the text, in a frame beside the names', async () => {
    const xml = await texts({})
    expect(xml).toMatch(/<w:framePr [^>]*w:wrap="around".*<wp:inline.*descr="Emblema de prueba"/)
    expect(xml).not.toContain('<wp:anchor')
  })

  it.each([
    ['in the middle', centred, {}],
    ['where no name stands', {}, nameless],
  ])('has it on its own %s', async (_, changes, metadata) => {
    const xml = await texts(changes, metadata)
    expect(xml).toContain('<wp:inline')
    expect(xml).not.toContain('<w:framePr')
  })

  it('marks an emblem that says nothing as decorative', async () => {
    const { emblem } = design.furniture
    const silent = { furniture: { ...design.furniture, emblem: emblem && { ...emblem, alternative: '' } } }
    expect(await texts(silent)).toContain('<adec:decorative')
    expect(await texts({})).not.toContain('<adec:decorative')
  })

  it('comes before the title', async () => {
    expect(paragraphTexts(await texts({}))).toEqual([
      'Año de la Prueba',
      '',
      'Ministerio de Pruebas',
      'Dirección General',
      'Lima, 23 de noviembre de 2026',
      'Título de prueba',
      'Texto',
    ])
  })
})
