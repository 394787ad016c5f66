/** The text of a document, in the order in which Word counts what is in it. */
import { body, bodyContext } from './blocks.ts'
import { SectionBreak } from './breaks.ts'
import type { Build } from './build.ts'
import type { Blocks } from './context.ts'
import { furniture } from './furniture.ts'
import { footnotes } from './notes.ts'
import type { ExternalRelationship } from './package.ts'
import type { Content } from './parts.ts'

/** @param before - what stands before the text */
export function written(before: Blocks, build: Build): Content {
  const blocks = [...before, ...body(build)]
  const notes = footnotes(build, bodyContext(build))
  const turned = blocks.some(block => block instanceof SectionBreak && block.shape.landscape)
  return { blocks, notes, furniture: furniture(build, turned) }
}

/** Addresses that the text leads to: after the text. */
export function linksOf({ links }: Build): readonly ExternalRelationship[] {
  return [...links].map(([target, id]) => ({ id, kind: 'hyperlink', target }))
}
