import { VFile } from 'vfile'
import { type Diagnostic, diagnostics } from '../../src/diagnostics/report.ts'
import { type ParsedText, parse } from '../../src/read/read.ts'

/** Parses a text and gives its messages as «line:column rule». */
export function parsed(text: string): {
  result: ParsedText | null
  messages: readonly string[]
  file: VFile
} {
  const file = new VFile({ path: 'source/nota.md' })
  const result = parse(text, file)
  return { result, messages: places(file), file }
}

/** The tree of a text that must be read without an error. */
export function treeOf(text: string): ParsedText['tree'] {
  const { result, messages } = parsed(text)
  if (result === null) throw new Error(messages.join('\n'))
  return result.tree
}

export function places(file: VFile): readonly string[] {
  return diagnostics(file).map(({ line, column, rule }) => `${line}:${column} ${rule}`)
}

export function reasons(file: VFile): readonly string[] {
  return diagnostics(file).map(({ reason, remedy }: Diagnostic) => `${reason} | ${remedy}`)
}
