import { PrinterOutlined } from '@ant-design/icons'
import { clockAfter, slotTimes } from '@haixuan/domain/select/lineup/board/slot-times'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { ask } from '../../../client/ask.ts'
import { useFormats } from '../../../texts/formats.ts'
import { useLanguage } from '../../../texts/language.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { useWords } from '../../../texts/words.ts'
import { GateMark } from '../../../ui/gate/gate-mark.tsx'
import { Asked } from '../../../ui/page/asked.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { StreamTime } from '../../../ui/stream-time.tsx'
import { seatsIn } from '../board/use-board.ts'
import './papers.css'

const useText = texts('run-of-show', {
  title: { zh: '流程单', en: 'Run of show' },
  print: { zh: '打印', en: 'Print' },
  csv: { zh: '下载 CSV', en: 'Save as CSV' },
  pdf: { zh: '下载 PDF', en: 'Save as PDF' },
  board: { zh: '返回排品', en: 'Back to the board' },
  slot: { zh: '位次', en: 'Slot' },
  time: { zh: '时间', en: 'Time' },
  phase: { zh: '阶段', en: 'Phase' },
  role: { zh: '作用', en: 'Role' },
  product: { zh: '产品', en: 'Product' },
  price: { zh: '直播价', en: 'Price' },
  gate: { zh: '关口', en: 'Gates' },
  substitute: { zh: '替补', en: 'Substitute' },
  none: { zh: '（空位）', en: '(empty)' },
})

/** I9 · The lineup as the people of the stream read it, slot by slot. */
export function RunOfShow() {
  const t = useText()
  const say = useSay()
  const language = useLanguage()
  const { term } = useWords()
  const { money } = useFormats()
  const { project } = useParams({ strict: false }) as { project: string }
  const lineup = useQuery({ ...ask('lineup.get', { project }), retry: false })
  const plan = useQuery(ask('project.get', { project })).data?.plan as
    | { time?: string; date?: string; 'time-zone'?: string; name?: string; theme?: string }
    | undefined
  const at = `/api/v1/projects/${encodeURIComponent(project)}/lineup/run-of-show`
  return (
    <Page
      title={t('title')}
      about={
        plan ? (
          <>
            {plan.name ?? plan.theme}
            {plan.date ? (
              <>
                {' · '}
                <StreamTime day={plan.date} time={plan.time} zone={plan['time-zone']} />
              </>
            ) : null}
          </>
        ) : null
      }
      actions={
        <>
          <Link to={'/projects/$project/lineup' as never} params={{ project } as never}>
            <Button>{t('board')}</Button>
          </Link>
          <Button href={`${at}.csv?language=${language}`}>{t('csv')}</Button>
          <Button icon={<PrinterOutlined />} onClick={() => print()}>
            {t('print')}
          </Button>
          <Button type="primary" href={`${at}.pdf?language=${language}`}>
            {t('pdf')}
          </Button>
        </>
      }
    >
      <Asked of={lineup}>
        {(l) => {
          const times = slotTimes(seatsIn(l), l.board?.plan.minutesPerSlot ?? undefined)
          const phases = new Map(l.board?.plan.phases.map((p) => [p.id, p.name]))
          return (
            <div className="run-scroll">
              <table className="run-table">
                <thead>
                  <tr>
                    {(['slot', 'time', 'phase', 'product', 'role', 'price', 'gate', 'substitute'] as const).map((k) => (
                      <th key={k}>{t(k)}</th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {l.slots.map((s) => (
                    <tr key={s.slot}>
                      <td>{s.slot}</td>
                      <td>{plan?.time && times ? clockAfter(plan.time, times[s.slot - 1]!.from) : '—'}</td>
                      <td>{phases.has(s.phase) ? say(phases.get(s.phase)!) : s.phase}</td>
                      <td>{s.product?.title ?? t('none')}</td>
                      <td>{s.role ? term(s.role) : ''}</td>
                      <td>{s.product?.price ? money(s.product.price) : ''}</td>
                      <td>{s.product ? <GateMark state={s.product.state} /> : null}</td>
                      <td className={s.substitute ? '' : 'run-none'} data-head={t('substitute')}>
                        {s.substitute?.title ?? '—'}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }}
      </Asked>
    </Page>
  )
}
