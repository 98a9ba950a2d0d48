import { useQuery } from '@tanstack/react-query'
import { ask } from '../../client/ask.ts'
import type { Row } from '../../client/operations.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'

const useText = texts('archive-part', {
  organisation: { zh: '整个组织', en: 'The whole organisation' },
  project: { zh: '项目 {{name}}', en: 'Project {{name}}' },
  day: { zh: '{{day}} 的直播', en: 'Streams of {{day}}' },
  supplier: { zh: '供应商 {{name}}', en: 'Supplier {{name}}' },
  product: { zh: '产品 {{name}}', en: 'Product {{name}}' },
  facts: { zh: '产品资料与证据', en: 'Product facts' },
  offer: { zh: '合作条件与成本', en: 'Offers and costs' },
  plan: { zh: '选品方案', en: 'The plan' },
  suppliers: { zh: '供应商资料', en: 'Supplier records' },
})

/** Says what an archive is of. */
export function usePartWords(): (part: Row<'archive.list'>['part']) => string {
  const t = useText()
  const formats = useFormats()
  const projects = useQuery(ask('project.list', {}, { limit: 200 })).data
  return (part) => {
    switch (part.of) {
      case 'organisation':
        return t('organisation')
      case 'project':
        return t('project', { name: projects?.rows.find((p) => p.id === part.project)?.name ?? part.project })
      case 'day':
        return t('day', { day: formats.day(part.day) })
      case 'supplier':
        return t('supplier', { name: part.supplier })
      case 'product':
        return t('product', { name: part.product })
    }
  }
}

/** Says a field that can be withheld. */
export function useFieldWords(): (field: string) => string {
  const t = useText()
  const known: Readonly<Record<string, string>> = {
    facts: t('facts'),
    offer: t('offer'),
    plan: t('plan'),
    supplier: t('suppliers'),
  }
  return (field) => known[field] ?? field
}
