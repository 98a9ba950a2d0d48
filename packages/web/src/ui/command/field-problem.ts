import type { FormInstance } from 'antd'
import { useEffect, useState } from 'react'
import type { ProblemBody } from '../../client/problem.ts'
import { useSay } from '../../texts/texts.ts'
import { sentence } from '../../texts/told.ts'

/** A field of the input, as the server names it, and the field of the form that it is written in. */
export type FieldNames = Readonly<Record<string, string | Name>>
type Name = (string | number)[]

/**
 * What the server says of one field stands beside that field, which has the focus then.
 * Gives the problem back when the form has no such field, to be told by a note.
 */
export function useFieldProblem(
  form: FormInstance,
  problem: ProblemBody | undefined,
  names: FieldNames = {},
): ProblemBody | undefined {
  const say = useSay()
  const [beside, setBeside] = useState<ProblemBody>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, by the problem as it came
  useEffect(() => {
    const { reasons = [], remedy } = problem ?? {}
    const found = reasons.flatMap(({ field, text }) => {
      const name = fieldOf(form, field, names)
      return name ? [{ name, error: sentence(say(text)) }] : []
    })
    const [first] = found
    if (!first) return
    // what to do is said once, beside the first
    const said = remedy ? [...found, { name: first.name, error: say(remedy) }] : found
    const byField = [...Map.groupBy(said, ({ name }) => JSON.stringify(name)).values()]
    form.setFields(byField.map((of) => ({ name: of[0]?.name, errors: of.map(({ error }) => error) })))
    form.scrollToField(first.name, { focus: true })
    // what is of no field on show is told by a note, with the rest
    if (found.length < reasons.length) return
    setBeside(problem)
  }, [problem])
  return problem === beside ? undefined : problem
}

/** The field on show that a field of the input stands for: itself, or what it is a part of. */
function fieldOf(form: FormInstance, field: string | undefined, names: FieldNames): Name | undefined {
  if (!field) return undefined
  const path = field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part))
  const shown = new Set(form.getFieldsError().map(({ name }) => JSON.stringify(name)))
  const parts = path.map((_, at) => path.slice(0, path.length - at))
  const known = parts.find((part) => names[part.join('.')] !== undefined)
  const own = known ? [names[known.join('.')] ?? [], path.slice(known.length)].flat() : path
  return [own, path]
    .flatMap((name) => name.map((_, at) => name.slice(0, name.length - at)))
    .find((name) => shown.has(JSON.stringify(name)))
}
