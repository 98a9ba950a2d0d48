import { Link } from '@tanstack/react-router'
import type { Answer } from '../../client/operations.ts'
import { inProject } from '../../shell/address.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { streamOver } from '../../texts/today.ts'
import { useWords } from '../../texts/words.ts'
import { GateMark } from '../../ui/gate/gate-mark.tsx'
import { Empty } from '../../ui/page/empty.tsx'
import { StateBar } from '../../ui/state-bar.tsx'
import { StreamTime } from '../../ui/stream-time.tsx'

const useText = texts('project-cards', {
  plan: { zh: '方案', en: 'Plan' },
  passed: { zh: '{{passed}} / {{all}} 件通过', en: '{{passed}} of {{all}} passed' },
  released: { zh: '排品 {{n}} / {{slots}} 已放行', en: '{{n}} of {{slots}} slots released' },
  ready: { zh: '排品 {{n}} / {{slots}} 可放行', en: '{{n}} of {{slots}} slots ready' },
  mine: { zh: '我的待办 {{count}} 项', en: { one: '{{count}} for me', other: '{{count}} for me' } },
  past: { zh: '已播，待结项归档', en: 'streamed; to be closed' },
  missed: { zh: '已过直播日，未开播', en: 'its day has passed without a stream' },
  none: { zh: '还没有进行中的项目', en: 'No project is under way' },
  first: { zh: '新建项目，写下直播主题与目标市场', en: 'Create one with the theme of a stream and its markets' },
})

/** Projects under way: how many candidates pass, how much of the lineup is released, what is mine to do. */
export function ProjectCards({ of: { projects } }: { readonly of: Answer<'today'> }) {
  const t = useText()
  const formats = useFormats()
  const { market } = useWords()
  if (projects.length === 0)
    return (
      <Empty title={t('none')}>
        <Link to={'/projects/new' as string}>{t('first')}</Link>
      </Empty>
    )
  return (
    <ul className="today-projects">
      {projects.map((p) => {
        const all = p.products.passed + p.products.conditional + p.products.open
        const at = inProject(p.id)
        return (
          <li key={p.id} className="today-project">
            <p className="today-stream">
              <Link to={at}>{p.name}</Link>
              <GateMark state={p.state} of={t('plan')} />
            </p>
            <p className="quiet">
              <StreamTime {...p} /> · {formats.list(p.markets.map(market))}
              {streamOver(p.day, p.zone) ? ` · ${t(p.aired ? 'past' : 'missed')}` : ''}
            </p>
            <StateBar {...p.products} />
            <p className="today-figures">
              <span>{t('passed', { passed: formats.number(p.products.passed), all: formats.number(all) })}</span>
              <span>
                {p.released > 0
                  ? t('released', { n: p.released, slots: p.slots })
                  : t('ready', { n: p.ready, slots: p.slots })}
              </span>
              {p.mine > 0 ? (
                <Link to="/work" search={{ project: p.id } as never}>
                  {t('mine', { count: p.mine })}
                </Link>
              ) : null}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
