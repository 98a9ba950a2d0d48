import { Form, Modal } from 'antd'
import type { ReactNode } from 'react'
import { useCommand } from '../../../client/command.ts'
import type { Answer, CommandName, Input, Params } from '../../../client/operations.ts'
import { ProblemNote } from '../../../ui/page/problem-note.tsx'
import '../product.css'

type Props<N extends CommandName> = {
  readonly name: N
  readonly title: string
  readonly params: Params<N>
  /** the version of the record that is shown, for commands that ask for it */
  readonly version?: number | undefined
  readonly initial?: object
  /** what the fields come to */
  readonly inputOf: (values: Record<string, never>) => Input<N>
  readonly ok: string
  readonly width?: number
  readonly children: ReactNode
  readonly onClose: () => void
  readonly onDone?: (answer: Answer<N>) => void
}

/** A form that carries out one command; what is refused is told in it, and what was typed stays. */
export function CommandDialog<N extends CommandName>(props: Props<N>) {
  const { name, title, params, version, initial = {}, inputOf, ok, width = 520, children, onClose, onDone } = props
  const [form] = Form.useForm()
  const { run, running, problem } = useCommand(name, { quiet: true })
  const send = async (values: Record<string, never>) => {
    const answer = await run({ params, version, input: inputOf(values) })
    if (answer === undefined) return
    onDone?.(answer)
    onClose()
  }
  return (
    <Modal
      open
      title={title}
      width={width}
      okText={ok}
      confirmLoading={running}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      <Form form={form} layout="vertical" initialValues={initial} onFinish={send} requiredMark="optional">
        {problem ? (
          <div style={{ marginBottom: 12 }}>
            <ProblemNote problem={problem} />
          </div>
        ) : null}
        {children}
      </Form>
    </Modal>
  )
}

/** What was left empty is not sent. */
export const filled = <T extends object>(values: T): T =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && !value.length),
    ),
  ) as T
