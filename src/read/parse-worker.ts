/** Parses a text in a thread of its own, for nothing but to see whether it comes to an end. */
import { workerData } from 'node:worker_threads'
import { parseMarkdown } from './markdown.ts'

// What `parse-guard.ts` gives.
const { text, done } = workerData as { readonly text: string; readonly done: Int32Array }
try {
  parseMarkdown(text)
} finally {
  Atomics.store(done, 0, 1)
  Atomics.notify(done, 0)
}
