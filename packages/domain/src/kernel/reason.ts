import type { Reason, Text, Value } from './errors.ts'

type Values = Readonly<Record<string, Value>>

type Names<T extends string> = T extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Names<Rest> : never
type Given<T extends Text> = [Names<T['en']>] extends [never]
  ? []
  : [values: { readonly [Name in Names<T['en']>]: Value }]
type Catalogue = Readonly<Record<string, Text>>

/** Gives the reasons of one room by their codes; `{{name}}` in a text stands for a value. */
export function reasonsOf<const C extends Catalogue>(texts: C) {
  const because = <K extends keyof C & string>(code: K, ...[values]: Given<C[K]>): Reason => {
    const { zh, en } = texts[code] as Text
    return { code, text: { zh: filled(zh, 'zh', values), en: filled(en, 'en', values) }, ...(values ? { values } : {}) }
  }
  return Object.assign(because, { texts })
}

/** What is told to whoever runs the program, by the command line alone: in English. */
export const toOperator = (en: string): Reason => ({ code: TO_OPERATOR, text: { zh: en, en } })
export const TO_OPERATOR = 'operator'

/** The same reason, its texts written over: such as with the name of a file in the place of where it lies. */
export const withWords = (reason: Reason, write: (text: string) => string): Reason => ({
  ...reason,
  text: { zh: write(reason.text.zh), en: write(reason.text.en) },
})

const filled = (text: string, language: keyof Text, values: Values | undefined): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => said(values?.[name] ?? '', language))

function said(value: Value, language: keyof Text): string {
  if (Array.isArray(value)) return value.map((one) => said(one, language)).join(language === 'zh' ? '、' : ', ')
  return typeof value === 'object' ? (value as Text)[language] : String(value)
}
