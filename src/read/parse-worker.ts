/** Parses a text in a thread of its own, for nothing but to see whether it comes to an end. */
import { workerData } from 'node:worker_threads'
import { parseMarkdown } from './markdown.ts'

// What `parse-guard.ts` gives.
const { text, state } = workerData as { readonly text: string; readonly state: Int32Array }
// The clock runs from here: how long loading takes is no fault of the text.
tell(1)
try {
  parseMarkdown(text)
} finally {
  tell(2)
}

function tell(reached: number): void {
  Atomics.store(state, 0, reached)
  Atomics.notify(state, 0)
}
