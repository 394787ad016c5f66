// What Word refuses or loses, or what its readers need, and the Open XML SDK does not look for.
import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'

/** @returns every element of a part, in order, with the ones that hold it */
function elements(xml) {
  const all = []
  const open = []
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, within: open.map(outer => outer.name), text: '', children: [] }
    open.at(-1)?.children.push(element)
    all.push(element)
    open.push(element)
  })
  parser.on('text', text => {
    for (const element of open) element.text += text
  })
  parser.on('closetag', () => open.pop())
  parser.on('error', problem => {
    throw problem
  })
  parser.write(xml).close()
  return all
}

/** @returns sentences, one for each fault */
export function wordRules(bytes) {
  const found = []
  const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, data]))
  const read = name => {
    if (parts[name] === undefined) return []
    try {
      return elements(strFromU8(parts[name]))
    } catch (problem) {
      found.push(`${name}: ${problem.message}`)
      return []
    }
  }
  const document = read('word/document.xml')
  const named = name => document.filter(element => element.name === name)

  for (const [name, attribute] of [
    ['w:bookmarkStart', 'w:id'],
    ['w:bookmarkStart', 'w:name'],
    ['wp:docPr', 'id'],
  ]) {
    const values = named(name).map(element => element.attributes[attribute])
    for (const value of new Set(values.filter((value, index) => values.indexOf(value) !== index)))
      found.push(`${name}: ${attribute} «${value}» stands twice`)
  }
  const bookmarks = new Set(named('w:bookmarkStart').map(({ attributes }) => attributes['w:name']))
  for (const { attributes } of named('w:hyperlink')) {
    const target = attributes['w:anchor']
    if (target !== undefined && !bookmarks.has(target)) found.push(`a link to «${target}», which is nowhere`)
  }
  for (const { attributes } of named('wp:docPr')) {
    if ((attributes.descr ?? '') === '' && !strFromU8(parts['word/document.xml']).includes('decorative'))
      found.push(`picture ${attributes.id} has no alternative text`)
  }
  for (const table of named('w:tbl')) {
    const rows = table.children.filter(({ name }) => name === 'w:tr')
    for (const cell of rows.flatMap(row => row.children.filter(({ name }) => name === 'w:tc'))) {
      if (cell.children.at(-1)?.name !== 'w:p') found.push('a table cell does not end in a paragraph')
    }
  }
  const notes = new Set(
    read('word/footnotes.xml')
      .filter(({ name }) => name === 'w:footnote')
      .map(({ attributes }) => attributes['w:id']),
  )
  for (const { attributes } of named('w:footnoteReference')) {
    if (!notes.has(attributes['w:id'])) found.push(`footnote ${attributes['w:id']} is nowhere`)
  }
  for (const name of Object.keys(parts).filter(name => name.endsWith('.rels'))) {
    const folder = name.replace(/_rels\/[^/]*$/, '')
    for (const { name: kind, attributes } of read(name)) {
      if (kind !== 'Relationship' || attributes.TargetMode === 'External') continue
      const target = attributes.Target.startsWith('/')
        ? attributes.Target.slice(1)
        : folder + attributes.Target
      if (parts[target] === undefined) found.push(`${name} names ${target}, which is not in the package`)
    }
  }
  const properties = read('docProps/core.xml')
  if (!properties.some(({ name, text }) => name === 'dc:title' && text.trim() !== '')) found.push('no title')
  const styles = read('word/styles.xml')
  if (!styles.some(({ name, attributes }) => name === 'w:lang' && attributes['w:val']))
    found.push('no language')
  return found
}
