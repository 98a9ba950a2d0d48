import { useQuery } from '@tanstack/react-query'
import { Link, useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'
import { ask } from '../client/ask.ts'
import type { Answer } from '../client/operations.ts'
import { useEventWords } from '../improve/log/event-words.ts'
import { useFormats } from '../texts/formats.ts'
import { texts, useSay } from '../texts/texts.ts'
import { useWords } from '../texts/words.ts'
import { GateMark, type Mark } from '../ui/gate/gate-mark.tsx'
import { Asked } from '../ui/page/asked.tsx'
import { Page, Section } from '../ui/page/page.tsx'
import './standard.css'

const useText = texts('standard-clauses', {
  title: { zh: '标准条款', en: 'Clauses of the standard' },
  about: {
    zh: '每条要求什么、由哪些检查落实、本组织此刻怎样',
    en: 'What each clause asks, the checks that carry it out, and how this organisation stands now',
  },
  source: { zh: '来源：{{source}}', en: 'Source: {{source}}' },
  general: { zh: '总则', en: 'General' },
  plan: { zh: '制定选品方案', en: 'Plan' },
  select: { zh: '实施选品方案', en: 'Select' },
  supervise: { zh: '监督实施', en: 'Supervise' },
  improve: { zh: '跟踪与改进', en: 'Improve' },
  problem: { zh: '要解决的问题', en: 'The problems it reduces' },
  itself: { zh: '标准自身', en: 'The standard itself' },
  checks: { zh: '检查', en: 'Checks' },
  log: { zh: '日志中的证明', en: 'Proof in the log' },
  wrong: { zh: '{{count}} 个相悖', en: '{{count}} contradicted' },
  missing: { zh: '{{count}} 个待补', en: '{{count}} missing' },
  clear: { zh: '无阻碍', en: 'clear' },
  never: { zh: '尚未开展', en: 'not carried out yet' },
  shown: {
    zh: '{{count}} 次，最近 {{at}}',
    en: { one: '{{count}} time, last {{at}}', other: '{{count}} times, last {{at}}' },
  },
  none: { zh: '尚无', en: 'none yet' },
})

const STAGES = ['general', 'plan', 'select', 'supervise', 'improve', 'problem', 'itself'] as const
type Row = Answer<'standard.clauses'>['rows'][number]
const MARK: Readonly<Record<Row['state'], Mark>> = {
  conforms: 'passed',
  provisional: 'conditional',
  fails: 'open',
  'not-carried-out': 'lapsed',
}

/** G1–M3 · The standard's table of contents with live checks: every number opens what it counts. */
export function Clauses() {
  const t = useText()
  const clauses = useQuery(ask('standard.clauses', {}))
  const hash = useRouterState({ select: (s) => s.location.hash })
  useEffect(() => {
    if (hash && clauses.data) document.getElementById(hash)?.scrollIntoView({ block: 'center' })
  }, [hash, clauses.data])
  return (
    <Page title={t('title')} about={t('about')}>
      <Asked of={clauses} lines={16}>
        {({ rows, source }) => (
          <>
            {STAGES.map((stage) => (
              <Section key={stage} title={t(stage)}>
                <ul className="standard-clauses">
                  {rows
                    .filter((row) => row.stage === stage)
                    .map((row) => (
                      <ClauseRow key={row.id} row={row} at={hash === row.id} />
                    ))}
                </ul>
              </Section>
            ))}
            <p className="quiet">{t('source', { source })}</p>
          </>
        )}
      </Asked>
    </Page>
  )
}

function ClauseRow({ row, at }: { readonly row: Row; readonly at: boolean }) {
  const event = useEventWords()
  const t = useText()
  const say = useSay()
  const { term } = useWords()
  const { number, moment } = useFormats()
  return (
    <li id={row.id} className={at ? 'standard-clause standard-at' : 'standard-clause'}>
      <div>
        <h3>
          <code>{row.id}</code> {say(row.title)}
        </h3>
        <p>{say(row.asks)}</p>
        {row.state === 'not-carried-out' ? (
          <span className="quiet">{t('never')}</span>
        ) : (
          <GateMark state={MARK[row.state]} />
        )}
      </div>
      <div>
        <h4>{t('checks')}</h4>
        <ul className="standard-checks">
          {row.checks.map((c) => (
            <li key={c.id}>
              <span title={c.id}>
                {say(c.title)} <span className="quiet">· {term(c.gate)}</span>
              </span>
              {c.wrong + c.missing === 0 ? (
                <span className="quiet">{t('clear')}</span>
              ) : (
                <Link to="/work" search={{ role: 'all', check: c.id } as never}>
                  {[
                    c.wrong > 0 ? t('wrong', { count: number(c.wrong) }) : '',
                    c.missing > 0 ? t('missing', { count: number(c.missing) }) : '',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </Link>
              )}
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h4>{t('log')}</h4>
        <ul className="standard-checks">
          {row.events.map((e) => (
            <li key={e.type}>
              <span>{event(e.type)}</span>
              <span className="quiet">{e.last ? t('shown', { count: e.count, at: moment(e.last) }) : t('none')}</span>
            </li>
          ))}
        </ul>
      </div>
    </li>
  )
}
