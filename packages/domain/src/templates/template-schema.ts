import { z } from 'zod'
import { bilingual, source } from '../gate/rule.ts'
import { BadInput } from '../kernel/errors.ts'
import { checkVariables } from './fill-template.ts'

/** Letters that are written again and again, by whom they go to and what they are for. */
export const TEMPLATE_KINDS = [
  'supplier-request',
  'supplier-rejection',
  'product-rejection',
  'sample-request',
  'product-pulled',
  'recall-notice',
  'case-answer',
  'case-mend',
  'case-refusal',
] as const
export type TemplateKind = (typeof TEMPLATE_KINDS)[number]
export const LANGUAGES = ['zh', 'en'] as const
export type TemplateLanguage = (typeof LANGUAGES)[number]

const kebab = z.string().regex(/^[a-z]+(-[a-z]+)*$/)
const list = z.strictObject({ zh: z.array(z.string().min(1)).min(1), en: z.array(z.string().min(1)).min(1) })
const variable = z.strictObject({
  id: kebab,
  name: bilingual,
  /** what it may look like; a list when it is filled with lines */
  example: z.union([bilingual, list]),
})

/** A letter in both languages, variables written `{{name}}`. */
export const templateTexts = z.strictObject({ subject: bilingual, body: bilingual })
export type TemplateTexts = z.infer<typeof templateTexts>

const template = z.strictObject({
  id: z.enum(TEMPLATE_KINDS),
  clause: z.string().regex(/^[A-Z]\d$/),
  /** the record it is filled from */
  about: z.enum(['supplier', 'product', 'case']),
  name: bilingual,
  when: bilingual,
  /** who may write an organisation's own in place of it; an owner always may */
  'changed-by': z.array(z.enum(['selection', 'legal'])).min(1),
  variables: z.array(kebab).min(1),
  ...templateTexts.shape,
})
export type Template = z.infer<typeof template>

/** templates.yaml: the letters of the standard, each with the variables it may use. */
export const templateFile = z
  .strictObject({ source, variables: z.array(variable).min(1), templates: z.array(template).min(1) })
  .superRefine((file, { addIssue }) => {
    const known = new Set(file.variables.map((v) => v.id))
    const wrong = (path: (string | number)[], message: string) => addIssue({ code: 'custom', path, message })
    file.templates.forEach((one, i) => {
      one.variables.forEach((name, n) => {
        if (!known.has(name))
          wrong(['templates', i, 'variables', n], `there is no variable ${name}: describe it under variables`)
      })
      for (const part of ['subject', 'body'] as const)
        for (const language of LANGUAGES) {
          const fault = faultOf(one[part][language], one.variables)
          if (fault) wrong(['templates', i, part, language], fault)
        }
    })
    for (const kind of TEMPLATE_KINDS)
      if (!file.templates.some((t) => t.id === kind)) wrong(['templates'], `lacks the letter ${kind}: add it`)
  })
export type TemplateFile = z.infer<typeof templateFile>

function faultOf(text: string, known: readonly string[]): string | undefined {
  try {
    checkVariables(text, known)
    return undefined
  } catch (error) {
    if (error instanceof BadInput) return error.message
    throw error
  }
}

/** Sees that a letter uses only the variables of its kind. @throws BadInput naming the part, the variable and those there are */
export function checkTexts(texts: TemplateTexts, known: readonly string[]): void {
  for (const part of ['subject', 'body'] as const)
    for (const language of LANGUAGES) checkVariables(texts[part][language], known, `${part}.${language}`)
}
