import type { Nodes } from 'mdast'
import { describe, expect, test } from 'vitest'
import { parsed, reasons, treeOf } from './support.ts'

/** A tree on one line: «type(children)», with what tells one node from another. */
function shape(node: Nodes): string {
  const own = node as unknown as Record<string, unknown>
  const facts = ['kind', 'count', 'of', 'depth', 'style', 'language', 'expansion', 'target', 'checked']
  const shown = facts.flatMap(key =>
    own[key] === undefined || own[key] === null ? [] : [`${key}=${own[key]}`],
  )
  if (node.data?.language !== undefined) shown.push(`lang=${node.data.language}`)
  if (node.data?.attributes?.id !== undefined) shown.push(`#${node.data.attributes.id}`)
  if (node.type === 'text') return JSON.stringify(node.value)
  const title = node.type === 'box' ? node.title.map(shape) : []
  const inner = 'children' in node ? node.children.map(shape) : 'value' in node ? [node.value] : []
  const parts = [...title.map(one => `«${one}»`), ...inner]
  return `${node.type}${shown.length > 0 ? `[${shown.join(' ')}]` : ''}(${parts.join(' ')})`
}

const shapes = (text: string) => treeOf(text).children.map(shape)

describe('constructs', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['a<sub>2</sub> b<sup>*c*</sup>', ['paragraph("a" subscript("2") " b" superscript(emphasis("c")))']],
    ['<kbd>a</kbd><mark>b</mark>', ['paragraph(styled[style=keyboard]("a") styled[style=highlight]("b"))']],
    ['x <u>a</u><ins>b</ins>', ['paragraph("x " styled[style=underline]("a") styled[style=insertion]("b"))']],
    ['a <br/> b', ['paragraph("a" break() "b")']],
    ['> a\n> <br>\n> b [@c]', ['blockquote(paragraph("a" break() "b " labelReference[target=c]()))']],
    ['*a* <br>[@b]', ['paragraph(emphasis("a") break() labelReference[target=b]())']],
    ['x <del>a</del><br>b', ['paragraph("x " delete("a") break() "b")']],
    ['a <ABBR Title="Ley &amp; Paz">LP</ABBR>', ['paragraph("a " abbreviation[expansion=Ley & Paz](LP))']],
    ['a <span lang="QU-pe">b</span>', ['paragraph("a " span[language=qu-PE]("b"))']],
    ['a <sub>b<sup>c</sup></sub>', ['paragraph("a " subscript("b" superscript("c")))']],
    [
      'a las 19:00[^1]\n\n[^1]: n',
      ['paragraph("a las 19:00" footnoteReference())', 'footnoteDefinition(paragraph("n"))'],
    ],
    ['a :2b[c] d', ['paragraph("a :2b[c] d")']],
    ['**a<sub>b</sub>**', ['paragraph(strong("a" subscript("b")))']],
    ['[uno *dos* tres]{lang=qu}', ['paragraph(span[language=qu]("uno " emphasis("dos") " tres"))']],
    [
      'a [b]{lang=qu} c [d]{lang=en}',
      ['paragraph("a " span[language=qu]("b") " c " span[language=en]("d"))'],
    ],
    [
      'a [b [c]{lang=en} d]{lang=qu}',
      ['paragraph("a " span[language=qu]("b " span[language=en]("c") " d"))'],
    ],
    ['a <!-- c --> b', ['paragraph("a " "b")']],
    ['<!-- c\n\nd -->\n\na', ['paragraph("a")']],
    ['> a\n>\n> <!-- c -->', ['blockquote(paragraph("a"))']],
    ['véase [@fig-a_b]', ['paragraph("véase " labelReference[target=fig-a_b]())']],
    ['véase \\[@a] y `[@b]` y [\\@c]', ['paragraph("véase [@a] y " inlineCode([@b]) " y [@c]")']],
    [
      'T\n: d *e*\n: f',
      [
        'definitionList(definitionTerm("T") definitionDescription(paragraph("d " emphasis("e"))) definitionDescription(paragraph("f")))',
      ],
    ],
    [
      'T\n: d\n\n    e',
      ['definitionList(definitionTerm("T") definitionDescription(paragraph("d") paragraph("e")))'],
    ],
    [
      '- [x] a\n- [ ] b',
      ['list(listItem[checked=true](paragraph("a")) listItem[checked=false](paragraph("b")))'],
    ],
    [':::nota\na\n:::', ['box[kind=note](paragraph("a"))']],
    [
      ':::key-message[A *b*]{#x}\na\n:::',
      ['box[kind=key-message #x](«"A "» «emphasis("b")» paragraph("a"))'],
    ],
    [':::Recomendación\na\n:::', ['box[kind=recommendation](paragraph("a"))']],
    ['::::columnas{n=3}\n:::resumen\na\n:::\n::::', ['columns[count=3](box[kind=summary](paragraph("a")))']],
    [
      '- a\n\n  :::advertencia\n  b\n  :::',
      ['list(listItem(paragraph("a") box[kind=warning](paragraph("b"))))'],
    ],
    ['> :::nota\n> a\n> :::', ['blockquote(box[kind=note](paragraph("a")))']],
    ['a\n::salto\nb', ['paragraph("a")', 'pageBreak()', 'paragraph("b")']],
    [
      '::indice{nivel=2}\n\n::figures\n\n::indice-de-cuadros',
      ['index[of=sections depth=2]()', 'index[of=figures depth=6]()', 'index[of=tables depth=6]()'],
    ],
    ['::contents{of=tables}\n\n::siglas', ['index[of=tables depth=6]()', 'glossary()']],
    [':::firma\nAna\n\nDirectora\n:::', ['signature(paragraph("Ana") paragraph("Directora"))']],
    [':::address\nJr. Lampa\n:::', ['address(paragraph("Jr. Lampa"))']],
    [':::lengua{lang=qu}\na\n\n> b\n:::', ['paragraph[lang=qu]("a")', 'blockquote[lang=qu](paragraph("b"))']],
    ['a\n{lang=ay}\n\n# b {lang=en}', ['paragraph[lang=ay]("a")', 'heading[depth=1 lang=en]("b")']],
    ['> a\n>\n> {#q lang=qu}', ['blockquote[lang=qu #q](paragraph("a"))']],
    ['```ts {#c}\nx\n```', ['code[#c](x)']],
    ['``` {#c}\nx\n```', ['code[#c](x)']],
    ['T {#t}\n: d', ['definitionList(definitionTerm[#t]("T") definitionDescription(paragraph("d")))']],
    [
      'a[^1]\n\n[^1]: b\n    {#n}',
      ['paragraph("a" footnoteReference())', 'footnoteDefinition[#n](paragraph("b"))'],
    ],
    [
      'a[^1]\n\n[^1]: b\n\n    c\n\n    {#n}',
      ['paragraph("a" footnoteReference())', 'footnoteDefinition[#n](paragraph("b") paragraph("c"))'],
    ],
    ['- a\n  {#p}\n- b', ['list(listItem(paragraph[#p]("a")) listItem(paragraph("b")))']],
    ['| a |\n|---|\n| b |\n{#t}', ['table[#t](tableRow(tableCell("a")) tableRow(tableCell("b")))']],
  ]
  test.each(cases)('%j', (text, expected) => {
    expect(shapes(text)).toEqual(expected)
    expect(parsed(text).messages).toEqual([])
  })

  test.each([
    'A las 19:00, a escala 1:50',
    'Asunto:informe',
    'urn:isbn:1 y a:b:c',
    ':nota y ::nota en medio',
    'Una :: dos',
    '\\:::nota',
    'x :palabra, y',
    '[sic] y \\[a][b] y [a] [b]',
  ])('%j is text', text => {
    expect(shapes(text)).toEqual([`paragraph(${JSON.stringify(text.replace('\\', ''))})`])
    expect(parsed(text).messages).toEqual([])
  })

  test('an address after a colon stays one', () => {
    expect(shapes('correo:ana@x.pe')).toEqual(['paragraph("correo:" link("ana@x.pe"))'])
  })
})

