import { attributeName } from '@haixuan/domain/select/product/attribute-name'
import { useFormats } from '../../../texts/formats.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { GateMark } from '../../../ui/gate/gate-mark.tsx'
import { Section } from '../../../ui/page/page.tsx'
import type { OfProduct } from '../of-product.ts'

const useText = texts('product-compared', {
  title: { zh: '封样与大货比对', en: 'Sealed sample and bulk goods' },
  none: {
    zh: '封样并登记大货测量后，在此逐项比对。',
    en: 'Once a sample is sealed and bulk goods are measured, they stand here side by side.',
  },
  of: { zh: '封样 {{seal}} 与批次 {{lot}}', en: 'Seal {{seal}} and lot {{lot}}' },
  attribute: { zh: '项目', en: 'Attribute' },
  sealed: { zh: '封样', en: 'Sealed' },
  bulk: { zh: '大货', en: 'Bulk' },
  off: { zh: '偏差', en: 'Off by' },
  unmeasured: { zh: '未测量', en: 'not measured' },
  tolerance: { zh: '容差 {{share}}', en: 'tolerance {{share}}' },
  unmeasuredAll: { zh: '封样时没有登记测量值。', en: 'Nothing was measured when it was sealed.' },
})

/** R1 · Bulk goods beside the sealed sample, attribute by attribute: what is off stands out before it goes on air. */
export function Compared({ review }: OfProduct) {
  const t = useText()
  const say = useSay()
  const formats = useFormats()
  const compared = review?.compared ?? []
  return (
    <Section
      title={t('title')}
      id="compared"
      beside={
        review ? <span className="quiet">{t('tolerance', { share: formats.percent(review.tolerance) })}</span> : null
      }
    >
      {compared.length === 0 ? <p className="quiet">{t('none')}</p> : null}
      {compared.map((c) => (
        <div key={`${c.sample} ${c.lot}`} className="table-wrap">
          <h3 className="subhead" style={{ marginTop: 4 }}>
            {t('of', { seal: c.seal ?? c.sample, lot: c.lot })}
          </h3>
          {c.attributes.length === 0 ? (
            <p className="quiet">{t('unmeasuredAll')}</p>
          ) : (
            <table className="plain-table">
              <thead>
                <tr>
                  <th>{t('attribute')}</th>
                  <th>{t('sealed')}</th>
                  <th>{t('bulk')}</th>
                  <th className="end">{t('off')}</th>
                  <th />
                </tr>
              </thead>
              <tbody>
                {c.attributes.map((a) => (
                  <tr key={a.attribute} data-differs={a.differs || undefined}>
                    <td>{say(attributeName(a.attribute))}</td>
                    <td>{a.sealed}</td>
                    <td>{a.bulk || <span className="quiet">{t('unmeasured')}</span>}</td>
                    <td className="end">{a.off === null ? '—' : formats.percent(a.off)}</td>
                    <td className="end">
                      <GateMark state={!a.differs ? 'passed' : a.bulk ? 'open' : 'conditional'} small />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
      ))}
    </Section>
  )
}
