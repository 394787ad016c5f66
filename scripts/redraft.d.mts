export function hasLibreOffice(): boolean
export function savedByLibreOffice(path: string): Uint8Array
export function compareDraft(
  sent: Uint8Array,
  saved: Uint8Array,
): { readonly found: readonly string[]; readonly lost: readonly string[]; readonly markdown: boolean }
