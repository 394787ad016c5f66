import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith, hashes, project } from '../support/run.ts'

describe('the compiled program', () => {
  const folder = folderWith({ 'source/a.md': '---\ntitulo: Uno\nidioma: es\n---\n\nUn párrafo.\n' })
  cpSync(join(project, 'build'), join(folder, 'build'), { recursive: true })
  cpSync(join(project, 'templates'), join(folder, 'templates'), { recursive: true })
  const name = readdirSync(join(folder, 'build')).find(file => file.endsWith('.bin')) ?? ''
  const file = join(folder, 'build', name)
  const built = (out: string) => {
    const words = [join(folder, 'build/cli.js'), 'build', '--out', out]
    const run = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' })
    expect(run.status, run.stderr).toBe(0)
    return hashes(join(folder, out))
  }

  it('is that of this Node.js, and changes no byte', () => {
    expect(name).toBe(`program-${process.version}-${process.arch}.bin`)
    const whole = built('whole')
    const bytes = readFileSync(file)
    for (const [out, other] of [
      ['cut', bytes.subarray(0, bytes.length / 2)],
      ['empty', new Uint8Array()],
      ['foreign', bytes.map((byte, index) => (index < 16 ? byte ^ 0xff : byte))],
    ] as const) {
      writeFileSync(file, other)
      expect(built(out)).toEqual(whole)
    }
    rmSync(file)
    expect(built('none')).toEqual(whole)
  })
})
