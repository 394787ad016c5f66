/** The system's Chromium, driven by Playwright. Nothing is downloaded: where there is no Chromium, tests are skipped. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, extname, join } from 'node:path'
import { crc32 } from 'node:zlib'
import { zlibSync } from 'fflate'
import { type Browser, chromium, type Page } from 'playwright-core'
import { makeDocument } from '../../src/document.ts'
import { project } from '../support/run.ts'

const places = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Path of a Chromium; '' where none is found (the variable CHROMIUM may name one). */
export const chromiumPath = places.find(path => path !== '' && existsSync(path)) ?? ''
export const skipped = chromiumPath === '' ? ' (skipped: no Chromium on this machine)' : ''

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] })
}

/**
 * HTML and EPUB of `nota.md`, with a picture wider than a page has room for.
 *
 * @param assetFolder - of the page's files; '' keeps them in it
 */
export function builtNote(assetFolder = ''): Promise<Built> {
  return built(readFileSync(join(import.meta.dirname, 'nota.md'), 'utf8'), assetFolder)
}

/** A book of three files, whose notes are called in one and stand in another; a long table ends it. */
export function builtBook(): Promise<Built> {
  const chapter = (name: string, opening: string) => {
    const paragraphs = Array.from(
      { length: 60 },
      (_, index) =>
        `Párrafo ${index + 1} de ${name}: ${'la cooperación entre los países de la región continúa. '.repeat(5)}`,
    )
    return `# ${name}\n\n${opening}\n\n${paragraphs.join('\n\n')}\n\n## Final de ${name}\n\nFin de ${name}.\n`
  }
  const text = [
    '---\ntitle: Libro de tres partes\nlang: es-PE\n---\n',
    chapter('Primera', 'Comienza aquí.[^uno]'),
    chapter('Segunda', 'Sigue aquí.[^dos]'),
    chapter('Tercera', 'Otra vez la primera nota.[^uno] Véase [@primera].'),
    longTable(),
    '[^uno]: Nota primera.\n\n[^dos]: Nota segunda.\n',
  ]
  return built(text.join('\n').replace('# Primera', '# Primera {#primera}'))
}

/** Too wide for a page's measure and too long for a window. */
function longTable(): string {
  const columns = ['Distrito', 'Expedientes', 'Resoluciones', 'Observaciones', 'Apelaciones', 'Situación']
  const rows = Array.from({ length: 40 }, (_, row) => columns.map(column => `${column} ${row + 1}`))
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n')
}

interface Built {
  /** Path of the page. */
  readonly html: string
  readonly epub: Uint8Array
}

async function built(text: string, assetFolder = ''): Promise<Built> {
  const folder = mkdtempSync(join(tmpdir(), 'pliego-browser-'))
  writeFileSync(join(folder, 'nota.md'), text)
  writeFileSync(join(folder, 'degradado.png'), gradient(1600, 200))
  const { diagnostics: found, outputs } = await makeDocument(join(folder, 'nota.md'), {
    command: 'build',
    project: folder,
    templates: [join(project, 'templates')],
    template: 'base',
    formats: ['epub', 'html'],
    assetFolder,
    strict: false,
    epoch: 0,
    designs: new Map(),
  })
  const bytes = (format: string) => outputs?.find(output => output.format === format)?.bytes
  for (const { part, bytes } of outputs ?? []) {
    if (part === '') continue
    const path = join(folder, assetFolder, part)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
  }
  const [html, epub] = [bytes('html'), bytes('epub')]
  if (html === undefined || epub === undefined) {
    throw new Error(found.map(finding => JSON.stringify(finding)).join('\n'))
  }
  const path = join(folder, 'nota.html')
  writeFileSync(path, html)
  return { html: path, epub }
}

/** What a page asks for beside itself, and what it says on the console, as it goes. */
export function watched(page: Page): { readonly requests: string[]; readonly said: string[] } {
  const requests: string[] = []
  const said: string[] = []
  page.on('request', request => {
    if (!/^(data|blob|about):/.test(request.url())) requests.push(request.url())
  })
  page.on('console', message => said.push(message.text()))
  page.on('pageerror', error => said.push(error.message))
  return { requests, said }
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.epub': 'application/epub+zip',
  '.html': 'text/html',
  '.js': 'text/javascript',
}

/**
 * Serves a page, a book and the files of installed packages under one address, without a server.
 *
 * @returns the address of the page
 */
export async function serve(page: Page, html: string, book: Uint8Array): Promise<string> {
  const origin = 'http://libro.test/'
  const resolve = createRequire(import.meta.url).resolve
  await page.route('**/*', route => {
    const path = decodeURI(new URL(route.request().url()).pathname).slice(1)
    if (path === '') return route.fulfill({ body: html, contentType: 'text/html' })
    if (path === 'libro.epub') {
      return route.fulfill({ body: Buffer.from(book), contentType: types['.epub'] ?? '' })
    }
    const [name = '', ...rest] = path.split('/')
    const file = join(packageFolder(name, resolve), ...rest)
    if (!existsSync(file)) return route.fulfill({ status: 404 })
    return route.fulfill({ body: readFileSync(file), contentType: types[extname(file)] ?? 'text/plain' })
  })
  return origin
}

function packageFolder(name: string, resolve: NodeJS.RequireResolve): string {
  for (const folder of resolve.paths(name) ?? []) {
    if (existsSync(join(folder, name))) return join(folder, name)
  }
  return dirname(import.meta.dirname)
}

function gradient(width: number, height: number): Uint8Array {
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      rows.set([(x * 255) / width, (y * 255) / height, 128], y * (1 + width * 3) + 1 + x * 3)
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const chunk = (name: string, data: Uint8Array) => {
    const whole = Buffer.alloc(data.length + 12)
    whole.writeUInt32BE(data.length)
    whole.write(name, 4, 'latin1')
    whole.set(data, 8)
    whole.writeUInt32BE(crc32(whole.subarray(4, -4)), data.length + 8)
    return whole
  }
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', zlibSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
