/** What went into a release, as CycloneDX 1.6 (ECMA-424): texts, templates, the program and the packages in it. */
import { compare } from '../text/order.ts'

export interface Part {
  readonly name: string
  readonly version: string
  /** SPDX expression, or ''. */
  readonly license: string
  /** Address of its source, or ''. */
  readonly source: string
}

export interface InputFile {
  /** Relative to the project, with `/`. */
  readonly path: string
  readonly sha256: string
}

export interface Program {
  readonly name: string
  readonly version: string
  readonly license: string
}

/**
 * @param release - name and version of what is released
 * @param inputs - files that the documents were made from
 * @returns JSON without serial number or time, which would differ from one build to the next
 */
export function billOfMaterials(
  release: { readonly name: string; readonly version: string },
  inputs: readonly InputFile[],
  program: Program,
  packages: readonly Part[],
): string {
  const files = [...new Map(inputs.map(input => [input.path, input])).values()]
  const components = [
    { type: 'application', ...versioned(program), purl: purl(program), licenses: licenses(program.license) },
    ...[...packages].sort(byName).map(part => ({
      type: 'library',
      ...versioned(part),
      purl: purl(part),
      ...(part.license === '' ? {} : { licenses: licenses(part.license) }),
      ...(part.source === '' ? {} : { externalReferences: [{ type: 'vcs', url: part.source }] }),
    })),
    ...files
      .sort((a, b) => compare(a.path, b.path))
      .map(({ path, sha256 }) => ({
        type: 'file',
        'bom-ref': path,
        name: path,
        hashes: [{ alg: 'SHA-256', content: sha256 }],
      })),
  ]
  const bom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'data',
        name: release.name,
        ...(release.version === '' ? {} : { version: release.version }),
      },
    },
    components,
  }
  return `${JSON.stringify(bom, null, 2)}\n`
}

function versioned({ name, version }: Pick<Part, 'name' | 'version'>) {
  return { 'bom-ref': `${name}@${version}`, name, version }
}

/** https://github.com/package-url/purl-spec, type npm. */
function purl({ name, version }: Pick<Part, 'name' | 'version'>): string {
  return `pkg:npm/${name.replace(/^@/, '%40')}@${version}`
}

function licenses(expression: string) {
  return [{ expression }]
}

function byName(a: Part, b: Part): number {
  return compare(a.name, b.name) || compare(a.version, b.version)
}
