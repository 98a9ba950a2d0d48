import type { Text } from '@haixuan/domain/kernel/errors'
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import { ask } from '../../../client/ask.ts'
import type { Answer } from '../../../client/operations.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { markets } from '../../../texts/words.ts'

const useText = texts('contract-fields', {
  title: { zh: '合同', en: 'Contract' },
  law: { zh: '适用法律', en: 'Governing law' },
  noLaw: { zh: '请选择合同适用的法律', en: 'Say which law governs it' },
  text: { zh: '合同文本', en: 'Text of the contract' },
  draft: { zh: '填入示范条款', en: 'Begin with the fair clauses' },
  draftHow: {
    zh: '条款库中适用此法律与结算方式的条款，采用公平措辞；之后按约定修改。',
    en: 'The clauses of the library for this law and this settlement, in fair words; change them as was agreed.',
  },
})

/** The clauses of the library that a contract under a law and with a settlement asks for, in fair words. */
function draftOf(
  clauses: Answer<'standard.contract-clauses'>['rows'],
  law: string,
  mode: string | undefined,
  say: (text: Text) => string,
): string {
  const fits = (of: readonly string[], one: string | undefined) =>
    of.length === 0 || (one !== undefined && of.includes(one))
  return clauses
    .filter((c) => c.kind !== 'unfair' && fits(c.laws, law) && fits(c.modes, mode))
    .map((c, at) => `${at + 1}. ${say(c.title)}\n${say(c.wording)}`)
    .join('\n\n')
}

/** P4 · The law and the words of the contract; one that is kept clause by clause is changed where it is reviewed. */
export function ContractFields() {
  const t = useText()
  const say = useSay()
  const form = Form.useFormInstance()
  const law = Form.useWatch(['contract', 'governing-law'], form) as string | undefined
  const mode = Form.useWatch(['settlement', 'mode'], form) as string | undefined
  const written = Form.useWatch(['contract', 'text'], form) as string | undefined
  const library = useQuery({ ...ask('standard.contract-clauses', {}), staleTime: Number.POSITIVE_INFINITY }).data?.rows
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
      {byClauses || written ? null : (
        <p className="terms-more">
          <Button
            size="small"
            disabled={!law || !library}
            onClick={() => form.setFieldValue(['contract', 'text'], draftOf(library ?? [], law ?? '', mode, say))}
          >
            {t('draft')}
          </Button>
          <span className="quiet">{law ? t('draftHow') : t('noLaw')}</span>
        </p>
      )}
      {byClauses ? null : (
        <Form.Item name={['contract', 'text']} label={t('text')}>
          <Input.TextArea autoSize={{ minRows: 8, maxRows: 24 }} />
        </Form.Item>
      )}
    </>
  )
}
