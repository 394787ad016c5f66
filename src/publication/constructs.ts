/** Spanish names of what Markdown has and a Publication does not, for the message that refuses it. */
const names: Readonly<Record<string, string>> = {
  code: 'bloque de código',
  containerDirective: 'directiva',
  definition: 'definición de enlace',
  delete: 'texto tachado',
  footnoteDefinition: 'texto de nota al pie',
  footnoteReference: 'nota al pie',
  html: 'HTML',
  image: 'imagen',
  imageReference: 'imagen',
  leafDirective: 'directiva',
  linkReference: 'enlace por referencia',
  table: 'tabla',
  'task list item': 'casilla de verificación',
  textDirective: 'directiva',
  toml: 'cabecera TOML',
  yaml: 'cabecera YAML',
}

/** «tabla (table)»: the construct's name with the type of its node. */
export function constructName(type: string): string {
  const name = names[type]
  return name === undefined || name === type ? type : `${name} (${type})`
}
