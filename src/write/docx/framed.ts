/** Definition lists, signatures, addresses and code. */
import { BorderStyle, LineRuleType, Tab, TextRun } from 'docx'
import type {
  Address,
  Code,
  DefinitionDescription,
  DefinitionTerm,
  Signature,
} from '../../publication/model.ts'
import type { CodeToken } from '../../text/highlight.ts'
import { type BlockContext, type Blocks, rightEdge, room, textEdge } from './context.ts'
import { labelAlone, leaf, leafOf, paragraph } from './paragraphs.ts'
import { languageFormat, type RunFormat, type Runs, verbatimRun, xml } from './runs.ts'
import { codeStyles } from './styles.ts'
import { eighths, hex, twips } from './units.ts'

export function definitionTerm(node: DefinitionTerm, context: BlockContext): Blocks {
  return [leaf(node, 'term', node.children, context, { keepNext: true })]
}

export function definitionDescription(node: DefinitionDescription, context: BlockContext): Blocks {
  const left = textEdge(context)
  const right = rightEdge(context)
  return context.flow(node.children, {
    ...context,
    container: 'description',
    role: 'description',
    left,
    right,
  })
}

/** Lines of room to sign in, and the longest that the rule under it is, points. */
const signatureLines = 3
const signatureRule = 200

export function signature(node: Signature, context: BlockContext): Blocks {
  const { furniture, styles } = context.build.edition.design
  const style = styles.signature
  const free = Math.max(0, room(context) - signatureRule)
  const before = style.align === 'center' ? free / 2 : style.align === 'right' ? free : 0
  const border = {
    style: BorderStyle.SINGLE,
    color: hex(style.color),
    size: eighths(Math.max(furniture.ruleWidth, 0.5)),
    space: 1,
  }
  const rule = paragraph('signature', [], context, {
    keepNext: true,
    border: { bottom: border },
    indent: { left: twips(textEdge(context) + before), right: twips(rightEdge(context) + free - before) },
    spacing: {
      before: twips(style.spaceBefore),
      after: 0,
      line: twips(signatureLines * style.leading),
      lineRule: LineRuleType.EXACT,
    },
  })
  return [rule, ...kept(node, 'signature', context)]
}

export function address(node: Address, context: BlockContext): Blocks {
  return kept(node, 'address', context)
}

/** One paragraph to a line, all on one page, with no space between. */
function kept(node: Signature | Address, role: 'signature' | 'address', context: BlockContext): Blocks {
  const { body, [role]: style } = context.build.edition.design.styles
  const end = node.children.length - 1
  return node.children.map((child, index) =>
    leaf(child, role, child.children, context, {
      keepNext: index < end,
      spacing: {
        before: twips(index === 0 && role === 'address' ? style.spaceBefore : 0),
        after: twips(index === end ? Math.max(style.spaceAfter, body.spaceAfter) : 0),
      },
    }),
  )
}

/** One paragraph, its lines as written, its words in the styles of their kinds. */
export function code(node: Code, context: BlockContext): Blocks {
  const tokens = context.build.codeTokens.get(node) ?? [{ kind: '', text: node.value } as const]
  const runs = tokens.flatMap(token => tokenRuns(token, languageFormat(node.language, context.build)))
  return [...labelAlone('list', context), leafOf(node, 'code', runs, context)]
}

function tokenRuns({ kind, text }: CodeToken, language: RunFormat): Runs {
  const style = kind === '' ? language : { style: codeStyles[kind], ...language }
  return text.split('\n').flatMap((line, index): Runs => {
    const parts = line.split('\t').flatMap((part, at): Runs => {
      const tab = at === 0 ? [] : [new TextRun({ children: [new Tab()] })]
      return part === '' ? tab : [...tab, verbatimRun(part, style)]
    })
    return index === 0 ? parts : [new TextRun({ children: [xml('w:br')] }), ...parts]
  })
}
