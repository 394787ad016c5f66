/** What the handlers of node types are given, and what most of them need. */
import type { Element, ElementContent, Properties } from 'hast'
import { h } from 'hastscript'
import type { Locale } from '../../locale/types.ts'
import type { CodeTokens } from '../../publication/code-tokens.ts'
import type {
  Block,
  FootnoteReference,
  Image,
  Inline,
  Nothing,
  PublicationNode,
} from '../../publication/model.ts'
import type { SectionName } from './contents.ts'
import { onLines } from './nodes.ts'

/** The beginning of a page of the printed document. */
export interface PageStart {
  readonly id: string
  readonly label: string
  /** UTF-16 units of a text before it; 0 in any other node, before which it stands. */
  readonly offset: number
}

export interface HastSettings {
  /** A web page scrolls and is printed; a book has files, and pages of its reader's own. */
  readonly medium: 'page' | 'book'
  /** BCP 47, of the file: blocks in another language say so. */
  readonly language: string
  /** Of the document. */
  readonly locale: Locale
  /** Blocks that something refers to, and that need an id for it. */
  readonly targets: ReadonlySet<string>
  /** Address of a block, section or note reference, seen from the file that is being made: `#id` or `file.xhtml#id`. */
  readonly href: (target: string) => string
  /** The references of each note, by the note's id. */
  readonly references: ReadonlyMap<string, readonly FootnoteReference[]>
  /** A picture of the text by its key, and the address that shows it. */
  readonly picture: (key: string) => { readonly image: Image; readonly src: string }
  readonly captionAbove: { readonly figure: boolean; readonly table: boolean }
  /** Where pages of the printed document begin in a node. */
  readonly pageStarts: ReadonlyMap<PublicationNode, readonly PageStart[]>
  /** Code whose language is known. */
  readonly tokens: CodeTokens
  /** Headings carry a link to themselves. */
  readonly anchors: boolean
  /** By section id. */
  readonly sectionNames: ReadonlyMap<string, SectionName>
}

export interface Context {
  readonly settings: HastSettings
  readonly parent: PublicationNode | undefined
  /** The node's children as hast. */
  readonly all: (node: PublicationNode) => ElementContent[]
  /** Other content of the node as hast: its caption, title, note. */
  readonly some: (content: readonly (Block | Inline)[], node: PublicationNode) => ElementContent[]
}

export type Result = ElementContent | ElementContent[] | Nothing

/** An element of the node's children on lines of their own, with its id and language where these are needed. */
export function block(tag: string, node: Block, context: Context, properties: Properties = {}): Element {
  const all = { ...target(node, context), ...properties, ...language(node, context) }
  return h(tag, all, onLines(context.all(node)))
}

/** The id of a block that something refers to. */
export function target(node: Block, { settings }: Pick<Context, 'settings'>): Properties {
  return settings.targets.has(node.id) ? { id: node.id } : {}
}

/** `lang` where a block's language is not that of what it stands in. */
export function language(
  node: Block,
  { parent, settings }: Pick<Context, 'parent' | 'settings'>,
): Properties {
  const around = parent !== undefined && 'language' in parent ? parent.language : settings.language
  return languageChange(node.language, around)
}

/** Subtags of the languages that are written from right to left, unless their script says otherwise (CLDR). */
const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'])

function direction(tag: string): 'ltr' | 'rtl' {
  const [primary = '', ...subtags] = tag.toLowerCase().split('-')
  const script = subtags.find(subtag => subtag.length === 4)
  if (script !== undefined) return ['arab', 'hebr', 'nkoo', 'syrc', 'thaa'].includes(script) ? 'rtl' : 'ltr'
  return rightToLeft.has(primary) ? 'rtl' : 'ltr'
}

/** `lang`, and `dir` where the language is written the other way. */
export function languageChange(inner: string, around: string): Properties {
  if (inner === around) return {}
  const dir = direction(inner)
  return dir === direction(around) ? { lang: inner } : { lang: inner, dir }
}

/** Id of a block's title, for its name; two hyphens keep it apart from the ids of blocks and sections. */
export function titleId(node: Block): string {
  return `${node.id}--title`
}
