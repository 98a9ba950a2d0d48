import { CloseOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { ask } from '../../../client/ask.ts'
import { texts } from '../../../texts/texts.ts'
import { FindingList } from '../../../ui/gate/finding-list.tsx'
import { Asked } from '../../../ui/page/asked.tsx'
import { useByMarkets } from '../findings.ts'
import { ProductFigures } from '../page/figures.tsx'
import { GateStates, MarketStates } from '../page/states.tsx'
import { Thumb } from '../thumb.tsx'

const useText = texts('product-peek', {
  open: { zh: '打开产品页', en: 'Open the product' },
  close: { zh: '关闭', en: 'Close' },
  findings: { zh: '待解决', en: 'To be cured' },
  more: {
    zh: '另有 {{count}} 项，见产品页',
    en: { one: '{{count}} more on its page', other: '{{count}} more on its page' },
  },
})
const SHOWN = 6

/** A product beside the list: where it stands and what holds it. */
export function ProductPeek({
  project,
  product,
  onClose,
}: {
  readonly project: string
  readonly product: string
  readonly onClose: () => void
}) {
  const t = useText()
  const asked = useQuery(ask('product.get', { project, product }))
  const byMarkets = useByMarkets(Object.keys(asked.data?.markets ?? {}))
  return (
    <div className="peek">
      <Asked of={asked} lines={8}>
        {(p) => {
          const held = byMarkets((p.findings as never[]) ?? []).filter((f) => f.severity === 'block' && !f.waived)
          return (
            <>
              <div className="peek-head">
                <Thumb image={p.image} title={p.title} />
                <h2>{p.title}</h2>
                <Button type="text" icon={<CloseOutlined />} aria-label={t('close')} onClick={onClose} />
              </div>
              <div className="peek-actions">
                <Link to="/projects/$project/products/$product" params={{ project, product }}>
                  <Button type="primary">{t('open')}</Button>
                </Link>
              </div>
              <GateStates gates={p.gates} />
              <MarketStates markets={p.markets} />
              <ProductFigures of={p} />
              <h3>{t('findings')}</h3>
              <FindingList findings={held.slice(0, SHOWN)} />
              {held.length > SHOWN ? <p className="quiet">{t('more', { count: held.length - SHOWN })}</p> : null}
            </>
          )
        }}
      </Asked>
    </div>
  )
}
