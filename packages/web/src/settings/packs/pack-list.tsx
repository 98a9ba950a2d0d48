import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { markets, useWords } from '../../texts/words.ts'
import { List } from '../../ui/list/list.tsx'
import { Empty } from '../../ui/page/empty.tsx'
import { Page } from '../../ui/page/page.tsx'
import { usePackText } from './pack-text.ts'
import { PackUpload } from './pack-upload.tsx'

const useText = texts('pack-list', {
  title: { zh: '规则包', en: 'Rule packs' },
  about: {
    zh: '组织自定的规则，与法规一并判定产品；只能收紧，由第二人启用。',
    en: 'Rules of the organisation’s own, beside the law: they only tighten it, and a second person adopts them.',
  },
  upload: { zh: '上传规则包', en: 'Upload a pack' },
  none: { zh: '还没有规则包', en: 'No packs yet' },
  noneHow: {
    zh: '上传 YAML 文件，先看会影响哪些产品，再由另一人启用。',
    en: 'Upload a YAML file, see which products it would touch, then another person adopts it.',
  },
  name: { zh: '名称', en: 'Name' },
  market: { zh: '市场', en: 'Market' },
  newest: { zh: '最新版本', en: 'Newest version' },
  inForce: { zh: '生效版本', en: 'In force' },
  rules: { zh: '规则', en: 'Rules' },
  from: { zh: '生效日', en: 'From' },
  by: { zh: '上传人', en: 'Uploaded by' },
  nothing: { zh: '无', en: 'none' },
})

/** M3 · The packs of rules that the organisation made for itself. */
export function PackList() {
  const t = useText()
  const word = usePackText()
  const { market } = useWords()
  const { day } = useFormats()
  const may = useMay()('selection', 'quality', 'legal')
  const go = useNavigate()
  const [open, setOpen] = useState(false)
  const upload = (
    <Button type="primary" onClick={() => setOpen(true)}>
      {t('upload')}
    </Button>
  )
  return (
    <Page title={t('title')} about={t('about')} filled actions={may ? upload : null}>
      <List
        name="rule-pack.list"
        label={t('title')}
        params={{}}
        idOf={(row) => row.id}
        open={(row) => ({ to: '/settings/packs/$pack', params: { pack: row.id } })}
        filters={[
          {
            key: 'market',
            title: t('market'),
            options: Object.keys(markets).map((value) => ({ value, label: market(value) })),
          },
        ]}
        columns={[
          {
            key: 'name',
            title: t('name'),
            width: 'minmax(160px, 2fr)',
            sort: 'name',
            phone: 'title',
            cell: (row) => row.name,
          },
          { key: 'market', title: t('market'), width: '120px', cell: (row) => market(row.market) },
          {
            key: 'newest',
            title: t('newest'),
            width: 'minmax(160px, 1fr)',
            phone: 'beside',
            cell: (row) => `${word('version', { n: row.version })} · ${word(row.standing)}`,
          },
          {
            key: 'inForce',
            title: t('inForce'),
            width: '120px',
            cell: (row) => (row.inForce === null ? t('nothing') : word('version', { n: row.inForce })),
          },
          { key: 'rules', title: t('rules'), width: '80px', align: 'end', cell: (row) => row.rules },
          { key: 'from', title: t('from'), width: '120px', cell: (row) => (row.from ? day(row.from) : '') },
          { key: 'by', title: t('by'), width: '130px', sort: 'proposed', cell: (row) => row.proposedBy },
        ]}
        empty={<Empty title={t('none')}>{t('noneHow')}</Empty>}
      />
      <PackUpload
        open={open}
        onClose={() => setOpen(false)}
        onDone={(pack) => void go({ to: '/settings/packs/$pack' as string, params: { pack } as never })}
      />
    </Page>
  )
}
