import { useWords } from '../../../texts/words.ts'
import { Fact, Facts, Section } from '../../../ui/page/page.tsx'
import { type Row, type Terms, usePriceRows } from './price-rows.ts'
import { useTermsWords } from './terms-words.ts'
import { useSettlementRows, useWayRows } from './way-rows.ts'
import './terms.css'

/** I6–I8 · All that an answer is to: every part of the terms that its hash covers is shown. */
export function TermsShown({ terms }: { readonly terms: Terms }) {
  const t = useTermsWords()
  const [price, way, paid] = [usePriceRows(), useWayRows(), useSettlementRows()]
  return (
    <>
      <Rows title={t('price')} rows={price(terms)} />
      <Rows title={t('delivery')} rows={way(terms)} />
      <Rows title={t('settlement')} rows={paid(terms)} />
      <Contract contract={terms.contract} />
    </>
  )
}

function Rows({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }) {
  return (
    <Section title={title}>
      <Facts>
        {rows.map(([name, value]) =>
          value === undefined ? null : (
            <Fact key={name} name={name}>
              {typeof value === 'string' ? value : value.map((line) => <p key={line}>{line}</p>)}
            </Fact>
          ),
        )}
      </Facts>
    </Section>
  )
}

function Contract({ contract }: { readonly contract: Terms['contract'] }) {
  const t = useTermsWords()
  const { market } = useWords()
  const parts = [...(contract?.text ? [contract.text] : []), ...(contract?.clauses ?? []).map(({ text }) => text)]
  return (
    <Section
      title={t('contract')}
      beside={contract ? <span className="quiet">{t('law', { law: market(contract['governing-law']) })}</span> : null}
    >
      {parts.length === 0 ? <p className="quiet">{t('noContract')}</p> : null}
      {parts.map((text, n) => (
        // clauses stand in the order of the contract, and two may be alike
        // biome-ignore lint/suspicious/noArrayIndexKey: they have no other name
        <p key={n} className="terms-contract">
          {text}
        </p>
      ))}
    </Section>
  )
}
