import { Form, Input, Select } from 'antd'
import { texts, useSay } from '../../../texts/texts.ts'
import { useWords } from '../../../texts/words.ts'
import { EvidenceField } from '../../../ui/evidence/evidence-field.tsx'
import { useKinds } from '../form/class-fields.tsx'
import { CommandDialog, filled } from '../form/command-dialog.tsx'
import type { Shared } from './cure-dialog.tsx'
import type { OfProduct } from './product-page.tsx'

const useText = texts('evidence-dialogs', {
  type: { zh: '类型', en: 'Type' },
  pickType: { zh: '请选择类型', en: 'Choose a type' },
  number: { zh: '编号', en: 'Number' },
  body: { zh: '签发机构', en: 'Issued by' },
  models: { zh: '覆盖型号', en: 'Models covered' },
  modelsHelp: { zh: '逐个输入后回车；留空表示覆盖全部型号', en: 'Enter after each; empty means all models' },
  markets: { zh: '适用市场', en: 'Markets' },
  marketsHelp: { zh: '留空表示不限市场', en: 'Empty means any market' },
  scope: { zh: '范围说明', en: 'Scope' },
  issued: { zh: '签发日', en: 'Issued' },
  expires: { zh: '有效至', en: 'Valid through' },
  evidence: { zh: '凭证', en: 'Evidence' },
  statement: { zh: '标签内容', en: 'Statement' },
  pickStatement: { zh: '请选择标签内容', en: 'Choose a statement' },
  language: { zh: '语言', en: 'Language' },
  languageHelp: { zh: '两个字母，如 de', en: 'Two letters, such as de' },
  languageWrong: { zh: '请填写两个小写字母', en: 'Two small letters' },
  text: { zh: '标签原文', en: 'As it is printed' },
  words: { zh: '宣称的措辞', en: 'Words claimed' },
  noWords: { zh: '请填写措辞', en: 'Give the words' },
  says: { zh: '依据的内容', en: 'What it says' },
  saysHelp: { zh: '例如检测结果与条件', en: 'Such as the result and how it was tested' },
})
type More = Readonly<Record<string, unknown>>

/** I3 · A certificate or test report, with what it covers and until when. */
export function CertificateDialog({
  more,
  product,
  review,
  ...shared
}: Shared & { readonly more: More } & Pick<OfProduct, 'product' | 'review'>) {
  const t = useText()
  const say = useSay()
  const { market } = useWords()
  const kinds = useKinds().data
  const needed = (review?.markets ?? []).flatMap((m) => m.certificates)
  const type = more.type ?? needed.find((c) => c.rule === more.rule)?.type.id
  const first = new Set(needed.filter((c) => c.held !== 'held').map((c) => c.type.id))
  const options = (kinds?.evidence ?? [])
    .map((k) => ({ value: k.id, label: say(k.name) }))
    .sort((a, b) => Number(first.has(b.value)) - Number(first.has(a.value)))
  return (
    <CommandDialog
      {...shared}
      name="product.add-certificate"
      initial={{ type, models: product.facts?.model ? [product.facts.model] : [] }}
      inputOf={(values) => filled(values) as never}
    >
      <Form.Item name="type" label={t('type')} rules={[{ required: true, message: t('pickType') }]}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
      </Form.Item>
      <Two>
        <Form.Item name="number" label={t('number')}>
          <Input />
        </Form.Item>
        <Form.Item name="body" label={t('body')}>
          <Input />
        </Form.Item>
      </Two>
      <Form.Item name="models" label={t('models')} extra={t('modelsHelp')}>
        <Select mode="tags" open={false} suffixIcon={null} />
      </Form.Item>
      <Form.Item name="markets" label={t('markets')} extra={t('marketsHelp')}>
        <Select
          mode="multiple"
          options={Object.keys(product.markets).map((id) => ({ value: id, label: market(id) }))}
        />
      </Form.Item>
      <Two>
        <Form.Item name="issued" label={t('issued')}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="expires" label={t('expires')}>
          <Input type="date" />
        </Form.Item>
      </Two>
      <Form.Item name="evidence" label={t('evidence')}>
        <EvidenceField />
      </Form.Item>
    </CommandDialog>
  )
}

/** I3 · A statement that stands on product, package or listing. */
export function LabelDialog({ more, ...shared }: Shared & { readonly more: More }) {
  const t = useText()
  const say = useSay()
  const kinds = useKinds().data
  const languages = (more.languages as readonly string[] | undefined) ?? []
  return (
    <CommandDialog
      {...shared}
      name="product.add-label"
      initial={{ statement: more.statement, language: languages[0] }}
      inputOf={(values) => filled(values) as never}
    >
      <Form.Item name="statement" label={t('statement')} rules={[{ required: true, message: t('pickStatement') }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={(kinds?.labels ?? []).map((k) => ({ value: k.id, label: say(k.name) }))}
        />
      </Form.Item>
      <Form.Item
        name="language"
        label={t('language')}
        extra={languages.length > 0 ? languages.join(' / ') : t('languageHelp')}
        rules={[{ pattern: /^[a-z]{2}$/, message: t('languageWrong') }]}
      >
        <Input maxLength={2} style={{ width: 96 }} />
      </Form.Item>
      <Form.Item name="text" label={t('text')}>
        <Input.TextArea rows={3} />
      </Form.Item>
      <Form.Item name="evidence" label={t('evidence')}>
        <EvidenceField />
      </Form.Item>
    </CommandDialog>
  )
}

/** R3 · What proves the words of a claim. */
export function ClaimDialog({ more, ...shared }: Shared & { readonly more: More }) {
  const t = useText()
  const say = useSay()
  const kinds = useKinds().data
  const words = (more.span as { words: string } | undefined)?.words
  return (
    <CommandDialog
      {...shared}
      name="product.prove-claim"
      initial={{ words, type: more.type }}
      inputOf={(values) => filled(values) as never}
    >
      <Form.Item name="words" label={t('words')} rules={[{ required: true, message: t('noWords') }]}>
        <Input />
      </Form.Item>
      <Form.Item name="type" label={t('type')} rules={[{ required: true, message: t('pickType') }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={(kinds?.evidence ?? []).map((k) => ({ value: k.id, label: say(k.name) }))}
        />
      </Form.Item>
      <Form.Item name="says" label={t('says')} extra={t('saysHelp')}>
        <Input.TextArea rows={2} />
      </Form.Item>
      <Form.Item name="expires" label={t('expires')}>
        <Input type="date" style={{ width: 180 }} />
      </Form.Item>
      <Form.Item name="evidence" label={t('evidence')}>
        <EvidenceField />
      </Form.Item>
    </CommandDialog>
  )
}

/** Two fields side by side. */
export const Two = ({ children }: { readonly children: React.ReactNode }) => (
  <div className="two-fields">{children}</div>
)
