import { Button } from 'antd'
import { Fragment, useState } from 'react'
import { useMay } from '../../../shell/session.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { useWords } from '../../../texts/words.ts'
import { GateMark } from '../../../ui/gate/gate-mark.tsx'
import { Section } from '../../../ui/page/page.tsx'
import { EvidenceButton } from '../evidence-button.tsx'
import { AuthorisationForm } from '../forms/authorisation-form.tsx'
import type { Review, Supplier } from '../record.ts'
import './chains.css'

const useText = texts('supplier-chains', {
  title: { zh: '品牌授权链', en: 'Brand authorisation chain' },
  add: { zh: '登记授权书', en: 'Record a letter' },
  none: { zh: '尚未登记其销售的品牌', en: 'No brand that it sells is on record' },
  own: { zh: '自有品牌，无需授权', en: 'Its own brand: no letter needed' },
  until: { zh: '至 {{day}}', en: 'until {{day}}' },
  open: { zh: '长期', en: 'no end' },
  owner: { zh: '权利人', en: 'owner' },
  where: { zh: '用于{{markets}}', en: 'for {{markets}}' },
})

type Chain = Review['chains'][number]

/** G2 · From the owner of each brand to the supplier, link by link; where the chain breaks, and why. */
export function Chains({ supplier, review }: { readonly supplier: Supplier; readonly review: Review }) {
  const t = useText()
  const may = useMay()
  const [adding, setAdding] = useState(false)
  // the same chain in several markets or projects is drawn once
  const same = Map.groupBy(review.chains, (c) =>
    JSON.stringify([c.brand, c.ok, c.links.map((l) => [l.from, l.to]), c.broken?.fault, c.broken?.from]),
  )
  return (
    <Section
      title={t('title')}
      id="chains"
      beside={
        may('sourcing', 'legal', 'supplier') ? (
          <Button size="small" onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        ) : undefined
      }
    >
      {same.size === 0 ? <p className="quiet">{t('none')}</p> : null}
      <ul className="profile-rows">
        {[...same.values()].map((chains) => (
          <li key={chains.map((c) => `${c.brand} ${c.project} ${c.market}`).join()}>
            <Drawn
              chain={chains[0] as Chain}
              markets={[...new Set(chains.map((c) => c.market))]}
              self={supplier.record.name}
            />
          </li>
        ))}
      </ul>
      <AuthorisationForm open={adding} onClose={() => setAdding(false)} supplier={supplier.record} />
    </Section>
  )
}

function Drawn({
  chain,
  markets,
  self,
}: {
  readonly chain: Chain
  readonly markets: readonly string[]
  readonly self: string
}) {
  const t = useText()
  const say = useSay()
  const formats = useFormats()
  const { market } = useWords()
  const { brand, owner, links, ok, broken, until } = chain
  return (
    <>
      <div className="profile-row-head">
        <strong>{brand}</strong>
        <span className="profile-small">
          <GateMark state={ok ? 'passed' : 'open'} small />{' '}
          <span className="quiet">
            {t('where', { markets: formats.list(markets.map(market)) })}
            {ok && until ? ` · ${t('until', { day: formats.day(until) })}` : ''}
          </span>
        </span>
      </div>
      {ok && links.length === 0 ? (
        <p className="profile-good">{t('own')}</p>
      ) : (
        <div className="chain">
          <span className="chain-party" data-owner>
            {owner ?? brand} <small>{t('owner')}</small>
          </span>
          {links.map((l) => (
            <Fragment key={`${l.from} ${l.to}`}>
              <span className="chain-link chain-holds">
                <i aria-hidden>→</i>
                <small>{l.expires ? t('until', { day: formats.shortDay(l.expires) }) : t('open')}</small>
                <EvidenceButton of={l.evidence} />
              </span>
              <span className="chain-party">{l.to}</span>
            </Fragment>
          ))}
          {broken ? (
            <>
              <span className="chain-link chain-broken">
                <i aria-hidden>⇢</i>
                <small>{say(broken.reason)}</small>
              </span>
              <span className="chain-party chain-reach">{broken.to === brand ? self : broken.to}</span>
            </>
          ) : null}
        </div>
      )}
    </>
  )
}
