/** Small hast helpers. */
import type { ElementContent, Text } from 'hast'

export function text(value: string): Text {
  return { type: 'text', value }
}

/** Blocks on lines of their own, so that the files can be read and compared. */
export function onLines(blocks: readonly ElementContent[]): ElementContent[] {
  return [text('\n'), ...blocks.flatMap((block): ElementContent[] => [block, text('\n')])]
}
