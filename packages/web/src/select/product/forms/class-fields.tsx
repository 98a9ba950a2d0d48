import { useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { ask } from '../../../client/ask.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { classes, useWords } from '../../../texts/words.ts'

const useText = texts('class-fields', {
  class: { zh: '品类', en: 'Class' },
  pick: { zh: '输入名称查找', en: 'Type to find' },
  missing: { zh: '请选择品类', en: 'Choose a class' },
  traits: { zh: '特征', en: 'Traits' },
  traitsHelp: { zh: '留空则由系统从文案中辨认', en: 'Left empty, they are read from the texts' },
})

/** What can be recorded of products, as the standard names it; it does not change while one works. */
export const useKinds = () => useQuery({ ...ask('product.kinds', {}), staleTime: Number.POSITIVE_INFINITY })

/** Kinds of evidence or of label statements, to choose from. */
export function useKindOptions(of: 'evidence' | 'labels') {
  const say = useSay()
  return (useKinds().data?.[of] ?? []).map((k) => ({ value: k.id, label: say(k.name) }))
}

/** Classes by name, each below the wider one it belongs to. */
export function useClassOptions() {
  const { className } = useWords()
  return Object.keys(classes).map((id) => {
    const wider = id.includes('.') ? id.split('.')[0] : undefined
    return { value: id, label: wider && classes[wider] ? `${className(wider)} › ${className(id)}` : className(id) }
  })
}

export function ClassFields({ traits = true }: { readonly traits?: boolean }) {
  const t = useText()
  const say = useSay()
  const kinds = useKinds().data
  return (
    <>
      <Form.Item name="class" label={t('class')} rules={[{ required: true, message: t('missing') }]}>
        <Select
          aria-label={t('class')}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('pick')}
          options={useClassOptions()}
          autoFocus
        />
      </Form.Item>
      {traits ? (
        <Form.Item name="traits" label={t('traits')} extra={t('traitsHelp')}>
          <Select
            mode="multiple"
            allowClear
            optionFilterProp="label"
            options={(kinds?.traits ?? []).map((k) => ({ value: k.id, label: say(k.name) }))}
          />
        </Form.Item>
      ) : null}
    </>
  )
}
