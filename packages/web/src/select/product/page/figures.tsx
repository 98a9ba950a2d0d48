import { Link, useParams } from '@tanstack/react-router'
import type { Answer } from '../../../client/operations.ts'
import { ofSupplier } from '../../../shell/address.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts } from '../../../texts/texts.ts'
import { useWords } from '../../../texts/words.ts'
import { Fact, Facts } from '../../../ui/page/page.tsx'

const useText = texts('product-figures', {
  class: { zh: '品类', en: 'Class' },
  sure: { zh: '把握 {{share}}', en: '{{share}} sure' },
  fixed: { zh: '由人确定', en: 'fixed by a person' },
  unsure: { zh: '待人工确定', en: 'to be fixed' },
  price: { zh: '标价', en: 'Price' },
  role: { zh: '作用', en: 'Role' },
  none: { zh: '未定', en: 'not fixed' },
  supplier: { zh: '供应商', en: 'Supplier' },
  fit: { zh: '主题契合', en: 'Theme fit' },
  margin: { zh: '毛利率', en: 'Margin' },
  unpriced: { zh: '查看合作条件', en: 'see the offer' },
  noOffer: { zh: '尚无报价', en: 'no offer yet' },
})

/** The figures of a product at a glance. */
export function ProductFigures({ of: p }: { readonly of: Answer<'product.get'> }) {
  const t = useText()
  const formats = useFormats()
  const { className, term } = useWords()
  const { project } = useParams({ strict: false }) as { project: string }
  const sure = p.facts?.class ? t('fixed') : t('sure', { share: formats.percent(p.confidence ?? 0) })
  return (
    <Facts>
      <Fact name={t('class')}>
        {p.class ? (
          <>
            {className(p.class)} <span className="quiet">· {sure}</span>
          </>
        ) : (
          t('unsure')
        )}
      </Fact>
      <Fact name={t('price')}>{p.price ? formats.money(p.price) : '—'}</Fact>
      <Fact name={t('role')}>{p.role ? term(p.role) : t('none')}</Fact>
      <Fact name={t('supplier')}>
        <Link {...(ofSupplier(p.supplier, p.supplierName ?? '') as { to: string })}>
          {p.supplierName ?? p.supplier}
        </Link>
      </Fact>
      <Fact name={t('fit')}>{p.themeFit === null ? '—' : formats.percent(p.themeFit)}</Fact>
      <Fact name={t('margin')}>
        <Link to={'/projects/$project/products/$product/offer' as never} params={{ project, product: p.id } as never}>
          {p.margin === null ? (p.offer ? t('unpriced') : t('noOffer')) : formats.percent(p.margin)}
        </Link>
      </Fact>
    </Facts>
  )
}
