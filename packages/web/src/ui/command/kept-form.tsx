import { Form, type FormInstance } from 'antd'
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import type { ProblemBody } from '../../client/problem.ts'
import { useDraft } from '../draft/draft.ts'
import { DraftNote } from '../draft/draft-note.tsx'
import { ProblemNote } from '../page/problem-note.tsx'
import { type FieldNames, useFieldProblem } from './field-problem.ts'
import { useSeenVersion } from './seen-version.ts'

/** What a form says of what is kept of it. */
export type Kept = {
  /** what the form is about: what was written and not sent is kept under it, and is there again when it is opened */
  readonly draft?: string | undefined
  /** fields that a draft leaves out */
  readonly draftWithout?: readonly string[] | undefined
  /** fields of the form by the input's fields that are written in them, where their names differ */
  readonly fieldNames?: FieldNames | undefined
}
type Props<V extends object> = Kept & {
  readonly form: FormInstance<V>
  /** before the ids of its fields */
  readonly name?: string
  readonly className?: string
  /** the version of the record as it is shown now */
  readonly version?: number | undefined
  /** how often it was opened: each opening has fields of its own */
  readonly opening?: number
  readonly initial?: object | undefined
  readonly marks?: 'needed' | 'optional'
  /** what the server said of what was sent last */
  readonly problem?: ProblemBody | undefined
  /** resolves to true once it was sent; `seen` is the version that is written over */
  readonly onSend: (values: V, seen: number | undefined) => Promise<boolean>
  readonly onRefused?: () => void
  readonly children: ReactNode
  /** after what is told of problems */
  readonly foot?: ReactNode
}

/** A form that loses nothing: what is written is kept until it is sent; what is wrong stands beside its field. */
export function KeptForm<V extends object>(props: Props<V>) {
  const { form, opening = 0, initial, problem, onSend, children, foot } = props
  const seen = useSeenVersion(props.version, opening, problem)
  const draft = useDraft<V>(props.draft, { version: seen, without: props.draftWithout, opening })
  // what was written stays kept once the change of someone else was told
  const { keep } = draft
  const before = useRef({ seen, opening })
  useEffect(() => {
    const { current } = before
    before.current = { seen, opening }
    if (current.opening === opening && current.seen !== seen) keep(form.getFieldsValue())
  }, [seen, opening, form, keep])
  const told = useFieldProblem(form, problem, props.fieldNames)
  const sending = useRef(false)
  return (
    <Form
      key={`${opening} ${draft.discarded}`}
      form={form}
      {...(props.name ? { name: props.name } : {})}
      {...(props.className ? { className: props.className } : {})}
      layout="vertical"
      requiredMark={props.marks === 'optional' ? 'optional' : true}
      initialValues={{ ...initial, ...draft.found } as Partial<V>}
      onValuesChange={(_, values) => draft.keep(values)}
      onFinish={async (values) => {
        // a double click sends it once
        if (sending.current) return
        sending.current = true
        const sent = await onSend(values as V, seen).finally(() => {
          sending.current = false
        })
        if (sent) draft.drop()
      }}
      {...(props.onRefused ? { onFinishFailed: props.onRefused } : {})}
    >
      {draft.found ? <DraftNote onDiscard={draft.discard} /> : null}
      {children}
      {told ? <ProblemNote problem={told} /> : null}
      {foot}
      <Afresh form={form} />
    </Form>
  )
}

/** Begins from what is given as the form opens, whatever its fields held when it was open last; after all of them. */
function Afresh<V>({ form: { resetFields } }: { readonly form: FormInstance<V> }) {
  useLayoutEffect(() => resetFields(), [resetFields])
  return null
}
