/** Interlaced PNG (ISO 15948, 8.1): first column and row of each of the seven passes, and the steps between them. */
export const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const
