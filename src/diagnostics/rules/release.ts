/** Releases: what may be published, what a release must agree with, and checking one. */
import { error, warning } from './rule.ts'

export const releaseRules = {
  'release-classification': error<{ classification: string }>({
    es: [
      f => `la clasificación de este documento es «${f.classification}»; solo se publica lo público`,
      f =>
        `deje fuera este texto (nombre los demás), o confírmelo con --allow-classification "${f.classification}"`,
    ],
    en: [
      f => `this document is classified “${f.classification}”; only public ones are published`,
      f =>
        `leave this text out (name the others), or confirm with --allow-classification "${f.classification}"`,
    ],
  }),
  'release-draft': error({
    es: [
      'este documento es un borrador; los borradores no se publican',
      'quite «estado: borrador» cuando esté terminado, o deje fuera este texto (nombre los demás)',
    ],
    en: [
      'this document is a draft; drafts are not published',
      'drop “status: draft” when it is finished, or leave this text out (name the others)',
    ],
  }),
  'release-version-reused': error<{ version: string; file: string }>({
    es: [
      f => `la versión ${f.version} ya se publicó y «${f.file}» sería distinto`,
      'ponga una versión nueva en «version:»',
    ],
    en: [
      f => `version ${f.version} has been released already and “${f.file}” would differ`,
      'give a new version in “version:”',
    ],
  }),
  'release-previous': error<{ previous: string }>({
    es: [
      f =>
        `«${f.previous}» no es una publicación anterior: ni una carpeta con manifest.json ni una versión de git`,
      'dé en --previous la carpeta de la publicación anterior, o una etiqueta de git',
    ],
    en: [
      f =>
        `“${f.previous}” is no previous release: neither a folder with manifest.json nor a revision of git`,
      'give --previous the folder of the previous release, or a tag of git',
    ],
  }),
  'release-unproved': error<{ file: string; standard: string }>({
    es: [
      f => `el informe de conformidad no demuestra que «${f.file}» cumpla ${f.standard}`,
      'ejecute «make conformance» sobre estos mismos textos y corrija lo que diga',
    ],
    en: [
      f => `the conformance report does not prove that “${f.file}” keeps ${f.standard}`,
      'run “make conformance” on these very texts and mend what it tells',
    ],
  }),
  'release-report': error<{ path: string }>({
    es: [
      f => `«${f.path}» no es un informe de conformidad`,
      'lo hace «make conformance»: build/conformance.json',
    ],
    en: [f => `“${f.path}” is no conformance report`, '“make conformance” makes it: build/conformance.json'],
  }),
  'release-source-changed': error({
    es: ['este texto, o algo que incluye, cambió mientras se publicaba', 'repita cuando esté guardado'],
    en: [
      'this text, or something that it includes, changed while it was being released',
      'try again when it has been saved',
    ],
  }),
  'release-foreign': warning<{ name: string }>({
    es: [
      f => `«${f.name}» está en la carpeta y no es parte de la publicación`,
      'quítelo si no debe publicarse',
    ],
    en: [
      f => `“${f.name}” stands in the folder and is no part of the release`,
      'remove it if it is not to be published',
    ],
  }),
  'verify-manifest': error<{ why: string }>({
    es: [
      f => `no hay un manifiesto que comprobar (${f.why})`,
      'dé la carpeta descargada, la que contiene manifest.json',
    ],
    en: [
      f => `there is no manifest to check against (${f.why})`,
      'give the downloaded folder, the one that holds manifest.json',
    ],
  }),
  'verify-missing': error<{ name: string }>({
    es: [f => `falta «${f.name}», que es parte de la publicación`, 'descargue de nuevo la publicación'],
    en: [f => `“${f.name}” is missing: it is part of the release`, 'download the release again'],
  }),
  'verify-changed': error<{ name: string; expected: string; found: string }>({
    es: [
      f => `«${f.name}» no es el que se publicó: su suma es ${f.found} y debía ser ${f.expected}`,
      'no lo use; descargue de nuevo la publicación',
    ],
    en: [
      f => `“${f.name}” is not what was released: its checksum is ${f.found} and should be ${f.expected}`,
      'do not use it; download the release again',
    ],
  }),
  'verify-checksums': error<{ name: string }>({
    es: [
      f => `SHA256SUMS y el manifiesto no dicen lo mismo de «${f.name}»`,
      'descargue de nuevo la publicación',
    ],
    en: [f => `SHA256SUMS and the manifest do not say the same of “${f.name}”`, 'download the release again'],
  }),
  'verify-extra': warning<{ name: string }>({
    es: [f => `«${f.name}» no está en el manifiesto`, 'no es parte de la publicación: no se fíe de él'],
    en: [f => `“${f.name}” is not in the manifest`, 'it is no part of the release: do not rely on it'],
  }),
  'verify-rebuilt': error<{ name: string }>({
    es: [
      f => `construido de nuevo desde el mismo texto, «${f.name}» sale distinto`,
      'lo publicado no salió de este texto con este programa; averigüe de dónde salió',
    ],
    en: [
      f => `built again from the same text, “${f.name}” comes out different`,
      'what was released was not made from this text by this program; find out where it came from',
    ],
  }),
  'changes-input': error<{ path: string }>({
    es: [
      f => `«${f.path}» no es una publicación, ni un texto, ni una carpeta con textos`,
      'dé la carpeta de una publicación, un texto, una carpeta source/ o una etiqueta de git',
    ],
    en: [
      f => `“${f.path}” is no release, no text and no folder of texts`,
      'give the folder of a release, a text, a source/ folder or a tag of git',
    ],
  }),
}
