// Makes the pictures of docs/como-se-escribe.md: each example as a document of its own, its PDF cut to what the
// example gives. Needs pdftoppm (Poppler) and convert (ImageMagick), and a built program.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const project = join(dirname(fileURLToPath(import.meta.url)), '..')
const page = readFileSync(join(project, 'docs/como-se-escribe.md'), 'utf8')
const scratch = mkdtempSync(join(tmpdir(), 'pliego-pictures-'))
const example = /^(`{3,})markdown\n((?:(?!\1\n).*\n)*)\1\n\n!\[[^\]]*\]\(img\/([a-z-]+)\.png\)/gm

function run(command, words) {
  const { status, stderr } = spawnSync(command, words, { cwd: scratch, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${words.join(' ')}: ${stderr}`)
}

const plainPng = ['-strip', '-define', 'png:exclude-chunks=date,time']

/** The text of a page, without running head and footer; what is white between text and notes is cut to this. */
const gap = 40
/** @param {Buffer} ppm - binary, of 24 bits */
function frame(ppm) {
  const [head, width, height] = /^P6\s(\d+)\s(\d+)\s255\s/.exec(ppm.toString('latin1', 0, 40))
  const [left, right, top, bottom] = [105, 820, 105, 1172]
  const rows = []
  let white = 0
  for (let y = top; y < Math.min(bottom, height); y++) {
    const start = head.length + 3 * (y * width + left)
    const row = ppm.subarray(start, start + 3 * (right - left))
    white = row.every(value => value > 250) ? white + 1 : 0
    if (white <= gap) rows.push(row)
  }
  return Buffer.concat([Buffer.from(`P6\n${right - left} ${rows.length}\n255\n`), ...rows])
}

mkdirSync(join(scratch, 'source'))
for (const folder of ['img', 'datos', 'fragmentos']) {
  cpSync(join(project, 'source', folder), join(scratch, 'source', folder), { recursive: true })
}
cpSync(join(project, 'templates'), join(scratch, 'templates'), { recursive: true })
for (const [, , text, name] of page.matchAll(example)) {
  const plain = '---\ntitulo: Ejemplo\nidioma: es-PE\n---\n\n'
  const whole = text.startsWith('---\n') ? text : `${plain}${text}`
  // On a page of its own, below the title's.
  const own = whole.replace(/^(---\n[\s\S]*?\n)---\n/, '$1plantilla: nota-informativa\n---\n\n::salto\n')
  writeFileSync(join(scratch, 'source', `${name}.md`), own)
  const words = ['build', `source/${name}.md`, '--format', 'pdf', '--strict']
  run(process.execPath, [join(project, 'build/cli.js'), ...words])
  run('pdftoppm', ['-r', '110', '-f', '2', '-l', '2', `dist/${name}.pdf`, name])
  const [picture] = readdirSync(scratch).filter(file => file.startsWith(`${name}-`))
  writeFileSync(join(scratch, picture), frame(readFileSync(join(scratch, picture))))
  const finish = [
    '-bordercolor',
    'white',
    '-border',
    '1',
    '-trim',
    '+repage',
    '-border',
    '14',
    '+dither',
    '-colors',
    '200',
  ]
  run('convert', [picture, ...finish, ...plainPng, join(project, `docs/img/${name}.png`)])
}
rmSync(scratch, { recursive: true })
