import type { VFile } from 'vfile'
import type { RuleId } from './catalogue.ts'

/**
 * A document with one of these messages does not claim conformance to an accessibility standard: something is missing
 * that nobody but its author has. A skipped level is none: in every file its heading has the level of its nesting.
 */
const withholding: readonly RuleId[] = ['image-alternative-missing']

/** The rules of {@link withholding} that have fired, each once, in the order of that list. */
export function withheldBy(file: VFile): readonly RuleId[] {
  return withholding.filter(rule => file.messages.some(message => message.ruleId === rule))
}
