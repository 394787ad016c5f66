/**
 * Constructs of GFM that are tried almost everywhere, tried only where the text has their marks. The outcome is the
 * same, one table apart: each test is one that the construct itself makes later, after it has read the line or word.
 */
import type { Construct, Extension, TokenizeContext } from 'micromark-util-types'

interface Marked {
  /** What no text without it needs: the construct is not even looked for at each word. */
  readonly mark: RegExp
  readonly here: Test
}

type Test = (text: string, at: number, context: TokenizeContext) => boolean

function begins(pattern: RegExp): Test {
  const sticky = new RegExp(pattern.source, 'iy')
  return (text, at) => {
    sticky.lastIndex = at
    return sticky.test(text)
  }
}

/** A table's head has a bar, or is text here: GFM takes `a` above `:-` for one. Its other rows may have none. */
function mayBeRow(text: string, at: number, { events }: TokenizeContext): boolean {
  if (events.length > 0 && tableParts.has(lastBlock(events))) return true
  const end = text.indexOf('\n', at)
  return text.slice(at, end === -1 ? text.length : end).includes('|')
}

const tableParts: ReadonlySet<string> = new Set(['tableHead', 'tableRow'])

/** Type of what stands before the line. */
function lastBlock(events: TokenizeContext['events']): string {
  let at = events.length - 1
  while (at > 0 && /^line/.test(events[at]?.[1].type ?? '')) at--
  return events[at]?.[1].type ?? ''
}

const www = /www\./i
const protocol = /https?:/i

const constructs: Readonly<Record<string, Marked>> = {
  table: { mark: /\|/, here: mayBeRow },
  wwwAutolink: { mark: www, here: begins(www) },
  protocolAutolink: { mark: protocol, here: begins(protocol) },
  emailAutolink: { mark: /@/, here: begins(/[\w.+-]+@/) },
}

/**
 * @param extension - of micromark
 * @param text - that is parsed, with `\n` line ends and no byte order mark
 */
export function whereMarked(extension: Extension, text: string): Extension {
  const made = new Map<Construct, readonly Construct[]>()
  const each = (construct: Construct): readonly Construct[] => {
    const marked = constructs[construct.name ?? '']
    if (marked === undefined) return [construct]
    const former = made.get(construct)
    if (former !== undefined) return former
    const guarded = marked.mark.test(text) ? [guard(construct, marked.here, text)] : []
    made.set(construct, guarded)
    return guarded
  }
  return { ...extension, flow: mapped(extension.flow, each), text: mapped(extension.text, each) }
}

type Constructs = Extension['text']

function mapped(
  record: Constructs,
  each: (construct: Construct) => readonly Construct[],
): NonNullable<Constructs> {
  const entries = Object.entries(record ?? {}).flatMap(([code, constructs]) => {
    const kept = [constructs ?? []].flat().flatMap(each)
    return kept.length === 0 ? [] : [[code, kept]]
  })
  // The keys are those of the record.
  return Object.fromEntries(entries) as NonNullable<Constructs>
}

function guard(construct: Construct, test: Test, text: string): Construct {
  const { previous, tokenize } = construct
  const here = (context: TokenizeContext) => test(text, context.now().offset, context)
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      return here(this) ? tokenize.call(this, effects, ok, nok) : nok
    },
    ...(previous && {
      previous(code) {
        return previous.call(this, code) && here(this)
      },
    }),
  }
}
