/** The text of a document, in the order in which Word counts what is in it. */
import { body, bodyContext } from './blocks.ts'
import { SectionBreak } from './breaks.ts'
import type { Build } from './build.ts'
import type { Blocks } from './context.ts'
import { furniture } from './furniture.ts'
import { footnotes } from './notes.ts'
import type { ExternalRelationship } from './package.ts'
import type { Content } from './parts.ts'
import { serialise } from './serialise.ts'

/** @param before - what stands before the text */
export function written(before: Blocks, build: Build): Content {
  const blocks: (string | SectionBreak)[] = []
  // Each is text before the next is made: docx's form of a long document takes ten times its room.
  const write = (made: Blocks) => {
    for (const block of made) blocks.push(block instanceof SectionBreak ? block : serialise(block))
  }
  write(before)
  for (const made of body(build)) write(made)
  const notes = footnotes(build, bodyContext(build)).map(serialise).join('')
  const turned = blocks.some(block => block instanceof SectionBreak && block.shape.landscape)
  return { blocks, notes, furniture: furniture(build, turned) }
}

/** Addresses that the text leads to: after the text. */
export function linksOf({ links }: Build): readonly ExternalRelationship[] {
  return [...links].map(([target, id]) => ({ id, kind: 'hyperlink', target }))
}
