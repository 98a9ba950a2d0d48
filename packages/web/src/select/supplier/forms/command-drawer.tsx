import { Button, Drawer, Form, type FormInstance } from 'antd'
import type { ReactNode } from 'react'
import type { ProblemBody } from '../../../client/problem.ts'
import { useNarrow } from '../../../look/narrow.ts'
import { texts } from '../../../texts/texts.ts'
import { ProblemNote } from '../../../ui/page/problem-note.tsx'
import './command-drawer.css'

const useText = texts('command-drawer', {
  cancel: { zh: '取消', en: 'Cancel' },
})

type Props<V extends object> = {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  readonly form: FormInstance<V>
  readonly initial?: Partial<V>
  /** what the one button says */
  readonly does: string
  readonly running: boolean
  readonly problem: ProblemBody | undefined
  readonly onSubmit: (values: V) => void
  readonly children: ReactNode
  /** what proves it: stands beside the fields */
  readonly proof?: ReactNode
}

/** A form that carries out one command, over the page; the evidence stands beside what is said. */
export function CommandDrawer<V extends object>(props: Props<V>) {
  const { title, open, onClose, form, initial, does, running, problem, onSubmit, children, proof } = props
  const t = useText()
  const narrow = useNarrow()
  return (
    <Drawer
      title={title}
      open={open}
      onClose={onClose}
      size={narrow ? '100%' : proof ? 860 : 520}
      destroyOnHidden
      footer={
        <div className="command-foot">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" loading={running} onClick={() => form.submit()}>
            {does}
          </Button>
        </div>
      }
    >
      <Form
        form={form}
        // before the ids of its fields, so that none is that of a part of the page
        name="command"
        layout="vertical"
        requiredMark="optional"
        preserve={false}
        initialValues={initial ?? {}}
        onFinish={(values) => onSubmit(values as V)}
      >
        <div className={proof ? 'command-with-proof' : undefined}>
          <div>{children}</div>
          {proof ? <div>{proof}</div> : null}
        </div>
        {problem ? <ProblemNote problem={problem} /> : null}
      </Form>
    </Drawer>
  )
}
