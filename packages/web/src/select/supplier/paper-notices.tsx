import { useQuery } from '@tanstack/react-query'
import { ask } from '../../client/ask.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { List } from '../../ui/list/list.tsx'
import { Empty } from '../../ui/page/empty.tsx'
import { Page } from '../../ui/page/page.tsx'
import { UntilDay } from './until-day.tsx'
import { useSupplierWords } from './words.ts'

const useText = texts('paper-notices', {
  title: { zh: '到期提醒', en: 'Papers lapsing' },
  about: {
    zh: '证件、证书、授权与评定到期前 {{days}} 天提醒；续期后自动停止。',
    en: 'Told {{days}} days before a document, certificate, letter or decision lapses; a renewal ends it.',
  },
  name: { zh: '证件', en: 'Paper' },
  supplier: { zh: '供应商', en: 'Supplier' },
  kind: { zh: '类别', en: 'Kind' },
  until: { zh: '有效至', en: 'Holds until' },
  none: { zh: '近期没有到期的证件', en: 'Nothing lapses soon' },
  noneHow: {
    zh: '在供应商与产品上登记带有效期的证件后，到期前会列在这里',
    en: 'Papers with a last day, recorded on suppliers and products, are listed here before they lapse',
  },
})
const KINDS = ['document', 'authorisation', 'inspection', 'screening', 'decision', 'certificate'] as const

/** S2 · What lapses soon or has lapsed, the nearest first; each row leads to where it is renewed. */
export function PaperNotices() {
  const t = useText()
  const say = useSay()
  const w = useSupplierWords()
  const formats = useFormats()
  const known = useQuery({ ...ask('supplier-standard.get', {}), staleTime: Number.POSITIVE_INFINITY })
  return (
    <Page
      title={t('title')}
      about={known.data ? t('about', { days: formats.list(known.data.notifyBefore.map(String)) }) : null}
      filled
    >
      <List
        name="paper-notice.list"
        label={t('title')}
        params={{}}
        idOf={(row) => `${row.supplier} ${row.kind} ${row.paper} ${row.threshold}`}
        open={(row) =>
          row.product && row.project
            ? { to: '/projects/$project/products/$product', params: { project: row.project, product: row.product } }
            : { to: '/suppliers/$supplier', params: { supplier: row.supplier } }
        }
        filters={[{ key: 'kind', title: t('kind'), options: KINDS.map((value) => ({ value, label: w(value) })) }]}
        columns={[
          { key: 'name', title: t('name'), width: 'minmax(240px, 3fr)', phone: 'title', cell: (row) => say(row.name) },
          {
            key: 'supplier',
            title: t('supplier'),
            width: 'minmax(180px, 2fr)',
            cell: (row) => row.supplierName ?? row.supplier,
          },
          { key: 'kind', title: t('kind'), width: '120px', cell: (row) => w(row.kind) },
          {
            key: 'until',
            title: t('until'),
            width: '200px',
            sort: 'until',
            phone: 'beside',
            cell: (row) => <UntilDay day={row.until} />,
          },
        ]}
        empty={<Empty title={t('none')}>{t('noneHow')}</Empty>}
      />
    </Page>
  )
}