describe('tables', () => {
  function table(text: string) {
    const [first] = treeOf(text).children
    if (first?.type !== 'table') throw new Error(`no table: ${first?.type}`)
    return first
  }

  test('settings', () => {
    const text =
      ':::tabla[Un *cuadro*]{#t anchos="2 1 1" encabezados=2 columna-encabezado paisaje alineacion="- decimal -"}\n' +
      '| a | b | c |\n|---|--:|:-:|\n| d | e | f |\n\nFuente: x.\n:::\n'
    const { data } = table(text)
    expect(data?.attributes?.id).toBe('t')
    expect(data?.settings).toMatchObject({
      widths: [0.5, 0.25, 0.25],
      headerRows: 2,
      headerColumns: 1,
      landscape: true,
      alignments: ['default', 'decimal', 'center'],
      caption: [{ value: 'Un ' }, { type: 'emphasis' }],
      note: [{ type: 'paragraph' }],
    })
  })

  test('joined cells', () => {
    const rows = table(':::tabla\n| a | < | c |\n|---|---|---|\n| d | e | ^ |\n| ^ | \\< | f |\n:::').children
    const spans = rows.map(row =>
      row.children.map(cell => [cell.data?.settings?.columnSpan ?? 1, cell.data?.settings?.rowSpan ?? 1]),
    )
    expect(spans).toEqual([
      [
        [2, 1],
        [1, 2],
      ],
      [
        [1, 2],
        [1, 1],
      ],
      [
        [1, 1],
        [1, 1],
      ],
    ])
  })

  test('outside a directive `<` and `^` are text', () => {
    expect(table('| a | < |\n|---|---|\n| ^ | b |').children.map(row => row.children.length)).toEqual([2, 2])
  })

  test('an empty head goes where there is none to be', () => {
    expect(table(':::tabla{encabezados=0}\n| | |\n|-|-|\n| a | b |\n:::').children).toHaveLength(1)
  })

  test('a short row is filled, with a warning', () => {
    const text = '| a | b |\n|---|---|\n| c |\n| d | e |'
    expect(table(text).children.map(row => row.children.length)).toEqual([2, 2, 2])
    expect(parsed(text).messages).toEqual(['3:1 table-row-short'])
  })
})

