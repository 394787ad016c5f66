/** The few parts of a package that are written as text: elements, escaped, in the order given. */

export type Attributes = Readonly<Record<string, string | number | undefined>>

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, character => escapes[character] ?? character)
}

/**
 * @param name - qualified name
 * @param attributes - in this order; undefined leaves one out
 * @param content - inner XML, already escaped
 */
export function element(name: string, attributes: Attributes = {}, content = ''): string {
  let start = name
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) start += ` ${key}="${escapeXml(String(value))}"`
  }
  return content === '' ? `<${start}/>` : `<${start}>${content}</${name}>`
}

/** An element, or nothing where it would be empty. */
export function filled(name: string, content: string): string {
  return content === '' ? '' : element(name, {}, content)
}

/** An element of WordprocessingML with one `w:val`. */
export function valued(name: string, value: string | number): string {
  return element(`w:${name}`, { 'w:val': value })
}

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
