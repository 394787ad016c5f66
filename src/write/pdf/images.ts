/** Pictures of the text as XObjects (ISO 32000-1 8.9.5, 8.10), each written once. */
import type { Image } from '../../publication/model.ts'
import { type PdfDocument, stream } from './document.ts'
import { readJpeg } from './jpeg.ts'
import { readPng, type Samples } from './png.ts'
import { drawable, svgForm } from './svg.ts'
import type { Dictionary, Reference, Value } from './syntax.ts'

export interface EmbeddedImage {
  /** Resource name. */
  readonly name: string
  readonly reference: Reference
  /** Of the space that the XObject fills: 1 by 1 for samples, its own size for drawings, whose y runs down. */
  readonly unit: { readonly width: number; readonly height: number; readonly down: boolean }
  /** What could not be drawn. */
  readonly left: readonly string[]
}

/** Samples fill the unit square, upright (8.9.5.1). */
const square = { width: 1, height: 1, down: false } as const

/** @param ordinal - tells the document's pictures apart */
export function embedImage(doc: PdfDocument, image: Image, ordinal: number): EmbeddedImage {
  const name = `I${ordinal}`
  if (image.type === 'image/jpeg') {
    return { name, reference: embedJpeg(doc, image), unit: square, left: [] }
  }
  if (image.type === 'image/png') {
    return { name, reference: embedPng(doc, image.bytes), unit: square, left: [] }
  }
  const svg = new TextDecoder().decode(image.bytes)
  // What paths cannot show, the picture made of it can.
  if (!drawable(svg) && image.fallback.length > 0) {
    return { name, reference: embedPng(doc, image.fallback), unit: square, left: [] }
  }
  const { reference, left } = svgForm(doc, svg, image.width, image.height)
  return { name, reference, unit: { width: image.width, height: image.height, down: true }, left }
}

function embedJpeg(doc: PdfDocument, { bytes, width, height }: Image): Reference {
  const { colors, profile } = readJpeg(bytes)
  return encoded(doc, bytes, {
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    BitsPerComponent: 8,
    ColorSpace: colorSpace(doc, colors, profile),
    Filter: 'DCTDecode',
  })
}

function embedPng(doc: PdfDocument, bytes: Uint8Array): Reference {
  const samples = readPng(bytes)
  const { width, height, colors, bits, palette, profile, alpha, alphaBits } = samples
  const space = colorSpace(doc, palette === null ? colors : 3, profile)
  const size = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height }
  const mask: Dictionary =
    alpha === null
      ? {}
      : { SMask: stream(doc, { ...size, BitsPerComponent: alphaBits, ColorSpace: 'DeviceGray' }, alpha) }
  const dictionary: Dictionary = {
    ...size,
    BitsPerComponent: bits,
    ColorSpace: palette === null ? space : ['Indexed', space, palette.length / 3 - 1, palette],
    ...mask,
  }
  if (!samples.predicted) return stream(doc, dictionary, samples.data)
  return encoded(doc, samples.data, { ...dictionary, Filter: 'FlateDecode', DecodeParms: predictor(samples) })
}

function predictor({ colors, bits, width }: Samples): Dictionary {
  return { Predictor: 15, Colors: colors, BitsPerComponent: bits, Columns: width }
}

/** A stream whose bytes are encoded already. */
function encoded(doc: PdfDocument, bytes: Uint8Array, dictionary: Dictionary): Reference {
  const reference = doc.ref(dictionary)
  reference.write(bytes)
  reference.end()
  return reference
}

/** The picture's own colours where it says them; otherwise those of the output intent, sRGB. */
function colorSpace(doc: PdfDocument, colors: number, profile: Uint8Array | null): Value {
  const device = colors === 1 ? 'DeviceGray' : 'DeviceRGB'
  if (profile === null || !usable(profile, colors)) return device
  return ['ICCBased', stream(doc, { N: colors, Alternate: device }, profile)]
}

/** Of the colours and classes that a picture's profile may have (ISO 19005-2 6.2.4.2; ICC.1:2010 7.2). */
function usable(profile: Uint8Array, colors: number): boolean {
  const signature = (at: number) => Buffer.from(profile.subarray(at, at + 4)).toString('latin1')
  return (
    profile.length >= 128 &&
    (profile[8] ?? 9) <= 4 &&
    ['scnr', 'mntr', 'prtr', 'spac'].includes(signature(12)) &&
    signature(16) === (colors === 1 ? 'GRAY' : 'RGB ') &&
    signature(36) === 'acsp'
  )
}
