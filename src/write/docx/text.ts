/** Text that may stand in a package. */
import type { VFile } from 'vfile'
import { report } from '../../diagnostics/report.ts'
import type { Place } from '../../publication/model.ts'
import { forbidden } from './xml.ts'

/**
 * Written after every brace of the text, so that docx takes no text for one of its placeholders (`{name-0}`). A
 * noncharacter, which XML forbids, so that no text contains it; it is taken out of the finished parts.
 */
export const braceGuard = '\ufffe'

/**
 * Text as Word shows it: line ends and tabs of the source are spaces; characters that XML cannot hold go, with a
 * message.
 *
 * @param place - of the text, for the message
 */
export function cleanText(value: string, place: Place, messages: VFile): string {
  const found = value.match(forbidden)
  if (found !== null) {
    report(messages, 'character-forbidden', place, { codes: [...new Set(found.map(code))].join(', ') })
  }
  return value.replace(forbidden, '').replace(/[ \t]*(?:\r?\n|\t)[ \t]*/g, ' ')
}

function code(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}
