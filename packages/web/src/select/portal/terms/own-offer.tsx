import { toMoney } from '@haixuan/domain/select/cooperation/amount'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { ask } from '../../../client/ask.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts } from '../../../texts/texts.ts'
import { Section } from '../../../ui/page/page.tsx'

const useText = texts('own-offer', {
  title: { zh: '合作条件', en: 'Terms of cooperation' },
  none: { zh: '对方尚未提出合作条件', en: 'The buyer’s side has offered no terms yet' },
  waiting: { zh: '待您答复', en: 'waiting for your answer' },
  agreed: { zh: '{{by}} 已同意', en: 'agreed to by {{by}}' },
  declined: { zh: '{{by}} 已答复不同意', en: '{{by}} did not agree' },
  price: { zh: '直播价 {{price}}', en: '{{price}} on air' },
  answer: { zh: '查看并答复', en: 'Read and answer' },
  read: { zh: '查看', en: 'Read' },
})

/** Whether terms are offered for a product, and what was said of them. */
export function OwnOffer(at: { readonly project: string; readonly product: string }) {
  const t = useText()
  const { money } = useFormats()
  const found = useQuery(ask('offer.terms', at))
  if (!found.data) return null
  const offered = found.data.offered
  const said = found.data.answer?.stands ? found.data.answer : undefined
  return (
    <Section title={t('title')} id="terms">
      {offered ? (
        <ul className="portal-owed">
          <li>
            <div>
              <p>{t('price', { price: money(toMoney(offered.terms.pricing.price)) })}</p>
              <p className="quiet">{said ? t(said.agrees ? 'agreed' : 'declined', { by: said.by }) : t('waiting')}</p>
            </div>
            <Link to="/portal/products/$project/$product/terms" params={at}>
              <Button type={said ? 'default' : 'primary'}>{t(said ? 'read' : 'answer')}</Button>
            </Link>
          </li>
        </ul>
      ) : (
        <p className="quiet">{t('none')}</p>
      )}
    </Section>
  )
}
