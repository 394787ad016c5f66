/** The text between braces: `#id`, `.class`, `key=value` and `key="two words"`, with white space between them. */

export type Token =
  | { readonly type: 'id'; readonly value: string; readonly at: number; readonly length: number }
  | { readonly type: 'class'; readonly value: string; readonly at: number; readonly length: number }
  | {
      readonly type: 'value'
      readonly key: string
      readonly value: string
      readonly at: number
      readonly length: number
    }
  /** A key alone: `{decorative}`. */
  | { readonly type: 'bare'; readonly key: string; readonly at: number; readonly length: number }

// A brace before it, as in `{{#a}`, is somebody's template language.
const braces = String.raw`(?<!\{)\{(?:[^{}"\n]|"[^"\n]*")+\}`
/** Braces at the beginning or end of a text, in it all, or wherever they stand. */
export const atBeginning = new RegExp(`^${braces}`)
export const atEnd = new RegExp(`${braces}$`)
export const afterBracket = new RegExp(`(?<=\\])${braces}`, 'g')

const token =
  /\s*(?:#([^\s{}"=#]+)|\.(\p{L}[\p{L}\p{M}\p{N}_-]*)|(\p{L}[\p{L}\p{M}\p{N}_-]*)(?:=(?:"([^"\n]*)"|([^\s{}"'=]+)))?)(?=\s|\}$)/uy

/**
 * @param written - from `{` to `}`
 * @param isBare - may this key stand alone?
 * @returns what it sets, `at` counted from the brace; null when it is text that happens to stand in braces
 */
export function parseAttributes(
  written: string,
  isBare: (key: string) => boolean = () => false,
): readonly Token[] | null {
  const tokens: Token[] = []
  const end = written.length - 1
  let position = 1
  while (written.slice(position, end).trim() !== '') {
    token.lastIndex = position
    const found = token.exec(written)
    if (found === null) return null
    const [whole, id, name, key, quoted, bare] = found
    const at = position + whole.length - whole.trimStart().length
    const length = whole.trimStart().length
    if (id !== undefined) tokens.push({ type: 'id', value: id.normalize('NFC'), at, length })
    else if (name !== undefined) tokens.push({ type: 'class', value: name, at, length })
    else if (key !== undefined) {
      const value = quoted ?? bare
      if (value !== undefined) tokens.push({ type: 'value', key, value, at, length })
      else if (isBare(key)) tokens.push({ type: 'bare', key, at, length })
      else return null
    }
    position = token.lastIndex
  }
  return tokens.length === 0 ? null : tokens
}
