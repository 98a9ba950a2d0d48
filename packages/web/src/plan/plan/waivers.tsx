import { PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useCommand } from '../../client/command.ts'
import type { Input as InputOf } from '../../client/operations.ts'
import { useMay } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { useWords } from '../../texts/words.ts'
import { GateMark } from '../../ui/gate/gate-mark.tsx'
import type { Part } from './plan-page.tsx'

const useText = texts('waivers', {
  none: { zh: '没有豁免', en: 'No waivers' },
  ask: { zh: '申请豁免', en: 'Ask for a waiver' },
  grant: { zh: '批准豁免', en: 'Grant' },
  asked: { zh: '{{by}} 申请', en: 'asked by {{by}}' },
  granted: { zh: '{{by}} 批准，至 {{until}}', en: 'granted by {{by}}, until {{until}}' },
  until: { zh: '至 {{until}}', en: 'until {{until}}' },
  'not-granted': { zh: '待另一人批准', en: 'waits for another person' },
  own: { zh: '申请人自行批准，不起作用', en: 'granted by who asked: no effect' },
  expired: { zh: '已过期', en: 'expired' },
  subject: { zh: '对象编号（产品、合作条件或供应商）', en: 'Subject (id of a product, offer or supplier)' },
  check: { zh: '检查编号，如 product.sample.sealed', en: 'Check, such as product.sample.sealed' },
  rule: { zh: '规则编号（可不填）', en: 'Rule (optional)' },
  reason: { zh: '理由（至少十个字）', en: 'Reason (ten letters or more)' },
  last: { zh: '有效期至', en: 'Until' },
  law: {
    zh: '法定阻断不可豁免；批准人须为另一人',
    en: 'What the law blocks cannot be waived; another person grants it',
  },
})

/** P5 · Waivers: reasoned, granted by a second person, scoped, expiring; what stops one from having effect is said. */
export function Waivers({ of }: Part) {
  const t = useText()
  const may = useMay()
  const { market } = useWords()
  const { day } = useFormats()
  const [asking, setAsking] = useState(false)
  const grant = useCommand('project.grant-waiver')
  return (
    <>
      {of.waivers.length === 0 ? <p className="quiet">{t('none')}</p> : null}
      <ul className="plan-rows">
        {of.waivers.map((w) => (
          <li key={`${w.check} ${w.rule} ${w.subject} ${w.market}`}>
            <GateMark state={w.fault === null ? 'waived' : w.fault === 'expired' ? 'lapsed' : 'conditional'} small />
            <div>
              <p>
                {w.subject} <code>{w.rule ?? w.check}</code>
                {w.market ? <span className="quiet"> · {market(w.market)}</span> : null}
              </p>
              <p>{w.reason}</p>
              <p className="quiet">
                {t('asked', { by: w['asked-by'] })}
                {' · '}
                {w['granted-by']
                  ? t('granted', { by: w['granted-by'], until: day(w.until) })
                  : t('until', { until: day(w.until) })}
                {w.fault ? <span className="plan-stop"> · {t(w.fault)}</span> : null}
              </p>
            </div>
            <div className="plan-end">
              {w.mayGrant && of.closedAt === null ? (
                <Button
                  size="small"
                  loading={grant.running}
                  onClick={() => {
                    const { check, rule, subject, market } = w
                    const input = { check, subject, ...(rule ? { rule } : {}), ...(market ? { market } : {}) }
                    void grant.run({ params: { project: of.id }, input })
                  }}
                >
                  {t('grant')}
                </Button>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {may('selection', 'sourcing', 'quality', 'legal') && of.closedAt === null ? (
        <Button size="small" icon={<PlusOutlined />} onClick={() => setAsking(true)} className="plan-add">
          {t('ask')}
        </Button>
      ) : null}
      {asking ? <AskWaiver project={of.id} onClose={() => setAsking(false)} /> : null}
    </>
  )
}

function AskWaiver({ project, onClose }: { readonly project: string; readonly onClose: () => void }) {
  const t = useText()
  const [form] = Form.useForm<InputOf<'project.ask-waiver'>>()
  const ask = useCommand('project.ask-waiver', { onDone: onClose })
  return (
    <Modal
      open
      title={t('ask')}
      okText={t('ask')}
      confirmLoading={ask.running}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p className="quiet">{t('law')}</p>
      <Form
        form={form}
        layout="vertical"
        onFinish={({ rule, ...input }) =>
          void ask.run({ params: { project }, input: { ...input, ...(rule ? { rule } : {}) } })
        }
      >
        <Form.Item name="subject" label={t('subject')} rules={[{ required: true }]}>
          <Input />
        </Form.Item>
        <Form.Item name="check" label={t('check')} rules={[{ required: true }]}>
          <Input />
        </Form.Item>
        <Form.Item name="rule" label={t('rule')}>
          <Input />
        </Form.Item>
        <Form.Item name="reason" label={t('reason')} rules={[{ required: true, min: 10 }]}>
          <Input.TextArea autoSize={{ minRows: 2 }} />
        </Form.Item>
        <Form.Item name="until" label={t('last')} rules={[{ required: true }]}>
          <Input type="date" />
        </Form.Item>
      </Form>
    </Modal>
  )
}
