/** The command line as a person meets it: language, wrong usage, limits, reports, watching. */
import { spawn } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { helpText } from '../../src/help.ts'
import { userLanguage } from '../../src/user-language.ts'
import { png } from '../read/support-pictures.ts'
import { cli, folderWith, hashes, pliego } from '../support/run.ts'

const good = '---\ntitulo: Nota\nidioma: es\n---\n\nUn párrafo.\n'
const warned = '---\nidioma: es\n---\n\nUn párrafo.\n'

describe('the language of the user', () => {
  it.each([
    ['', {}, 'es'],
    ['', { LANG: 'C.UTF-8' }, 'es'],
    ['', { LANG: 'en_US.UTF-8' }, 'en'],
    ['', { LANG: 'en_US.UTF-8', LC_MESSAGES: 'es_PE.UTF-8' }, 'es'],
    ['', { LANG: 'es_PE.UTF-8', LC_MESSAGES: 'es_PE.UTF-8', LC_ALL: 'en_GB' }, 'en'],
    ['', { LANG: 'en_US.UTF-8', LC_ALL: 'fr_FR.UTF-8' }, 'es'],
    ['en-GB', { LANG: 'es_PE.UTF-8' }, 'en'],
    ['es', { LANG: 'en_US.UTF-8' }, 'es'],
    ['qu', { LANG: 'en_US.UTF-8' }, null],
  ])('--lang «%s» with %j: %s', (asked, environment, language) => {
    expect(userLanguage(asked, environment)).toBe(language)
  })

  it('decides messages, help and what a run says', () => {
    const folder = folderWith({ 'source/a.md': warned })
    const spanish = pliego(folder, ['check'])
    const english = pliego(folder, ['check', '--lang', 'en'])
    expect(spanish.err).toContain('aviso: el documento no tiene título')
    expect(spanish.err).toContain('1 página · 2 palabras')
    expect(english.err).toContain('warning: the document has no title')
    expect(english.err).toContain('1 page · 2 words')
    expect(pliego(folder, ['help'], { LANG: 'en_US.UTF-8' }).out).toBe(`${helpText.en}\n`)
    expect(pliego(folder, ['help']).out).toBe(`${helpText.es}\n`)
    expect(pliego(folder, ['outline', '--lang=en']).out).toContain('2 words · 1 min · lines')
    expect(pliego(folder, ['publish'], { LANG: 'en_US.UTF-8' }).err).toContain(
      'there is no command “publish”',
    )
  })

  it('decides no byte of an output, nor of the record', () => {
    const folder = folderWith({ 'source/a.md': warned })
    expect(pliego(folder, ['build', '--out', 'uno', '--lang', 'es']).code).toBe(0)
    expect(pliego(folder, ['build', '--out', 'dos', '--lang', 'en']).code).toBe(0)
    expect(hashes(join(folder, 'dos'))).toEqual(hashes(join(folder, 'uno')))
    // What was found in another language is told in one's own.
    expect(pliego(folder, ['build', '--out', 'uno', '--lang', 'en']).err).toMatch(/no title[\s\S]*up to date/)
  })
})

