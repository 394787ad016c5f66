/** Paragraphs that stand more than once, and what became of them. */
import { info, warning } from './rule.ts'

export const repeatRules = {
  'repeat-found': warning<{ opening: string; line: number; file: string }>({
    es: [
      f => `este párrafo repite el de la línea ${f.line} de ${f.file}: «${f.opening}…»`,
      'bórrelo, o añada una última línea {repeats=keep} al párrafo si es intencional',
    ],
    en: [
      f => `this paragraph repeats the one on line ${f.line} of ${f.file}: “${f.opening}…”`,
      'delete it, or add a last line {repeats=keep} to the paragraph if it is meant',
    ],
  }),
  'repeat-resolved': info<{ opening: string; line: number; outcome: string }>({
    es: [
      f => `párrafo repetido (línea ${f.line}): «${f.opening}…»: ${f.outcome}`,
      'nada que hacer; {repeats=keep} lo dejaría entero',
    ],
    en: [
      f => `repeated paragraph (line ${f.line}): “${f.opening}…”: ${f.outcome}`,
      'nothing to do; {repeats=keep} would leave it whole',
    ],
  }),
  'repeat-guarded': warning<{ opening: string; line: number; why: string }>({
    es: [
      f => `este párrafo repite el de la línea ${f.line} («${f.opening}…») y queda entero: ${f.why}`,
      'decídalo en el párrafo: {repeats=reference}, {repeats=first} o {repeats=keep}',
    ],
    en: [
      f => `this paragraph repeats the one on line ${f.line} (“${f.opening}…”) and stays whole: ${f.why}`,
      'decide in the paragraph: {repeats=reference}, {repeats=first} or {repeats=keep}',
    ],
  }),
  'repeat-kept': info<{ opening: string; line: number }>({
    es: [f => `párrafo repetido a propósito (línea ${f.line}): «${f.opening}…»`, 'nada que hacer'],
    en: [f => `paragraph repeated on purpose (line ${f.line}): “${f.opening}…”`, 'nothing to do'],
  }),
  'repeat-near': warning<{ line: number; difference: string }>({
    es: [
      f => `este párrafo es casi igual al de la línea ${f.line}; cambia: ${f.difference}`,
      'compruebe cuál de los dos es el correcto',
    ],
    en: [
      f => `this paragraph is almost the same as the one on line ${f.line}; what differs: ${f.difference}`,
      'check which of the two is right',
    ],
  }),
  'repeat-elsewhere': info<{ opening: string; file: string; line: number }>({
    es: [
      f => `este párrafo está también en ${f.file}, línea ${f.line}: «${f.opening}…»`,
      'nada que hacer; «pliego repeats» los lista todos',
    ],
    en: [
      f => `this paragraph is also in ${f.file}, line ${f.line}: “${f.opening}…”`,
      'nothing to do; “pliego repeats” lists them all',
    ],
  }),
}
