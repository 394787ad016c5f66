// The packages inside the bundle: for the list of parts of a release, and for THIRD-PARTY.txt, which carries their notices.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const licenseFile = /^(?:licen[cs]e|copying|notice|unlicense)(?:[.-].*)?$/i

/**
 * @param files - paths of files that went into the bundle
 * @returns each package once, by name and version
 */
export function packagesOf(files, project) {
  const folders = new Set(files.flatMap(path => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []))
  const packages = [...folders].sort().map(folder => {
    const { name, version, license, licenses, repository } = JSON.parse(
      readFileSync(join(project, folder, 'package.json'), 'utf8'),
    )
    // Older packages have a list of licences (npm, before 2.10).
    const expression = license ?? licenses?.map(({ type }) => type).join(' OR ') ?? ''
    const source = sourceOf(typeof repository === 'object' ? repository.url : repository)
    return { folder: join(project, folder), name, version, license: expression, source }
  })
  return [...new Map(packages.map(one => [`${one.name}@${one.version}`, one])).values()]
}

/** npm's short and git forms of a repository as an address that a browser opens. */
function sourceOf(repository = '') {
  const path = repository.replace(/^git\+/, '').replace(/\.git$/, '')
  if (/^https?:/.test(path)) return path
  const [, short] =
    /^(?:github:|git:\/\/github\.com\/|(?:ssh:\/\/)?git@github\.com[:/])?([\w.-]+\/[\w.-]+)$/.exec(path) ?? []
  return short === undefined ? '' : `https://github.com/${short}`
}

export function thirdPartyNotice(packages) {
  const parts = packages.map(({ folder, name, version, license, source }) => {
    const files = readdirSync(folder)
      .filter(file => licenseFile.test(file))
      .sort()
    const texts = files.map(file => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
    const facts = [
      `${name} ${version}`,
      `Licence: ${license}`,
      ...(source === '' ? [] : [`Source: ${source}`]),
    ]
    return [...facts, ...(license === 'MPL-2.0' ? [mozilla] : []), ...texts.map(text => `\n${text}`)].join(
      '\n',
    )
  })
  const line = '='.repeat(80)
  return `${introduction}\n\n${parts.map(part => `${line}\n${part}\n`).join('\n')}`
}

const introduction = `What others wrote and this program contains: each package with its licence and where its source is.
The typefaces of templates/ have their own notice beside them.`

// The package has no file for it (Mozilla Public License 2.0, 3.2 and exhibit A).
const mozilla = `
Used unmodified, as a file of its own (resvg.wasm). It is subject to the terms of the Mozilla Public License, v. 2.0;
a copy of that licence is at https://mozilla.org/MPL/2.0/, and the source form is at the address above.`
