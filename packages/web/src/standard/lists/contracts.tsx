import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { ask } from '../../client/ask.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { useWords } from '../../texts/words.ts'
import { useListAddress } from '../../ui/list/list-address.ts'
import { Asked } from '../../ui/page/asked.tsx'
import { Empty } from '../../ui/page/empty.tsx'
import { Page } from '../../ui/page/page.tsx'
import '../standard.css'
import { WordsField } from '../words-field.tsx'

const useText = texts('standard-contracts', {
  title: { zh: '合同条款库', en: 'Contract clauses' },
  about: {
    zh: '必备、可选与不公平条款；每条附理由与公平措辞。这是工具，不能代替律师',
    en: 'Required, optional and unfair clauses, each with why and a fair wording. A tool, not a lawyer',
  },
  all: { zh: '全部', en: 'All' },
  required: { zh: '必备', en: 'required' },
  optional: { zh: '可选', en: 'optional' },
  unfair: { zh: '不公平', en: 'unfair' },
  wording: { zh: '公平措辞：', en: 'Fair wording: ' },
  statutory: { zh: '法定无效，不可批准', en: 'void by law, nobody can approve it' },
  source: { zh: '依据：{{source}}', en: 'Source: {{source}}' },
  none: { zh: '没有符合条件的条款', en: 'No clause fits' },
})
const KINDS = ['required', 'optional', 'unfair'] as const

/** P4, R5 · The clause library. */
export function Contracts() {
  const t = useText()
  const say = useSay()
  const { market } = useWords()
  const { row } = useFormats()
  const { at, change } = useListAddress()
  const kind = KINDS.find((k) => k === at.kind)
  const asked = { ...(at.q ? { q: at.q } : {}), ...(kind ? { kind } : {}) }
  const library = useQuery({ ...ask('standard.contract-clauses', {}, asked), placeholderData: (b) => b })
  return (
    <Page title={t('title')} about={t('about')}>
      <div className="standard-bar">
        <Segmented
          value={kind ?? 'all'}
          onChange={(value) => change({ kind: value === 'all' ? undefined : (value as string) })}
          options={(['all', ...KINDS] as const).map((value) => ({ value, label: t(value) }))}
        />
        <WordsField />
      </div>
      <Asked of={library}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty title={t('none')} />
          ) : (
            <ul className="standard-contracts">
              {rows.map((c) => (
                <li key={c.id} id={c.id} className="standard-contracts-one">
                  <p>
                    <span className={`standard-kind standard-${c.kind}`}>{t(c.kind)}</span>{' '}
                    <strong>{say(c.title)}</strong>
                    {c.laws.length > 0 ? <span className="quiet"> · {row(c.laws.map(market))}</span> : null}
                  </p>
                  <p>{say(c.why)}</p>
                  <blockquote>
                    <span className="quiet">{t('wording')}</span>
                    {say(c.wording)}
                  </blockquote>
                  <p className="quiet">
                    {t('source', { source: c.source })}
                    {c.statutory && c.kind === 'unfair' ? ` · ${t('statutory')}` : ''}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </Page>
  )
}
