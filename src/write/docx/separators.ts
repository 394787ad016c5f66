/** Word's own two: the rule over the notes, and the one over what goes on from the page before. */
export const separators = [
  { id: -1, type: 'separator' },
  { id: 0, type: 'continuationSeparator' },
] as const
