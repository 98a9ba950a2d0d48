import { Form, Input, Select } from 'antd'
import { texts, useSay } from '../../../texts/texts.ts'
import { markets } from '../../../texts/words.ts'

const useText = texts('contract-fields', {
  title: { zh: '合同', en: 'Contract' },
  law: { zh: '适用法律', en: 'Governing law' },
  noLaw: { zh: '请选择合同适用的法律', en: 'Say which law governs it' },
  text: { zh: '合同文本', en: 'Text of the contract' },
})

/** P4 · The law and the words of the contract; one that is kept clause by clause is changed where it is reviewed. */
export function ContractFields() {
  const t = useText()
  const say = useSay()
  const form = Form.useFormInstance()
  const byClauses = form.getFieldValue(['contract', 'clauses']) !== undefined
  return (
    <>
      <h3>{t('title')}</h3>
      <Form.Item
        name={['contract', 'governing-law']}
        label={t('law')}
        dependencies={[['contract', 'text']]}
        rules={[
          ({ getFieldValue }) => ({ required: Boolean(getFieldValue(['contract', 'text'])), message: t('noLaw') }),
        ]}
      >
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={Object.entries(markets).map(([value, name]) => ({ value, label: say(name) }))}
        />
      </Form.Item>
      {byClauses ? null : (
        <Form.Item name={['contract', 'text']} label={t('text')}>
          <Input.TextArea autoSize={{ minRows: 8, maxRows: 24 }} />
        </Form.Item>
      )}
    </>
  )
}
