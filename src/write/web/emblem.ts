/** The template's emblem as hast that can stand inside a page: nothing that runs, loads or clashes. */
import type { Element, ElementContent, Properties } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import type { Emblem } from '../../design/types.ts'

/**
 * @param emblem - as the template brings it
 * @param prefix - put before the ids inside, which would otherwise share a page with the text's
 * @returns an `svg` element, sized by style sheets alone; null when the file holds none
 */
export function emblemToHast(emblem: Emblem, prefix: string): Element | null {
  const root = unified().use(rehypeParse, { fragment: true, space: 'svg' }).parse(emblem.svg)
  const svg = root.children.find(node => node.type === 'element' && node.tagName === 'svg')
  if (svg?.type !== 'element') return null
  const { height: _, width: __, ...properties } = clean(svg, prefix)
  const name =
    emblem.alternative === '' ? { ariaHidden: 'true' } : { role: 'img', ariaLabel: emblem.alternative }
  return {
    type: 'element',
    tagName: 'svg',
    properties: { ...properties, className: ['emblem'], ...name },
    children: svg.children.flatMap(child => cleanChild(child, prefix)),
  }
}

/** Elements that run, load or style: an emblem needs none of them. */
const refused = ['script', 'style', 'foreignObject', 'image', 'a', 'iframe', 'title', 'desc', 'metadata']

function cleanChild(node: ElementContent, prefix: string): ElementContent[] {
  if (node.type !== 'element' || refused.includes(node.tagName)) return []
  const children = node.children.flatMap(child => cleanChild(child, prefix))
  return [{ type: 'element', tagName: node.tagName, properties: clean(node, prefix), children }]
}

/** Attributes that draw; `style`, which a content security policy blocks, as the attributes that it stands for. */
function clean(node: Element, prefix: string): Properties {
  const result: Properties = {}
  for (const [name, value] of Object.entries(node.properties)) {
    if (/^(on|xmlns|xlink(?!Href)|xml|data|className|role|aria|tabIndex|baseProfile|version)/.test(name))
      continue
    if (name === 'style') {
      for (const [, property = '', text = ''] of String(value).matchAll(/([\w-]+)\s*:\s*([^;]+)/g)) {
        result[property.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())] = local(
          text.trim(),
          prefix,
        )
      }
    } else if (name === 'id') result.id = `${prefix}${value}`
    else if (name === 'href' || name === 'xLinkHref') {
      if (String(value).startsWith('#')) result.href = `#${prefix}${String(value).slice(1)}`
    } else if (typeof value === 'string') result[name] = local(value, prefix)
    else result[name] = value
  }
  return result
}

/** `url(#id)` with the prefix; any other address goes. */
function local(value: string, prefix: string): string {
  return value.replace(/url\(\s*(["']?)(#?)([^)"']*)\1\s*\)/g, (_, __, hash: string, id: string) =>
    hash === '' ? 'none' : `url(#${prefix}${id})`,
  )
}
