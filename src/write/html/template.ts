/**
 * Fills the template's page: an ordinary HTML file with `<template data-slot="…">` where the document goes. Nodes
 * take the slots' places; no text is ever put together as HTML.
 */
import type { Element, ElementContent, Root, RootContent } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'

export type SlotContent = Readonly<Record<string, readonly ElementContent[]>>

export interface FilledPage {
  readonly root: Root
  /** Slots of the page that nothing is known of. */
  readonly unknown: readonly string[]
  /** Slots with content for which the page has no place. */
  readonly missing: readonly string[]
}

/**
 * @param page - the template's HTML file
 * @param content - nodes by slot
 * @returns the page; an element that holds nothing but slots which stay empty is left out
 */
export function fillPage(page: string, content: SlotContent): FilledPage {
  const root = unified().use(rehypeParse).parse(page)
  const unknown: string[] = []
  const found = new Set<string>()

  const fill = (nodes: readonly RootContent[]): RootContent[] =>
    nodes.flatMap((node): RootContent[] => {
      if (node.type === 'comment') return []
      if (node.type !== 'element') return [node]
      const slot = node.tagName === 'template' ? node.properties.dataSlot : undefined
      if (typeof slot === 'string') {
        const filling = content[slot]
        found.add(slot)
        if (filling === undefined) unknown.push(slot)
        return [...(filling ?? [])]
      }
      const children = fill(node.children) as ElementContent[]
      if (node.children.some(isSlot) && children.every(isBlank)) return []
      return [{ ...node, children }]
    })

  const children = fill(root.children)
  const missing = Object.keys(content).filter(slot => !found.has(slot) && content[slot]?.length !== 0)
  return { root: { type: 'root', children }, unknown, missing }
}

function isSlot(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'template' && node.properties.dataSlot !== undefined
}

function isBlank(node: ElementContent): boolean {
  return node.type === 'text' && /^\s*$/.test(node.value)
}

/** The page's root element. @throws when there is none: the parser always makes one */
export function documentElement(root: Root): Element {
  const html = root.children.find(node => node.type === 'element' && node.tagName === 'html')
  if (html?.type !== 'element') throw new Error('a parsed page has no html element')
  return html
}
