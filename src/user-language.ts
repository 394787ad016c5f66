/** The language in which the program speaks to its user; no byte of an output depends on it. */
import { type MessageLanguage, messageLanguages } from './diagnostics/rules/rule.ts'

/**
 * @param asked - of `--lang`; '' when it is not given
 * @param environment - as POSIX has it (IEEE 1003.1, 8.2): LC_ALL before LC_MESSAGES before LANG
 * @returns Spanish where neither says a language that the program has; null for an unknown one that was asked for
 */
export function userLanguage(
  asked: string,
  environment: Readonly<Record<string, string | undefined>>,
): MessageLanguage | null {
  if (asked !== '') return named(asked) ?? null
  const { LC_ALL, LC_MESSAGES, LANG } = environment
  return named(LC_ALL || LC_MESSAGES || LANG || '') ?? 'es'
}

/** `en`, `en-US` and `en_US.UTF-8` are English. */
function named(tag: string): MessageLanguage | undefined {
  const [primary] = tag.toLowerCase().split(/[-_.@]/)
  return messageLanguages.find(language => language === primary)
}
