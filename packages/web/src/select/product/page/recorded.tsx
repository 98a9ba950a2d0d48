import { Button } from 'antd'
import { useMay } from '../../../shell/session.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { useWords } from '../../../texts/words.ts'
import { GateMark } from '../../../ui/gate/gate-mark.tsx'
import { Fact, Facts, Section } from '../../../ui/page/page.tsx'
import { MARKS } from '../evidence/certificates.tsx'
import { dialog, MAY } from '../forms/cure.tsx'
import type { OfProduct } from '../of-product.ts'

const useText = texts('product-recorded', {
  title: { zh: '产品信息', en: 'Product record' },
  edit: { zh: '补充', en: 'Add facts' },
  hold: { zh: '冻结', en: 'Hold' },
  model: { zh: '型号', en: 'Model' },
  gtin: { zh: '条码', en: 'GTIN' },
  sku: { zh: '商家编码', en: 'SKU' },
  hs: { zh: 'HS 编码', en: 'HS code' },
  origin: { zh: '原产地', en: 'Origin' },
  materials: { zh: '材质', en: 'Materials' },
  dimensions: { zh: '尺寸', en: 'Dimensions' },
  maker: { zh: '生产者', en: 'Maker' },
  responsible: { zh: '责任人（{{market}}）', en: 'Responsible person ({{market}})' },
  stock: { zh: '库存', en: 'Stock' },
  units: { zh: '预计销量', en: 'Expected units' },
  variants: { zh: '规格', en: 'Variants' },
  rating: { zh: '评分', en: 'Rating' },
  sold: { zh: '销量', en: 'Sold' },
  source: { zh: '原网页', en: 'Source page' },
  open: { zh: '打开', en: 'open' },
  missing: { zh: '市场要求的信息', en: 'Facts that markets ask for' },
  attributes: { zh: '其他属性（{{count}}）', en: 'Other attributes ({{count}})' },
})

/** I3 · The product record: what the listing says, and what people recorded beside it. */
export function Recorded({ product, review, cure }: OfProduct) {
  const t = useText()
  const say = useSay()
  const may = useMay()
  const formats = useFormats()
  const { market } = useWords()
  const { facts, listing } = product
  const origin = facts?.origin ?? listing.origin
  const stock = facts?.stock ?? listing.stock
  const units = facts?.['expected-units']
  const rows: readonly (readonly [name: string, value: string | number | undefined])[] = [
    [t('model'), facts?.model ?? listing.mpn],
    [t('gtin'), facts?.gtin ?? listing.gtin],
    [t('sku'), listing.sku],
    [t('hs'), facts?.hs ?? listing.hs],
    [t('origin'), origin && formats.country(origin)],
    [t('materials'), facts?.materials && formats.row(facts.materials)],
    [t('dimensions'), facts?.dimensions ?? listing.dimensions],
    [t('maker'), facts?.maker ? `${facts.maker.name} (${formats.country(facts.maker.country)})` : undefined],
    ...Object.entries(facts?.['responsible-person'] ?? {}).map(
      ([m, who]) => [t('responsible', { market: market(m) }), `${who.name} · ${who.address}`] as const,
    ),
    [t('stock'), stock === undefined ? undefined : formats.number(stock)],
    [t('units'), units === undefined ? undefined : formats.number(units)],
    [t('variants'), formats.row(listing.variants.slice(0, 8))],
    [t('rating'), listing.rating],
    [t('sold'), listing.sold === undefined ? undefined : formats.number(listing.sold)],
  ]
  const wanted = [
    ...new Map(
      (review?.markets ?? []).flatMap((m) => m.facts.map((f) => [f.fact, { ...f, market: m.market }])),
    ).values(),
  ]
  return (
    <Section
      title={t('title')}
      id="record"
      beside={
        <span className="marks">
          {may(...MAY.hold) ? (
            <Button size="small" onClick={() => cure(dialog('hold'))}>
              {t('hold')}
            </Button>
          ) : null}
          {may(...MAY.describe) ? (
            <Button size="small" onClick={() => cure(dialog('describe'))}>
              {t('edit')}
            </Button>
          ) : null}
        </span>
      }
    >
      <Facts>
        {rows
          .filter(([, value]) => value !== undefined && value !== '')
          .map(([name, value]) => (
            <Fact key={name} name={name}>
              {value}
            </Fact>
          ))}
        {listing.url && /^https?:/.test(listing.url) ? (
          <Fact name={t('source')}>
            <a href={listing.url} target="_blank" rel="noreferrer">
              {t('open')}
            </a>
          </Fact>
        ) : null}
      </Facts>
      {wanted.length > 0 ? (
        <>
          <h3 className="subhead">{t('missing')}</h3>
          <ul className="lines">
            {wanted.map((f) => (
              <li key={f.fact} title={f.source}>
                <GateMark state={MARKS[f.held]} small /> {say(f.title)}{' '}
                <span className="quiet">· {market(f.market)}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {listing.attributes.length > 0 ? (
        <details className="product-rest">
          <summary>{t('attributes', { count: listing.attributes.length })}</summary>
          <Facts>
            {listing.attributes.map((a) => (
              <Fact key={`${a.name} ${a.value}`} name={a.name}>
                {a.value}
              </Fact>
            ))}
          </Facts>
        </details>
      ) : null}
    </Section>
  )
}
