/** A template folder becomes a Design. */
import { existsSync } from 'node:fs'
import type { VFile } from 'vfile'
import type { QuoteStyle } from '../locale/types.ts'
import type { RepeatPolicy } from '../publication/model.ts'
import { makeBoxes, makeConstructs } from './blocks.ts'
import { readBrand } from './brand.ts'
import type { Brand } from './brand-keys.ts'
import { checkContrast } from './contrast.ts'
import { loadEmblem } from './emblem.ts'
import { checkFaces, loadFaces } from './fonts.ts'
import { makePalette } from './palette.ts'
import { makeInline, makeStyles } from './styles.ts'
import { type ReadFiles, readTemplates, readTemplateText, type Template } from './template.ts'
import type { Design, FloatPlace, PageGeometry, Slots } from './types.ts'
import { pageSizes, thousandth } from './units.ts'

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

  const faces = loadFaces(brand['typography.fonts'], read, file)
  const emblem = loadEmblem(brand, read, file)
  const slots = loadSlots(chain, read, file)
  // A font that is missing because its file is no font has been named already.
  if (faces.length === brand['typography.fonts'].length) {
    checkFaces(brand, faces, `${chain[0]?.folder ?? name}/brand.yml`, file)
  }
  if (file.messages.slice(before).some(message => message.fatal === true)) return null

  const palette = makePalette(brand, 'color')
  return {
    name,
    language: brand.lang,
    brandName: brand['meta.name'],
    brandLink: brand['meta.link'],
    faces,
    fallback: brand['typography.fallback'],
    styles: makeStyles(brand),
    inline: makeInline(brand),
    page: makePage(brand),
    furniture: {
      brandLines: brand['letterhead.lines'],
      bandHeight: brand['letterhead.band'],
      bandColor: brand['color.primary'],
      ruleWidth: brand['letterhead.rule'],
      ruleColor: brand['color.rule'],
      ruleGap: 6,
      emblemGap: 10,
      headGap: 24,
      emblem,
    },
    list: {
      indent: brand['list.indent'],
      labelGap: thousandth(brand['typography.base.size'] / 2),
      bullets: brand['list.bullets'],
      itemSpace: brand['list.item-space'],
    },
    ...makeBoxes(brand, palette),
    ...makeConstructs(brand, palette),
    palette,
    darkPalette: makePalette(brand, 'dark'),
    embedWebFonts: brand['web.fonts'],
    embedBookFonts: brand['book.fonts'],
    embedWordFonts: brand['word.fonts'],
    // The table of keys lets only these three through.
    floats: {
      figure: brand['figure.place'] as FloatPlace,
      table: brand['table.place'] as FloatPlace,
    },
    baselineGrid: brand['typography.base.grid'],
    hanging: brand['typography.base.protrusion'],
    expansion: brand['typography.base.expansion'] ? leastSeen : 0,
    numberSections: brand['sections.numbered'],
    notesByPage: brand['notes.numbering'] === 'page',
    // The table of keys lets only the five policies through.
    repeats: brand.repeats as RepeatPolicy,
    // And only the two styles of quotation marks.
    quotes: brand.quotes as QuoteStyle,
    slots,
    files: [...read.keys()].map(path => ({ path })),
  }
}

/** Letters wider or narrower by this part do not look it (Hàn Thế Thành, «Micro-typographic extensions», 2000). */
const leastSeen = 0.02

const slotFiles = {
  html: 'page.html',
  screenCss: 'screen.css',
  printCss: 'print.css',
  epubCss: 'epub.css',
} as const

/** Each file from the nearest template that has it. */
function loadSlots(chain: readonly Template[], read: ReadFiles, file: VFile): Slots {
  const slot = (name: string): string => {
    const holder = chain.find(template => existsSync(`${template.folder}/${name}`)) ?? chain[0]
    return readTemplateText(`${holder?.folder ?? ''}/${name}`, read, file) ?? ''
  }
  return {
    html: slot(slotFiles.html),
    screenCss: slot(slotFiles.screenCss),
    printCss: slot(slotFiles.printCss),
    epubCss: slot(slotFiles.epubCss),
    word: wordFile(chain),
  }
}

/** Of the nearest template that has one; it is read only for documents that become Word files. */
function wordFile(chain: readonly Template[]): string {
  const paths = chain.flatMap(({ folder }) => ['word.docx', 'word.dotx'].map(name => `${folder}/${name}`))
  return paths.find(path => existsSync(path)) ?? ''
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
