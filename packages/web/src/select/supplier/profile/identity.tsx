import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../../../shell/session.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { Clause } from '../../../ui/gate/clause.tsx'
import { GateMark } from '../../../ui/gate/gate-mark.tsx'
import { Fact, Facts, Section } from '../../../ui/page/page.tsx'
import { SupplierForm } from '../forms/supplier-form.tsx'
import type { Review, Supplier } from '../record.ts'
import { Working } from './working.tsx'

const useText = texts('supplier-identity', {
  title: { zh: '主体与登记号码', en: 'Who it is' },
  change: { zh: '更正', en: 'Correct' },
  representative: { zh: '法定代表人', en: 'Representative' },
  address: { zh: '地址', en: 'Address' },
  contact: { zh: '联系方式', en: 'Contact' },
  website: { zh: '网站', en: 'Website' },
  channel: { zh: '来源途径', en: 'Channel' },
  classes: { zh: '供货品类', en: 'Classes' },
  none: { zh: '尚未登记号码', en: 'No number is on record' },
  differ: { zh: '证件与登记不一致', en: 'Papers and record differ' },
})

/** I2 · Who the supplier is: its numbers worked out before the eyes of the reader, and where its papers say otherwise. */
export function Identity({ supplier, review }: { readonly supplier: Supplier; readonly review: Review }) {
  const t = useText()
  const say = useSay()
  const may = useMay()
  const [changing, setChanging] = useState(false)
  const { record } = supplier
  const facts = [
    ['representative', record.representative],
    ['address', [record.address, ...record.addresses].filter(Boolean).join('；')],
    ['contact', record.contact],
    ['website', record.website],
    ['channel', supplier.channel],
  ] as const
  return (
    <Section
      title={t('title')}
      id="identity"
      beside={
        may('sourcing', 'supplier') ? (
          <Button size="small" onClick={() => setChanging(true)}>
            {t('change')}
          </Button>
        ) : undefined
      }
    >
      <Facts>
        {facts.map(([key, value]) =>
          value ? (
            <Fact key={key} name={t(key)}>
              {value}
            </Fact>
          ) : null,
        )}
      </Facts>
      {review.numbers.length === 0 ? <p className="quiet">{t('none')}</p> : null}
      <ul className="profile-rows identity-numbers">
        {review.numbers.map((n) => (
          <li key={`${n.kind} ${n.number}`}>
            <div className="profile-row-head">
              <strong>{say(n.name)}</strong>
              <span>
                <GateMark state={n.valid ? 'passed' : 'open'} small />{' '}
                <span className={n.valid ? 'profile-good' : 'profile-wrong'}>{say(n.says)}</span>
              </span>
            </div>
            <Working number={n} />
          </li>
        ))}
      </ul>
      {review.inconsistencies.length > 0 ? (
        <div className="identity-differ" id="consistency">
          <h3>
            {t('differ')} <Clause id="I2" />
          </h3>
          <ul>
            {review.inconsistencies.map((i) => (
              <li key={`${i.document} ${i.field} ${i.found}`}>
                <GateMark state="conditional" small /> {say(i.what)}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <SupplierForm open={changing} onClose={() => setChanging(false)} supplier={supplier} />
    </Section>
  )
}
