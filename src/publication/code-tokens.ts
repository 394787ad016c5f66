/** The code of a document as tokens: made once for all formats, and only for a document with code. */
import { type CodeToken, highlight } from '../text/highlight.ts'
import type { Code, Publication } from './model.ts'
import { everyNode } from './walk.ts'

export type CodeTokens = ReadonlyMap<Code, readonly CodeToken[]>

const made = new WeakMap<Publication, Promise<CodeTokens>>()

/** @returns the blocks of code whose language is known, and their tokens */
export function codeTokens(publication: Publication): Promise<CodeTokens> {
  const tokens = made.get(publication) ?? highlightAll(publication)
  made.set(publication, tokens)
  return tokens
}

async function highlightAll({ tree }: Publication): Promise<CodeTokens> {
  const all = new Map<Code, readonly CodeToken[]>()
  for (const node of everyNode(tree)) {
    if (node.type !== 'code' || node.syntax === '') continue
    const tokens = await highlight(node.value, node.syntax)
    if (tokens !== null) all.set(node, tokens)
  }
  return all
}
