import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { Clause } from '../../ui/gate/clause.tsx'
import { useQualityWords } from './quality-words.ts'

const useText = texts('plan-told', {
  letter: {
    zh: '批量 {{units}}，检验水平 {{level}}：字码 {{code}}（表 1）',
    en: '{{units}} units at level {{level}}: code letter {{code}} (Table 1)',
  },
  arrow: { zh: '表中箭头指向字码 {{code}} 的方案', en: 'The arrow of the table leads to the plan of letter {{code}}' },
  one: {
    zh: 'AQL {{aql}}：抽 {{n}} 件，不合格品 ≤ {{ac}} 接收，≥ {{re}} 拒收',
    en: 'AQL {{aql}}: take {{n}}; accept with up to {{ac}} nonconforming, refuse from {{re}}',
  },
  none: { zh: '抽 {{n}} 件，有 1 件即拒收', en: 'Take {{n}}; one nonconforming unit refuses the lot' },
  first: {
    zh: 'AQL {{aql}}：先抽 {{n}} 件，≤ {{ac}} 接收，≥ {{re}} 拒收，其间抽第二样本',
    en: 'AQL {{aql}}: take {{n}} first; accept with up to {{ac}}, refuse from {{re}}, else take the second sample',
  },
  second: {
    zh: '再抽 {{n}} 件，合计 ≤ {{ac}} 接收，≥ {{re}} 拒收',
    en: 'Then {{n}} more; of both, accept with up to {{ac}}, refuse from {{re}}',
  },
  every: { zh: '样本不小于批量：逐件检验', en: 'The sample is as large as the lot: look at every unit' },
  source: { zh: 'GB/T 2828.1 · ISO 2859-1', en: 'ISO 2859-1 · GB/T 2828.1' },
})

type Plan = {
  readonly lotCode: string
  readonly code: string
  readonly severity: 'normal' | 'tightened' | 'reduced'
  readonly samples: readonly number[]
  readonly accept: readonly number[]
  readonly reject: readonly number[]
  readonly everyUnit: boolean
}
type Props = { readonly plan: Plan; readonly units: number; readonly level: string; readonly aql: string | null }

/** A sampling plan in words: how one comes from the lot to the numbers. */
export function PlanTold({ plan, units, level, aql }: Props) {
  const t = useText()
  const words = useQualityWords()
  const { number } = useFormats()
  const { lotCode, code, samples, accept, reject } = plan
  const numbers = (i: number) => ({ aql: aql ?? '', n: samples[i], ac: accept[i], re: reject[i] })
  return (
    <ol className="plan-told">
      <li>{t('letter', { units: number(units), level, code: lotCode })}</li>
      {code === lotCode ? null : <li>{t('arrow', { code })}</li>}
      <li>
        <strong>
          {aql === null
            ? t('none', { n: samples[0] })
            : samples.length === 1
              ? t('one', numbers(0))
              : `${t('first', numbers(0))} · ${t('second', numbers(1))}`}
        </strong>
      </li>
      {plan.everyUnit ? <li>{t('every')}</li> : null}
      <li className="quiet">
        {words(plan.severity)} · {t('source')} · <Clause id="S1" />
      </li>
    </ol>
  )
}
