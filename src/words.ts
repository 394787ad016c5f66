/** What a run says beside its messages, in the languages of its users. */
import type { MessageLanguage, Severity } from './diagnostics/catalogue.ts'

export interface Words {
  readonly severities: Readonly<Record<Severity, string>>
  /** «3 páginas» */
  readonly pages: (count: number) => string
  readonly words: (count: number) => string
  readonly lines: (first: number, last: number) => string
  readonly note: (number: string) => string
  readonly notPublished: string
  readonly current: string
  readonly removed: string
  readonly noTexts: string
  readonly watching: string
  readonly noRepeats: string
  readonly agrees: (formats: readonly string[]) => string
  readonly differs: string
  readonly created: string
  readonly usage: UsageWords
  readonly release: ReleaseWords
  readonly internal: (detail: string) => string
}

/** Of releases: made, checked, compared. */
interface ReleaseWords {
  readonly made: (files: number, folder: string) => string
  readonly none: string
  readonly notPart: string
  readonly good: (files: number) => string
  readonly rebuilt: Readonly<Record<'rebuilt' | 'no-source' | 'other-source' | 'other-program', string>>
  readonly verified: string
  readonly verifiedNot: string
  readonly kinds: Readonly<Record<'added' | 'removed' | 'changed' | 'moved' | 'unchanged', string>>
  readonly markupOnly: string
}

