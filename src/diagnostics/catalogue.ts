/**
 * Every message of the program: id, severity, what is wrong, what to do. In Spanish, for the people who write the
 * texts. Rule ids are stable: scripts and tests refer to them.
 */

export type Severity = 'error' | 'warning' | 'info'

export interface Rule<Facts> {
  readonly severity: Severity
  readonly reason: (facts: Facts) => string
  readonly remedy: (facts: Facts) => string
}

const error = <F = unknown>(reason: Rule<F>['reason'], remedy: Rule<F>['remedy']): Rule<F> => ({
  severity: 'error',
  reason,
  remedy,
})
const warning = <F = unknown>(reason: Rule<F>['reason'], remedy: Rule<F>['remedy']): Rule<F> => ({
  severity: 'warning',
  reason,
  remedy,
})
const info = <F = unknown>(reason: Rule<F>['reason'], remedy: Rule<F>['remedy']): Rule<F> => ({
  severity: 'info',
  reason,
  remedy,
})

export const catalogue = {
  // Files
  'file-missing': error<{ path: string }>(
    f => `no existe el archivo «${f.path}»`,
    () => 'compruebe el nombre y la carpeta; los textos están en source/',
  ),
  'file-is-folder': error<{ path: string }>(
    f => `«${f.path}» es una carpeta, no un archivo de texto`,
    () => 'indique un archivo .md, o una carpeta con archivos .md',
  ),
  'file-unreadable': error<{ path: string; why: string }>(
    f => `no se puede leer «${f.path}» (${f.why})`,
    () => 'compruebe los permisos del archivo',
  ),
  'file-empty': error<object>(
    () => 'el archivo está vacío',
    () => 'escriba el texto, o cree un documento comentado con «pliego new NOMBRE»',
  ),
  'file-too-large': error<{ bytes: number; bound: number }>(
    f => `el archivo mide ${f.bytes} bytes; el límite es ${f.bound}`,
    () => 'divida el texto en varios documentos',
  ),
  'encoding-utf16': error<{ encoding: string }>(
    f => `el archivo está en ${f.encoding}, no en UTF-8`,
    () => 'en el editor: Guardar como → Codificación: UTF-8',
  ),
  'encoding-invalid': error<{ encoding: string }>(
    f => `el archivo no es UTF-8 válido a partir de aquí; parece ${f.encoding}`,
    () => 'en el editor: Guardar como → Codificación: UTF-8',
  ),
  'nesting-too-deep': error<{ bound: number }>(
    f => `hay más de ${f.bound} niveles de listas, citas o énfasis, unos dentro de otros`,
    () => 'reduzca los niveles',
  ),
  'html-unclosed': error<{ opener: string; closer: string; bound: number }>(
    f => `hay más de ${f.bound} «${f.opener}» sin su «${f.closer}» en un párrafo`,
    f => `ciérrelos con «${f.closer}», o escriba «\\${f.opener}» si son texto`,
  ),
  'control-character': error<{ code: string }>(
    f => `aquí hay un carácter de control, que no se ve ni se puede publicar (${f.code})`,
    () => 'bórrelo; suele venir de copiar y pegar desde otro programa',
  ),
  'text-missing': error<object>(
    () => 'el documento no tiene texto debajo de la cabecera',
    () => 'escriba el texto debajo de la segunda línea «---»',
  ),
  'folder-empty': error<{ path: string }>(
    f => `en la carpeta «${f.path}» no hay ningún archivo .md`,
    () => 'cree un documento con «pliego new NOMBRE», o indique otra carpeta',
  ),
  'file-outside': error<{ path: string }>(
    f => `«${f.path}» es un enlace simbólico a un archivo de fuera del proyecto`,
    () => 'copie el archivo dentro del proyecto',
  ),

  // Front matter
  'front-matter-syntax': error<{ detail: string }>(
    f => `la cabecera no es YAML válido: ${f.detail}`,
    () => 'cada línea lleva «clave: valor»; los textos con dos puntos van entre comillas',
  ),
  'front-matter-unknown-key': error<{ key: string; nearest: string }>(
    f => `la clave «${f.key}» no existe en la cabecera`,
    f => (f.nearest === '' ? 'bórrela, o póngala bajo «variables»' : `¿quiso decir «${f.nearest}»?`),
  ),
  'front-matter-duplicate-key': error<{ key: string; other: string }>(
    f => `«${f.key}» y «${f.other}» dicen lo mismo`,
    () => 'deje una sola de las dos',
  ),
  'front-matter-value': error<{ key: string; expected: string; found: string }>(
    f => `«${f.key}» no puede ser «${f.found}»: se espera ${f.expected}`,
    f => `corrija el valor de «${f.key}»`,
  ),
  'front-matter-comment': warning<{ comment: string }>(
    f => `lo que sigue a «#» en la cabecera es un comentario y no sale: «${f.comment}»`,
    () => 'ponga el valor entero entre comillas, o deje un espacio tras «#» si es un comentario',
  ),
  'title-missing': warning<{ title: string }>(
    f => `el documento no tiene título; se usa el nombre del archivo: «${f.title}»`,
    () => 'añada «titulo: …» a la cabecera, o un primer encabezado con «# »',
  ),
  'title-differs': warning<{ title: string; heading: string }>(
    f => `el primer encabezado («${f.heading}») no es el título de la cabecera («${f.title}»); salen los dos`,
    () => 'iguálelos, o quite uno',
  ),
  'language-missing': warning<{ language: string }>(
    f => `el documento no dice su idioma; se usa «${f.language}»`,
    () => 'añada «idioma: es-PE» a la cabecera',
  ),
  'language-unknown': error<{ language: string; known: string }>(
    f => `no hay textos propios del programa en el idioma «${f.language}» (hay: ${f.known})`,
    () => 'añada su tabla en src/locale/, o use uno de esos idiomas',
  ),

  // Constructs
  'unknown-node': error<{ type: string }>(
    f => `«${f.type}» todavía no se puede publicar en todos los formatos`,
    () => 'exprese este contenido con párrafos, listas, citas o encabezados',
  ),
  'unknown-attribute': error<{ key: string; nearest: string }>(
    f => `el atributo «${f.key}» no existe`,
    f => (f.nearest === '' ? 'bórrelo, o escriba «\\{» si es texto' : `¿quiso decir «${f.nearest}»?`),
  ),
  'attribute-value': error<{ key: string; expected: string; found: string }>(
    f => `«${f.key}» no puede ser «${f.found}»: se espera ${f.expected}`,
    f => `corrija el valor de «${f.key}»`,
  ),
  'attribute-place': warning<{ attributes: string; where: string }>(
    f => `«${f.attributes}» sale como texto: los atributos de un párrafo van ${f.where}`,
    () => 'póngalos allí, o escriba «\\{» si es texto',
  ),
  'duplicate-id': error<{ id: string; line: number }>(
    f => `la etiqueta «#${f.id}» ya se usa en la línea ${f.line}`,
    () => 'dé a cada elemento una etiqueta propia',
  ),
  'heading-level-skipped': warning<{ from: number; to: number }>(
    f => `el encabezado pasa del nivel ${f.from} al ${f.to}; falta un nivel intermedio`,
    () => 'use el nivel siguiente: un «#» más que el encabezado que lo contiene',
  ),
  'heading-empty': warning<object>(
    () => 'el encabezado no tiene texto',
    () => 'escriba el texto, o borre la línea',
  ),
  'link-target-missing': warning<{ target: string; nearest: string }>(
    f => `no hay ningún encabezado ni etiqueta «#${f.target}»; queda el texto, sin enlace`,
    f => (f.nearest === '' ? 'corrija el enlace' : `¿quiso decir «#${f.nearest}»?`),
  ),
  'reference-missing': error<{ target: string; nearest: string }>(
    f => `no hay nada con la etiqueta «#${f.target}» a que remitir`,
    f => (f.nearest === '' ? 'póngale esa etiqueta a su destino: {#…}' : `¿quiso decir «@${f.nearest}»?`),
  ),
  'link-scheme': error<{ url: string }>(
    f => `el enlace «${f.url}» no es de un tipo permitido`,
    () => 'use https:, http:, mailto:, tel: o una etiqueta del documento (#…)',
  ),
  'link-path': warning<{ url: string }>(
    f => `el enlace «${f.url}» lleva a un archivo o ruta que el lector no tiene; queda el texto, sin enlace`,
    () => 'escriba la dirección completa (https://…), o una etiqueta del documento (#…)',
  ),
  'definition-duplicate': warning<{ label: string; line: number }>(
    f => `la dirección de «[${f.label}]» ya se da en la línea ${f.line}; vale aquella`,
    () => 'borre una de las dos',
  ),
  'link-empty': warning<{ url: string }>(
    f => `el enlace a «${f.url}» no tiene texto; se usa su dirección`,
    () => 'escriba entre corchetes el texto del enlace',
  ),

  // Directives
  'unknown-directive': error<{ name: string; nearest: string }>(
    f => `la directiva «${f.name}» no existe`,
    f => (f.nearest === '' ? 'escriba «\\:» si es texto' : `¿quiso decir «${f.nearest}»?`),
  ),
  'directive-unclosed': error<{ name: string; fence: string }>(
    f => `la directiva «${f.name}» no se cierra`,
    f => `cierre con una línea «${f.fence}»; la que contiene a otra lleva más dos puntos que ella`,
  ),
  'directive-stray-fence': error<object>(
    () => 'esta línea de dos puntos no cierra ninguna directiva',
    () => 'bórrela; una directiva que contiene a otra lleva más dos puntos que ella («::::columnas»)',
  ),
  'directive-syntax': error<{ line: string; nearest: string }>(
    f => `«${f.line}» no es una directiva bien escrita y saldría como texto`,
    f =>
      `escriba «:::${f.nearest || 'nombre'}[título]{clave=valor}», sin espacios y sin nada detrás, o «\\:» si es texto`,
  ),
  'directive-form': error<{ name: string; form: string }>(
    f => `la directiva «${f.name}» no se usa así`,
    f => `escríbala ${f.form}`,
  ),
  'directive-content': error<{ name: string; expected: string }>(
    f => `en la directiva «${f.name}» se espera ${f.expected}`,
    () => 'corrija lo que contiene',
  ),

  // HTML
  'html-unknown': error<{ tag: string; instead: string }>(
    f => `el HTML «${f.tag}» no se puede publicar`,
    f => (f.instead === '' ? 'use Markdown, o escriba «\\<» si es texto' : `escriba ${f.instead}`),
  ),
  'html-unbalanced': error<{ tag: string; counterpart: string }>(
    f => `a «${f.tag}» le falta su «${f.counterpart}» en la misma frase, o se cruza con otra marca`,
    f => `añada «${f.counterpart}», o cierre las marcas en orden inverso al de apertura`,
  ),
  'html-block': error<{ tag: string }>(
    f => `«${f.tag}» está solo en su línea, donde no forma parte de un párrafo`,
    () => 'póngalo dentro del texto de un párrafo',
  ),
  'html-comment-text': error<object>(
    () => 'detrás de un comentario HTML, en su misma línea, hay texto que se perdería',
    () => 'ponga el comentario en líneas propias',
  ),
  'html-attribute-missing': error<{ tag: string; attribute: string }>(
    f => `a «<${f.tag}>» le falta «${f.attribute}»`,
    f => `escriba <${f.tag} ${f.attribute}="…">`,
  ),

  // Pictures
  'image-missing': error<{ path: string; nearest: string }>(
    f => `no existe la imagen «${f.path}»`,
    f =>
      f.nearest === ''
        ? 'compruebe el nombre; la ruta se cuenta desde la carpeta del texto'
        : `¿quiso decir «${f.nearest}»?`,
  ),
  'image-outside': error<{ path: string }>(
    f => `la imagen «${f.path}» no está en la carpeta del texto, en source/ ni en templates/`,
    () => 'copie la imagen junto al texto y escriba una ruta relativa',
  ),
  'image-type': error<{ path: string; found: string }>(
    f => `la imagen «${f.path}» es ${f.found}`,
    () => 'guárdela como PNG, JPEG (en RGB) o SVG',
  ),
  'image-broken': error<{ path: string; why: string }>(
    f => `la imagen «${f.path}» está dañada: ${f.why}`,
    () => 'vuelva a guardarla desde el programa con el que se hizo',
  ),
  'image-too-large': error<{ path: string; found: string; bound: string }>(
    f => `la imagen «${f.path}» tiene ${f.found}; el límite es ${f.bound}`,
    () => 'redúzcala',
  ),
  'image-svg-unsafe': error<{ path: string; what: string }>(
    f => `el SVG «${f.path}» contiene ${f.what}`,
    () => 'expórtelo de nuevo sin guiones ni enlaces a otros archivos, o como PNG',
  ),
  'image-alternative-missing': warning<{ path: string }>(
    f => `la imagen «${f.path}» no tiene texto alternativo`,
    () => 'descríbala: ![descripción](archivo); si es solo adorno, añada {decorative}',
  ),
  'image-alternative-name': warning<{ path: string }>(
    f => `el texto alternativo de «${f.path}» es el nombre del archivo`,
    () => 'diga qué muestra la imagen',
  ),
  'image-decorative-text': warning<{ path: string }>(
    f => `la imagen «${f.path}» es de adorno y tiene texto alternativo o leyenda; no se leerán en voz alta`,
    () => 'quite {decorative}, o deje vacíos los corchetes',
  ),

  // Tables
  'table-ragged': error<{ cells: number; columns: number }>(
    f => `esta fila tiene ${f.cells} celdas y la tabla ${f.columns} columnas: se perdería texto`,
    () => 'añada columnas a la primera fila, o escriba «\\|» si la barra es texto',
  ),
  'table-row-short': warning<{ cells: number; columns: number }>(
    f => `esta fila tiene ${f.cells} celdas y la tabla ${f.columns} columnas; las demás quedan vacías`,
    () => 'complete la fila; el texto que sigue a una tabla va tras una línea en blanco',
  ),
  'table-head-mismatch': warning<{ cells: number; columns: number }>(
    f =>
      `la línea de guiones tiene ${f.cells} partes y la de encima ${f.columns}: no es una tabla, sale como texto`,
    () => 'escriba tantos grupos de guiones como columnas',
  ),
  'table-span': error<{ mark: string; why: string }>(
    f => `la celda «${f.mark}» no puede unirse: ${f.why}`,
    () => '«<» une con la celda de la izquierda y «^» con la de arriba; escriba «\\<» si es texto',
  ),
  'csv-syntax': error<{ why: string }>(
    f => `el archivo CSV no se puede leer: ${f.why}`,
    () => 'vuelva a exportarlo como CSV en UTF-8',
  ),

  // Notes, variables, files that a text includes
  'footnote-unused': warning<{ label: string }>(
    f => `ninguna llamada usa la nota «[^${f.label}]»; no sale`,
    f => `ponga [^${f.label}] donde corresponde, o borre la nota`,
  ),
  'footnote-missing': warning<{ label: string }>(
    f => `no hay ninguna nota «[^${f.label}]»; sale como texto`,
    f => `escriba la nota: [^${f.label}]: …`,
  ),
  'footnote-duplicate': error<{ label: string; line: number }>(
    f => `la nota «[^${f.label}]» ya está en la línea ${f.line}; esta se perdería`,
    () => 'dé a cada nota un nombre propio',
  ),
  'variable-unknown': error<{ name: string; nearest: string }>(
    f => `no se sabe qué es «{{${f.name}}}»`,
    f =>
      f.nearest === ''
        ? 'defínalo bajo «variables» en la cabecera, o escriba «\\{» si es texto'
        : `¿quiso decir «{{${f.nearest}}}»?`,
  ),
  'include-missing': error<{ path: string; nearest: string }>(
    f => `no existe el archivo «${f.path}»`,
    f =>
      f.nearest === ''
        ? 'compruebe el nombre; la ruta se cuenta desde la carpeta del texto'
        : `¿quiso decir «${f.nearest}»?`,
  ),
  'include-outside': error<{ path: string }>(
    f => `«${f.path}» no está en la carpeta del texto, en source/ ni en templates/`,
    () => 'copie el archivo junto al texto y escriba una ruta relativa',
  ),
  'include-cycle': error<{ chain: string }>(
    f => `los archivos se incluyen en círculo: ${f.chain}`,
    () => 'quite una de las inclusiones',
  ),
  'include-depth': error<{ bound: number }>(
    f => `hay más de ${f.bound} inclusiones, unas dentro de otras`,
    () => 'incluya los archivos desde el texto principal',
  ),
  'include-front-matter': error<object>(
    () => 'un archivo incluido o una parte de un documento no lleva cabecera',
    () => 'bórrela; la cabecera está en el documento, o en document.yml si es de varios archivos',
  ),

  // Repeats
  'repeat-found': warning<{ opening: string; line: number; file: string }>(
    f => `este párrafo repite el de la línea ${f.line} de ${f.file}: «${f.opening}…»`,
    () => 'bórrelo, o añada una última línea {repeats=keep} al párrafo si es intencional',
  ),
  'repeat-resolved': info<{ opening: string; line: number; outcome: string }>(
    f => `párrafo repetido (línea ${f.line}): «${f.opening}…»: ${f.outcome}`,
    () => 'nada que hacer; {repeats=keep} lo dejaría entero',
  ),
  'repeat-guarded': warning<{ opening: string; line: number; why: string }>(
    f => `este párrafo repite el de la línea ${f.line} («${f.opening}…») y queda entero: ${f.why}`,
    () => 'decídalo en el párrafo: {repeats=reference}, {repeats=first} o {repeats=keep}',
  ),
  'repeat-kept': info<{ opening: string; line: number }>(
    f => `párrafo repetido a propósito (línea ${f.line}): «${f.opening}…»`,
    () => 'nada que hacer',
  ),
  'repeat-near': warning<{ line: number; difference: string }>(
    f => `este párrafo es casi igual al de la línea ${f.line}; cambia: ${f.difference}`,
    () => 'compruebe cuál de los dos es el correcto',
  ),
  'repeat-elsewhere': info<{ opening: string; file: string; line: number }>(
    f => `este párrafo está también en ${f.file}, línea ${f.line}: «${f.opening}…»`,
    () => 'nada que hacer; «pliego repeats» los lista todos',
  ),

  // Acronyms
  'acronym-mismatch': warning<{ acronym: string; words: string }>(
    f => `las letras de «${f.acronym}» no salen de «${f.words}»`,
    () => 'compruebe el nombre o la sigla',
  ),

  // Templates
  'template-missing': error<{ name: string; nearest: string; known: string }>(
    f => `no existe la plantilla «${f.name}» (hay: ${f.known})`,
    f => (f.nearest === '' ? 'use una de esas' : `¿quiso decir «${f.nearest}»?`),
  ),
  'template-file-missing': error<{ path: string }>(
    f => `a la plantilla le falta el archivo «${f.path}»`,
    () => 'añádalo, o corrija brand.yml',
  ),
  'template-cycle': error<{ chain: string }>(
    f => `las plantillas se extienden en círculo: ${f.chain}`,
    () => 'corrija «extends» en una de ellas',
  ),
  'brand-syntax': error<{ detail: string }>(
    f => `brand.yml no es YAML válido: ${f.detail}`,
    () => 'corrija esa línea',
  ),
  'brand-unknown-key': error<{ key: string; nearest: string }>(
    f => `la clave «${f.key}» no existe en brand.yml`,
    f => (f.nearest === '' ? 'bórrela' : `¿quiso decir «${f.nearest}»?`),
  ),
  'brand-value': error<{ key: string; expected: string; found: string }>(
    f => `«${f.key}» no puede ser «${f.found}» en brand.yml: se espera ${f.expected}`,
    () => 'corrija el valor',
  ),
  'slot-unknown': error<{ slot: string; known: string }>(
    f => `la plantilla HTML tiene un hueco desconocido: data-slot="${f.slot}"`,
    f => `los huecos son: ${f.known}`,
  ),
  'slot-missing': error<{ slot: string }>(
    f => `la plantilla HTML no tiene lugar para una parte del documento: data-slot="${f.slot}"`,
    f => `añada a page.html: <template data-slot="${f.slot}"></template>`,
  ),
  'token-unknown': error<{ token: string; nearest: string }>(
    f => `la hoja de estilo usa un valor que la marca no tiene: var(--${f.token})`,
    f => (f.nearest === '' ? 'defínalo en la misma hoja, o bórrelo' : `¿quiso decir «--${f.nearest}»?`),
  ),
  'font-invalid': error<{ path: string; why: string }>(
    f => `«${f.path}» no sirve como tipo de letra: ${f.why}`,
    () => 'use un archivo .ttf u .otf estático',
  ),
  'font-missing': error<{ family: string; weight: number; style: string }>(
    f => `no hay ningún archivo para ${f.family}, peso ${f.weight}, ${f.style}`,
    () => 'añádalo a typography.fonts en brand.yml',
  ),

  'brand-key-missing': error<{ key: string }>(
    f => `a brand.yml le falta la clave «${f.key}»`,
    () => 'añádala, o haga que la plantilla extienda «base»',
  ),
  'contrast-low': error<{
    text: string
    textColor: string
    background: string
    backgroundColor: string
    ratio: string
    required: string
    nearest: string
  }>(
    f =>
      `«${f.text}» (${f.textColor}) sobre «${f.background}» (${f.backgroundColor}) tiene un contraste de ` +
      `${f.ratio}:1; WCAG 2.2 AA pide ${f.required}:1`,
    f => (f.nearest === '' ? 'cambie los dos colores' : `el color más próximo que cumple es ${f.nearest}`),
  ),
  'emblem-invalid': error<{ path: string; why: string }>(
    f => `«${f.path}» no sirve como emblema: ${f.why}`,
    () => 'use un SVG con viewBox y un PNG hecho de ese mismo SVG',
  ),

  'image-undrawn': warning<{ path: string; detail: string }>(
    f => `«${f.path}» contiene algo que el PDF no puede dibujar: ${f.detail}`,
    () => 'convierta los textos en trazados y guarde de nuevo el SVG, o use un PNG',
  ),
  'emblem-undrawn': warning<{ detail: string }>(
    f => `el emblema de la plantilla contiene algo que el PDF no puede dibujar: ${f.detail}`,
    () => 'en el SVG use solo trazados y rellenos, sin filtros, imágenes ni texto',
  ),

  // Layout
  'missing-glyph': error<{ character: string; code: string; family: string }>(
    f => `ningún tipo de letra tiene el carácter «${f.character}» (${f.code}); se buscó en ${f.family}`,
    () => 'cámbielo, o añada a la plantilla una familia que lo tenga',
  ),
  'overfull-line': warning<{ points: number }>(
    f => `una línea sobresale ${f.points} pt del margen`,
    () => 'acorte la palabra o la dirección larga, o reformule la frase',
  ),
  'unsettled-page-labels': warning<{ rounds: number }>(
    f => `los números de página de las remisiones no se estabilizan tras ${f.rounds} vueltas`,
    () => 'reformule la frase que contiene la remisión',
  ),
  'too-many-pages': warning<{ pages: number; bound: number; overflow: string }>(
    f => `el documento ocupa ${f.pages} páginas y «maxPages» pide ${f.bound}; desborda desde: ${f.overflow}`,
    () => 'acorte el texto, o aumente «maxPages»',
  ),

  // Output
  'claim-withheld': warning<{ rules: string }>(
    f => `no se declara la conformidad de accesibilidad, por: ${f.rules}`,
    () => 'corrija esos avisos',
  ),
  'output-unwritable': error<{ path: string; why: string }>(
    f => `no se puede escribir en «${f.path}» (${f.why})`,
    () => 'compruebe la carpeta de salida y sus permisos',
  ),
  'output-collision': error<{ name: string; other: string }>(
    f => `este texto y «${f.other}» darían el mismo archivo: ${f.name}`,
    () => 'cambie el nombre de uno de los dos',
  ),
  'new-name': error<{ name: string }>(
    f => `«${f.name}» no sirve como nombre de archivo`,
    () => 'use letras, cifras, espacios y guiones: make new NOMBRE="nota sobre comercio"',
  ),
  'new-exists': error<{ path: string }>(
    f => `«${f.path}» ya existe; queda como está`,
    () => 'elija otro nombre',
  ),
  internal: error<{ detail: string }>(
    f => `fallo interno del programa: ${f.detail}`,
    () => 'comuníquelo con el texto que lo provoca; lo publicado antes queda como estaba',
  ),
} satisfies Record<string, Rule<never>>

export type RuleId = keyof typeof catalogue
export type Facts<Id extends RuleId> = Parameters<(typeof catalogue)[Id]['reason']>[0]
