import { CloseOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Tooltip } from 'antd'
import { ask } from '../../client/ask.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { Clause } from '../../ui/gate/clause.tsx'
import { Asked } from '../../ui/page/asked.tsx'
import { Fact, Facts } from '../../ui/page/page.tsx'
import { EventBody } from './event-body.tsx'
import { EventProof } from './event-proof.tsx'
import { EventSubject } from './event-subject.tsx'
import { useEventWords } from './event-words.ts'
import { ReplayEvent } from './replay-event.tsx'
import './log.css'

const useText = texts('event-detail', {
  close: { zh: '关闭', en: 'Close' },
  at: { zh: '时间', en: 'When' },
  actor: { zh: '操作人', en: 'By' },
  subject: { zh: '对象', en: 'Subject' },
  clause: { zh: '条款', en: 'Clause' },
  project: { zh: '项目', en: 'Project' },
  supplier: { zh: '供应商', en: 'Supplier' },
  body: { zh: '内容', en: 'What it says' },
})

/** T2 · One event: what it says, what proves it, and for a decision that it comes out again. */
export function EventDetail({ id }: { readonly id: number }) {
  const t = useText()
  const formats = useFormats()
  const word = useEventWords()
  const navigate = useNavigate()
  const event = useQuery(ask('event.get', { event: String(id) } as never))
  const close = () =>
    void navigate({ to: '.', search: (({ event: _, ...rest }: Record<string, unknown>) => rest) as never })
  return (
    <section className="event-detail" aria-label={t('body')}>
      <Tooltip title={t('close')}>
        <Button className="event-close" type="text" icon={<CloseOutlined />} aria-label={t('close')} onClick={close} />
      </Tooltip>
      <Asked of={event} lines={10}>
        {(e) => (
          <>
            <h2>{word(e.type)}</h2>
            <Facts>
              <Fact name={t('at')}>{formats.moment(e.at)}</Fact>
              <Fact name={t('actor')}>{e.actor}</Fact>
              <Fact name={t('clause')}>
                <Clause id={e.clause} />
              </Fact>
              <Fact name={t('subject')}>
                <EventSubject of={e} cited />
              </Fact>
              {e.project === null ? null : <Fact name={t('project')}>{e.project}</Fact>}
              {e.supplier === null ? null : <Fact name={t('supplier')}>{e.supplier}</Fact>}
            </Facts>
            <EventProof id={id} sealed={e.seq !== null} />
            {/\.(decided|assessed)$/.test(e.type) ? <ReplayEvent key={id} id={id} /> : null}
            <h3>{t('body')}</h3>
            <EventBody body={e.body} />
          </>
        )}
      </Asked>
    </section>
  )
}