describe('tables of lists, for cells with blocks', () => {
  function rows(text: string) {
    const [first] = treeOf(text).children
    if (first?.type !== 'table') throw new Error(`no table: ${first?.type}`)
    return first.children.map(row =>
      row.children.map(cell => {
        const { blocks = [], columnSpan = 1, rowSpan = 1 } = cell.data?.settings ?? {}
        return [...(blocks.length > 0 ? blocks : cell.children).map(shape), columnSpan, rowSpan].join(' ')
      }),
    )
  }

  test('one item a row, of its list one item a cell', () => {
    const text = ':::tabla[T]\n- - a\n  - *b* c\n- - d\n\n    e\n  - - f\n    - g\n- - h\n  -\n:::'
    expect(rows(text)).toEqual([
      ['"a" 1 1', 'emphasis("b") " c" 1 1'],
      ['paragraph("d") paragraph("e") 1 1', 'list(listItem(paragraph("f")) listItem(paragraph("g"))) 1 1'],
      ['"h" 1 1', '1 1'],
    ])
    expect(parsed(text).messages).toEqual([])
  })

  test('cells are joined as in other tables, with their blocks', () => {
    expect(rows(':::tabla\n- - a\n  - <\n- - b\n\n    c\n  - d\n- - ^\n  - e\n:::')).toEqual([
      ['"a" 2 1'],
      ['paragraph("b") paragraph("c") 1 2', '"d" 1 1'],
      ['"e" 1 1'],
    ])
  })

  test.each([
    [':::tabla\n- a\n- b\n:::', '1:1 directive-content'],
    [':::tabla\n- - a\n  - b\n- - c\n:::', '4:3 table-row-short'],
    [':::tabla\n- - a\n- - c\n  - d\n:::', '3:3 table-ragged'],
  ])('%j', (text, place) => {
    expect(parsed(text).messages.map(one => one.replace(/:\d+ /, ' '))).toEqual([place.replace(/:\d+ /, ' ')])
  })
})

