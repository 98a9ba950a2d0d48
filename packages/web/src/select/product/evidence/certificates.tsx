import { Button } from 'antd'
import type { Answer } from '../../../client/operations.ts'
import { useMay } from '../../../shell/session.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { useWords } from '../../../texts/words.ts'
import { GateMark, type Mark } from '../../../ui/gate/gate-mark.tsx'
import { Section } from '../../../ui/page/page.tsx'
import { useKinds } from '../forms/class-fields.tsx'
import { dialog, MAY } from '../forms/cure.tsx'
import { EvidenceLink } from '../forms/evidence-files.tsx'
import type { OfProduct } from '../of-product.ts'

const useText = texts('product-certificates', {
  title: { zh: '证书与检测报告', en: 'Certificates and test reports' },
  add: { zh: '登记证书', en: 'Add a certificate' },
  asked: { zh: '各市场的要求', en: 'What each market asks' },
  none: { zh: '目标市场对此品类不要求证书。', en: 'No market asks for a certificate for this class.' },
  held: { zh: '已登记', en: 'On record' },
  nothing: { zh: '尚未登记证书。', en: 'None is on record yet.' },
  type: { zh: '证书', en: 'Certificate' },
  number: { zh: '编号', en: 'Number' },
  scope: { zh: '适用范围', en: 'Scope' },
  valid: { zh: '有效期', en: 'Valid' },
  evidence: { zh: '凭证', en: 'Evidence' },
  allModels: { zh: '全部型号', en: 'all models' },
  allMarkets: { zh: '不限市场', en: 'any market' },
  models: { zh: '型号 {{models}}', en: 'models {{models}}' },
  unlimited: { zh: '长期', en: 'no end' },
  lapsed: { zh: '开播日已失效', en: 'lapsed on the day of the stream' },
  notAsked: { zh: '不要求', en: 'not asked' },
})

type Needs = Answer<'product.review'>['markets']
export const MARKS: Readonly<Record<'held' | 'missing' | 'wrong', Mark>> = {
  held: 'passed',
  missing: 'conditional',
  wrong: 'open',
}

/** I3 · Which certificates the law of each market asks for, and those on record with what they cover and until when. */
export function Certificates({ product, review, cure }: OfProduct) {
  const t = useText()
  const say = useSay()
  const may = useMay()
  const formats = useFormats()
  const { market } = useWords()
  const kinds = useKinds().data
  const adds = may(...MAY['add-certificate'])
  const markets = review?.markets ?? []
  const wanted = wantedTypes(markets)
  const papers = product.facts?.certificates ?? []
  const nameOf = (id: string) => {
    const kind = kinds?.evidence.find((e) => e.id === id)
    return kind ? say(kind.name) : id
  }
  return (
    <Section
      title={t('title')}
      id="certificates"
      beside={
        adds ? (
          <Button size="small" onClick={() => cure(dialog('add-certificate'))}>
            {t('add')}
          </Button>
        ) : null
      }
    >
      <h3 className="subhead" style={{ marginTop: 0 }}>
        {t('asked')}
      </h3>
      {wanted.length === 0 ? (
        <p className="quiet">{t('none')}</p>
      ) : (
        <div className="table-wrap">
          <table className="plain-table">
            <thead>
              <tr>
                <th>{t('type')}</th>
                {markets.map((m) => (
                  <th key={m.market}>{market(m.market)}</th>
                ))}
                {adds ? <th /> : null}
              </tr>
            </thead>
            <tbody>
              {wanted.map(({ type, source }) => (
                <tr key={type.id}>
                  <td>
                    {say(type.name)}
                    <small>{source}</small>
                  </td>
                  {markets.map((m) => {
                    const need = m.certificates.find((c) => c.type.id === type.id)
                    return (
                      <td key={m.market}>
                        {need ? (
                          <span title={`${say(need.title)} · ${need.source}`}>
                            <GateMark state={MARKS[need.held]} small of={`${market(m.market)} · ${say(need.title)}`} />
                          </span>
                        ) : (
                          <span className="quiet" title={t('notAsked')}>
                            —
                          </span>
                        )}
                      </td>
                    )
                  })}
                  {adds ? (
                    <td className="end">
                      {markets.some((m) => m.certificates.some((c) => c.type.id === type.id && c.held !== 'held')) ? (
                        <Button size="small" onClick={() => cure(dialog('add-certificate', { type: type.id }))}>
                          {t('add')}
                        </Button>
                      ) : null}
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <h3 className="subhead">{t('held')}</h3>
      {papers.length === 0 ? (
        <p className="quiet">{t('nothing')}</p>
      ) : (
        <div className="table-wrap">
          <table className="plain-table papers-held">
            <thead>
              <tr>
                <th>{t('type')}</th>
                <th>{t('scope')}</th>
                <th>{t('valid')}</th>
                <th>{t('evidence')}</th>
              </tr>
            </thead>
            <tbody>
              {papers.map((c) => (
                <tr key={`${c.type} ${c.number}`}>
                  <td>
                    {nameOf(c.type)}
                    <small>{[c.number, c.body].filter(Boolean).join(' · ')}</small>
                  </td>
                  <td>
                    {c.models.length > 0 ? t('models', { models: c.models.join(', ') }) : (c.scope ?? t('allModels'))}
                    <small>{c.markets ? formats.list(c.markets.map(market)) : t('allMarkets')}</small>
                  </td>
                  <td className="whole-words">
                    {c.expires ? formats.day(c.expires) : t('unlimited')}
                    {c.expires && review && c.expires < review.asOf ? (
                      <small style={{ color: 'var(--hx-open)' }}>{t('lapsed')}</small>
                    ) : null}
                  </td>
                  <td>
                    <EvidenceLink of={c.evidence} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  )
}

/** Every type that some market asks for, once. */
const wantedTypes = (markets: Needs) => [
  ...new Map(
    markets.flatMap((m) => m.certificates.map((c) => [c.type.id, { type: c.type, source: c.source }] as const)),
  ).values(),
]
