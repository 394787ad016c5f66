/** Why a file or a piece of YAML cannot be used, in both languages: phrases as in `phrases.ts`. */

type Value = string | number

export const causes = {
  // The file system's codes
  EACCES: { es: 'permiso denegado', en: 'permission denied' },
  EPERM: { es: 'permiso denegado', en: 'permission denied' },
  EROFS: { es: 'el disco es de solo lectura', en: 'the disk is read-only' },
  ENOTDIR: {
    es: 'parte de la ruta es un archivo, no una carpeta',
    en: 'part of the path is a file, not a folder',
  },
  EEXIST: {
    es: 'parte de la ruta es un archivo, no una carpeta',
    en: 'part of the path is a file, not a folder',
  },
  EISDIR: { es: 'ya hay una carpeta con ese nombre', en: 'there is a folder with that name already' },
  ENOSPC: { es: 'el disco está lleno', en: 'the disk is full' },
  ENAMETOOLONG: { es: 'el nombre es demasiado largo', en: 'the name is too long' },
  ENOENT: { es: 'no existe', en: 'it does not exist' },
  ELOOP: { es: 'los enlaces simbólicos dan vueltas', en: 'the symbolic links go in circles' },
  EIO: { es: 'fallo del disco', en: 'the disk failed' },
  EMFILE: { es: 'demasiados archivos abiertos', en: 'too many open files' },
  'no-regular-file': { es: 'no es un archivo normal', en: 'it is not a regular file' },

  // YAML; the codes are those of its parser
  BAD_ALIAS: {
    es: 'un valor que empieza por «*» va entre comillas',
    en: 'a value that begins with “*” goes between quotation marks',
  },
  BAD_DQ_ESCAPE: {
    es: 'dentro de comillas dobles, «\\» se escribe «\\\\»',
    en: 'between double quotation marks, “\\” is written “\\\\”',
  },
  BAD_INDENT: {
    es: 'esta línea no está alineada con las demás',
    en: 'this line is not aligned with the others',
  },
  BAD_SCALAR_START: {
    es: 'un valor no puede empezar así sin comillas',
    en: 'a value cannot begin like this without quotation marks',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    es: 'dos puntos dentro de un texto sin comillas',
    en: 'a colon inside a text without quotation marks',
  },
  DUPLICATE_KEY: { es: 'esta clave ya está más arriba', en: 'this key stands further up already' },
  MISSING_CHAR: {
    es: 'faltan los dos puntos tras una clave, o unas comillas que cierren',
    en: 'the colon after a key is missing, or a closing quotation mark',
  },
  MULTILINE_IMPLICIT_KEY: {
    es: 'una clave ocupa más de una línea',
    en: 'a key takes more than one line',
  },
  TAB_AS_INDENT: {
    es: 'hay un tabulador al comienzo de la línea; use espacios',
    en: 'there is a tab at the beginning of the line; use spaces',
  },
  TAG_RESOLVE_FAILED: {
    es: 'un valor que empieza por «!» va entre comillas',
    en: 'a value that begins with “!” goes between quotation marks',
  },
  UNEXPECTED_TOKEN: { es: 'sobra texto detrás del valor', en: 'there is text behind the value' },
  'no-keys': { es: 'no hay «clave: valor»', en: 'there is no “key: value”' },
  'lines-of-keys': { es: 'se esperan líneas «clave: valor»', en: 'lines of “key: value” are expected' },
  'longer-than': {
    es: (bound: Value) => `pasa de ${bound} caracteres`,
    en: (bound: Value) => `it has more than ${bound} characters`,
  },
  'cut-by-dots': { es: 'una línea «...» corta la cabecera', en: 'a line “...” cuts it off' },
  'quotes-needed': {
    es: (mark: Value) => `un valor que empieza por «${mark}» va entre comillas`,
    en: (mark: Value) => `a value that begins with “${mark}” goes between quotation marks`,
  },
  'key-is-name': {
    es: 'una clave es un nombre, sin corchetes ni llaves',
    en: 'a key is a name, without brackets or braces',
  },
  'not-closed': {
    es: 'falta la línea «---» que la cierra',
    en: 'the line “---” that closes it is missing',
  },
  'not-first': {
    es: 'la línea «---» tiene que ser la primera',
    en: 'the line “---” has to be the first one',
  },

  // Pictures
  gif: { es: 'un GIF', en: 'a GIF' },
  webp: { es: 'un WebP', en: 'a WebP' },
  tiff: { es: 'un TIFF', en: 'a TIFF' },
  bmp: { es: 'un BMP', en: 'a BMP' },
  pdf: { es: 'un PDF', en: 'a PDF' },
  'heic-or-video': { es: 'una foto HEIC o AVIF, o un vídeo', en: 'an HEIC or AVIF photograph, or a video' },
  'unknown-type': { es: 'de un tipo desconocido', en: 'of an unknown type' },
  'animated-png': { es: 'un PNG animado', en: 'an animated PNG' },
  'jpeg-variant': {
    es: 'un JPEG de una variante que los lectores no abren',
    en: 'a JPEG of a variant that readers do not open',
  },
  'jpeg-depth': {
    es: 'un JPEG de más de 8 bits por color',
    en: 'a JPEG with more than 8 bits a colour',
  },
  'jpeg-cmyk': { es: 'un JPEG en CMYK', en: 'a JPEG in CMYK' },
  'begins-late': { es: 'le falta el comienzo', en: 'its beginning is missing' },
  'without-image': { es: 'no tiene imagen', en: 'it has no image' },
  undecodable: { es: 'no se puede leer hasta su final', en: 'it cannot be read to its end' },
  'png-header': {
    es: 'su cabecera dice algo que un PNG no puede ser',
    en: 'its header says something that no PNG can be',
  },
  'changed-bytes': {
    es: 'sus bytes no son los que se guardaron',
    en: 'its bytes are not those that were saved',
  },
  'cut-short': { es: 'está cortada', en: 'it is cut short' },
  'no-pixels': { es: 'mide 0 píxeles', en: 'it measures 0 pixels' },
  'segment-lost': {
    es: 'un segmento no empieza donde debe',
    en: 'a segment does not begin where it should',
  },
  'cannot-turn': {
    es: 'no se puede enderezar según su orientación',
    en: 'it cannot be turned upright',
  },
  'not-utf8': { es: 'no está en UTF-8', en: 'it is not in UTF-8' },
  'xml-fault': {
    es: (line: Value, column: Value) => `no es XML bien formado (línea ${line}, columna ${column})`,
    en: (line: Value, column: Value) => `it is not well-formed XML (line ${line}, column ${column})`,
  },
  'no-svg-element': { es: 'no empieza por «svg»', en: 'it does not begin with “svg”' },
  'more-elements-than': {
    es: (bound: Value) => `tiene más de ${bound} elementos`,
    en: (bound: Value) => `it has more than ${bound} elements`,
  },
  'without-size': { es: 'no tiene tamaño', en: 'it has no size' },
  'entity-definition': { es: 'una definición de entidades', en: 'a definition of entities' },
  'link-to-file': { es: 'un enlace a otro archivo', en: 'a link to another file' },
  element: { es: (name: Value) => `«<${name}>»`, en: (name: Value) => `“<${name}>”` },
  script: { es: (name: Value) => `el guion «${name}»`, en: (name: Value) => `the script “${name}”` },

  // Fonts and the emblem
  'font-woff': {
    es: 'es WOFF; se necesita el archivo .ttf u .otf del que se hizo',
    en: 'it is WOFF; the .ttf or .otf file that it was made from is needed',
  },
  'font-woff2': {
    es: 'es WOFF2; se necesita el archivo .ttf u .otf del que se hizo',
    en: 'it is WOFF2; the .ttf or .otf file that it was made from is needed',
  },
  'font-collection': {
    es: 'es una colección (.ttc); se necesita un archivo por cada estilo',
    en: 'it is a collection (.ttc); one file for every style is needed',
  },
  'font-variable': {
    es: 'es un tipo de letra variable; se necesita un archivo por cada estilo',
    en: 'it is a variable font; one file for every style is needed',
  },
  'font-table': {
    es: (name: Value) => `le falta la tabla «${name}»`,
    en: (name: Value) => `it lacks the table “${name}”`,
  },
  'font-outlines': {
    es: 'no tiene contornos TrueType ni CFF',
    en: 'it has neither TrueType nor CFF outlines',
  },
  'no-font': { es: 'no es un archivo de tipo de letra', en: 'it is not a font file' },
  'font-cut': { es: 'el archivo está cortado', en: 'the file is cut short' },
  'font-damaged': { es: 'el archivo está cortado o dañado', en: 'the file is cut short or damaged' },
  'font-restricted': {
    es: 'su licencia prohíbe incrustarlo (OS/2 fsType)',
    en: 'its licence forbids embedding it (OS/2 fsType)',
  },
  'font-no-subset': {
    es: 'su licencia prohíbe incrustar solo los caracteres usados (OS/2 fsType)',
    en: 'its licence forbids embedding only the characters in use (OS/2 fsType)',
  },
  'font-bitmaps': {
    es: 'su licencia solo permite incrustar mapas de bits',
    en: 'its licence allows embedding bitmaps only',
  },
  'emblem-pair': { es: 'faltan el SVG o el PNG', en: 'the SVG or the PNG is missing' },
  'no-view-box': { es: 'no tiene viewBox', en: 'it has no viewBox' },
  'no-png': { es: 'no es PNG', en: 'it is no PNG' },
  'other-proportion': {
    es: 'su proporción no es la del SVG',
    en: 'its proportion is not that of the SVG',
  },

  'comment-open': { es: 'no se cierra', en: 'is not closed' },
  'comment-alone': { es: 'está solo en su párrafo', en: 'stands alone in its paragraph' },

  // Word's files
  'not-zip': { es: 'no es un archivo de Word (.docx o .dotx)', en: 'it is not a Word file (.docx or .dotx)' },
  'zip-damaged': { es: 'está dañado', en: 'it is damaged' },
  'zip-encrypted': { es: 'está cifrado', en: 'it is encrypted' },
  'zip-entries': {
    es: (bound: Value) => `contiene más de ${bound} partes`,
    en: (bound: Value) => `it has more than ${bound} parts`,
  },
  'zip-bytes': {
    es: (bound: Value) => `desempaquetado pasa de ${bound} MB`,
    en: (bound: Value) => `it takes more than ${bound} MB when unpacked`,
  },
  'zip-ratio': {
    es: (bound: Value) => `desempaquetado ocupa más de ${bound} veces lo que empaquetado`,
    en: (bound: Value) => `unpacked it takes more than ${bound} times what it takes packed`,
  },
  'word-old': {
    es: 'está en el formato antiguo de Word (.doc) o tiene contraseña',
    en: 'it is in Word’s old format (.doc) or has a password',
  },
  'word-not': { es: 'no es un documento de Word', en: 'it is not a Word document' },
  'word-strict': {
    es: 'está guardado como «Documento Open XML estricto»',
    en: 'it is saved as “Strict Open XML Document”',
  },
  'word-macros': { es: 'contiene macros o controles', en: 'it contains macros or controls' },
  'word-embedded': {
    es: (type: Value) => `incrusta algo que no es de Word (${type})`,
    en: (type: Value) => `it embeds something that is not Word’s (${type})`,
  },
  'word-external': {
    es: (target: Value) => `remite a un archivo de fuera: ${target}`,
    en: (target: Value) => `it refers to a file outside: ${target}`,
  },
  'word-value': {
    es: (value: Value) => `tiene un valor que Word no admite: ${value}`,
    en: (value: Value) => `it has a value that Word does not accept: ${value}`,
  },
  'word-element': {
    es: (element: Value) => `tiene un elemento que Word no admite: ${element}`,
    en: (element: Value) => `it has an element that Word does not accept: ${element}`,
  },
  'word-root': {
    es: (element: Value) => `otra parte la toma por lo que no es (${element})`,
    en: (element: Value) => `another part takes it for what it is not (${element})`,
  },
  'word-misplaced': {
    es: (found: Value, parent: Value) => `tiene ${found} donde ${parent} no lo admite`,
    en: (found: Value, parent: Value) => `it has ${found} where ${parent} does not accept it`,
  },
  'word-lacking': {
    es: (parent: Value, wanted: Value) => `a un ${parent} le falta ${wanted}`,
    en: (parent: Value, wanted: Value) => `a ${parent} lacks ${wanted}`,
  },
  'word-twice': {
    es: (element: Value) => `tiene dos veces ${element}`,
    en: (element: Value) => `it has ${element} twice`,
  },
  'word-no-styles': { es: 'no tiene estilos de párrafo', en: 'it has no paragraph styles' },
  'part-missing': { es: 'falta', en: 'it is missing' },
  'xml-damaged': { es: 'su XML está dañado', en: 'its XML is damaged' },
} as const