describe('a line of attributes below a table', () => {
  test('says what a directive would', () => {
    const text =
      '| a | b |\n|---|---|\n| c | d |\n{#t titulo="Gasto por rubro" anchos="3 1" columna-encabezado}'
    const [table] = treeOf(text).children
    expect(table?.data).toMatchObject({
      attributes: { id: 't' },
      settings: {
        caption: [{ value: 'Gasto por rubro' }],
        widths: [0.75, 0.25],
        headerColumns: 1,
        headerRows: 1,
      },
    })
    expect(table?.type === 'table' ? table.children.length : 0).toBe(2)
    expect(parsed(text).messages).toEqual([])
  })

  test.each([
    ['| a |\n|---|\n| b |\n{#t anchos="1 2"}', '1:1 directive-content'],
    ['| a |\n|---|\n| b |\n{#t ancla=1}', '4:5 unknown-attribute'],
    [':::tabla[T]\n| a |\n|---|\n| b |\n{titulo=U}\n:::', '1:1 directive-content'],
    [':::tabla[T]{titulo=U}\n| a |\n|---|\n| b |\n:::', '1:1 directive-content'],
    [':::lengua{#x lang=qu}\na\n:::', '1:1 directive-content'],
  ])('%j', (text, place) => {
    expect(parsed(text).messages).toEqual([place])
  })
})

describe('warnings', () => {
  test.each([
    ['a [^x] b', '1:3 footnote-missing'],
    ['a [b][c] d', '1:3 definition-missing'],
    ['a\n\n[^x]: b', '3:1 footnote-unused'],
    ['a\n\n[^x]: b[^x]', '3:1 footnote-unused'],
    ['| a | b |\n|---|\nc', '1:1 table-head-mismatch'],
    ['> a\n> b [^ñ]', '2:5 footnote-missing'],
    ['a &amp; \\* [^x]', '1:12 footnote-missing'],
  ])('%j', (text, place) => {
    expect(parsed(text).messages).toEqual([place])
  })
})

describe('errors', () => {
  const cases: readonly (readonly [string, readonly string[], string])[] = [
    [':::notas\na\n:::', ['1:1 unknown-directive'], '¿quiso decir «nota»?'],
    ['::salta', ['1:1 unknown-directive'], '¿quiso decir «salto»?'],
    ['a :b[c]', ['1:3 unknown-directive'], 'escriba «\\:» si es texto'],
    ['a :nota[c]', ['1:3 directive-form'], 'entre «:::nota» y «:::»'],
    ['::nota', ['1:1 directive-form'], 'entre «:::nota» y «:::»'],
    [':::salto\n:::', ['1:1 directive-form'], 'sola en su línea'],
    ['a\n\n:::nota\nb', ['3:1 directive-unclosed'], 'una línea «:::»'],
    ['> :::nota\n> b\n\nc', ['1:3 directive-unclosed'], '«nota» no se cierra'],
    [':::columnas\n:::nota\na\n:::\n:::', ['1:1 directive-unclosed'], 'más dos puntos'],
    ['a\n\n:::', ['3:1 directive-stray-fence'], 'no cierra ninguna'],
    ['::: nota\na', ['1:1 directive-syntax'], '«:::nota[título]'],
    [':::nota Título\na', ['1:1 directive-syntax'], 'sin espacios'],
    ['a\n::tabla{src=a.csv}[b]', ['2:1 directive-syntax'], 'tabla'],
    [':::nota{#a x=1}\na\n:::', ['1:12 unknown-attribute'], '«x»'],
    [':::columnas{n=7}\na\n:::', ['1:13 attribute-value'], 'un número entero de 2 a 3'],
    [':::columnas{m=2}\na\n:::', ['1:13 unknown-attribute'], '¿quiso decir «n»?'],
    [':::lengua{lang=quechua_x}\na\n:::', ['1:11 attribute-value'], 'un código de idioma'],
    [':::lengua\na\n:::', ['1:1 directive-content'], '«lang»'],
    [':::nota\n:::', ['1:1 directive-content'], 'algún texto'],
    [':::firma\n- a\n:::', ['1:1 directive-content'], 'solo párrafos'],
    [':::tabla\na\n:::', ['1:1 directive-content'], 'primero una tabla'],
    [':::tabla{anchos="1 2"}\n| a |\n|---|\n:::', ['1:1 directive-content'], 'sus 1 columnas'],
    ['::incluir', ['1:1 directive-content'], '«src»'],
    ['a <b>c</b>', ['1:3 html-unknown'], '**negrita**'],
    ['<div>\na\n</div>\n\nb', ['1:1 html-unknown'], '«<div>»'],
    ['<div>\n\na\n\n</div>', ['1:1 html-unknown'], '«<div>»'],
    ['a </font> b', ['1:3 html-unknown'], '«</font>»'],
    ['a <sub>b', ['1:3 html-unbalanced'], '«</sub>»'],
    ['a </sub> b', ['1:3 html-unbalanced'], '«<sub>»'],
    ['a <sub>b<sup>c</sub>d</sup>', ['1:9 html-unbalanced'], '«</sup>»'],
    ['a <sub>*b</sub>*', ['1:3 html-unbalanced', '1:10 html-unbalanced'], '«</sub>»'],
    ['<sub>\n\na', ['1:1 html-block'], 'dentro del texto'],
    ['<!-- a --> b', ['1:12 html-comment-text'], 'líneas propias'],
    ['a <abbr>b</abbr>', ['1:3 html-attribute-missing'], '<abbr title="…">'],
    ['a <span lang="x">b</span>', ['1:3 attribute-value'], 'código de idioma'],
    ['a <sub class="x">b</sub>', ['1:3 unknown-attribute'], '«class»'],
    ['| a |\n|---|\n| b | c |', ['3:1 table-ragged'], '2 celdas y la tabla 1 columnas'],
    [':::tabla\n| < |\n|---|\n| b |\n:::', ['2:1 table-span'], 'a su izquierda'],
    [':::tabla\n| a | b |\n|---|---|\n| ^ | < |\n:::', ['2:1 table-span'], 'un rectángulo'],
    ['a[^x]\n\n[^x]: b\n\n[^x]: c', ['5:1 footnote-duplicate'], 'línea 3'],
    ['a {{fehca}}', ['1:3 variable-unknown'], '«variables»'],
    [
      '---\nfecha: 2026-01-02\n---\n\n> a\n> {{fehca}}',
      ['6:3 variable-unknown'],
      '¿quiso decir «{{fecha}}»?',
    ],
    ['a [b]{#c} d', ['1:7 unknown-attribute'], '«#c»'],
  ]
  test.each(cases)('%j', (text, places, said) => {
    const { result, messages, file } = parsed(text)
    expect(messages).toEqual(places)
    expect(result).toBeNull()
    expect(reasons(file)[0]).toContain(said)
  })
})

