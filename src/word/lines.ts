/** Lines of a table: what is indented goes on with the line before. */
export function linesOf(source: string): readonly string[] {
  return source
    .replace(/\n +/g, ' ')
    .split('\n')
    .filter(line => line !== '')
}
