/** The package brings no types. */
declare module 'hyphen/patterns/*.js' {
  const patterns: unknown
  export default patterns
}