describe('variables', () => {
  const head = '---\ntitulo: T\nvariables:\n  a: "[@b] *c* {{d}} <"\n---\n\n'

  test('beside references, calls and spans; a value is text', () => {
    expect(shapes(`${head}{{a}} [@x] [f {{a}}]{lang=qu} {{a}}`)).toEqual([
      'paragraph("[@b] *c* {{d}} < " labelReference[target=x]() " " span[language=qu]("f [@b] *c* {{d}} <") " [@b] *c* {{d}} <")',
    ])
    expect(parsed(`${head}{{a}} [^x]`).messages).toEqual(['7:7 footnote-missing'])
    expect(shapes(`${head}x <abbr title="{{titulo}}">{{titulo}}</abbr>`)).toEqual([
      'paragraph("x " abbreviation[expansion=T](T))',
    ])
  })

  test('unknown in an address or description', () => {
    expect(parsed('a [b](https://x.pe/{{c}})').messages).toEqual(['1:3 variable-unknown'])
    expect(parsed('a ![{{c}}](x.png)').messages).toEqual(['1:3 variable-unknown'])
  })

  test('beside a directive that is none', () => {
    expect(parsed('::: nota {{titulo}}').messages).toEqual(['1:1 directive-syntax', '1:10 variable-unknown'])
  })

  test('in texts, addresses and descriptions, not in code', () => {
    const text =
      '---\ntitulo: T\nvariables:\n  web: https://x.pe\n  sede: Lima\n---\n\n' +
      '# {{título}} {#a}\n\n{{sede}}, `{{sede}}`, \\{{sede}}, [w]({{web}}/b)\n'
    expect(shapes(text)).toEqual([
      'heading[depth=1 #a]("T")',
      'paragraph("Lima, " inlineCode({{sede}}) ", {{sede}}, " link("w"))',
    ])
    expect(JSON.stringify(treeOf(text))).toContain('"url":"https://x.pe/b"')
  })
})
