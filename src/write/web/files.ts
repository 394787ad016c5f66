/** What files are called that belong to a web page or a book. */
import type { WebFont } from '../../fonts/web-fonts.ts'
import type { Image } from '../../publication/model.ts'

export const imageEndings: Readonly<Record<Image['type'], string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/svg+xml': 'svg',
}

export function fontFile({ family, weight, italic }: WebFont): string {
  const name = family.replace(/[^A-Za-z0-9]+/g, '')
  return `fonts/${name}-${weight}${italic ? '-italic' : ''}.woff2`
}
