/** Markup beyond plain Markdown: attributes in braces, directives with colons, HTML. */
import { en, es, type Phrase } from '../phrases.ts'
import { error, info, meant, warning } from './rule.ts'

export const markupRules = {
  'unknown-attribute': error<{ key: string; nearest: string }>({
    es: [
      f => `el atributo «${f.key}» no existe`,
      f => meant.es(f.nearest, 'bórrelo, o escriba «\\{» si es texto'),
    ],
    en: [
      f => `there is no attribute “${f.key}” here`,
      f => meant.en(f.nearest, 'delete it, or write “\\{” if it is text'),
    ],
  }),
  'attribute-value': error<{ key: string; expected: Phrase; found: string }>({
    es: [
      f => `«${f.key}» no puede ser «${f.found}»: se espera ${es(f.expected)}`,
      f => `corrija el valor de «${f.key}»`,
    ],
    en: [
      f => `“${f.key}” cannot be “${f.found}”; it takes ${en(f.expected)}`,
      f => `correct the value of “${f.key}”`,
    ],
  }),
  'attribute-place': warning<{ attributes: string; where: Phrase }>({
    es: [
      f => `«${f.attributes}» sale como texto: los atributos de un párrafo van ${es(f.where)}`,
      'póngalos allí, o escriba «\\{» si es texto',
    ],
    en: [
      f => `“${f.attributes}” is published as text: the attributes of a paragraph go ${en(f.where)}`,
      'put them there, or write “\\{” if it is text',
    ],
  }),
  'unknown-directive': error<{ name: string; nearest: string }>({
    es: [
      f => `la directiva «${f.name}» no existe`,
      f => meant.es(f.nearest, 'las que hay están en docs/como-se-escribe.md; escriba «\\:» si es texto'),
    ],
    en: [
      f => `there is no directive “${f.name}”`,
      f => meant.en(f.nearest, 'docs/como-se-escribe.md lists those that exist; write “\\:” if it is text'),
    ],
  }),
  'directive-unclosed': error<{ name: string; fence: string }>({
    es: [
      f => `la directiva «${f.name}» no se cierra`,
      f => `cierre con una línea «${f.fence}»; la que contiene a otra lleva más dos puntos que ella`,
    ],
    en: [
      f => `the directive “${f.name}” is not closed`,
      f => `close it with a line “${f.fence}”; one that contains another has more colons than that`,
    ],
  }),
  'directive-stray-fence': error({
    es: [
      'esta línea de dos puntos no cierra ninguna directiva',
      'bórrela; una directiva que contiene a otra lleva más dos puntos que ella («::::columnas»)',
    ],
    en: [
      'this line of colons closes no directive',
      'delete it; a directive that contains another has more colons than that (“::::columns”)',
    ],
  }),
  'directive-syntax': error<{ line: string; nearest: string }>({
    es: [
      f => `«${f.line}» no es una directiva bien escrita y saldría como texto`,
      f =>
        `escriba «:::${f.nearest || 'nombre'}[título]{clave=valor}», sin espacios y sin nada detrás, o «\\:» si es texto`,
    ],
    en: [
      f => `“${f.line}” is not a well-written directive and would be published as text`,
      f =>
        `write “:::${f.nearest || 'name'}[title]{key=value}”, without spaces and with nothing behind it, or “\\:” if it is text`,
    ],
  }),
  'directive-form': error<{ name: string; form: Phrase }>({
    es: [f => `la directiva «${f.name}» no se usa así`, f => `escríbala ${es(f.form)}`],
    en: [f => `the directive “${f.name}” is not used in this way`, f => `write it ${en(f.form)}`],
  }),
  'directive-content': error<{ name: string; expected: Phrase }>({
    es: [f => `en la directiva «${f.name}» se espera ${es(f.expected)}`, 'corrija lo que contiene'],
    en: [f => `the directive “${f.name}” takes ${en(f.expected)}`, 'correct what it contains'],
  }),
  'cover-place': error({
    es: [
      'la portada va en primer lugar, antes de todo texto',
      'póngala tras la cabecera, o escriba allí «portada: sí»',
    ],
    en: [
      'the cover comes first, before all text',
      'put it right behind the front matter, or write “cover: yes” there',
    ],
  }),
  'script-marks': warning<{ written: string; tag: string; inner: string }>({
    es: [
      f => `«${f.written}» sale tal cual: ni «~» ni «^» bajan o suben letras aquí`,
      f => `escriba <${f.tag}>${f.inner}</${f.tag}>, o «\\${f.written.charAt(0)}» si es texto`,
    ],
    en: [
      f => `“${f.written}” is published as it is: neither “~” nor “^” lowers or raises letters here`,
      f => `write <${f.tag}>${f.inner}</${f.tag}>, or “\\${f.written.charAt(0)}” if it is text`,
    ],
  }),
  'strong-marks': warning({
    es: [
      'estos asteriscos salen tal cual: no abren ni cierran negrita',
      'péguelos a las palabras, **así**, y ciérrelos en el mismo párrafo; o escriba «\\*\\*» si son texto',
    ],
    en: [
      'these asterisks are published as they are: they neither open nor close bold type',
      'put them next to the words, **so**, and close them in the same paragraph; or write “\\*\\*” if they are text',
    ],
  }),
  'list-marks': warning<{ mark: string }>({
    es: [
      f => `«${f.mark}» no hace un punto de lista: el renglón sale seguido, dentro del párrafo`,
      'ponga «- » en su lugar, o una línea en blanco entre punto y punto; si es texto seguido, no lo deje al comienzo del renglón',
    ],
    en: [
      f => `“${f.mark}” makes no item of a list: the line is published as part of its paragraph`,
      'put “- ” in its place, or a blank line between the items; if it is running text, do not leave it where a line begins',
    ],
  }),
  'code-indented': warning({
    es: [
      'las líneas que empiezan por cuatro espacios o un tabulador salen como código, en letra de máquina',
      'quite la sangría; si son código, póngalas entre dos líneas ```',
    ],
    en: [
      'lines that begin with four spaces or a tab are published as code, in a typewriter face',
      'take the indent away; if they are code, put them between two lines ```',
    ],
  }),
  'heading-lookalike': info({
    es: [
      'este párrafo parece un encabezado y no lo es: ni el índice ni quien no ve la página lo encuentran',
      'si lo es, escriba «# » delante, sin asteriscos',
    ],
    en: [
      'this paragraph looks like a heading and is none: neither the contents nor readers who do not see the page find it',
      'if it is one, write “# ” before it, without asterisks',
    ],
  }),
  'foreign-marks': warning<{ written: string; instead: Phrase }>({
    es: [
      f => `«${f.written}» sale tal cual: es una marca de otro programa`,
      f => `${es(f.instead)}; o ponga «\\» delante si es texto`,
    ],
    en: [
      f => `“${f.written}” is published as it is: it is a mark of another program`,
      f => `${en(f.instead)}; or put “\\” before it if it is text`,
    ],
  }),
  'html-unknown': error<{ tag: string; instead: Phrase | null }>({
    es: [
      f => `el HTML «${f.tag}» no se puede publicar`,
      f =>
        f.instead === null
          ? 'use Markdown (**negrita**, *cursiva*…), o escriba «\\<» si es texto'
          : `escriba ${es(f.instead)}`,
    ],
    en: [
      f => `the HTML “${f.tag}” cannot be published`,
      f =>
        f.instead === null
          ? 'use Markdown (**bold**, *italic*…), or write “\\<” if it is text'
          : `write ${en(f.instead)}`,
    ],
  }),
  'html-unbalanced': error<{ tag: string; counterpart: string }>({
    es: [
      f => `a «${f.tag}» le falta su «${f.counterpart}» en la misma frase, o se cruza con otra marca`,
      f => `añada «${f.counterpart}», o cierre las marcas en orden inverso al de apertura`,
    ],
    en: [
      f => `“${f.tag}” lacks its “${f.counterpart}” in the same sentence, or overlaps with another mark`,
      f => `add “${f.counterpart}”, or close marks in the reverse of the order in which they open`,
    ],
  }),
  'html-block': error<{ tag: string }>({
    es: [
      f => `«${f.tag}» está solo en su línea, donde no forma parte de un párrafo`,
      'póngalo dentro del texto de un párrafo',
    ],
    en: [
      f => `“${f.tag}” stands alone on its line, where it is not part of a paragraph`,
      'put it inside the text of a paragraph',
    ],
  }),
  'html-comment-text': error({
    es: [
      'detrás de un comentario HTML, en su misma línea, hay texto que se perdería',
      'ponga el comentario en líneas propias',
    ],
    en: [
      'behind an HTML comment, on the same line, there is text that would be lost',
      'put the comment on lines of its own',
    ],
  }),
  'html-attribute-missing': error<{ tag: string; attribute: string }>({
    es: [f => `a «<${f.tag}>» le falta «${f.attribute}»`, f => `escriba <${f.tag} ${f.attribute}="…">`],
    en: [f => `“<${f.tag}>” lacks “${f.attribute}”`, f => `write <${f.tag} ${f.attribute}="…">`],
  }),
}
