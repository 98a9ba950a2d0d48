import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { ask } from '../../client/ask.ts'
import { useCommand } from '../../client/command.ts'
import { useMay } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { useWords } from '../../texts/words.ts'
import { GateMark } from '../../ui/gate/gate-mark.tsx'
import { AskWaiver } from './ask-waiver.tsx'
import type { Part } from './part.ts'

const useText = texts('waivers', {
  none: { zh: '没有豁免', en: 'No waivers' },
  ask: { zh: '申请豁免', en: 'Ask for a waiver' },
  grant: { zh: '批准豁免', en: 'Grant' },
  asked: { zh: '{{by}} 申请', en: 'asked by {{by}}' },
  granted: { zh: '{{by}} 批准，至 {{until}}', en: 'granted by {{by}}, until {{until}}' },
  until: { zh: '至 {{until}}', en: 'until {{until}}' },
  'not-granted': { zh: '待另一人批准', en: 'waits for another person' },
  own: { zh: '申请人自行批准，不起作用', en: 'granted by who asked: no effect' },
  expired: { zh: '已过期', en: 'expired' },
})

/** P5 · Waivers: reasoned, granted by a second person, scoped, expiring; what stops one from having effect is said. */
export function Waivers({ of }: Part) {
  const t = useText()
  const say = useSay()
  const may = useMay()
  const { market, check } = useWords()
  const { day } = useFormats()
  const [asking, setAsking] = useState(false)
  const grant = useCommand('project.grant-waiver')
  const library = useQuery(ask('standard.contract-clauses', {})).data
  const ruleName = (rule: string) => {
    const clause = library?.rows.find(({ id }) => `contract.${id}` === rule)
    return clause ? say(clause.title) : rule
  }
  return (
    <>
      {of.waivers.length === 0 ? <p className="quiet">{t('none')}</p> : null}
      <ul className="plan-rows">
        {of.waivers.map((w) => (
          <li key={`${w.check} ${w.rule} ${w.subject} ${w.market}`}>
            <GateMark state={w.fault === null ? 'waived' : w.fault === 'expired' ? 'lapsed' : 'conditional'} small />
            <div>
              <p>
                {of.named[w.subject] ?? w.subject} · {check(w.check)}{' '}
                {w.rule ? <span className="quiet">· {ruleName(w.rule)}</span> : null}
                {w.market ? <span className="quiet"> · {market(w.market)}</span> : null}
              </p>
              <p>{w.reason}</p>
              <p className="quiet">
                {t('asked', { by: w['asked-by'] })}
                {' · '}
                {w['granted-by']
                  ? t('granted', { by: w['granted-by'], until: day(w.until) })
                  : t('until', { until: day(w.until) })}
                {w.fault ? <span className="plan-stop"> · {t(w.fault)}</span> : null}
              </p>
            </div>
            <div className="plan-end">
              {w.mayGrant && of.closedAt === null ? (
                <Button
                  size="small"
                  loading={grant.running}
                  onClick={() => {
                    const { check, rule, subject, market } = w
                    const input = { check, subject, ...(rule ? { rule } : {}), ...(market ? { market } : {}) }
                    void grant.run({ params: { project: of.id }, input })
                  }}
                >
                  {t('grant')}
                </Button>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {may('selection', 'sourcing', 'quality', 'legal') && of.closedAt === null ? (
        <Button size="small" icon={<PlusOutlined />} onClick={() => setAsking(true)} className="plan-add">
          {t('ask')}
        </Button>
      ) : null}
      {asking ? <AskWaiver project={of.id} onClose={() => setAsking(false)} /> : null}
    </>
  )
}
