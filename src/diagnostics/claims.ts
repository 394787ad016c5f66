import type { VFile } from 'vfile'
import type { RuleId } from './catalogue.ts'

/** A document with one of these messages does not claim conformance to an accessibility standard. */
const withholding: readonly RuleId[] = ['heading-level-skipped', 'image-alternative-missing']

/** The rules of {@link withholding} that have fired, each once, in the order of that list. */
export function withheldBy(file: VFile): readonly RuleId[] {
  return withholding.filter(rule => file.messages.some(message => message.ruleId === rule))
}
