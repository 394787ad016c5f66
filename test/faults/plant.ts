/** Faults that authors make, planted into good documents: each knows its rule and the line where it must be told. */
import type { RuleId } from '../../src/diagnostics/catalogue.ts'
import type { Limits } from '../../src/read/limits.ts'

export interface Planted {
  /** Bytes, where the fault is in how the text is written to the disk. */
  readonly text: string | Uint8Array
  /** Line that the message must name, from 1; 0 for the whole file. */
  readonly line: number
}

export interface Fault {
  readonly rule: RuleId
  /** What the author did. */
  readonly title: string
  /** Lowered, so that a small text goes over them. */
  readonly limits?: Partial<Limits>
  /** @returns null where the document has no place for it */
  readonly plant: (lines: readonly string[], pick: Pick) => Planted | null
}

/** One of a list, by a seeded choice. */
export type Pick = <Value>(from: readonly Value[]) => Value | undefined

type Plant = Fault['plant']

/** Changes one of the lines that match. */
function change(pattern: RegExp, to: (line: string, match: RegExpExecArray) => string): Plant {
  return (lines, pick) => {
    const at = pick(lines.flatMap((line, index) => (pattern.test(line) ? [index] : [])))
    if (at === undefined) return null
    const line = lines[at] ?? ''
    const match = pattern.exec(line)
    if (match === null) return null
    return { text: lines.with(at, to(line, match)).join('\n'), line: at + 1 }
  }
}

/**
 * Adds a block of its own before one of the headings below the first.
 *
 * @param told - which of its lines, from 1
 */
function add(block: string, told = 1): Plant {
  return (lines, pick) => {
    const headings = lines.flatMap((line, index) => (/^#+ /.test(line) ? [index] : [])).slice(1)
    const at = pick(headings)
    if (at === undefined) return null
    const text = [...lines.slice(0, at), block, '', ...lines.slice(at)].join('\n')
    return { text, line: at + told }
  }
}

/** Adds a line to the front matter. */
function declare(line: string): Plant {
  return lines => {
    const end = lines.indexOf('---', 1)
    return { text: lines.toSpliced(end, 0, line).join('\n'), line: end + 1 }
  }
}

/** The fault is in a file that the text names, on that line of it. */
function inFile(plant: Plant, line: number): Plant {
  return (lines, pick) => {
    const planted = plant(lines, pick)
    return planted && { ...planted, line }
  }
}

/** Puts a text in the place of the whole document. */
const whole =
  (text: string, line: number): Plant =>
  () => ({ text, line })

const registered = (number: string) =>
  `El expediente del convenio quedó registrado en la mesa de partes de la institución con el número ${number} el primer día hábil del mes siguiente a su recepción formal, y desde entonces corre el plazo de treinta días que la ley concede a la oficina para responder a quien lo presentó.`

/** One plant after another; what the second one says counts. Lines that the first one adds stand before it. */
function both(first: Plant, second: Plant): Plant {
  return (lines, pick) => {
    const planted = first(lines, pick)
    return typeof planted?.text === 'string' ? second(planted.text.split('\n'), pick) : null
  }
}

/** What two paragraphs that say the same are told under a policy. */
const twice = (policy: string, between = 'Se informó a las partes.') =>
  both(
    declare(`repeticiones: ${policy}`),
    add(`${registered('4127')}\n\n${between}\n\n${registered('4127')}\n\nSe informó de nuevo.`, 5),
  )

/** Stands for a byte that is no UTF-8. */
const stray = '\ue000'

/** The text as bytes with that one in it, as older programs write «é». */
function inLatin1(plant: Plant): Plant {
  return (lines, pick) => {
    const planted = plant(lines, pick)
    if (typeof planted?.text !== 'string') return null
    const [before = '', after = ''] = planted.text.split(stray)
    return { ...planted, text: Buffer.concat([Buffer.from(before), Buffer.of(0xe9), Buffer.from(after)]) }
  }
}

const bold = /\*\*(\p{L}+)\*\*/u
const prose = /^[A-ZÁÉÍÓÚ][^|#>:]{40,}\.$/u
const inProse = (insert: string) => change(prose, line => line.replace(/\.$/, ` ${insert}.`))
const picture = /^!\[([^\]]*)\]\(([^ )]+) "([^"]*)"\)\{([^}]*)\}/

