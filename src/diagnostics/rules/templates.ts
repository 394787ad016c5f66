/** Templates: brand.yml, its fonts, emblem and colours, and the HTML page. */
import { en, es, type Phrase } from '../phrases.ts'
import { error, info, meant, warning } from './rule.ts'

/** A template that extends nothing lacks them all: more than anyone reads. */
const most = 8

function firstOf(keys: readonly string[], and: string, more: string): string {
  const rest = keys.length - most
  return rest > 0 ? `${keys.slice(0, most).join(', ')} ${and} ${rest} ${more}` : keys.join(', ')
}

export const templateRules = {
  'template-missing': error<{ name: string; nearest: string; known: string }>({
    es: [
      f => `no existe la plantilla «${f.name}» (hay: ${f.known})`,
      f => meant.es(f.nearest, 'use una de esas'),
    ],
    en: [
      f => `there is no template “${f.name}” (there are: ${f.known})`,
      f => meant.en(f.nearest, 'use one of those'),
    ],
  }),
  'template-file-missing': error<{ path: string }>({
    es: [f => `a la plantilla le falta el archivo «${f.path}»`, 'añádalo, o corrija brand.yml'],
    en: [f => `the template lacks the file “${f.path}”`, 'add it, or correct brand.yml'],
  }),
  'template-cycle': error<{ chain: string }>({
    es: [f => `las plantillas se extienden en círculo: ${f.chain}`, 'corrija «extends» en una de ellas'],
    en: [f => `the templates extend one another in a circle: ${f.chain}`, 'correct “extends” in one of them'],
  }),
  'brand-syntax': error<{ detail: Phrase }>({
    es: [f => `brand.yml no es YAML válido: ${es(f.detail)}`, 'corrija esa línea'],
    en: [f => `brand.yml is not valid YAML: ${en(f.detail)}`, 'correct that line'],
  }),
  'brand-unknown-key': error<{ key: string; nearest: string }>({
    es: [f => `la clave «${f.key}» no existe en brand.yml`, f => meant.es(f.nearest, 'bórrela')],
    en: [f => `brand.yml has no key “${f.key}”`, f => meant.en(f.nearest, 'delete it')],
  }),
  'brand-value': error<{ key: string; expected: Phrase; found: string }>({
    es: [
      f => `«${f.key}» no puede ser «${f.found}» en brand.yml: se espera ${es(f.expected)}`,
      'corrija el valor',
    ],
    en: [
      f => `“${f.key}” cannot be “${f.found}” in brand.yml; it takes ${en(f.expected)}`,
      'correct the value',
    ],
  }),
  'brand-key-missing': error<{ keys: readonly string[] }>({
    es: [
      f =>
        f.keys.length === 1
          ? `a brand.yml le falta la clave «${f.keys[0]}»`
          : `a brand.yml le faltan ${f.keys.length} claves: ${firstOf(f.keys, 'y', 'más')}`,
      'añada lo que falta, o haga que la plantilla extienda «base»',
    ],
    en: [
      f =>
        f.keys.length === 1
          ? `brand.yml lacks the key “${f.keys[0]}”`
          : `brand.yml lacks ${f.keys.length} keys: ${firstOf(f.keys, 'and', 'more')}`,
      'add what is missing, or let the template extend “base”',
    ],
  }),
  'slot-unknown': error<{ slot: string; known: string }>({
    es: [
      f => `la plantilla HTML tiene un hueco desconocido: data-slot="${f.slot}"`,
      f => `los huecos son: ${f.known}`,
    ],
    en: [
      f => `the HTML template has an unknown slot: data-slot="${f.slot}"`,
      f => `the slots are: ${f.known}`,
    ],
  }),
  'slot-missing': error<{ slot: string }>({
    es: [
      f => `la plantilla HTML no tiene lugar para una parte del documento: data-slot="${f.slot}"`,
      f => `añada a page.html: <template data-slot="${f.slot}"></template>`,
    ],
    en: [
      f => `the HTML template has no place for one part of the document: data-slot="${f.slot}"`,
      f => `add to page.html: <template data-slot="${f.slot}"></template>`,
    ],
  }),
  'token-unknown': error<{ token: string; nearest: string }>({
    es: [
      f => `la hoja de estilo usa un valor que la marca no tiene: var(--${f.token})`,
      f => meant.es(f.nearest && `--${f.nearest}`, 'defínalo en la misma hoja, o bórrelo'),
    ],
    en: [
      f => `the style sheet uses a value that the brand does not have: var(--${f.token})`,
      f => meant.en(f.nearest && `--${f.nearest}`, 'define it in the same sheet, or delete it'),
    ],
  }),
  'font-invalid': error<{ path: string; why: Phrase }>({
    es: [f => `«${f.path}» no sirve como tipo de letra: ${es(f.why)}`, 'use un archivo .ttf u .otf estático'],
    en: [f => `“${f.path}” cannot be used as a font: ${en(f.why)}`, 'use a static .ttf or .otf file'],
  }),
  'font-missing': error<{ family: string; weight: number; style: Phrase }>({
    es: [
      f => `no hay ningún archivo para ${f.family}, peso ${f.weight}, ${es(f.style)}`,
      'añádalo a typography.fonts en brand.yml',
    ],
    en: [
      f => `there is no file for ${f.family}, weight ${f.weight}, ${en(f.style)}`,
      'add it to typography.fonts in brand.yml',
    ],
  }),
  'contrast-low': error<{
    text: string
    textColor: string
    background: string
    backgroundColor: string
    ratio: string
    required: string
    nearest: string
  }>({
    es: [
      f =>
        `«${f.text}» (${f.textColor}) sobre «${f.background}» (${f.backgroundColor}) tiene un contraste de ` +
        `${f.ratio}:1; WCAG 2.2 AA pide ${f.required}:1`,
      f => (f.nearest === '' ? 'cambie los dos colores' : `el color más próximo que cumple es ${f.nearest}`),
    ],
    en: [
      f =>
        `“${f.text}” (${f.textColor}) on “${f.background}” (${f.backgroundColor}) has a contrast of ` +
        `${f.ratio}:1; WCAG 2.2 AA asks for ${f.required}:1`,
      f =>
        f.nearest === '' ? 'change both colours' : `the nearest colour with enough contrast is ${f.nearest}`,
    ],
  }),
  'emblem-invalid': error<{ path: string; why: Phrase }>({
    es: [
      f => `«${f.path}» no sirve como emblema: ${es(f.why)}`,
      'use un SVG con viewBox y un PNG hecho de ese mismo SVG',
    ],
    en: [
      f => `“${f.path}” cannot be used as an emblem: ${en(f.why)}`,
      'use an SVG with a viewBox and a PNG made from that same SVG',
    ],
  }),
  'emblem-undrawn': warning<{ detail: Phrase }>({
    es: [
      f => `el emblema de la plantilla contiene algo que el PDF no puede dibujar: ${es(f.detail)}`,
      'en el SVG use solo trazados y rellenos, sin filtros, imágenes ni texto',
    ],
    en: [
      f => `the emblem of the template contains something that the PDF cannot draw: ${en(f.detail)}`,
      'use only paths and fills in the SVG, without filters, pictures or text',
    ],
  }),
  'word-template-invalid': error<{ path: string; part: string; why: Phrase }>({
    es: [
      f => `«${f.path}» no sirve como plantilla de Word: ${f.part && `«${f.part}»: `}${es(f.why)}`,
      'ábralo en Word y guárdelo de nuevo como .docx o .dotx; si sigue igual, quite allí lo que se nombra',
    ],
    en: [
      f => `“${f.path}” cannot be used as a Word template: ${f.part && `“${f.part}”: `}${en(f.why)}`,
      'open it in Word and save it again as .docx or .dotx; if that does not help, remove there what is named',
    ],
  }),
  'word-template-text': info<{ path: string; text: string }>({
    es: [
      f => `de la plantilla «${f.path}» no se toma su propio texto: «${f.text}»`,
      'solo lo que está antes de un campo titulo, fecha, organo o clasificacion, o con él, se conserva',
    ],
    en: [
      f => `the template’s own text is not taken over from “${f.path}”: “${f.text}”`,
      'only what stands before a field titulo, fecha, organo or clasificacion, or with it, is kept',
    ],
  }),
  'word-template-styles': info<{ path: string; styles: string }>({
    es: [
      f => `la plantilla «${f.path}» no tiene estos estilos y se le añaden: ${f.styles}`,
      'si han de verse como los de la casa, créelos en ella con esos nombres',
    ],
    en: [
      f => `the template “${f.path}” lacks these styles, which are added: ${f.styles}`,
      'if they should look like those of the house, create them there under these names',
    ],
  }),
  'word-template-numbers': info<{ path: string }>({
    es: [
      f => `la plantilla «${f.path}» numera los títulos de otra forma: llevan los números del texto`,
      'para que valga su numeración, que sea decimal («1.», «1.1.») en todos los niveles que el texto usa',
    ],
    en: [
      f => `the template “${f.path}” numbers headings in another way: they have the numbers of the text`,
      'its own will do if they are decimal (“1.”, “1.1.”) on every level that the text uses',
    ],
  }),
}
