import type { Candidate } from '@haixuan/domain/select/lineup/candidate'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Button, Input, Segmented, Skeleton } from 'antd'
import { useState } from 'react'
import { askPages } from '../../../client/ask.ts'
import type { Row } from '../../../client/operations.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts } from '../../../texts/texts.ts'
import { useWords } from '../../../texts/words.ts'
import { GateMark } from '../../../ui/gate/gate-mark.tsx'
import { useLineupSay } from '../lineup-words.tsx'

const useText = texts('alternatives', {
  title: { zh: '为什么不是其他产品', en: 'Why not those' },
  search: { zh: '搜索候选产品', en: 'Search candidates' },
  all: { zh: '全部', en: 'All' },
  passed: { zh: '可放行', en: 'Ready' },
  use: { zh: '换上', en: 'Put here' },
  useOf: { zh: '把 {{title}} 换到此位', en: 'Put {{title}} here' },
  none: { zh: '没有其他候选产品', en: 'No other candidates' },
  more: { zh: '更多', en: 'More' },
})

type Props = {
  readonly project: string
  readonly slot: number
  readonly mayEdit: boolean
  readonly inside: ReadonlySet<string | null>
  readonly onUse: (row: Row<'lineup.alternatives'>, candidate: Candidate) => void
}

/** The candidates outside the lineup, each with what it would be in this slot and what speaks against it. */
export function Alternatives({ project, slot, mayEdit, inside, onUse }: Props) {
  const t = useText()
  const say = useLineupSay()
  const { term } = useWords()
  const { number } = useFormats()
  const [q, setQ] = useState('')
  const [which, setWhich] = useState<'all' | 'passed'>('all')
  const asked = { slot, ...(q ? { q } : {}), ...(which === 'passed' ? { state: 'passed' as const } : {}), limit: 20 }
  const list = useInfiniteQuery({
    ...askPages('lineup.alternatives', { project }, asked),
    placeholderData: keepPreviousData,
  })
  // what was put in a moment ago is no alternative any more
  const rows = list.data?.pages.flatMap((p) => p.rows).filter((r) => !inside.has(r.id))
  return (
    <section className="alternatives" aria-label={t('title')}>
      <h3>{t('title')}</h3>
      <div className="alternatives-bar">
        <Input
          allowClear
          value={q}
          onChange={(e) => setQ(e.target.value)}
          placeholder={t('search')}
          aria-label={t('search')}
        />
        <Segmented
          value={which}
          onChange={setWhich}
          options={[
            { value: 'all' as const, label: t('all') },
            { value: 'passed' as const, label: t('passed') },
          ]}
        />
      </div>
      {rows === undefined ? (
        <Skeleton active title={false} paragraph={{ rows: 5 }} />
      ) : rows.length === 0 ? (
        <p className="quiet">{t('none')}</p>
      ) : (
        <ul>
          {rows.map((r) => (
            <li key={r.id} className="alternative">
              <div>
                <p className="alternative-title">
                  <GateMark state={r.state} small /> {r.title}
                </p>
                <p className="quiet">
                  {r.role ? `${term(r.role)} · ` : ''}
                  {number(r.points)} · {say(r.why)}
                </p>
              </div>
              {mayEdit ? (
                <Button
                  size="small"
                  disabled={r.role === null || r.candidate.excluded !== undefined}
                  aria-label={t('useOf', { title: r.title })}
                  onClick={() => onUse(r, r.candidate as Candidate)}
                >
                  {t('use')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {list.hasNextPage ? (
        <Button
          type="link"
          size="small"
          className="more-link"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('more')}
        </Button>
      ) : null}
    </section>
  )
}
