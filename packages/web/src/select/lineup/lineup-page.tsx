import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { ask } from '../../client/ask.ts'
import { problemOf } from '../../client/problem.ts'
import { useMay } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { Comments } from '../../ui/comments/comments.tsx'
import { Empty } from '../../ui/page/empty.tsx'
import { Page } from '../../ui/page/page.tsx'
import { ProblemNote } from '../../ui/page/problem-note.tsx'
import { Board } from './board/board.tsx'
import { type Lineup, useBoard } from './board/use-board.ts'
import { Versions } from './compare/versions.tsx'
import { PapersMenu } from './papers/papers-menu.tsx'
import { Propose } from './propose.tsx'
import { Release, ReleaseStops } from './release.tsx'
import './lineup.css'

const useText = texts('lineup-page', {
  title: { zh: '排品', en: 'Lineup' },
  counts: {
    zh: '已排 {{filled}}/{{slots}} · 可放行 {{released}}',
    en: '{{filled}}/{{slots}} filled · {{released}} ready',
  },
  countsReleased: { zh: '已排 {{filled}}/{{slots}} · 已放行', en: '{{filled}}/{{slots}} filled · released' },
  releasedBy: { zh: '{{by}} 于 {{at}} 放行', en: 'Released by {{by}}, {{at}}' },
  proposedBy: { zh: '{{by}} 排于 {{at}}', en: 'Proposed by {{by}}, {{at}}' },
  aired: { zh: '已开播，按放行时保留', en: 'it has been on air, and stays as it was released' },
  compare: { zh: '对比', en: 'Compare' },
  saving: { zh: '保存中', en: 'Saving' },
  none: { zh: '尚未排品', en: 'No lineup yet' },
  noneHow: {
    zh: '系统会在各关口与限制之内，从候选产品中求出得分最高的排品，并说明理由。',
    en: 'The best order of products within every gate and limit is worked out, with its reasons.',
  },
  old: { zh: '此排品生成较早，请重新排品后再调整', en: 'This lineup is an older one; propose it again to arrange it' },
})

/** I9 · The lineup of a project on its board. */
export function LineupPage() {
  const t = useText()
  const { project } = useParams({ strict: false }) as { project: string }
  const may = useMay()
  const versions = useQuery(ask('lineup.versions', { project }, { limit: 1 }))
  const missing = versions.data?.rows.length === 0
  const lineup = useQuery({ ...ask('lineup.get', { project }), enabled: versions.data !== undefined && !missing })
  if (lineup.data) return <Arranged project={project} lineup={lineup.data} />
  return (
    <Page title={t('title')}>
      {missing ? (
        <Empty title={t('none')}>
          <p>{t('noneHow')}</p>
          {may('selection') ? <Propose project={project} again={false} primary /> : null}
        </Empty>
      ) : lineup.error ? (
        <ProblemNote problem={problemOf(lineup.error)} />
      ) : (
        <Skeleton active paragraph={{ rows: 8 }} />
      )}
    </Page>
  )
}

function Arranged({ project, lineup }: { readonly project: string; readonly lineup: Lineup }) {
  const t = useText()
  const { moment } = useFormats()
  const mayEdit = useMay()('selection') && !lineup.aired
  const navigate = useNavigate()
  const { slot: chosen } = useSearch({ strict: false }) as { slot?: number }
  const [comparing, setComparing] = useState(false)
  const board = useBoard(project, lineup)
  const plan = useQuery(ask('project.get', { project })).data?.plan as { time?: string } | undefined
  const { judged } = board
  const choose = (slot: number | undefined) =>
    void navigate({ to: '.', search: (slot === undefined ? {} : { slot }) as never, replace: true })
  return (
    <Page
      title={t('title')}
      beside={
        <span className="quiet" aria-live="polite">
          {t(lineup.releasedAt ? 'countsReleased' : 'counts', {
            filled: judged?.filled ?? lineup.filled,
            slots: lineup.slots.length,
            released: judged?.released ?? lineup.released,
          })}
          {board.saving ? ` · ${t('saving')}` : ''}
        </span>
      }
      about={[
        lineup.releasedAt
          ? t('releasedBy', { by: lineup.releasedBy ?? '', at: moment(lineup.releasedAt) })
          : t('proposedBy', { by: lineup.proposedBy, at: moment(lineup.proposedAt) }),
        ...(lineup.aired ? [t('aired')] : []),
      ].join(' · ')}
      actions={
        <>
          {mayEdit ? <Propose project={project} again primary={false} /> : null}
          <Button onClick={() => setComparing(true)}>{t('compare')}</Button>
          <PapersMenu project={project} />
          {lineup.aired ? null : <Release {...{ project, lineup }} saving={board.saving} />}
        </>
      }
      stops={<ReleaseStops lineup={lineup} onChoose={choose} />}
    >
      {judged ? (
        <>
          <Board {...{ project, lineup, board, mayEdit, chosen }} begins={plan?.time} onChoose={choose} />
          <Versions {...{ project, board, mayEdit }} open={comparing} onClose={() => setComparing(false)} />
        </>
      ) : (
        <Empty title={t('old')} />
      )}
      <Comments of="lineup" id={project} />
    </Page>
  )
}