/** Wrong usage: what is wrong, and the option or name that may have been meant; '' where none is near. */
interface UsageWords {
  readonly seeHelp: string
  readonly noCommand: string
  readonly unknownCommand: (name: string, nearest: string) => string
  readonly unknownOption: (name: string, nearest: string, known: string) => string
  readonly notTaken: (command: string, option: string) => string
  readonly valueMissing: (option: string) => string
  readonly valueUnwanted: (option: string) => string
  readonly oneName: string
  readonly oneFolder: string
  readonly twoVersions: string
  readonly unknownClassification: (name: string, known: string) => string
  readonly unknownAssets: (name: string) => string
  readonly unknownFormat: (name: string, known: string) => string
  readonly unknownLanguage: (name: string) => string
  readonly limitShape: (written: string) => string
  readonly unknownLimit: (name: string, known: string) => string
  readonly limitTooHigh: (name: string, most: number) => string
  readonly epoch: (value: string) => string
}

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`

export const wordsIn: Readonly<Record<MessageLanguage, Words>> = {
  es: {
    severities: { error: 'error', warning: 'aviso', info: 'nota' },
    pages: count => plural(count, 'página'),
    words: count => plural(count, 'palabra'),
    lines: (first, last) => `líneas ${first}–${last}`,
    note: number => `nota ${number}`,
    notPublished: 'no se publica',
    current: 'al día',
    removed: 'quitado, ya no existe su texto',
    noTexts: 'no hay textos en source/: «pliego new NOMBRE» crea uno',
    watching: 'se publica de nuevo con cada cambio que se guarde; Ctrl-C para terminar',
    noRepeats: 'no hay párrafos repetidos',
    agrees: formats => `dicen lo mismo que el texto: ${formats.join(', ')}`,
    differs: 'no dicen lo mismo que el texto',
    created: 'ábralo, escriba el texto y publíquelo con «make all»',
    usage: {
      seeHelp: '«pliego help» muestra cómo se usa',
      noCommand: 'falta la orden',
      unknownCommand: (name, nearest) =>
        `no existe la orden «${name}»${nearest && `; ¿quiso decir «${nearest}»?`}`,
      unknownOption: (name, nearest, known) =>
        `no existe la opción ${name}${nearest === '' ? ` (hay: ${known})` : `; ¿quiso decir ${nearest}?`}`,
      notTaken: (command, option) => `«${command}» no admite ${option}`,
      valueMissing: option => `a ${option} le falta su valor`,
      valueUnwanted: option => `${option} no lleva valor`,
      oneName: '«new» necesita un nombre, y uno solo; entre comillas si tiene espacios',
      oneFolder: '«verify» necesita la carpeta de una publicación, y una sola',
      twoVersions: '«changes» necesita dos versiones: la anterior y la nueva',
      unknownClassification: (name, known) => `no existe la clasificación «${name}» (hay: ${known})`,
      unknownAssets: name => `--assets no puede ser «${name}» (puede ser: inside, beside)`,
      unknownFormat: (name, known) => `no existe el formato «${name}» (hay: ${known})`,
      unknownLanguage: name => `los mensajes no existen en «${name}» (hay: es, en)`,
      limitShape: written => `«${written}» no es un límite: se escribe --limite nombre=número`,
      unknownLimit: (name, known) => `no existe el límite «${name}» (hay: ${known})`,
      limitTooHigh: (name, most) => `el límite «${name}» no puede pasar de ${most}`,
      epoch: value => `SOURCE_DATE_EPOCH no es un número de segundos: «${value}»`,
    },
    release: {
      made: (files, folder) => `publicación lista en ${folder}: ${plural(files, 'archivo')}`,
      none: 'no hay publicación: corrija lo anterior',
      notPart: 'quitado, no es parte de la publicación',
      good: files => `${plural(files, 'archivo')} como dice el manifiesto`,
      rebuilt: {
        rebuilt: 'construida de nuevo desde su texto',
        'no-source': 'no se construyó de nuevo: su texto no está aquí',
        'other-source': 'no se construyó de nuevo: el texto de aquí es otro',
        'other-program': 'no se construyó de nuevo: se hizo con otra versión del programa',
      },
      verified: 'la publicación está íntegra',
      verifiedNot: 'la publicación no está íntegra',
      kinds: {
        added: 'añadida',
        removed: 'suprimida',
        changed: 'modificada',
        moved: 'trasladada',
        unchanged: 'sin cambios',
      },
      markupOnly: 'sin cambio de palabras',
    },
    internal: detail => `fallo interno: ${detail}\n    → comuníquelo; PLIEGO_DEBUG=1 muestra dónde`,
  },
  en: {
    severities: { error: 'error', warning: 'warning', info: 'note' },
    pages: count => plural(count, 'page'),
    words: count => plural(count, 'word'),
    lines: (first, last) => `lines ${first}–${last}`,
    note: number => `note ${number}`,
    notPublished: 'not published',
    current: 'up to date',
    removed: 'removed, its text is gone',
    noTexts: 'there are no texts in source/: “pliego new NAME” creates one',
    watching: 'built again whenever a change is saved; Ctrl-C ends it',
    noRepeats: 'there are no repeated paragraphs',
    agrees: formats => `say what the text says: ${formats.join(', ')}`,
    differs: 'do not say what the text says',
    created: 'open it, write the text and publish it with “make all”',
    usage: {
      seeHelp: '“pliego help” shows how it is used',
      noCommand: 'the command is missing',
      unknownCommand: (name, nearest) =>
        `there is no command “${name}”${nearest && `; did you mean “${nearest}”?`}`,
      unknownOption: (name, nearest, known) =>
        `there is no option ${name}${nearest === '' ? ` (there are: ${known})` : `; did you mean ${nearest}?`}`,
      notTaken: (command, option) => `“${command}” does not take ${option}`,
      valueMissing: option => `${option} lacks its value`,
      valueUnwanted: option => `${option} takes no value`,
      oneName: '“new” needs one name, and only one; in quotation marks if it has spaces',
      oneFolder: '“verify” needs the folder of a release, and one only',
      twoVersions: '“changes” needs two versions: the old one and the new one',
      unknownClassification: (name, known) => `there is no classification “${name}” (there are: ${known})`,
      unknownAssets: name => `--assets cannot be “${name}” (it can be: inside, beside)`,
      unknownFormat: (name, known) => `there is no format “${name}” (there are: ${known})`,
      unknownLanguage: name => `there are no messages in “${name}” (there are: es, en)`,
      limitShape: written => `“${written}” is not a limit: write --limit name=number`,
      unknownLimit: (name, known) => `there is no limit “${name}” (there are: ${known})`,
      limitTooHigh: (name, most) => `the limit “${name}” cannot be more than ${most}`,
      epoch: value => `SOURCE_DATE_EPOCH is not a number of seconds: “${value}”`,
    },
    release: {
      made: (files, folder) => `the release is ready in ${folder}: ${plural(files, 'file')}`,
      none: 'there is no release: mend the above',
      notPart: 'removed, it is no part of the release',
      good: files => `${plural(files, 'file')} as the manifest says`,
      rebuilt: {
        rebuilt: 'built again from its text',
        'no-source': 'not built again: its text is not here',
        'other-source': 'not built again: the text here is another',
        'other-program': 'not built again: it was made by another version of the program',
      },
      verified: 'the release is sound',
      verifiedNot: 'the release is not sound',
      kinds: {
        added: 'added',
        removed: 'removed',
        changed: 'changed',
        moved: 'moved',
        unchanged: 'unchanged',
      },
      markupOnly: 'no change of words',
    },
    internal: detail => `the program itself failed: ${detail}\n    → report it; PLIEGO_DEBUG=1 shows where`,
  },
}
