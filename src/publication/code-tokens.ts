/** The code of a document as tokens: made once for all formats, and only for a document with code. */
import { type CodeToken, highlight } from '../text/highlight.ts'
import type { Code, Publication } from './model.ts'

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
  for (const code of codeIn(tree)) {
    const tokens = code.syntax === '' ? null : await highlight(code.value, code.syntax)
    if (tokens !== null) all.set(code, tokens)
  }
  return all
}

function codeIn(node: object): readonly Code[] {
  // Every node has a type; what it holds stands in its lists of nodes.
  const found: Code[] = []
  const search: object[] = [node]
  for (const from of search) {
    if ('type' in from && from.type === 'code') found.push(from as Code)
    for (const part of ['children', 'notes', 'note'] as const) {
      const inner: unknown = Reflect.get(from, part)
      if (Array.isArray(inner)) search.push(...inner)
    }
  }
  return found
}
