import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Fragment } from 'react'
import { ask } from '../../../client/ask.ts'
import { useMay } from '../../../shell/session.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { useWords } from '../../../texts/words.ts'
import { Asked } from '../../../ui/page/asked.tsx'
import { Section } from '../../../ui/page/page.tsx'
import { dialog, MAY } from '../forms/cure.tsx'
import type { OfProduct } from '../of-product.ts'

const useText = texts('product-role', {
  title: { zh: '产品作用', en: 'Role' },
  fix: { zh: '确定作用', en: 'Fix the role' },
  change: { zh: '更改', en: 'Change' },
  by: { zh: '{{role}}，由 {{by}} 确定', en: '{{role}}, fixed by {{by}}' },
  suggested: { zh: '建议：{{reason}}', en: 'Suggested: {{reason}}' },
  compared: { zh: '与项目内 {{count}} 件产品比较得出', en: 'compared among {{count}} products of the project' },
})

/** I5 · Which role its figures speak for and why; a person fixes it. */
export function SuggestedRole({ project, product, cure }: OfProduct) {
  const t = useText()
  const say = useSay()
  const may = useMay()
  const { term } = useWords()
  const asked = useQuery(ask('product.suggested-role', { project, product: product.id }))
  const fixed = product.facts?.role
  return (
    <Section
      title={t('title')}
      id="role"
      beside={
        may(...MAY['fix-role']) ? (
          <Button size="small" onClick={() => cure(dialog('fix-role', { role: fixed?.fixed ?? asked.data?.role }))}>
            {fixed ? t('change') : t('fix')}
          </Button>
        ) : null
      }
    >
      <Asked of={asked}>
        {({ reason, scores, compared }) => {
          const most = Math.max(1, ...scores.map((s) => s.score))
          const sorted = scores.toSorted((a, b) => b.score - a.score)
          return (
            <div className="lines">
              {fixed ? <b>{t('by', { role: term(fixed.fixed), by: fixed.by })}</b> : null}
              <span>{t('suggested', { reason: say(reason) })}</span>
              <div className="bars">
                {sorted.map(({ role, score }, place) => (
                  <Fragment key={role}>
                    <span>{term(role)}</span>
                    <span className="bar" data-best={place === 0 || undefined}>
                      <span style={{ width: `${(score / most) * 100}%` }} />
                    </span>
                    <span className="quiet">{score}</span>
                  </Fragment>
                ))}
              </div>
              <span className="quiet" style={{ fontSize: 12 }}>
                {t('compared', { count: compared })}
              </span>
            </div>
          )
        }}
      </Asked>
    </Section>
  )
}
