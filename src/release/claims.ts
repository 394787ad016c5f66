/** What each format claims to conform to, and which checks have found that it does. */
import * as z from 'zod/mini'
import type { Claim, DocumentFile } from './manifest.ts'

/** `build/conformance.json`, as `make conformance` writes it. */
const conformanceReport = z.object({
  version: z.literal(1),
  files: z.array(
    z.object({
      name: z.string(),
      sha256: z.string(),
      checks: z.array(z.object({ standard: z.string(), tool: z.string(), passed: z.boolean() })),
    }),
  ),
})
export type ConformanceReport = Readonly<z.infer<typeof conformanceReport>>

/** @returns null for anything else than a report */
export function parseReport(text: string): ConformanceReport | null {
  try {
    const parsed = conformanceReport.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch (problem) {
    if (problem instanceof SyntaxError) return null
    throw problem
  }
}

/** Of a document that claims conformance; the same names stand in the report. */
const standards: Readonly<Record<DocumentFile['format'], readonly string[]>> = {
  pdf: ['PDF/UA-1', 'PDF/A-2a'],
  docx: ['ISO/IEC 29500'],
  epub: ['EPUB 3.3', 'EPUB Accessibility 1.1'],
  html: ['HTML', 'WCAG 2.2 AA'],
  json: [],
}
/** What holds for a document, too, that claims no accessibility. */
const always = ['ISO/IEC 29500', 'EPUB 3.3', 'HTML']

/**
 * @param conformant - the document claims accessibility: no message has fired that keeps it from that
 * @param sha256 - of the file: a check of other bytes proves nothing
 * @param report - null where no checks were run
 */
export function claimsOf(
  format: DocumentFile['format'],
  conformant: boolean,
  sha256: string,
  report: ConformanceReport | null,
): readonly Claim[] {
  const checks = report?.files.filter(file => file.sha256 === sha256).flatMap(file => file.checks) ?? []
  return standards[format]
    .filter(standard => conformant || always.includes(standard))
    .map(standard => {
      const own = checks.filter(check => check.standard === standard)
      const kept = own.every(({ passed }) => passed)
      return { standard, provedBy: kept ? [...new Set(own.map(({ tool }) => tool))] : [] }
    })
}
