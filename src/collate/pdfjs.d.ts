/** Sets `globalThis.pdfjsWorker`, so that pdf.js parses in the thread that asks. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs'
