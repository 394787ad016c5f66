import { configDefaults, defineConfig } from 'vitest/config'

/** Tables gone through to their last row, each of minutes: `make tables`, which CI runs beside `make test`. */
const tables = [
  'test/brand/reach.test.ts',
  'test/collate/agreement.test.ts',
  'test/collate/harmless.test.ts',
  'test/collate/mutations.test.ts',
  'test/conformance/**/*.test.ts',
  'test/faults/**/*.test.ts',
  'test/layout/every-node.test.ts',
  'test/release/faults.test.ts',
  'test/write/web/bad-input.test.ts',
]
const others = { include: ['test/**/*.test.ts'], exclude: [...configDefaults.exclude, ...tables] }

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Most of a test file's time went into loading the program once more.
    isolate: false,
    // By itself one processor is left idle: on two, half of what there is.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'test', ...others } },
      { extends: true, test: { name: 'tables', include: tables } },
    ],
  },
})