export const faults: readonly Fault[] = [
  {
    rule: 'front-matter-unknown-key',
    title: 'a key with a letter too many',
    plant: change(/^(?:titulo|title): /, line => line.replace(/^titu?lo|^title/, 'titulao')),
  },
  { rule: 'front-matter-unknown-key', title: 'a key of one’s own', plant: declare('prioridad: alta') },
  {
    rule: 'front-matter-value',
    title: 'an impossible date',
    plant: change(/^(?:fecha|date): /, line => line.replace(/\d\d$/, '32')),
  },
  { rule: 'front-matter-value', title: 'a status that does not exist', plant: declare('estado: casi listo') },
  { rule: 'front-matter-duplicate-key', title: 'the title twice', plant: declare('titulo: Otro título') },
  { rule: 'front-matter-syntax', title: 'a list that is not closed', plant: declare('autoras: [Ana, Eva') },
  {
    rule: 'language-unknown',
    title: 'a language without a table',
    plant: change(/^(?:idioma|lang): /, line => line.replace(/: .*/, ': fi')),
  },
  {
    rule: 'unknown-directive',
    title: 'a box with a wrong name',
    plant: change(/^:::(\p{L}+)/u, line => line.replace(/^:::\p{L}+/u, ':::notita')),
  },
  { rule: 'unknown-directive', title: 'a directive that does not exist', plant: add('::grafico') },
  {
    rule: 'directive-unclosed',
    title: 'a box without its end',
    plant: add(':::nota\nTexto del recuadro, que nadie cierra.'),
  },
  { rule: 'directive-stray-fence', title: 'an end too many', plant: add(':::') },
  { rule: 'directive-form', title: 'a page break as a container', plant: add(':::salto\nTexto.\n:::') },
  { rule: 'directive-form', title: 'a box in one line', plant: add('::nota[Dato]') },
  {
    rule: 'directive-content',
    title: 'a table without a table',
    plant: add(':::tabla[Datos]\nAquí va la tabla.\n:::'),
  },
  { rule: 'directive-content', title: 'an include of nothing', plant: add('::incluir') },
  {
    rule: 'unknown-attribute',
    title: 'an attribute with a wrong name',
    plant: change(/^:::(?:tabla|table)/, line => line.replace(/\}$/, ' colores=si}')),
  },
  {
    rule: 'attribute-value',
    title: 'a width of no measure',
    plant: change(picture, line => line.replace(/\{(#[^ }]*)[^}]*\}/, '{$1 ancho=mucho}')),
  },
  {
    rule: 'attribute-value',
    title: 'too many columns',
    plant: add(':::columnas{n=9}\nTexto en columnas.\n:::'),
  },
  {
    rule: 'duplicate-id',
    title: 'a label twice',
    plant: (lines, pick) => {
      const label = /\{#(tab-[a-z]+)/.exec(lines.join('\n'))?.[1] ?? ''
      return change(/^## \p{L}.*/u, line => `${line} {#${label}}`)(lines, pick)
    },
  },
  {
    rule: 'reference-missing',
    title: 'a reference to a label that is not there',
    plant: inProse('Véase [@fig-inexistente]'),
  },
  {
    rule: 'link-target-missing',
    title: 'a link to a heading that is not there',
    plant: inProse('Véase [el capítulo](#capitulo-perdido)'),
  },
  {
    rule: 'link-scheme',
    title: 'a link that runs a program',
    plant: change(/\(https:[^)]*\)/, line => line.replace(/\(https:[^)]*\)/, '(javascript:alert(1))')),
  },
  {
    rule: 'link-path',
    title: 'a link to a file of one’s own',
    plant: change(/\(https:[^)]*\)/, line => line.replace(/\(https:[^)]*\)/, '(../otros/archivo.docx)')),
  },
  { rule: 'link-empty', title: 'a link without text', plant: inProse('[](https://www.gob.pe/)') },
  {
    rule: 'footnote-missing',
    title: 'a call of a note that is not there',
    plant: inProse('Así lo dice la nota[^perdida]'),
  },
  {
    rule: 'footnote-unused',
    title: 'a note that nothing calls',
    plant: add('[^suelta]: Una nota que nadie llama.'),
  },
  {
    rule: 'footnote-empty',
    title: 'a note without text',
    plant: add('Así lo dice la nota[^vacía].\n\n[^vacía]:', 3),
  },
  {
    rule: 'footnote-duplicate',
    title: 'two notes with one name',
    plant: lines => {
      const at = lines.findIndex(line => /^\[\^\w+\]:/.test(line))
      const name = /^\[\^\w+\]/.exec(lines[at] ?? '')?.[0]
      return name === undefined
        ? null
        : { text: [...lines, '', `${name}: Otra vez.`, ''].join('\n'), line: lines.length + 2 }
    },
  },
  {
    rule: 'definition-duplicate',
    title: 'two addresses with one name',
    plant: add('[red]: https://a.example/\n[red]: https://b.example/\n\nLa [red] existe.', 2),
  },
  {
    rule: 'image-missing',
    title: 'a picture that is not there',
    plant: change(picture, line => line.replace(/\]\([^ )]+/, '](img/perdida.png')),
  },
  {
    rule: 'image-outside',
    title: 'a picture from elsewhere',
    plant: change(picture, line => line.replace(/\]\([^ )]+/, '](https://example.org/x.png')),
  },
  {
    rule: 'image-type',
    title: 'a text called a picture',
    plant: change(picture, line => line.replace(/\]\([^ )]+/, '](img/texto.png')),
  },
  {
    rule: 'image-broken',
    title: 'a picture cut short',
    plant: change(picture, line => line.replace(/\]\([^ )]+/, '](img/rota.png')),
  },
  {
    rule: 'image-svg-unsafe',
    title: 'a drawing with a program in it',
    plant: change(picture, line => line.replace(/\]\([^ )]+/, '](img/programa.svg')),
  },
  {
    rule: 'image-alternative-missing',
    title: 'a picture without alternative text',
    plant: change(picture, line => line.replace(/^!\[[^\]]*\]/, '![]')),
  },
  {
    rule: 'image-alternative-name',
    title: 'a file name as alternative text',
    plant: change(picture, line => line.replace(/^!\[[^\]]*\]/, '![figura.png]')),
  },
  {
    rule: 'image-decorative-text',
    title: 'an ornament with alternative text',
    plant: change(picture, line => line.replace(/\}$/, ' decorativa}')),
  },
  {
    rule: 'include-missing',
    title: 'a part that is not there',
    plant: add('::incluir{src=partes/perdida.md}'),
  },
  { rule: 'include-outside', title: 'a part from outside', plant: add('::incluir{src=../../../secreto.md}') },
  {
    rule: 'variable-unknown',
    title: 'a variable without a value',
    plant: inProse('El plazo es {{plazo_final}}'),
  },
  {
    rule: 'heading-empty',
    title: 'a heading without text',
    plant: add('##\n\nTexto debajo de un encabezado vacío.'),
  },
  {
    rule: 'heading-level-skipped',
    title: 'a skipped level',
    plant: add('##### Detalle\n\nTexto del detalle.'),
  },
  {
    rule: 'table-ragged',
    title: 'a row with a cell too many',
    plant: (lines, pick) => {
      const at = pick(
        lines.flatMap((line, index) =>
          /^\|/.test(line) && /^\|/.test(lines[index - 2] ?? '') ? [index] : [],
        ),
      )
      return at === undefined
        ? null
        : { text: lines.with(at, `${lines[at]} de más |`).join('\n'), line: at + 1 }
    },
  },
  {
    rule: 'table-row-short',
    title: 'a row with a cell too few',
    plant: add('| A | B |\n|---|---|\n| solo una |', 3),
  },
  {
    rule: 'table-head-mismatch',
    title: 'a head with other columns than its line',
    plant: add('| A | B | C |\n|---|---|\n| 1 | 2 |'),
  },
  {
    rule: 'csv-syntax',
    title: 'a table file with an open quotation mark',
    plant: inFile(add('::tabla[Datos]{src=img/abierta.csv}'), 2),
  },
  {
    rule: 'html-unknown',
    title: 'an element without meaning in print',
    plant: inProse('<font color="red">rojo</font>'),
  },
  {
    rule: 'html-block',
    title: 'an element alone in its line',
    plant: add('<mark>'),
  },
  {
    rule: 'html-unbalanced',
    title: 'an element that is not closed',
    plant: inProse('Es <mark>muy importante'),
  },
  {
    rule: 'html-attribute-missing',
    title: 'an abbreviation without its words',
    plant: inProse('Véase la <abbr>DGA</abbr>'),
  },
  {
    rule: 'html-comment-text',
    title: 'text beside a comment',
    plant: add('<!-- revisar --> Este texto se perdería.'),
  },
  {
    rule: 'control-character',
    title: 'an invisible character',
    plant: change(bold, line => line.replace('**', '\u0002**')),
  },
  { rule: 'missing-glyph', title: 'a script without typeface', plant: inProse('Se dice 日') },
  { rule: 'nesting-too-deep', title: 'quotations without end', plant: add(`${'> '.repeat(60)}fondo`) },
  { rule: 'attribute-place', title: 'attributes after a blank line', plant: add('{#suelto}') },
  {
    rule: 'acronym-mismatch',
    title: 'an acronym of other words',
    plant: inProse('Participó la Oficina de Asuntos Legales (XKW)'),
  },
  {
    rule: 'repeat-near',
    title: 'two paragraphs that differ in a number',
    plant: add(`${registered('4127')}\n\n${registered('4129')}`, 3),
  },
  {
    rule: 'repeat-found',
    title: 'a paragraph twice',
    plant: add(`${registered('4127')}\n\n${registered('4127')}`, 3),
  },
  {
    rule: 'text-missing',
    title: 'a front matter without a text',
    plant: whole('---\ntitulo: Nada\nidioma: es\n---\n', 0),
  },
  { rule: 'file-empty', title: 'an empty file', plant: whole('', 0) },
  {
    rule: 'title-missing',
    title: 'no title',
    plant: (lines, pick) => {
      const planted = change(/^(?:titulo|title): /, () => 'version: "2"')(lines, pick)
      return planted && lines.some(line => line.startsWith('version'))
        ? null
        : planted && { ...planted, line: 0 }
    },
  },
  {
    rule: 'include-cycle',
    title: 'a part that includes itself',
    plant: inFile(add('::incluir{src=partes/circular.md}'), 3),
  },
  {
    rule: 'include-front-matter',
    title: 'a part with front matter',
    plant: inFile(add('::incluir{src=partes/con-cabecera.md}'), 1),
  },
  {
    rule: 'table-span',
    title: 'a joined cell without a neighbour',
    plant: add(':::tabla[Unida]\n| A | B |\n|---|---|\n| < | 1 |\n:::', 4),
  },
  { rule: 'directive-syntax', title: 'a directive with a space in its name', plant: add(':: indice') },
  {
    rule: 'front-matter-comment',
    title: 'a number sign that cuts a value',
    plant: declare('variables: {nota: Informe} #4 del año'),
  },
  {
    rule: 'front-matter-duplicate-key',
    title: 'a key by two of its names',
    plant: declare('title: Otro título'),
  },
  {
    rule: 'directive-unclosed',
    title: 'a box without its end at the end of the text',
    plant: lines => ({ text: [...lines, '', ':::nota', 'Texto.', ''].join('\n'), line: lines.length + 2 }),
  },
  {
    rule: 'directive-unclosed',
    title: 'a box in a box with as many colons',
    plant: add(':::nota\nTexto.\n\n:::advertencia\nOtro texto.\n:::\n:::'),
  },
  {
    rule: 'unknown-directive',
    title: 'a box with a longer name',
    plant: add(':::nota-importante\nTexto.\n:::'),
  },
  {
    rule: 'template-missing',
    title: 'a template that is not there',
    plant: inFile(declare('plantilla: inexistente'), 0),
  },
  {
    rule: 'title-differs',
    title: 'a heading that is another title',
    plant: lines => {
      const title = lines.findIndex(line => /^(?:titulo|title): /.test(line))
      const at = lines.indexOf('---', 1)
      if (title === -1 || at === -1) return null
      const deeper = lines.map((line, index) => (index > at && /^#{1,5} /.test(line) ? `#${line}` : line))
      return { text: deeper.toSpliced(at + 1, 0, '', '# Un título distinto').join('\n'), line: at + 3 }
    },
  },
  {
    rule: 'encoding-invalid',
    title: 'a letter as older programs write it',
    plant: inLatin1(inProse(`El caf${stray} peruano`)),
  },
  {
    rule: 'encoding-utf16',
    title: 'a text saved as «Unicode»',
    plant: lines => ({ text: Buffer.from(`\ufeff${lines.join('\n')}`, 'utf16le'), line: 0 }),
  },
  {
    rule: 'file-too-large',
    title: 'a text over the limit',
    limits: { fileBytes: 100 },
    plant: lines => ({ text: lines.join('\n'), line: 0 }),
  },
  {
    rule: 'html-unclosed',
    title: 'openers without end',
    plant: add(`Unas marcas: ${'a <? '.repeat(51)}`),
  },
  {
    rule: 'include-depth',
    title: 'parts in parts',
    limits: { includes: 1 },
    plant: inFile(add('::incluir{src=partes/cadena.md}'), 3),
  },
  { rule: 'cover-place', title: 'a cover in the text', plant: add('::portada') },
  { rule: 'script-marks', title: 'a lowered figure as pandoc has it', plant: inProse('Se bebe H~2~O') },
  { rule: 'script-marks', title: 'a raised figure as pandoc has it', plant: inProse('Son 40 m^2^ en total') },
  { rule: 'strong-marks', title: 'bold type that never ends', plant: inProse('Se pide **pronta respuesta') },
  {
    rule: 'strong-marks',
    title: 'bold type with a space inside',
    plant: inProse('Se pide ** pronta respuesta** hoy'),
  },
  { rule: 'list-marks', title: 'bullets of a word processor', plant: add('• Uno.\n• Dos.') },
  {
    rule: 'code-indented',
    title: 'an indent of a word processor',
    plant: add('\t\tEl plazo vence el lunes.'),
  },
  {
    rule: 'heading-lookalike',
    title: 'a heading in capitals',
    plant: add('PLAZO Y LUGAR\n\nEl plazo vence el lunes.'),
  },
  {
    rule: 'foreign-marks',
    title: 'a note in the line',
    plant: inProse('Vence el lunes^[Hora de Lima.] próximo'),
  },
  { rule: 'foreign-marks', title: 'a page break of LaTeX', plant: inProse('Sigue \\newpage') },
  { rule: 'foreign-marks', title: 'a formula', plant: inProse('Se sabe que $E = mc^2$') },
  {
    rule: 'table-marks',
    title: 'rows without a line of hyphens',
    plant: add('| Costa | 10 |\n| Sierra | 20 |'),
  },
  {
    rule: 'image-title-inline',
    title: 'a caption in a line',
    plant: inProse('La marca ![escudo](img/figura.png "Escudo") sale'),
  },
  {
    rule: 'image-resolution',
    title: 'a picture with more pixels than paper shows',
    plant: change(picture, line => line.replace(/\{(#[^ }]*)[^}]*\}/, '{$1 ancho=2mm}')),
  },
  {
    rule: 'image-too-large',
    title: 'a picture with too many bytes',
    limits: { pictureBytes: 50 },
    plant: change(picture, line => line),
  },
  {
    rule: 'image-too-many-pixels',
    title: 'a picture with too many pixels',
    limits: { picturePixels: 50 },
    plant: change(picture, line => line),
  },
  {
    rule: 'link-space',
    title: 'an address with a space',
    plant: inProse('Véase [el anexo](../anexos/anexo 1.docx)'),
  },
  {
    rule: 'definition-missing',
    title: 'a reference without its address',
    plant: inProse('Véase [la página][pagina-perdida]'),
  },
  {
    rule: 'acronym-unexplained',
    title: 'an acronym that nothing explains',
    plant: inProse('Así lo pidió la XKQ'),
  },
  {
    rule: 'acronym-twice',
    title: 'an acronym with two names',
    plant: inProse('Firman la Oficina Nacional de Quesos (ONQ) y el Observatorio Norteño de Quipus (ONQ)'),
  },
  { rule: 'quotes-unbalanced', title: 'quotation marks without end', plant: inProse('Dijo "muy bien') },
  {
    rule: 'table-too-large',
    title: 'a table over the limit',
    limits: { tableCells: 40 },
    plant: add(`| A | B |\n|---|---|\n${'| 1 | 2 |\n'.repeat(24)}`),
  },
  {
    rule: 'table-too-wide',
    title: 'a word wider than its column',
    plant: add(
      ':::tabla[Códigos]{anchos="1 9"}\n| A | B |\n|---|---|\n| ABCDEFGHIJKLMNOPQRST | uno |\n:::',
      2,
    ),
  },
  {
    rule: 'too-many-pages',
    title: 'a page more than asked for',
    plant: both(declare('maxPages: 1'), lines => {
      const at = lines.findIndex(line => /^#+ /.test(line))
      return { text: lines.toSpliced(at, 0, 'Al comienzo.', '', '::salto', '').join('\n'), line: at + 5 }
    }),
  },
  { rule: 'repeat-resolved', title: 'a paragraph twice, to be told once', plant: twice('reference') },
  { rule: 'repeat-resolved', title: 'a paragraph twice, the first to stay', plant: twice('first') },
  {
    rule: 'repeat-kept',
    title: 'a paragraph twice on purpose',
    plant: add(`${registered('4127')}\n\nSe informó.\n\n${registered('4127')}\n{repeats=keep}`, 5),
  },
]
