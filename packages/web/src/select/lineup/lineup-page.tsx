import { DownloadOutlined, RedoOutlined, UndoOutlined } from '@ant-design/icons'
import type { JudgedSeat } from '@haixuan/domain/select/lineup/board/judge-board'
import { exchanged } from '@haixuan/domain/select/lineup/board/put'
import { clockAfter, slotTimes } from '@haixuan/domain/select/lineup/board/slot-times'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button, Drawer, Dropdown, Segmented, Skeleton } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { ask } from '../../client/ask.ts'
import { useCommand } from '../../client/command.ts'
import { problemOf } from '../../client/problem.ts'
import { useNarrow } from '../../look/narrow.ts'
import { useMay } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts, useSay } from '../../texts/texts.ts'
import type { Mark } from '../../ui/gate/gate-mark.tsx'
import { Empty } from '../../ui/page/empty.tsx'
import { Page } from '../../ui/page/page.tsx'
import { ProblemNote } from '../../ui/page/problem-note.tsx'
import { BoardLine, type How } from './board/board-line.tsx'
import { Gauge } from './board/gauge.tsx'
import { Limits } from './board/limits.tsx'
import { SlotList } from './board/slot-list.tsx'
import { SlotPanel } from './board/slot-panel.tsx'
import { type Lineup, useBoard } from './board/use-board.ts'
import { Propose } from './propose.tsx'
import { Versions } from './versions.tsx'
import './lineup.css'

