// Documents that are well written, every construct inside every other that may hold it: what random mutations of
// finished texts seldom reach, as most of them are refused.

const words =
  'acuerdo niñez región 2026 19:00 «cita» S/ 1 250,50 el/la año—siglo l’État ONU pingüino a.m. N.º 3 50 % ¿qué? ¡ya! 1998-1999 x²  İstanbul ﬁn straße naïve'.split(
    ' ',
  )
const languages = ['en', 'qu', 'fr', 'pt-BR', 'ay']
const boxes = ['nota', 'advertencia', 'mensaje-clave', 'recomendacion', 'resumen']

/**
 * @param random - whole numbers below a bound
 * @returns a text with front matter
 */
export function written(random) {
  const one = list => list[random(list.length)]
  const some = (most, make) => Array.from({ length: 1 + random(most) }, make)
  const notes = []
  const labels = []
  let blocks = 0

  const phrase = () => some(9, () => one(words)).join(' ')

  function inline(depth) {
    const inner = () => (depth > 2 ? phrase() : line(depth + 1))
    switch (random(16)) {
      case 0:
        return `*${inner()}*`
      case 1:
        return `**${inner()}**`
      case 2:
        return `~~${inner()}~~`
      case 3:
        return `\`${phrase().replaceAll('`', '')}\``
      case 4:
        return `[${phrase()}](https://x.pe/${random(9)}?a=1&b=ñ "t")`
      case 5: {
        const label = `n${notes.length}`
        notes.push(`[^${label}]: ${phrase()}`)
        return `${phrase()}[^${label}]`
      }
      case 6:
        return `<span lang="${one(languages)}">${inner()}</span>`
      case 7:
        return `H<sub>${random(99)}</sub><sup>${phrase()}</sup>`
      case 8:
        return `<mark>${inner()}</mark>`
      case 9:
        return labels.length === 0 ? phrase() : `[@${one(labels)}]`
      case 10:
        return '![Una](img/x.png)'
      case 11:
        return `${phrase()}  \n${phrase()}`
      case 12:
        return '<abbr title="Organización de los Estados Americanos">OEA</abbr>'
      case 13:
        return '<https://example.org/a_b?c=d>'
      default:
        return phrase()
    }
  }

  const line = depth => some(4, () => inline(depth)).join(' ')
  const flat = () => line(1).replaceAll('  \n', ' ')
  const cell = () => (random(6) === 0 ? '' : flat().replaceAll('|', '\\|'))
  const indented = (text, by) => text.replaceAll('\n', `\n${' '.repeat(by)}`)
  const items = (depth, mark) =>
    some(4, (_, at) => {
      const start = mark(at)
      return `${start}${indented(random(3) === 0 ? several(depth + 1, 2) : flat(), start.length)}`
    })
  const joint = () => (random(2) === 0 ? '\n' : '\n\n')

  function table() {
    const columns = 1 + random(5)
    const row = make => `| ${Array.from({ length: columns }, make).join(' | ')} |`
    return [
      row(() => phrase()),
      row(() => one(['---', ':--', '--:', ':-:'])),
      ...some(5, () => row(cell)),
    ].join('\n')
  }

  function label(kind) {
    const made = `${kind}-${labels.length}`
    labels.push(made)
    return made
  }

  function block(depth) {
    blocks++
    if (depth > 3 || blocks > 60) return line(0)
    switch (random(18)) {
      case 0:
      case 1:
        return depth === 0 ? `${'#'.repeat(1 + random(6))} ${flat()}` : line(0)
      case 2:
        return items(depth, () => '- ').join(joint())
      case 3: {
        const first = one([0, 1, 7, 999])
        return items(depth, at => `${first + at}. `).join(joint())
      }
      case 4:
        return items(depth, () => `- [${one([' ', 'x'])}] `).join('\n')
      case 5:
        return `> ${several(depth + 1, 3).replaceAll('\n', '\n> ')}`
      case 6:
        return table()
      case 7:
        return `:::tabla[${phrase().replaceAll(/[[\]]/g, '')}]{#${label('cua')}${one(['', ' columna-encabezado', ' apaisado'])}}\n${table()}\n:::`
      case 8:
        return `\`\`\`${one(['', 'js', 'python', 'nada'])}\n${some(5, () => phrase()).join('\n  ')}\n\`\`\``
      case 9:
        return `![${phrase()}](img/x.${one(['png', 'jpg', 'svg'])} "${phrase()}"){#${label('fig')}}`
      case 10:
      case 11: {
        const fence = ':'.repeat(6 - depth)
        return `${fence}${one(boxes)}\n${several(depth + 1, 3)}\n${fence}`
      }
      case 12: {
        const fence = ':'.repeat(6 - depth)
        return `${fence}lengua{lang=${one(languages)}}\n${several(depth + 1, 2)}\n${fence}`
      }
      case 13:
        return some(3, () => `${phrase()}\n: ${flat()}`).join('\n\n')
      case 14:
        return depth === 0 ? one(['::indice', '::indice-de-cuadros', '::salto', '---', '::glosario']) : '---'
      case 15:
        return depth === 0 ? `::::columnas{n=2}\n${several(depth + 2, 3)}\n::::` : line(0)
      default:
        return line(0)
    }
  }

  const several = (depth, most) => some(most, () => block(depth)).join('\n\n')

  const front = [
    `titulo: ${JSON.stringify(phrase())}`,
    `idioma: ${one(['es-PE', 'es', 'en', 'fr', 'pt'])}`,
    ...(random(3) === 0 ? [`resumen: ${JSON.stringify(phrase())}`] : []),
    ...(random(4) === 0 ? ['plantilla: nota-informativa'] : []),
    ...(random(4) === 0 ? ['estado: borrador'] : []),
    ...(random(4) === 0 ? ['fecha: 2026-11-23', 'autores: [Ana Ñuñez]'] : []),
  ]
  const text = several(0, 8)
  return `---\n${front.join('\n')}\n---\n\n${[text, ...notes].join('\n\n')}\n`
}
