/** CMap files (Adobe Technical Notes 5014 and 5411): what two-byte codes mean. */

const sectionSize = 100

/** @param texts - what code 1, 2, 3… stands for @returns a ToUnicode CMap (ISO 32000-1 9.10.3) */
export function toUnicode(texts: readonly string[]): string {
  const lines = texts.map((text, index) => `<${hex(index + 1)}> <${utf16(text)}>`)
  return cmap('Adobe-Identity-UCS', 'UCS', '2', sections('bfchar', lines))
}

/** @param ids - character identifier of code 1, 2, 3… @returns an encoding CMap (9.7.5.3) of the given name */
export function encoding(name: string, ids: readonly number[]): string {
  const lines = ids.map((id, index) => `<${hex(index + 1)}> ${id}`)
  return cmap(name, 'Identity', '1', sections('cidchar', lines))
}

function sections(operator: string, lines: readonly string[]): string {
  const parts: string[] = []
  for (let first = 0; first < lines.length; first += sectionSize) {
    const part = lines.slice(first, first + sectionSize)
    parts.push(`${part.length} begin${operator}\n${part.join('\n')}\nend${operator}`)
  }
  return parts.join('\n')
}

function cmap(name: string, ordering: string, type: string, body: string): string {
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 0 >> def
/CMapName /${name} def
/CMapType ${type} def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${body}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}

function utf16(text: string): string {
  let out = ''
  for (let index = 0; index < text.length; index++) out += hex(text.charCodeAt(index))
  return out
}

function hex(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0')
}
