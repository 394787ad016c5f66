/** A template folder becomes a Design. */
import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { chooseFace, readMetrics } from '../fonts/face.ts'
import type { FontFace } from '../fonts/types.ts'
import type { RepeatPolicy } from '../publication/model.ts'
import { readBrand } from './brand.ts'
import type { Brand, BrandFont } from './brand-keys.ts'
import { checkContrast } from './contrast.ts'
import { loadEmblem } from './emblem.ts'
import { makeBoxes, makeInline, makeStyles } from './styles.ts'
import { type ReadFiles, readTemplateFile, readTemplates, type Template } from './template.ts'
import type { Design, PageGeometry, Palette, Slots } from './types.ts'
import { pageSizes } from './units.ts'

export interface DesignOptions {
  /** Folders that hold templates, searched in order: the project's own, then the program's. */
  readonly templates: readonly string[]
}

/**
 * @param name - folder name of the template
 * @param file - takes the messages, with their places in brand.yml
 * @returns the design; null after an error
 */
export function loadDesign(name: string, options: DesignOptions, file: VFile): Design | null {
  const before = file.messages.length
  const read: ReadFiles = new Map()
  const chain = readTemplates(name, options.templates, read, file)
  const values = chain === null ? null : readBrand(chain, file)
  if (chain === null || values === null) return null
  const { brand } = values
  checkContrast(values, file)

  const faces = brand['typography.fonts'].flatMap(font => loadFace(font, read, file) ?? [])
  const emblem = loadEmblem(brand, read, file)
  const slots = loadSlots(chain, read, file)
  checkFamilies(brand, faces, `${chain[0]?.folder ?? name}/brand.yml`, file)
  if (file.messages.slice(before).some(message => message.fatal === true)) return null

  return {
    name,
    language: brand.lang,
    brandName: brand['meta.name'],
    brandLink: brand['meta.link'],
    faces,
    styles: makeStyles(brand),
    inline: makeInline(brand),
    page: makePage(brand),
    furniture: {
      brandLines: brand['letterhead.lines'],
      bandHeight: brand['letterhead.band'],
      bandColor: brand['color.primary'],
      ruleWidth: brand['letterhead.rule'],
      ruleColor: brand['color.rule'],
      emblem,
    },
    list: {
      indent: brand['list.indent'],
      bullets: brand['list.bullets'],
      itemSpace: brand['list.item-space'],
    },
    ...makeBoxes(brand),
    palette: makePalette(brand, 'color'),
    darkPalette: makePalette(brand, 'dark'),
    embedWebFonts: brand['web.fonts'],
    numberSections: brand['sections.numbered'],
    // The table of keys lets only the five policies through.
    repeats: brand.repeats as RepeatPolicy,
    slots,
    files: [...read.keys()].map(path => ({ path })),
  }
}

function loadFace(font: BrandFont, read: ReadFiles, file: VFile): FontFace | null {
  const bytes = readTemplateFile(font.path, read)
  if (bytes === null) {
    report(file, 'template-file-missing', font.path, { path: font.path })
    return null
  }
  const metrics = readMetrics(bytes)
  if ('why' in metrics) {
    report(file, 'font-invalid', font.path, { path: font.path, why: metrics.why })
    return null
  }
  return { ...font, bytes, metrics }
}

/** The faces that styles name must be there; running text needs its bold and italics too. */
function checkFamilies(brand: Brand, faces: readonly FontFace[], path: string, file: VFile): void {
  const base = brand['typography.base.family']
  const headings = brand['typography.headings.family']
  const wanted = [
    [base, 400, false],
    [base, 400, true],
    [base, 700, false],
    [base, 700, true],
    [headings, 400, false],
    [headings, brand['typography.headings.weight'], false],
    [brand['typography.monospace.family'], 400, false],
  ] as const
  for (const [family, weight, italic] of wanted) {
    const face = chooseFace(faces, family, weight, italic)
    if (face?.weight === weight && face.italic === italic) continue
    report(file, 'font-missing', path, { family, weight, style: italic ? 'cursiva' : 'redonda' })
  }
}

const slotFiles = {
  html: 'page.html',
  screenCss: 'screen.css',
  printCss: 'print.css',
  epubCss: 'epub.css',
} as const

/** Each file from the nearest template that has it. */
function loadSlots(chain: readonly Template[], read: ReadFiles, _file: VFile): Slots {
  const slot = (name: string): string => {
    for (const { folder } of chain) {
      const bytes = readTemplateFile(`${folder}/${name}`, read)
      if (bytes !== null) return new TextDecoder().decode(bytes).replaceAll('\r\n', '\n')
    }
    return ''
  }
  return {
    html: slot(slotFiles.html),
    screenCss: slot(slotFiles.screenCss),
    printCss: slot(slotFiles.printCss),
    epubCss: slot(slotFiles.epubCss),
  }
}

function makePage(brand: Brand): PageGeometry {
  const size = brand['page.size']
  // The table of keys lets only these sizes through.
  const [width, height] = pageSizes[size as keyof typeof pageSizes]
  return {
    size,
    width,
    height,
    margin: {
      top: brand['page.margin.top'],
      right: brand['page.margin.right'],
      bottom: brand['page.margin.bottom'],
      left: brand['page.margin.left'],
    },
    headDistance: brand['page.head'],
    footDistance: brand['page.foot'],
  }
}

function makePalette(brand: Brand, scheme: 'color' | 'dark'): Palette {
  return {
    foreground: brand[`${scheme}.foreground`],
    background: brand[`${scheme}.background`],
    primary: brand[`${scheme}.primary`],
    secondary: brand[`${scheme}.secondary`],
    tertiary: brand[`${scheme}.tertiary`],
    muted: brand[`${scheme}.muted`],
    link: scheme === 'dark' ? brand['dark.link'] : brand['typography.link.color'],
    surface: brand[`${scheme}.surface`],
    rule: brand[`${scheme}.rule`],
  }
}
