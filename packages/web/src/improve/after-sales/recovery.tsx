import { Link } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import type { Answer } from '../../client/operations.ts'
import { useMay } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { CommandForm } from '../../ui/command/command-form.tsx'
import { Fact, Facts, Section } from '../../ui/page/page.tsx'

const useText = texts('case-recovery', {
  title: { zh: '向供应商追偿', en: 'Recovery from the supplier' },
  none: { zh: '合同中没有由供应商承担此类案件的条款。', en: 'No clause of the contract makes the supplier bear this.' },
  supplier: { zh: '供应商', en: 'Supplier' },
  clause: { zh: '合同条款', en: 'Clause of the contract' },
  owed: { zh: '应承担', en: 'Bears' },
  recovered: { zh: '已追回', en: 'Recovered' },
  record: { zh: '登记追回', en: 'Record recovery' },
  amount: { zh: '金额', en: 'Amount' },
  reference: { zh: '凭证号（对账单或流水）', en: 'Reference (statement or payment)' },
  needed: { zh: '请填写', en: 'Please fill this in' },
  figure: { zh: '请填金额，如 19.90', en: 'An amount such as 19.90' },
})

/** T4 · What the supplier bears by the contract, and what has come back from their statement. */
export function Recovery({ of }: { readonly of: Answer<'case.get'> }) {
  const t = useText()
  const formats = useFormats()
  const may = useMay()('finance')
  const [recording, setRecording] = useState(false)
  const { recovery, recovered } = of
  if (of.decision === null) return null
  return (
    <Section
      title={t('title')}
      beside={
        recovery !== null && recovered === null && may ? (
          <Button size="small" onClick={() => setRecording(true)}>
            {t('record')}
          </Button>
        ) : null
      }
    >
      {recovery === null ? (
        <p className="quiet">{t('none')}</p>
      ) : (
        <Facts>
          <Fact name={t('supplier')}>
            <Link to={`/suppliers/${encodeURIComponent(recovery.supplier)}` as never}>
              {of.supplierName ?? recovery.supplier}
            </Link>
          </Fact>
          <Fact name={t('clause')}>{recovery.clause}</Fact>
          <Fact name={t('owed')}>{formats.money(recovery)}</Fact>
          <Fact name={t('recovered')}>
            {recovered === null ? '—' : formats.money({ minor: recovered, currency: recovery.currency })}
            {of.steps.recovered ? <span className="case-source">{of.steps.recovered.reference}</span> : null}
          </Fact>
        </Facts>
      )}
      {recording ? <Record of={of} onClose={() => setRecording(false)} /> : null}
    </Section>
  )
}

function Record({ of, onClose }: { readonly of: Answer<'case.get'>; readonly onClose: () => void }) {
  const t = useText()
  return (
    <CommandForm
      name="case.record-recovery"
      title={t('record')}
      ok={t('record')}
      params={{ case: of.id }}
      version={of.version}
      onClose={onClose}
    >
      <Form.Item
        name="amount"
        label={`${t('amount')} (${of.recovery?.currency})`}
        rules={[{ required: true, pattern: /^\d+(\.\d+)?$/, message: t('figure') }]}
      >
        <Input inputMode="decimal" />
      </Form.Item>
      <Form.Item name="reference" label={t('reference')} rules={[{ required: true, message: t('needed') }]}>
        <Input />
      </Form.Item>
    </CommandForm>
  )
}
