import { useQuery } from '@tanstack/react-query'
import { Tag } from 'antd'
import { ask } from '../../../client/ask.ts'
import { useCountWords } from '../../../improve/results/count-words.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts } from '../../../texts/texts.ts'
import { useWords } from '../../../texts/words.ts'
import { Asked } from '../../../ui/page/asked.tsx'
import { useStreamText } from '../stream-facts.tsx'

const useText = texts('plan-difference', {
  same: { zh: '两次记录的方案相同', en: 'The plan is the same in both' },
  part: { zh: '部分', en: 'Part' },
  bears: { zh: '影响的关口', en: 'Gates it bears on' },
  all: { zh: '合计重开', en: 'Re-opened in all' },
  none: { zh: '未写明', en: 'not said' },
  'role-mix': { zh: '产品作用构成', en: 'Mix of roles' },
  'qualification-tightening': { zh: '资质加严', en: 'Tighter qualification' },
  'contract-requirements': { zh: '合同要求', en: 'Contract requirements' },
  channels: { zh: '选品途径', en: 'Channels' },
  holds: { zh: '冻结', en: 'Holds' },
  scripts: { zh: '话术', en: 'Scripts' },
  confirmed: { zh: '已确认义务', en: 'Confirmed duties' },
  lineup: { zh: '排品设置', en: 'Lineup settings' },
  rates: { zh: '汇率', en: 'Exchange rates' },
  results: { zh: '直播结果', en: 'Results' },
  'management-rules': { zh: '管理制度', en: 'Management rules' },
})
const OWN = [
  'role-mix',
  'qualification-tightening',
  'contract-requirements',
  'channels',
  'holds',
  'scripts',
  'confirmed',
  'lineup',
  'rates',
  'results',
  'management-rules',
] as const
const STREAM = [
  'name',
  'theme',
  'markets',
  'language',
  'date',
  'time',
  'time-zone',
  'platform',
  'channel',
  'host',
  'audience',
  'budget',
  'currency',
  'goals',
  'slots',
  'theme-classes',
  'forbidden-classes',
  'retention-years',
] as const

const GOALS = ['gmv', 'orders', 'followers'] as const

type Props = { readonly project: string; readonly from: number; readonly to: number }

/** P5 · The parts of a plan that differ, before and after, and the gates each bears on. */
export function Difference({ project, from, to }: Props) {
  const t = useText()
  const s = useStreamText()
  const { term, market, className } = useWords()
  const { moment, number, colon } = useFormats()
  const compared = useQuery(ask('project.compare', { project }, { from, to }))
  const nameOf = (part: string) => {
    const own = OWN.find((p) => p === part)
    const stream = STREAM.find((p) => p === part)
    return own ? t(own) : stream ? s(stream) : part
  }
  const headOf = (side: { readonly by: string; readonly at: string }) => `${side.by} · ${moment(side.at)}`
  const count = useCountWords()
  /** a line, and where it counts something, by its name and as figures are written */
  const word = (part: string, value: string) => {
    if (part === 'markets') return market(value)
    if (part.endsWith('-classes')) return className(value)
    const counted = part === 'results' || part === 'goals' ? /^([a-z-]+): (\d+)$/.exec(value) : null
    if (!counted) return value
    const [, name = '', n] = counted
    const said = GOALS.find((goal) => goal === name)
    return `${part === 'goals' && said ? s(said) : count(name)}${colon}${number(Number(n))}`
  }
  return (
    <Asked of={compared}>
      {(of) =>
        of.parts.length === 0 ? (
          <p className="quiet">{t('same')}</p>
        ) : (
          <div className="plan-scroll">
            <table className="versions-table">
              <thead>
                <tr>
                  <th scope="col">{t('part')}</th>
                  {[of.from, of.to].map((side, i) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the two sides stand still
                    <th scope="col" key={i}>
                      {headOf(side)}
                    </th>
                  ))}
                  <th scope="col">{t('bears')}</th>
                </tr>
              </thead>
              <tbody>
                {of.parts.map(({ part, before, after, reopens }) => (
                  <tr key={part}>
                    <th scope="row">{nameOf(part)}</th>
                    <td data-head={headOf(of.from)}>
                      <Value value={before} other={after} tone="gone" none={t('none')} word={(v) => word(part, v)} />
                    </td>
                    <td data-head={headOf(of.to)}>
                      <Value value={after} other={before} tone="new" none={t('none')} word={(v) => word(part, v)} />
                    </td>
                    <td data-head={t('bears')}>
                      {reopens.map((gate) => (
                        <Tag key={gate}>{term(gate)}</Tag>
                      ))}
                    </td>
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row" colSpan={3}>
                    {t('all')}
                  </th>
                  <td>
                    {of.reopens.map((gate) => (
                      <Tag key={gate}>{term(gate)}</Tag>
                    ))}
                  </td>
                </tr>
              </tfoot>
            </table>
          </div>
        )
      }
    </Asked>
  )
}

type Shown = {
  readonly value: unknown
  readonly other: unknown
  readonly tone: 'gone' | 'new'
  readonly none: string
  readonly word: (value: string) => string
}

/** A value of a plan as people read it; what only one side has is marked. */
function Value({ value, other, tone, none, word }: Shown) {
  if (value === null || value === undefined) return <span className="quiet">{none}</span>
  const lines = linesOf(value)
  const there = new Set(linesOf(other))
  return (
    <ul className="versions-value">
      {lines.map((line) => (
        <li key={line} className={there.has(line) ? 'quiet' : `versions-${tone}`}>
          {word(line)}
        </li>
      ))}
    </ul>
  )
}

/** A list line by line, a record by its names, anything else as one line. */
function linesOf(value: unknown): string[] {
  if (value === null || value === undefined) return []
  if (Array.isArray(value)) return value.map(flat)
  if (typeof value === 'object') return Object.entries(value).map(([name, part]) => `${name}: ${flat(part)}`)
  return [String(value)]
}
const flat = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.values(value)
        .map((part) => (typeof part === 'object' ? JSON.stringify(part) : String(part)))
        .join(' · ')
    : String(value)
