import { DownloadOutlined, ExportOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import type { Row } from '../../client/operations.ts'
import { problemOf } from '../../client/problem.ts'
import { send } from '../../client/send.ts'
import { useMay } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { List } from '../../ui/list/list.tsx'
import { Empty } from '../../ui/page/empty.tsx'
import { Page } from '../../ui/page/page.tsx'
import { useTellProblem } from '../../ui/page/tell-problem.tsx'
import { ExportDialog } from './export-dialog.tsx'
import { useFieldWords, usePartWords } from './part-words.ts'

const useText = texts('exports-page', {
  title: { zh: '归档', en: 'Archives' },
  about: {
    zh: '事件、证据、规则与证明装在一个文件里；任何人可离线核验',
    en: 'Events, evidence, rules and proofs in one file, which anyone can verify offline',
  },
  make: { zh: '导出归档', en: 'Export an archive' },
  stops: { zh: '由选品、质量、法务、财务或客服导出', en: 'Selection, quality, legal, finance or service export' },
  verify: { zh: '核验一个归档', en: 'Verify an archive' },
  part: { zh: '范围', en: 'Of' },
  events: { zh: '事件', en: 'Events' },
  size: { zh: '大小', en: 'Size' },
  withheld: { zh: '未公开字段', en: 'Withheld' },
  none: { zh: '全部公开', en: 'nothing' },
  madeBy: { zh: '导出人', en: 'Made by' },
  madeAt: { zh: '导出时间', en: 'Made' },
  root: { zh: '根', en: 'Root' },
  save: { zh: '下载', en: 'Download' },
  empty: { zh: '还没有导出过归档', en: 'No archive has been exported yet' },
  why: {
    zh: '结项、被监管问询或与供应商对账时，导出一份即可自证。',
    en: 'Export one at closure, when an authority asks, or to settle with a supplier.',
  },
})

/** T2 · The archives that were made, to be downloaded by a link that expires. */
export function ExportsPage() {
  const t = useText()
  const formats = useFormats()
  const part = usePartWords()
  const field = useFieldWords()
  const may = useMay()('selection', 'quality', 'legal', 'finance', 'service')
  const [exporting, setExporting] = useState<'chosen' | { readonly task: string }>()
  const tell = useTellProblem()
  const navigate = useNavigate()
  const save = (id: string) =>
    send('archive.link', { params: { archive: id } })
      .then(({ answer }) => location.assign(answer.url))
      .catch((error) => tell(problemOf(error)))
  return (
    <Page
      title={t('title')}
      about={t('about')}
      filled
      actions={
        <>
          <Button onClick={() => void navigate({ to: '/verify' })}>{t('verify')}</Button>
          <Button type="primary" icon={<ExportOutlined />} disabled={!may} onClick={() => setExporting('chosen')}>
            {t('make')}
          </Button>
        </>
      }
      stops={may ? undefined : t('stops')}
    >
      <List
        name="archive.list"
        label={t('title')}
        params={{}}
        idOf={(row) => row.id}
        columns={[
          {
            key: 'part',
            title: t('part'),
            width: 'minmax(220px, 2fr)',
            phone: 'title',
            cell: (row: Row<'archive.list'>) => part(row.part),
          },
          { key: 'events', title: t('events'), width: '90px', align: 'end', cell: (row) => formats.number(row.events) },
          { key: 'size', title: t('size'), width: '90px', align: 'end', cell: (row) => formats.bytes(row.size) },
          {
            key: 'withheld',
            title: t('withheld'),
            width: 'minmax(130px, 1fr)',
            cell: (row) =>
              row.withheld.length === 0 ? (
                <span className="quiet">{t('none')}</span>
              ) : (
                row.withheld.map((name) => <Tag key={name}>{field(name)}</Tag>)
              ),
          },
          { key: 'madeBy', spare: true, title: t('madeBy'), width: '110px', cell: (row) => row.madeBy },
          {
            key: 'madeAt',
            title: t('madeAt'),
            width: '160px',
            sort: 'made',
            cell: (row) => formats.moment(row.madeAt),
          },
          {
            key: 'root',
            title: t('root'),
            width: '150px',
            phone: 'left-out',
            cell: (row) => <code title={row.root}>{row.root.slice(0, 16)}…</code>,
          },
          {
            key: 'save',
            title: t('save'),
            width: '110px',
            phone: 'beside',
            cell: (row) => (
              <Button size="small" icon={<DownloadOutlined />} onClick={() => void save(row.id)}>
                {t('save')}
              </Button>
            ),
          },
        ]}
        empty={
          <Empty title={t('empty')}>
            <p>{t('why')}</p>
            {may ? <Button onClick={() => setExporting('chosen')}>{t('make')}</Button> : null}
          </Empty>
        }
      />
      {exporting ? (
        <ExportDialog
          task={exporting === 'chosen' ? undefined : exporting.task}
          onStarted={(task) => setExporting({ task })}
          onClose={() => setExporting(undefined)}
          onSave={(id) => void save(id)}
        />
      ) : null}
    </Page>
  )
}
