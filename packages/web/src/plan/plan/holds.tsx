import { Link } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useCommand } from '../../client/command.ts'
import { inProject } from '../../shell/address.ts'
import { useMay, useMe } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { CommandForm } from '../../ui/command/command-form.tsx'
import { DayField } from '../../ui/command/fields.tsx'
import { GateMark } from '../../ui/gate/gate-mark.tsx'
import { ProductPicker } from '../../ui/picker/product-picker.tsx'
import type { Part } from './part.ts'

const useText = texts('holds', {
  none: { zh: '没有冻结的产品', en: 'No product is on hold' },
  hold: { zh: '冻结产品', en: 'Hold a product' },
  lift: { zh: '解除冻结', en: 'Lift' },
  mine: { zh: '由另一人解除', en: 'to be lifted by another' },
  since: { zh: '{{by}} 自 {{from}}', en: '{{by}}, since {{from}}' },
  until: { zh: '至 {{until}}', en: 'until {{until}}' },
  product: { zh: '产品', en: 'Product' },
  reason: { zh: '原因', en: 'Reason' },
  last: { zh: '冻结至', en: 'Until' },
})

/** S2 · Products off every lineup: who set the hold and why; lifted by someone else. */
export function Holds({ of }: Part) {
  const t = useText()
  const may = useMay()
  const me = useMe()
  const { day } = useFormats()
  const [holding, setHolding] = useState(false)
  const lift = useCommand('project.lift-hold')
  return (
    <>
      {of.plan.holds.length === 0 ? <p className="quiet">{t('none')}</p> : null}
      <ul className="plan-rows">
        {of.plan.holds.map((h) => (
          <li key={`${h.product} ${h.from} ${h.by}`}>
            <GateMark state="open" small />
            <div>
              <p>
                <Link to={inProject(of.id, 'products', h.product)}>{of.named[h.product] ?? h.product}</Link> ·{' '}
                {h.reason}
              </p>
              <p className="quiet">
                {t('since', { by: h.by, from: day(h.from) })}
                {h.until ? ` · ${t('until', { until: day(h.until) })}` : ''}
              </p>
            </div>
            <div className="plan-end">
              {h.by === me.data?.name ? (
                <span className="quiet">{t('mine')}</span>
              ) : may('quality', 'legal') && of.closedAt === null ? (
                <Button
                  size="small"
                  loading={lift.running}
                  onClick={() => void lift.run({ params: { project: of.id }, input: { product: h.product } })}
                >
                  {t('lift')}
                </Button>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {may('selection', 'quality', 'legal', 'live-control') && of.closedAt === null ? (
        <Button size="small" onClick={() => setHolding(true)} className="plan-add">
          {t('hold')}
        </Button>
      ) : null}
      {holding ? <HoldProduct project={of.id} onClose={() => setHolding(false)} /> : null}
    </>
  )
}

function HoldProduct({ project, onClose }: { readonly project: string; readonly onClose: () => void }) {
  const t = useText()
  return (
    <CommandForm name="project.hold" title={t('hold')} ok={t('hold')} params={{ project }} onClose={onClose}>
      <Form.Item name="product" label={t('product')} rules={[{ required: true }]}>
        <ProductPicker project={project} />
      </Form.Item>
      <Form.Item name="reason" label={t('reason')} rules={[{ required: true }]}>
        <Input />
      </Form.Item>
      <DayField name="until" label={t('last')} />
    </CommandForm>
  )
}
