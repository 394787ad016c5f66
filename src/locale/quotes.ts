/** Pairs of quotation marks that the tables share. */
import type { QuotationMarks } from './types.ts'

export const angular: QuotationMarks = { open: '«', close: '»' }
export const english: QuotationMarks = { open: '“', close: '”' }
export const single: QuotationMarks = { open: '‘', close: '’' }
