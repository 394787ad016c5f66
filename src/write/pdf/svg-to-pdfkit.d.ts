/** The part of svg-to-pdfkit 0.1.8 that svg.ts uses. */
declare module 'svg-to-pdfkit' {
  interface Options {
    readonly width: number
    readonly height: number
    readonly preserveAspectRatio: string
    readonly warningCallback: (warning: string) => void
  }
  export default function svgToPdf(doc: object, svg: string, x: number, y: number, options: Options): void
}
