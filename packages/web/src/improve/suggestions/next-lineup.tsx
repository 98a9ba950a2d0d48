import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { ask } from '../../client/ask.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { Asked } from '../../ui/page/asked.tsx'
import { Section } from '../../ui/page/page.tsx'
import { useCountWords } from '../results/count-words.ts'
import { MakeSuggestion } from './make-suggestion.tsx'
import './suggestions.css'

const useText = texts('next-lineup', {
  title: { zh: '下一场怎么排', en: 'The next lineup' },
  uplift: {
    zh: '若把“让位”产品的坑位给“保留”产品，{{share}}预计提高 {{change}} 个百分点（{{confidence}} 置信区间 {{low}} 至 {{high}}）',
    en: 'Giving the slots of those to rest to those to keep is measured to raise {{share}} by {{change}} points ({{confidence}} interval {{low}} to {{high}})',
  },
  none: { zh: '数据还不足以测算提升', en: 'Too little has come back to measure an uplift' },
  trials: {
    zh: '测试坑位最多 {{count}} 个，只用于关口全部通过的产品',
    en: {
      one: 'At most {{count}} slot for trials, of products with all gates passed',
      other: 'At most {{count}} slots for trials, of products with all gates passed',
    },
  },
  of: { zh: '{{events}} / {{trials}}', en: '{{events}} / {{trials}}' },
  interval: { zh: '{{low}} – {{high}}', en: '{{low}} – {{high}}' },
  nothing: {
    zh: '没有需要变动的产品：各产品与本场平均的差别尚在误差之内。',
    en: 'Nothing to change: no product differs from the stream beyond doubt.',
  },
  make: { zh: '提出建议', en: 'Make it a suggestion' },
  conversion: { zh: '转化率', en: 'conversion' },
})

/** T3 · What the results propose: keep, rest, stop, and trials within a limit, with the uplift as it is measured. */
export function NextLineup({ project }: { readonly project: string }) {
  const t = useText()
  const say = useSay()
  const word = useCountWords()
  const formats = useFormats()
  const [making, setMaking] = useState<{ product: string; what: string; why: string }>()
  const next = useQuery(ask('suggestion.next-lineup', { project }))
  const points = (share: number) => formats.number(Math.round(share * 1000) / 10)
  return (
    <Section title={t('title')}>
      <Asked of={next} lines={4}>
        {({ uplift, confidence, kinds, proposed, trials, of }) => (
          <div className="next-lineup">
            <p>
              {uplift === null
                ? t('none')
                : t('uplift', {
                    share: t('conversion'),
                    change: points(uplift.change),
                    low: points(uplift.low),
                    high: points(uplift.high),
                    confidence: formats.percent(Number(confidence)),
                  })}
            </p>
            <p className="quiet">{t('trials', { count: trials })}</p>
            {proposed.length === 0 ? <p className="quiet">{t('nothing')}</p> : null}
            <div className="next-kinds">
              {kinds
                .filter(({ id }) => proposed.some((p) => p.proposal === id))
                .map((kind) => (
                  <section key={kind.id} aria-label={say(kind.name)} className={`next-kind next-${kind.id}`}>
                    <h3>{say(kind.name)}</h3>
                    <p className="quiet">{say(kind.why)}</p>
                    <ul>
                      {proposed
                        .filter((p) => p.proposal === kind.id)
                        .map((p) => (
                          <li key={p.product}>
                            <span className="next-title">{p.title}</span>
                            <span className="quiet">
                              {p.count.trials === 0
                                ? null
                                : `${word(of[0])} ${formats.number(p.count.events)} / ${formats.number(p.count.trials)} · ${formats.percent(p.low)} – ${formats.percent(p.high)}`}
                            </span>
                            <Button
                              size="small"
                              type="link"
                              onClick={() =>
                                setMaking({
                                  product: p.product,
                                  what: `${say(kind.name)}${formats.colon}${p.title}`,
                                  why: say(kind.why),
                                })
                              }
                            >
                              {t('make')}
                            </Button>
                          </li>
                        ))}
                    </ul>
                  </section>
                ))}
            </div>
          </div>
        )}
      </Asked>
      {making ? <MakeSuggestion project={project} from={making} onClose={() => setMaking(undefined)} /> : null}
    </Section>
  )
}
