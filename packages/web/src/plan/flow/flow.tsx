import { PrinterOutlined } from '@ant-design/icons'
import type { Day } from '@haixuan/domain/kernel/day'
import { instantIn } from '@haixuan/domain/kernel/zone'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { ask } from '../../client/ask.ts'
import type { Answer } from '../../client/operations.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { useWords } from '../../texts/words.ts'
import { GateMark } from '../../ui/gate/gate-mark.tsx'
import { Asked } from '../../ui/page/asked.tsx'
import { Page, Section } from '../../ui/page/page.tsx'
import { StreamTime } from '../../ui/stream-time.tsx'
import { Blockers } from './blockers.tsx'
import { Chart } from './chart.tsx'
import './flow.css'
import { streamOver } from '../../texts/today.ts'
import { NextStep } from './next-step.tsx'
import { Owed } from './owed.tsx'

const useText = texts('flow', {
  title: { zh: '流程', en: 'Flow' },
  plan: { zh: '方案', en: 'Plan' },
  print: { zh: '打印', en: 'Print' },
  starts: { zh: '{{away}}开播', en: 'streams {{away}}' },
  onAir: { zh: '直播中', en: 'on air' },
  over: { zh: '{{away}}已播', en: 'streamed {{away}}' },
  missed: { zh: '未开播', en: 'not streamed' },
  closed: { zh: '已关闭归档', en: 'closed' },
  blockers: { zh: '主要阻碍', en: 'What blocks' },
  past: {
    zh: '直播已结束：各关口停在当时的结果，不再阻碍；未了的事见“谁在何日前欠什么”',
    en: 'The stream is over: its gates stay as they stood and block no more; what is left to do stands under who owes what',
  },
  owed: { zh: '谁在何日前欠什么', en: 'Who owes what by when' },
})

/** F1 · A project's home: the standard's flow, live. Every number opens exactly its rows. */
export function Flow() {
  const t = useText()
  const { project = '' } = useParams({ strict: false })
  const flow = useQuery(ask('project.flow', { project }))
  const at = flow.data?.project
  return (
    <Page
      title={at?.name ?? t('title')}
      beside={at ? <GateMark state={at.state} of={t('plan')} /> : null}
      about={at ? <About of={at} /> : null}
      actions={
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t('print')}
        </Button>
      }
    >
      <Asked of={flow} lines={12}>
        {(of) => (
          <>
            <NextStep of={of} />
            <div className="flow">
              <Chart of={of} />
              <div className="flow-owes">
                <Section title={t('owed')}>
                  <Owed of={of} />
                </Section>
              </div>
              <div className="flow-blocks">
                <Section title={t('blockers')}>
                  {streamOver(of.project.day, of.project.zone) ? (
                    <p className="quiet">{t('past')}</p>
                  ) : (
                    <Blockers of={of} />
                  )}
                </Section>
              </div>
            </div>
          </>
        )}
      </Asked>
    </Page>
  )
}

/** Whether a stream is still to come, on air, gone by, or was never begun. */
function stateOf({ day, zone, startedAt, endedAt }: Answer<'project.flow'>['project'], starts: string) {
  if (startedAt) return endedAt ? 'over' : 'onAir'
  return streamOver(day, zone) || Date.parse(starts) <= Date.now() ? 'missed' : 'starts'
}

function About({ of }: { readonly of: Answer<'project.flow'>['project'] }) {
  const t = useText()
  const formats = useFormats()
  const { market } = useWords()
  const starts = of.zone ? instantIn(of.zone, of.day as Day, of.time ?? '00:00') : `${of.day}T${of.time ?? '00:00'}:00Z`
  return (
    <>
      {of.theme} · {formats.list(of.markets.map(market))} · <StreamTime {...of} /> ·{' '}
      {of.closedAt ? t('closed') : t(stateOf(of, starts), { away: formats.away(of.startedAt ?? starts) })}
    </>
  )
}
