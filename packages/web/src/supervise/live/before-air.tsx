import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useCommand } from '../../client/command.ts'
import { useMay } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { Empty } from '../../ui/page/empty.tsx'
import { Fact, Facts, Page, Section } from '../../ui/page/page.tsx'
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
  lineup: { zh: '排品', en: 'Lineup' },
  filled: { zh: '已排', en: 'Filled' },
  released: { zh: '已放行', en: 'Released' },
  ready: { zh: '可放行', en: 'Ready for release' },
  there: { zh: '已就位', en: 'At their desks' },
  by: { zh: '放行人', en: 'Released by' },
  planned: { zh: '计划开播', en: 'Planned' },
  of: { zh: '{{n}} / {{of}}', en: '{{n}} of {{of}}' },
  notReleased: { zh: '排品尚未由另一人放行', en: 'The lineup is not released by a second person yet' },
  notYours: { zh: '由场控开播', en: 'Live control starts the stream' },
  none: { zh: '还没有排品', en: 'There is no lineup yet' },
  toLineup: { zh: '去排品', en: 'Open the lineup' },
})

/** S3 · Before the stream: whether the lineup is released, and the one button that starts it. */
export function BeforeAir({ desk, project }: { readonly desk: DeskShown; readonly project: string }) {
  const t = useText()
  const formats = useFormats()
  const may = useMay()
  const start = useCommand('live.start')
  const there = useAttending(project, may('live-control') ? 'control' : may('host') ? 'host' : 'control')
  const shown = desk.lineup
  const stops = !may('live-control') ? t('notYours') : shown && !shown.releasedAt ? t('notReleased') : undefined
  const toLineup = (
    <Link to={'/projects/$project/lineup' as never} params={{ project } as never}>
      {t('toLineup')}
    </Link>
  )
  return (
    <Page
      title={t('title')}
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
        <Section title={t('lineup')} beside={toLineup}>
          <Facts>
            {desk.clock.planned ? (
              <Fact name={t('planned')}>{formats.moment(desk.clock.planned, desk.clock.zone)}</Fact>
            ) : null}
            <Fact name={t('filled')}>{t('of', { n: shown.filled, of: shown.slots })}</Fact>
            <Fact name={t(shown.releasedAt ? 'released' : 'ready')}>
              {t('of', { n: shown.released, of: shown.filled })}
            </Fact>
            <Fact name={t('by')}>
              {shown.releasedBy && shown.releasedAt ? `${shown.releasedBy} · ${formats.moment(shown.releasedAt)}` : '—'}
            </Fact>
            {there.length > 0 ? (
              <Fact name={t('there')}>
                <Attending there={there} />
              </Fact>
            ) : null}
          </Facts>
        </Section>
      ) : (
        <Empty title={t('none')}>{toLineup}</Empty>
      )}
    </Page>
  )
}