describe('wrong usage', () => {
  let folder = ''
  beforeAll(() => {
    folder = folderWith({ 'source/a.md': good })
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it.each([
    [['build', '--formt', 'pdf'], 'no existe la opción --formt; ¿quiso decir --format?'],
    [['build', '--project', 'x'], 'no existe la opción --project (hay: --lang,'],
    [['chek'], 'no existe la orden «chek»; ¿quiso decir «check»?'],
    [['check', '--out', 'x'], '«check» no admite --out'],
    [['build', '--out'], 'a --out le falta su valor'],
    [['build', '--out', '--strict'], 'a --out le falta su valor'],
    [['build', '--strict=sí'], '--strict no lleva valor'],
    [['build', '--format', 'odt'], 'no existe el formato «odt» (hay: pdf'],
    [['check', '--format', 'pdf'], 'no existe el formato «pdf» (hay: sarif)'],
    [['build', '--lang', 'fr'], 'los mensajes no existen en «fr»'],
    [['build', '--limit', 'celdas'], '«celdas» no es un límite: se escribe --limite nombre=número'],
    [['build', '--limit', 'celdas=0'], '«celdas=0» no es un límite'],
    [['build', '--limit', 'paginas=3'], 'no existe el límite «paginas» (hay: bytes, niveles'],
    [['build', '--limit', 'niveles=9999'], 'no puede pasar de 200'],
    [['new'], '«new» necesita un nombre'],
    [[], 'falta la orden'],
  ])('%j', (words, said) => {
    const run = pliego(folder, words)
    expect(run.code).toBe(2)
    expect(run.err).toContain(said)
    expect(run.err).toContain('pliego help')
    expect(run.err).not.toMatch(/\n\s+at /)
  })
})

describe('limits', () => {
  const folder = () =>
    folderWith({ 'source/a.md': `${good}\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> > Cita en cita.\n` })
  it.each([
    ['--limit', 'cells=3', 'table-too-large'],
    ['--limite', 'celdas=3', 'table-too-large'],
    ['--límite', 'niveles=1', 'nesting-too-deep'],
    ['--límite'.normalize('NFD'), 'bytes=20', 'file-too-large'],
  ])('%s %s', (option, value, rule) => {
    const run = pliego(folder(), ['check', option, value])
    expect(run.code, run.err).toBe(1)
    expect(run.err).toContain(`[${rule}]`)
  })

  it('several at once, the last of each counts', () => {
    const words = ['check', '--limit', 'cells=3', '--limit', 'nesting=9', '--limit', 'cells=4']
    expect(pliego(folder(), words).err).not.toMatch(/\[(?:table-too-large|nesting-too-deep)\]/)
  })
})

describe('check', () => {
  it('--strict fails on a warning, and only then', () => {
    const folder = folderWith({ 'source/a.md': warned })
    expect(pliego(folder, ['check']).code).toBe(0)
    expect(pliego(folder, ['check', '--strict']).code).toBe(1)
  })

  it('sarif: level, region with its end, page of the rule, the place that includes; in the user’s language', () => {
    const folder = folderWith({
      'source/a.md': `${good}\n::incluir{src=partes/b.md}\n`,
      'source/partes/b.md': 'Véase [esto](javascript:x).\n',
    })
    const run = pliego(folder, ['check', '--format', 'sarif', '--lang', 'en'])
    const [only] = JSON.parse(run.out).runs
    expect(only.tool.driver.rules[0]).toMatchObject({
      id: 'link-scheme',
      helpUri: 'docs/messages.en.md#link-scheme',
    })
    const [result] = only.results
    expect(result.level).toBe('error')
    expect(result.message.text).toContain('(included in source/a.md, line 8)')
    expect(result.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'source/partes/b.md' },
      region: { startLine: 1, startColumn: 7, endLine: 1, endColumn: 27 },
    })
    expect(result.relatedLocations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'source/a.md' },
      region: { startLine: 8 },
    })
  })

  it('names the file of a document of several', () => {
    const folder = folderWith({
      'source/informe/document.yml': 'titulo: Informe\nidioma: es\n',
      'source/informe/01-uno.md': 'Un párrafo.\n',
      'source/informe/02-dos.md': 'Otro.\n\n[x](javascript:x)\n',
    })
    const run = pliego(folder, ['check'])
    expect(run.err).toContain('source/informe/02-dos.md:3:1: error:')
    expect(run.err).toContain('    3 | [x](javascript:x)\n')
  })
})

describe('build --watch', () => {
  it('follows texts, included texts, pictures and tables, also of a folder', async () => {
    const files: Readonly<Record<string, string | Uint8Array>> = {
      'source/a.md': `${good}\n::incluir{src=partes/b.md}\n\n::tabla[Datos]{src=datos/c.csv}\n\n![Foto](foto.png)\n`,
      'source/foto.png': png(4, 4),
      'source/partes/b.md': 'Parte.\n',
      'source/datos/c.csv': 'a,b\n1,2\n',
      'source/informe/document.yml': 'titulo: Informe\nidioma: es\n',
      'source/informe/01-uno.md': 'Uno.\n',
    }
    const folder = folderWith(files)
    const child = spawn(process.execPath, [cli, 'build', '--watch', '-f', 'html'], { cwd: folder })
    let said = ''
    const waiting: { readonly count: number; readonly done: () => void }[] = []
    child.stderr.on('data', data => {
      said += String(data)
      for (const { count, done } of waiting) if (said.split('source/informe').length > count) done()
    })
    /** Each run ends with the folder's line. */
    const runs = (count: number) =>
      new Promise<void>(done => {
        waiting.push({ count, done })
        if (said.split('source/informe').length > count) done()
      })
    try {
      await runs(1)
      await expect.poll(() => said, { timeout: 30_000 }).toContain('Ctrl-C para terminar')
      let count = 1
      for (const path of Object.keys(files)) {
        await new Promise(done => setTimeout(done, 300))
        const before = said.length
        const ending = path.slice(path.lastIndexOf('.'))
        const more = { '.yml': 'lugar: Lima\n', '.csv': '3,4\n' }[ending] ?? '\nMás.\n'
        writeFileSync(join(folder, path), ending === '.png' ? png(8, 8) : `${files[path]}${more}`)
        count++
        await runs(count)
        const [own, other] = path.includes('informe') ? ['informe', 'a.md'] : ['a.md', 'informe']
        expect(said.slice(before), path).toMatch(new RegExp(`✓ source/${other} \\(al día\\)`))
        expect(said.slice(before), path).toMatch(new RegExp(`✓ source/${own}:`))
      }
    } finally {
      const ended = new Promise(done => child.once('exit', done))
      child.kill('SIGINT')
      expect(await ended).toBe(0)
    }
  })
})
