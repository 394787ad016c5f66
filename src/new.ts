/** `pliego new NOMBRE`: a commented document to begin with, a draft until its author says otherwise. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { diagnosticText, paintFor, sourceTexts } from './console.ts'
import type { MessageLanguage } from './diagnostics/catalogue.ts'
import { diagnostics, failed, report } from './diagnostics/report.ts'
import { systemReason } from './output.ts'
import { wordsIn } from './words.ts'

const folder = 'source'

/**
 * Writes `source/<name>.md`; never over a file that is there.
 *
 * @param name - what the document is called, with or without `.md`; spaces and accents are welcome
 * @param template - for its front matter, '' for the ministry's briefing
 * @returns the exit code
 */
export function newDocument(name: string, template: string, language: MessageLanguage): number {
  const stem = name.trim().replace(/\.md$/i, '').normalize('NFC')
  const path = `${folder}/${stem}.md`
  const file = new VFile({ path })
  if (stem === '' || stem.startsWith('.') || /[/\\:*?"<>|\p{Cc}]/u.test(stem)) {
    report(file, 'new-name', path, { name })
  } else if (existsSync(join(process.cwd(), path))) {
    report(file, 'new-exists', path, { path })
  } else {
    create(file, path, commentedDocument(stem, template || 'nota-informativa'))
  }
  const paint = paintFor(process.stderr)
  const texts = sourceTexts(process.cwd())
  for (const diagnostic of diagnostics(file, language))
    process.stderr.write(`${diagnosticText(diagnostic, language, paint, texts)}\n`)
  if (failed(file)) return 1
  process.stderr.write(`${paint(32, '✓')} ${path}: ${wordsIn[language].created}\n`)
  return 0
}

function create(file: VFile, path: string, text: string): void {
  try {
    mkdirSync(join(process.cwd(), folder), { recursive: true })
    writeFileSync(join(process.cwd(), path), text, { flag: 'wx' })
  } catch (problem) {
    report(file, 'output-unwritable', path, { path, why: systemReason(problem) })
  }
}

function commentedDocument(stem: string, template: string): string {
  const title = stem.charAt(0).toUpperCase() + stem.slice(1).replace(/[-_]+/g, ' ')
  return `---
# Entre las dos líneas de guiones van los datos del documento. Lo que sigue a «#» es un comentario.
# Quite el «#» de las líneas que necesite y borre las demás.
titulo: ${JSON.stringify(title)}
idioma: es-PE
plantilla: ${template}
# organo: Ministerio de Relaciones Exteriores
# departamento: Dirección General
# lugar: Lima
# fecha: 2026-01-31
# numero: 001-2026
# para: Nombre del destinatario
# de: Nombre del remitente
# asunto: De qué trata
# referencia: Documento al que responde
# resumen: Una o dos frases que se leen antes que el texto.
# palabras-clave: [una, otra]
# clasificacion: público
# Cada página dice que es un borrador, y ninguna publicación lo admite. Borre esta línea cuando el texto esté listo:
estado: borrador
---

El primer párrafo va aquí. Deje una línea en blanco entre párrafo y párrafo.

# Primera sección

Se escribe *en cursiva* y **en negrita**. Un enlace: [el sitio del Estado](https://www.gob.pe/).

- Una lista.
- Con dos puntos.

## Una subsección

1. También las hay numeradas.
2. La numeración es automática.

> Una cita va con «>» al comienzo de la línea.
`
}
