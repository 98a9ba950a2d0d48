import { eventWord } from '@haixuan/domain/kernel/event-words'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../../../client/ask.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { Clause } from '../../../ui/gate/clause.tsx'
import { GateMark, type Mark } from '../../../ui/gate/gate-mark.tsx'
import { Asked } from '../../../ui/page/asked.tsx'
import { Section } from '../../../ui/page/page.tsx'
import type { OfProduct } from '../of-product.ts'

const useText = texts('product-history', {
  title: { zh: '历史', en: 'History' },
  none: { zh: '还没有记录。', en: 'Nothing yet.' },
  seq: { zh: '日志第 {{seq}} 条', en: 'log entry {{seq}}' },
  unsealed: { zh: '待封存', en: 'to be sealed' },
})

/** T2 · What happened to the product, from the log. */
export function History({ project, product }: OfProduct) {
  const t = useText()
  const say = useSay()
  const formats = useFormats()
  const asked = useQuery(ask('event.list', {}, { project, subject: product.id, limit: 20 } as never))
  return (
    <Section title={t('title')} id="history">
      <Asked of={asked}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="quiet">{t('none')}</p>
          ) : (
            <ol className="custody">
              {rows.map((e) => {
                return (
                  <li key={e.id}>
                    {say(eventWord(e.type))} <Clause id={e.clause} />{' '}
                    {e.type === 'gate.decided' && typeof e.body.overall === 'string' ? (
                      <GateMark state={e.body.overall as Mark} />
                    ) : null}
                    <div className="quiet">
                      {formats.moment(e.at)} · {e.actor} ·{' '}
                      <span className="whole-words">{e.seq === null ? t('unsealed') : t('seq', { seq: e.seq })}</span>
                    </div>
                  </li>
                )
              })}
            </ol>
          )
        }
      </Asked>
    </Section>
  )
}
