import { Button, Form, type FormInstance } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { useCommand } from '../../client/command.ts'
import type { Answer, CommandName, Input, Params } from '../../client/operations.ts'
import { texts } from '../../texts/texts.ts'
import { Dialog } from '../dialog/dialog.tsx'
import { type Kept, KeptForm } from './kept-form.tsx'
import './command-form.css'

const useText = texts('command-form', { cancel: { zh: '取消', en: 'Cancel' } })

type Props<N extends CommandName, V extends object> = Kept & {
  readonly name: N
  readonly title: string
  readonly params: Params<N>
  /** the version of the record that is shown, for commands that ask for it */
  readonly version?: number | undefined
  /** what the fields come to; what was left empty is not sent when absent */
  readonly inputOf?: (values: V) => Input<N>
  /** what the one button says */
  readonly ok: string
  /** other answers to the same question, each a button before it */
  readonly others?: readonly { readonly ok: string; readonly inputOf: (values: V) => Input<N> }[]
  /** false while something is missing that is no field */
  readonly ready?: boolean
  /** true of what cannot be undone */
  readonly danger?: boolean
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
  const { name, title, params, version, ok, others = [], open = true, initial, long, proof, children, onDone } = props
  const t = useText()
  const [own] = Form.useForm<V>()
  const form = props.form ?? own
  const { run, running, problem, forget } = useCommand(name, { quiet: true })
  const opening = useOpening(open)
  /** which answer was given, where there are several */
  const answer = useRef<Props<N, V>['inputOf']>(undefined)
  const close = () => {
    forget()
    props.onClose()
  }
  const send = async (values: V, seen: number | undefined) => {
    const inputOf = answer.current ?? props.inputOf
    answer.current = undefined
    const done = await run({ params, version: seen, input: inputOf ? inputOf(values) : (filled(values) as Input<N>) })
    if (done === undefined) return false
    close()
    // after it, as it may lead elsewhere
    onDone?.(done)
    return true
  }
  return (
    <Dialog
      open={open}
      title={title}
      side={Boolean(long || proof)}
      width={props.width ?? (proof ? 860 : undefined)}
      onClose={close}
      footer={
        <div className="command-foot">
          <Button onClick={close}>{t('cancel')}</Button>
          {others.map((other) => (
            <Button
              key={other.ok}
              loading={running}
              onClick={() => {
                answer.current = other.inputOf
                form.submit()
              }}
            >
              {other.ok}
            </Button>
          ))}
          <Button
            type="primary"
            // of the form, though it stands outside: Enter in a field sends it
            htmlType="submit"
            form={FORM}
            loading={running}
            disabled={props.ready === false}
            danger={props.danger ?? false}
          >
            {ok}
          </Button>
        </div>
      }
    >
      <KeptForm
        form={form}
        // so that no field has the id of a part of the page
        name={FORM}
        {...{ version, opening, initial, problem }}
        draft={props.draft}
        draftWithout={props.draftWithout}
        fieldNames={props.fieldNames}
        marks={props.marks ?? 'optional'}
        onSend={send}
        onRefused={() => {
          answer.current = undefined
        }}
      >
        <div className={proof ? 'command-with-proof' : undefined}>
          <div>{children}</div>
          {proof ? <div>{proof}</div> : null}
        </div>
      </KeptForm>
    </Dialog>
  )
}

const FORM = 'command'

/** How often it was opened: each opening has fields of its own. */
function useOpening(open: boolean): number {
  const [at, setAt] = useState({ open, opening: 0 })
  if (at.open !== open) setAt({ open, opening: open ? at.opening + 1 : at.opening })
  return at.opening
}

/** What was left empty is not said. */
export const filled = <T extends object>(values: T): T =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && !value.length),
    ),
  ) as T
