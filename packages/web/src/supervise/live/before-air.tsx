import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { ask } from '../../client/ask.ts'
import { useCommand } from '../../client/command.ts'
import { useMay } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { GateMark } from '../../ui/gate/gate-mark.tsx'
import { Empty } from '../../ui/page/empty.tsx'
import { Page, Section } from '../../ui/page/page.tsx'
import { Attending } from './attending.tsx'
import type { DeskShown } from './desk-types.ts'
import { useAttending } from './use-attending.ts'
import './live.css'

const useText = texts('before-air', {
  title: { zh: '直播台', en: 'Live desk' },
  start: { zh: '开播', en: 'Go on air' },
  about: {
    zh: '开播后，这里显示正在讲的产品、下一个产品、有据话术与时钟；多个直播台同步。',
    en: 'Once on air, the product being sold, the next one, the evidenced script and the clock stand here; all desks keep step.',
  },
  todo: { zh: '开播准备', en: 'Before going on air' },
  filled: { zh: '坑位已排满', en: 'Every slot is filled' },
  passed: { zh: '每个产品均已通过各关口', en: 'Every product has passed its gates' },
  released: { zh: '排品已由另一人放行', en: 'A second person has released the lineup' },
  by: { zh: '{{by}} · {{at}}', en: '{{by}} · {{at}}' },
  waits: { zh: '待放行', en: 'not yet' },
  there: { zh: '场控与主播已就位', en: 'Live control and the host are at their desks' },
  nobody: { zh: '尚无人打开直播台', en: 'nobody has the desk open' },
  planned: { zh: '计划 {{at}} 开播', en: 'planned for {{at}}' },
  of: { zh: '{{n}} / {{of}}', en: '{{n}} of {{of}}' },
  slot: { zh: '{{slot}} 号位', en: 'Slot {{slot}}' },
  papers: { zh: '带上台的材料', en: 'Papers for the desk' },
  show: { zh: '流程单', en: 'Run of show' },
  cards: { zh: '话术卡', en: 'Script cards' },
  notReleased: { zh: '排品尚未由另一人放行', en: 'The lineup is not released by a second person yet' },
  notYours: { zh: '由场控开播', en: 'Live control starts the stream' },
  none: { zh: '还没有排品', en: 'There is no lineup yet' },
  toLineup: { zh: '去排品', en: 'Open the lineup' },
})

/** S3 · Before the stream: what is still to be done, and the one button that starts it. */
export function BeforeAir({ desk, project }: { readonly desk: DeskShown; readonly project: string }) {
  const t = useText()
  const formats = useFormats()
  const may = useMay()
  const start = useCommand('live.start')
  const shown = desk.lineup
  const stops = !may('live-control') ? t('notYours') : shown && !shown.releasedAt ? t('notReleased') : undefined
  const toLineup = (
    <Link to={'/projects/$project/lineup' as never} params={{ project } as never}>
      {t('toLineup')}
    </Link>
  )
  const { planned, zone } = desk.clock
  return (
    <Page
      title={t('title')}
      beside={planned ? <span className="quiet">{t('planned', { at: formats.moment(planned, zone) })}</span> : null}
      about={t('about')}
      stops={stops}
      actions={
        <Button
          type="primary"
          size="large"
          disabled={!shown || stops !== undefined}
          loading={start.running}
          onClick={() => void start.run({ params: { project }, input: {} })}
        >
          {t('start')}
        </Button>
      }
    >
      {shown ? (
        <>
          <Section title={t('todo')} beside={toLineup}>
            <ToDo of={shown} project={project} />
          </Section>
          <Section title={t('papers')}>
            <p className="before-papers">
              <Link to={'/projects/$project/lineup/run-of-show' as never} params={{ project } as never}>
                {t('show')}
              </Link>
              <Link to={'/projects/$project/lineup/script-cards' as never} params={{ project } as never}>
                {t('cards')}
              </Link>
            </p>
          </Section>
        </>
      ) : (
        <Empty title={t('none')}>{toLineup}</Empty>
      )}
    </Page>
  )
}

/** Each thing that must stand before the stream, with how far it is and where it is cured. */
function ToDo({ of, project }: { readonly of: NonNullable<DeskShown['lineup']>; readonly project: string }) {
  const t = useText()
  const formats = useFormats()
  const may = useMay()
  const there = useAttending(project, may('live-control') ? 'control' : may('host') ? 'host' : 'control')
  const lineup = useQuery(ask('lineup.get', { project })).data
  const products = lineup?.slots.flatMap(({ slot, product }) => (product ? [{ slot, ...product }] : [])) ?? []
  const held = products.filter(({ state }) => state !== 'passed')
  const passed = lineup ? products.length - held.length : of.released
  const views = new Set(there.map(({ view }) => view))
  return (
    <ul className="before-steps">
      <Step done={of.filled === of.slots} name={t('filled')}>
        {t('of', { n: of.filled, of: of.slots })}
      </Step>
      <Step
        done={of.filled > 0 && passed === of.filled}
        name={t('passed')}
        more={held.map(({ slot, id, title, state }) => (
          <li key={slot}>
            <GateMark state={state} small /> {t('slot', { slot })} ·{' '}
            <Link to={'/projects/$project/products/$product' as never} params={{ project, product: id } as never}>
              {title}
            </Link>
          </li>
        ))}
      >
        {t('of', { n: passed, of: of.filled })}
      </Step>
      <Step done={of.releasedAt !== null} name={t('released')}>
        {of.releasedBy && of.releasedAt
          ? t('by', { by: of.releasedBy, at: formats.moment(of.releasedAt) })
          : t('waits')}
      </Step>
      <Step done={views.size === 2} name={t('there')}>
        {there.length > 0 ? <Attending there={there} /> : t('nobody')}
      </Step>
    </ul>
  )
}

type StepProps = {
  readonly done: boolean
  readonly name: string
  /** what it waits for, one by one */
  readonly more?: readonly ReactNode[]
  /** how far it is */
  readonly children: ReactNode
}

function Step({ done, name, more = [], children }: StepProps) {
  return (
    <li>
      <GateMark state={done ? 'passed' : 'conditional'} small />
      <div>
        <div className="before-step">
          <span>{name}</span>
          <div className="quiet">{children}</div>
        </div>
        {more.length > 0 ? <ul className="before-held">{more}</ul> : null}
      </div>
    </li>
  )
}
