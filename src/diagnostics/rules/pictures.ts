/** Pictures: their files, and the words for readers who do not see them. */
import { en, es, type Phrase } from '../phrases.ts'
import { error, meant, warning } from './rule.ts'

export const pictureRules = {
  'image-missing': error<{ path: string; nearest: string }>({
    es: [
      f => `no existe la imagen «${f.path}»`,
      f => meant.es(f.nearest, 'compruebe el nombre; la ruta se cuenta desde la carpeta del texto'),
    ],
    en: [
      f => `there is no picture “${f.path}”`,
      f => meant.en(f.nearest, 'check the name; the path starts at the folder of the text'),
    ],
  }),
  'image-outside': error<{ path: string }>({
    es: [
      f => `la imagen «${f.path}» no está en la carpeta del texto, en source/ ni en templates/`,
      'copie la imagen junto al texto y escriba una ruta relativa',
    ],
    en: [
      f => `the picture “${f.path}” is not in the folder of the text, in source/ or in templates/`,
      'copy the picture to where the text is and write a relative path',
    ],
  }),
  'image-type': error<{ path: string; found: Phrase }>({
    es: [f => `la imagen «${f.path}» es ${es(f.found)}`, 'guárdela como PNG, JPEG (en RGB) o SVG'],
    en: [f => `the picture “${f.path}” is ${en(f.found)}`, 'save it as PNG, JPEG (in RGB) or SVG'],
  }),
  'image-broken': error<{ path: string; why: Phrase }>({
    es: [
      f => `la imagen «${f.path}» está dañada: ${es(f.why)}`,
      'vuelva a guardarla desde el programa con el que se hizo',
    ],
    en: [
      f => `the picture “${f.path}” is damaged: ${en(f.why)}`,
      'save it again from the program that it was made with',
    ],
  }),
  'image-too-large': error<{ path: string; bytes: number; bound: number }>({
    es: [
      f => `la imagen «${f.path}» mide ${f.bytes} bytes; el límite es ${f.bound}`,
      'redúzcala, o suba el límite: --limite bytes-imagen=…',
    ],
    en: [
      f => `the picture “${f.path}” has ${f.bytes} bytes; the limit is ${f.bound}`,
      'make it smaller, or raise the limit: --limit image-bytes=…',
    ],
  }),
  'image-too-many-pixels': error<{ path: string; width: number; height: number; bound: number }>({
    es: [
      f => `la imagen «${f.path}» tiene ${f.width} × ${f.height} píxeles; el límite es ${f.bound}`,
      'redúzcala, o suba el límite: --limite pixeles=…',
    ],
    en: [
      f => `the picture “${f.path}” has ${f.width} × ${f.height} pixels; the limit is ${f.bound}`,
      'make it smaller, or raise the limit: --limit pixels=…',
    ],
  }),
  'image-resolution': warning<{ path: string; ppi: number; centimetres: number }>({
    es: [
      f =>
        `la imagen «${f.path}» tiene ${f.ppi} píxeles por pulgada a los ${f.centimetres} cm que ocupa; bastan 300`,
      'redúzcala, o ponga «imágenes: {maxPpi: 300}» en la cabecera',
    ],
    en: [
      f =>
        `the picture “${f.path}” has ${f.ppi} pixels an inch at the ${f.centimetres} cm that it takes; 300 are enough`,
      'make it smaller, or put “images: {maxPpi: 300}” into the front matter',
    ],
  }),
  'image-svg-unsafe': error<{ path: string; what: Phrase }>({
    es: [
      f => `el SVG «${f.path}» contiene ${es(f.what)}`,
      'expórtelo de nuevo sin guiones ni enlaces a otros archivos, o como PNG',
    ],
    en: [
      f => `the SVG “${f.path}” contains ${en(f.what)}`,
      'export it again without scripts and links to other files, or as PNG',
    ],
  }),
  'image-alternative-missing': warning<{ path: string }>({
    es: [
      f => `la imagen «${f.path}» no tiene texto alternativo`,
      'descríbala: ![descripción](archivo); si es solo adorno, añada {decorative}',
    ],
    en: [
      f => `the picture “${f.path}” has no alternative text`,
      'describe it: ![description](file); if it is only an ornament, add {decorative}',
    ],
  }),
  'image-alternative-name': warning<{ path: string }>({
    es: [f => `el texto alternativo de «${f.path}» es el nombre del archivo`, 'diga qué muestra la imagen'],
    en: [f => `the alternative text of “${f.path}” is the name of its file`, 'say what the picture shows'],
  }),
  'image-decorative-text': warning<{ path: string }>({
    es: [
      f => `la imagen «${f.path}» es de adorno y tiene texto alternativo o leyenda; no se leerán en voz alta`,
      'quite {decorative}, o deje vacíos los corchetes',
    ],
    en: [
      f =>
        `the picture “${f.path}” is an ornament and has alternative text or a caption, which will not be read aloud`,
      'remove {decorative}, or leave the square brackets empty',
    ],
  }),
  'image-title-inline': warning<{ title: string }>({
    es: [
      f => `la leyenda «${f.title}» no sale: la imagen está dentro de una línea de texto`,
      'ponga la imagen sola en su párrafo, y será una figura con esa leyenda; o quite la leyenda',
    ],
    en: [
      f => `the caption “${f.title}” is not published: the picture stands in a line of text`,
      'put the picture alone into its paragraph, to be a figure with that caption; or remove the caption',
    ],
  }),
  'image-undrawn': warning<{ path: string; detail: Phrase }>({
    es: [
      f => `«${f.path}» contiene algo que el PDF no puede dibujar: ${es(f.detail)}`,
      f =>
        f.detail === 'svg-text'
          ? 'convierta los textos en trazados y guarde de nuevo el SVG, o use un PNG'
          : 'quítelo y guarde de nuevo el SVG, o exporte el dibujo como PNG',
    ],
    en: [
      f => `“${f.path}” contains something that the PDF cannot draw: ${en(f.detail)}`,
      f =>
        f.detail === 'svg-text'
          ? 'turn its texts into paths and save the SVG again, or use a PNG'
          : 'remove it and save the SVG again, or export the drawing as PNG',
    ],
  }),
}
