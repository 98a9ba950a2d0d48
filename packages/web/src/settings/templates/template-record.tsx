import type { TemplateKind } from '@haixuan/domain/templates/template-schema'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../../client/ask.ts'
import type { Answer } from '../../client/operations.ts'
import { CasePicker } from '../../improve/after-sales/case-picker.tsx'
import { useProjectAtHand } from '../../shell/project-at-hand.ts'
import { texts } from '../../texts/texts.ts'
import { Section } from '../../ui/page/page.tsx'
import { ProductPicker } from '../../ui/picker/product-picker.tsx'
import { ProjectPicker } from '../../ui/picker/project-picker.tsx'
import { SupplierPicker } from '../../ui/picker/supplier-picker.tsx'

const useText = texts('template-record', {
  title: { zh: '用真实记录预览', en: 'Preview with a record' },
  about: { zh: '不选则用示例内容', en: 'An example when none is chosen' },
  project: { zh: '项目', en: 'Project' },
  product: { zh: '产品', en: 'Product' },
  supplier: { zh: '供应商', en: 'Supplier' },
  case: { zh: '退换货案件', en: 'Case' },
})
type About = Answer<'template.get'>['about']
export type LetterRecord = { readonly project?: string | undefined; readonly record?: string | undefined }
type Props = {
  readonly about: About
  readonly record: LetterRecord
  readonly onChange: (record: LetterRecord) => void
}

/** Of which record the letter is read while it is written. */
export function TemplateRecord({ about, record: chosen, onChange }: Props) {
  const t = useText()
  const atHand = useProjectAtHand()
  const project = chosen.project ?? atHand
  const field = {
    label: t(about),
    value: chosen.record,
    clearable: true,
    onChange: (record: string | undefined) => onChange({ ...chosen, project, record }),
  }
  return (
    <Section title={t('title')} beside={<span className="quiet">{t('about')}</span>}>
      <div className="template-record">
        {about === 'supplier' ? <SupplierPicker {...field} /> : null}
        {about === 'case' ? <CasePicker {...field} /> : null}
        {about === 'product' ? (
          <>
            <ProjectPicker label={t('project')} value={project} onChange={(next) => onChange({ project: next })} />
            <ProductPicker {...field} project={project} />
          </>
        ) : null}
      </div>
    </Section>
  )
}

/** What the record gives the variables of a letter, in both languages; undefined while none is chosen. */
export function useRecordValues(kind: TemplateKind, about: About, { project, record = '' }: LetterRecord) {
  const of = { kind, record, ...(about === 'product' && project ? { project } : {}) }
  const enabled = record !== ''
  const zh = useQuery({ ...ask('template.fill', {}, { ...of, language: 'zh' }), enabled }).data
  const en = useQuery({ ...ask('template.fill', {}, { ...of, language: 'en' }), enabled }).data
  return enabled && zh && en ? { zh: zh.values, en: en.values } : undefined
}