const useText = texts('lineup-page', {
  title: { zh: '排品', en: 'Lineup' },
  counts: {
    zh: '已排 {{filled}}/{{slots}} · 可放行 {{released}}',
    en: '{{filled}}/{{slots}} filled · {{released}} released',
  },
  release: { zh: '放行排品', en: 'Release the lineup' },
  releasedBy: { zh: '{{by}} 于 {{at}} 放行', en: 'Released by {{by}}, {{at}}' },
  proposedBy: { zh: '{{by}} 排于 {{at}}', en: 'Proposed by {{by}}, {{at}}' },
  undo: { zh: '撤销', en: 'Undo' },
  redo: { zh: '重做', en: 'Redo' },
  compare: { zh: '对比', en: 'Compare' },
  papers: { zh: '流程单与话术卡', en: 'Run of show and cards' },
  run: { zh: '流程单', en: 'Run of show' },
  csv: { zh: '流程单 CSV', en: 'Run of show as CSV' },
  cards: { zh: '话术卡', en: 'Script cards' },
  exchange: { zh: '互换', en: 'Exchange' },
  insert: { zh: '插入', en: 'Insert' },
  how: { zh: '拖放方式', en: 'What dropping does' },
  saving: { zh: '保存中', en: 'Saving' },
  none: { zh: '尚未排品', en: 'No lineup yet' },
  noneHow: {
    zh: '系统会在各关口与限制之内，从候选产品中求出得分最高的排品，并说明理由。',
    en: 'The best order of products within every gate and limit is worked out, with its reasons.',
  },
  old: { zh: '此排品生成较早，请重新排品后再调整', en: 'This lineup is an older one; propose it again to arrange it' },
  slots: { zh: '第 {{slots}} 位', en: 'slots {{slots}}' },
  role: { zh: '放行须由选品、质量或法务人员进行', en: 'Release is for selection, quality or legal' },
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
  const say = useSay()
  const formats = useFormats()
  const may = useMay()
  const narrow = useNarrow()
  const navigate = useNavigate()
  const { slot: chosen } = useSearch({ strict: false }) as { slot?: number }
  const [how, setHow] = useState<How>('exchange')
  const [comparing, setComparing] = useState(false)
  const [pointed, setPointed] = useState<readonly number[]>([])
  const board = useBoard(project, lineup)
  const plan = useQuery(ask('project.get', { project })).data?.plan as { time?: string } | undefined
  const release = useCommand('lineup.release')
  const mayEdit = may('selection')
  const { judged, seats } = board

  const choose = useCallback(
    (slot: number | undefined) =>
      void navigate({ to: '.', search: (slot === undefined ? {} : { slot }) as never, replace: true }),
    [navigate],
  )
  const times = slotTimes(board.shown, board.rules?.plan.minutesPerSlot)
  const timeOf = (slot: number) => {
    const at = times?.[slot - 1]
    return plan?.time && at ? clockAfter(plan.time, at.from) : undefined
  }
  const states = new Map(lineup.slots.flatMap((s) => (s.product ? [[s.product.id, s.product.state] as const] : [])))
  const stateOf = (seat: JudgedSeat): Mark | undefined => {
    if (seat.product === null) return undefined
    const c = board.candidates.get(seat.product)
    return states.get(seat.product) ?? (c?.excluded ? 'open' : c?.released ? 'passed' : 'conditional')
  }
  const substituteOf = (slot: number) => {
    const s = lineup.slots[slot - 1]
    return s?.product?.id === board.shown[slot - 1]?.product ? s?.substitute?.title : undefined
  }
  const onKey = (slot: number, key: string): boolean => {
    const step = key.endsWith('ArrowRight') ? 1 : key.endsWith('ArrowLeft') ? -1 : 0
    if (step !== 0) {
      const to = slot + step
      if (key.startsWith('Alt+') && mayEdit) board.put(exchanged(seats, slot, to))
      setTimeout(() => document.querySelector<HTMLElement>(`[data-slot="${to}"]`)?.focus())
      return true
    }
    if ((key === 'Delete' || key === 'Backspace') && mayEdit) {
      board.put([{ slot, product: null }])
      return true
    }
    return false
  }
  const { undo, redo } = board
  useEffect(() => {
    const onUndo = (e: KeyboardEvent) => {
      if (
        !(e.ctrlKey || e.metaKey) ||
        e.key.toLowerCase() !== 'z' ||
        (e.target as HTMLElement).closest('input,textarea')
      )
        return
      e.preventDefault()
      if (e.shiftKey) redo?.()
      else undo?.()
    }
    addEventListener('keydown', onUndo)
    return () => removeEventListener('keydown', onUndo)
  }, [undo, redo])

  const mayRelease = may('selection', 'quality', 'legal')
  const stops = mayRelease ? lineup.stops : [{ slots: [], what: { zh: '', en: '' }, remedy: { zh: '', en: '' } }]
  const panel =
    chosen !== undefined && judged ? (
      <SlotPanel {...{ project, lineup, board, mayEdit }} slot={chosen} onClose={() => choose(undefined)} />
    ) : null
  return (
    <Page
      title={t('title')}
      beside={
        <span className="quiet" aria-live="polite">
          {t('counts', {
            filled: judged?.filled ?? lineup.filled,
            slots: lineup.slots.length,
            released: judged?.released ?? lineup.released,
          })}
          {board.saving ? ` · ${t('saving')}` : ''}
        </span>
      }
      about={
        lineup.releasedAt
          ? t('releasedBy', { by: lineup.releasedBy ?? '', at: formats.moment(lineup.releasedAt) })
          : t('proposedBy', { by: lineup.proposedBy, at: formats.moment(lineup.proposedAt) })
      }
      actions={
        <>
          {mayEdit ? <Propose project={project} again primary={false} /> : null}
          <Button onClick={() => setComparing(true)}>{t('compare')}</Button>
          <Dropdown
            trigger={['click']}
            menu={{
              items: [
                {
                  key: 'run',
                  label: t('run'),
                  onClick: () =>
                    void navigate({
                      to: '/projects/$project/lineup/run-of-show' as never,
                      params: { project } as never,
                    }),
                },
                {
                  key: 'cards',
                  label: t('cards'),
                  onClick: () =>
                    void navigate({
                      to: '/projects/$project/lineup/script-cards' as never,
                      params: { project } as never,
                    }),
                },
                {
                  key: 'csv',
                  label: (
                    <a href={`/api/v1/projects/${encodeURIComponent(project)}/lineup/run-of-show.csv`}>{t('csv')}</a>
                  ),
                },
              ],
            }}
          >
            <Button icon={<DownloadOutlined />}>{t('papers')}</Button>
          </Dropdown>
          <Button
            type="primary"
            disabled={stops.length > 0 || board.saving}
            loading={release.running}
            onClick={() => void release.run({ params: { project }, input: {}, version: lineup.version })}
          >
            {t('release')}
          </Button>
        </>
      }
      stops={
        !mayRelease ? (
          t('role')
        ) : stops.length > 0 && !lineup.releasedAt ? (
          <ul className="release-stops">
            {stops.map((s) => (
              <li key={s.what.en}>
                {say(s.what)}
                {s.slots.length > 0 ? (
                  <>
                    {' '}
                    {s.slots.slice(0, 12).map((n) => (
                      <button key={n} type="button" className="slot-link" onClick={() => choose(n)}>
                        {n}
                      </button>
                    ))}
                  </>
                ) : null}
                <span className="quiet"> · {say(s.remedy)}</span>
              </li>
            ))}
          </ul>
        ) : null
      }
    >
      {judged ? (
        <>
          <div className="board-bar">
            <Gauge judged={judged} bound={lineup.board?.certified.bound ?? lineup.bound} />
            {mayEdit ? (
              <span className="board-tools">
                {narrow ? null : (
                  <Segmented<How>
                    aria-label={t('how')}
                    value={how}
                    onChange={setHow}
                    options={[
                      { value: 'exchange', label: t('exchange') },
                      { value: 'insert', label: t('insert') },
                    ]}
                  />
                )}
                <Button
                  icon={<UndoOutlined />}
                  disabled={!undo}
                  onClick={undo}
                  aria-label={t('undo')}
                  title={t('undo')}
                />
                <Button
                  icon={<RedoOutlined />}
                  disabled={!redo}
                  onClick={redo}
                  aria-label={t('redo')}
                  title={t('redo')}
                />
              </span>
            ) : null}
          </div>
          <div className={panel && !narrow ? 'board-with-panel' : ''}>
            <div className="board-main" data-pointed={pointed.length > 0 || undefined}>
              {pointed.length > 0 ? (
                <style>
                  {pointed.map((n) => `.board [data-slot="${n}"]`).join(',')}
                  {'{opacity:1 !important}'}
                </style>
              ) : null}
              {narrow ? (
                <SlotList {...{ board, mayEdit, stateOf, substituteOf, timeOf, onKey }} onChoose={choose} />
              ) : (
                <BoardLine
                  {...{ board, how, chosen, mayEdit, stateOf, substituteOf, timeOf, onKey }}
                  onChoose={choose}
                />
              )}
              <Limits limits={judged.limits} onPoint={setPointed} />
              <LeftOut lineup={lineup} />
            </div>
            {panel && !narrow ? <aside className="board-panel">{panel}</aside> : null}
          </div>
          {narrow ? (
            <Drawer
              open={panel !== null}
              onClose={() => choose(undefined)}
              placement="bottom"
              size="85%"
              closable={false}
            >
              {panel}
            </Drawer>
          ) : null}
          <Versions {...{ project, board, mayEdit }} open={comparing} onClose={() => setComparing(false)} />
        </>
      ) : (
        <Empty title={t('old')} />
      )}
    </Page>
  )
}

const useOutText = texts('lineup-left-out', {
  title: { zh: '未入选的产品', en: 'Left out' },
  short: { zh: '差 {{n}} 分', en: '{{n}} points short' },
})

/** The strongest that are not in: what they lack, and what would bring them in. */
function LeftOut({ lineup }: { readonly lineup: Lineup }) {
  const t = useOutText()
  const say = useSay()
  const { number } = useFormats()
  if (lineup.leftOut.length === 0) return null
  return (
    <details className="left-out">
      <summary>
        {t('title')} <span className="quiet">{number(lineup.leftOut.length)}</span>
      </summary>
      <ul>
        {lineup.leftOut.map((l, at) => (
          <li key={l.product?.id ?? at}>
            <b>{l.product?.title}</b>
            <span className="quiet"> {say(l.why)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
