/**
 * Every message of the program by its rule id, which is stable: scripts and tests refer to it.
 *
 * To add one: a line in the file of its stage under `rules/`, with severity, facts and, in both languages, what is
 * wrong and what to do; a call of `report`; a folder `test/messages/fixtures/<id>/` with the smallest source that provokes it.
 * Facts hold no words of either language: a piece of a sentence is an id of `phrases.ts`.
 */
import { collationRules } from './rules/collation.ts'
import { fileRules } from './rules/files.ts'
import { frontMatterRules } from './rules/front-matter.ts'
import { markupRules } from './rules/markup.ts'
import { outputRules } from './rules/output.ts'
import { pictureRules } from './rules/pictures.ts'
import { releaseRules } from './rules/release.ts'
import { repeatRules } from './rules/repeats.ts'
import type { Rule } from './rules/rule.ts'
import { structureRules } from './rules/structure.ts'
import { tableRules } from './rules/tables.ts'
import { templateRules } from './rules/templates.ts'

export type { MessageLanguage, Rule, Severity } from './rules/rule.ts'

/** In the order of the work: a text is read, understood, styled, laid out and written. */
export const catalogue = {
  ...fileRules,
  ...frontMatterRules,
  ...structureRules,
  ...markupRules,
  ...pictureRules,
  ...tableRules,
  ...repeatRules,
  ...templateRules,
  ...outputRules,
  ...collationRules,
  ...releaseRules,
} satisfies Readonly<Record<string, Rule<never>>>

export type RuleId = keyof typeof catalogue
export type Facts<Id extends RuleId> = (typeof catalogue)[Id] extends Rule<infer F extends object> ? F : never
