import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { ask } from '../../client/ask.ts'
import type { Row } from '../../client/operations.ts'
import { useMay } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { Asked } from '../../ui/page/asked.tsx'
import { Empty } from '../../ui/page/empty.tsx'
import { Page } from '../../ui/page/page.tsx'
import { MakeSuggestion } from './make-suggestion.tsx'
import { SuggestionDialog } from './suggestion-dialog.tsx'
import { useAbout } from './suggestion-words.ts'
import './suggestions.css'

const useText = texts('suggestion-board', {
  title: { zh: '改进建议', en: 'Suggestions' },
  about: {
    zh: '策划、执行、检查、处置：每条建议跟到效果，前后数据说话',
    en: 'Plan, do, check, act: every suggestion is followed to its effect, by figures before and after',
  },
  make: { zh: '提出建议', en: 'Suggest' },
  stops: { zh: '您的角色不能提出建议', en: 'Your role makes no suggestions' },
  plan: { zh: '策划 · 待决定', en: 'Plan · to be decided' },
  do: { zh: '执行 · 已采纳', en: 'Do · accepted' },
  check: { zh: '检查 · 有效', en: 'Check · effective' },
  act: { zh: '处置 · 无效或不采纳', en: 'Act · not effective, or rejected' },
  nothing: { zh: '暂无', en: 'none' },
  by: { zh: '{{by}} 提出', en: 'by {{by}}' },
  owner: { zh: '{{owner}} 负责', en: '{{owner}} carries it out' },
  due: { zh: '{{day}}前', en: 'by {{day}}' },
  empty: { zh: '还没有改进建议', en: 'No suggestions yet' },
  why: {
    zh: '从直播结果或退换货中提出一条，指明要改善的指标；之后用下一场的数据衡量。',
    en: 'Make one from results or returns and name the indicator it is to move; the next stream measures it.',
  },
})
const COLUMNS = [
  ['plan', ['made']],
  ['do', ['accepted']],
  ['check', ['effective']],
  ['act', ['not-effective', 'rejected']],
] as const

/** T3 · Suggestions on their way from plan to effect. */
export function SuggestionBoard() {
  const t = useText()
  const may = useMay()('selection', 'sourcing', 'quality', 'service', 'host', 'live-control', 'legal', 'finance')
  const [making, setMaking] = useState(false)
  const [opened, setOpened] = useState<string>()
  const all = useQuery(ask('suggestion.list', {}, { limit: 200 }))
  const at = all.data?.rows.find(({ id }) => id === opened)
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        <Button type="primary" icon={<PlusOutlined />} disabled={!may} onClick={() => setMaking(true)}>
          {t('make')}
        </Button>
      }
      stops={may ? undefined : t('stops')}
    >
      <Asked of={all} lines={6}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty title={t('empty')}>
              <p>{t('why')}</p>
              {may ? <Button onClick={() => setMaking(true)}>{t('make')}</Button> : null}
            </Empty>
          ) : (
            <div className="board">
              {COLUMNS.map(([name, states]) => {
                const own = rows.filter(({ state }) => (states as readonly string[]).includes(state))
                return (
                  <section key={name} className="board-column" aria-label={t(name)}>
                    <h2>
                      {t(name)} <span className="quiet">{own.length}</span>
                    </h2>
                    {own.length === 0 ? <p className="quiet">{t('nothing')}</p> : null}
                    {own.map((suggestion) => (
                      <Card key={suggestion.id} of={suggestion} onOpen={() => setOpened(suggestion.id)} />
                    ))}
                  </section>
                )
              })}
            </div>
          )
        }
      </Asked>
      {making ? <MakeSuggestion onClose={() => setMaking(false)} /> : null}
      {at ? <SuggestionDialog of={at} onClose={() => setOpened(undefined)} /> : null}
    </Page>
  )
}

function Card({ of, onOpen }: { readonly of: Row<'suggestion.list'>; readonly onOpen: () => void }) {
  const t = useText()
  const about = useAbout()
  const formats = useFormats()
  const { record } = of
  return (
    <button type="button" className="board-card" onClick={onOpen}>
      <span>
        <Tag>{about(record.about)}</Tag>
        {record.product ? <span className="quiet board-card-product">{of.title ?? record.product}</span> : null}
      </span>
      <strong>{record.what}</strong>
      <span className="quiet">
        {t('by', { by: record.by })}
        {record.decision?.owner ? ` · ${t('owner', { owner: record.decision.owner })}` : null}
        {record.decision?.due ? ` · ${t('due', { day: formats.shortDay(record.decision.due) })}` : null}
      </span>
    </button>
  )
}
