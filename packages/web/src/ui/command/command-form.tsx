import { Button, Drawer, Form, type FormInstance, Modal } from 'antd'
import { type ReactNode, useLayoutEffect, useState } from 'react'
import { useCommand } from '../../client/command.ts'
import type { Answer, CommandName, Input, Params } from '../../client/operations.ts'
import { useNarrow } from '../../look/narrow.ts'
import { texts } from '../../texts/texts.ts'
import { ProblemNote } from '../page/problem-note.tsx'
import './command-form.css'

const useText = texts('command-form', { cancel: { zh: '取消', en: 'Cancel' } })

type Props<N extends CommandName, V extends object> = {
  readonly name: N
  readonly title: string
  readonly params: Params<N>
  /** the version of the record that is shown, for commands that ask for it */
  readonly version?: number | undefined
  /** what the fields come to; what was left empty is not sent when absent */
  readonly inputOf?: (values: V) => Input<N>
  /** what the one button says */
  readonly ok: string
  readonly open?: boolean
  readonly initial?: object
  /** of a form whose fields are watched outside of it */
  readonly form?: FormInstance<V>
  /** long forms stand at the side of the page, short ones over it */
  readonly long?: boolean
  /** what proves it: stands beside the fields */
  readonly proof?: ReactNode
  readonly width?: number
  /** fields that must be filled are marked where most may stay empty; else those that may */
  readonly marks?: 'needed' | 'optional'
  readonly children?: ReactNode
  readonly onClose: () => void
  readonly onDone?: (answer: Answer<N>) => void
}

/**
 * A form that carries out one command. What is refused is told in it, and what was typed stays; the evidence stands
 * beside what is said.
 */
export function CommandForm<N extends CommandName, V extends object = Record<string, never>>(props: Props<N, V>) {
  const { name, title, params, version, inputOf, ok, open = true, initial, long, proof, children, onDone } = props
  const t = useText()
  const narrow = useNarrow()
  const [own] = Form.useForm<V>()
  const form = props.form ?? own
  const { run, running, problem, forget } = useCommand(name, { quiet: true })
  const opening = useOpening(open)
  const close = () => {
    forget()
    props.onClose()
  }
  const send = async (values: V) => {
    const answer = await run({ params, version, input: inputOf ? inputOf(values) : (filled(values) as Input<N>) })
    if (answer === undefined) return
    close()
    // after it, as it may lead elsewhere
    onDone?.(answer)
  }
  const fields = (
    <Form
      key={opening}
      form={form}
      // before the ids of its fields, so that none is that of a part of the page
      name="command"
      layout="vertical"
      requiredMark={props.marks === 'needed' ? true : 'optional'}
      initialValues={initial as Partial<V>}
      onFinish={(values) => void send(values as V)}
    >
      <Afresh form={form} />
      <div className={proof ? 'command-with-proof' : undefined}>
        <div>{children}</div>
        {proof ? <div>{proof}</div> : null}
      </div>
      {problem ? <ProblemNote problem={problem} /> : null}
    </Form>
  )
  if (!long && !proof)
    return (
      <Modal
        open={open}
        title={title}
        width={props.width ?? 520}
        okText={ok}
        confirmLoading={running}
        onOk={() => form.submit()}
        onCancel={close}
        destroyOnHidden
      >
        {fields}
      </Modal>
    )
  return (
    <Drawer
      title={title}
      open={open}
      onClose={close}
      size={narrow ? '100%' : (props.width ?? (proof ? 860 : 520))}
      destroyOnHidden
      footer={
        <div className="command-foot">
          <Button onClick={close}>{t('cancel')}</Button>
          <Button type="primary" loading={running} onClick={() => form.submit()}>
            {ok}
          </Button>
        </div>
      }
    >
      {fields}
    </Drawer>
  )
}

/** How often it was opened: each opening has fields of its own. */
function useOpening(open: boolean): number {
  const [at, setAt] = useState({ open, opening: 0 })
  if (at.open !== open) setAt({ open, opening: open ? at.opening + 1 : at.opening })
  return at.opening
}

/** Begins from what is given as the form opens, whatever its fields held when it was open last. */
function Afresh<V>({ form: { resetFields } }: { readonly form: FormInstance<V> }) {
  useLayoutEffect(() => resetFields(), [resetFields])
  return null
}

/** What was left empty is not said. */
export const filled = <T extends object>(values: T): T =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && !value.length),
    ),
  ) as T
