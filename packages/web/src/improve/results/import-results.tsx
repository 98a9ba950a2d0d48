import { InboxOutlined } from '@ant-design/icons'
import { Alert, Button, Upload } from 'antd'
import { useState } from 'react'
import { useCommand } from '../../client/command.ts'
import type { Answer } from '../../client/operations.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import { useCountWords } from './count-words.ts'

const useText = texts('import-results', {
  title: { zh: '导入结果', en: 'Import results' },
  drop: { zh: '拖入店铺导出的 CSV，或点击选择', en: 'Drop the CSV your shop exports, or choose one' },
  kinds: {
    zh: '订单表（订单号、货号、数量、金额、状态）或数量表（货号、订单数、退货数、点击数 …）；中英文列名均可',
    en: 'Orders (order id, SKU, quantity, amount, status) or counts by SKU (orders, returns, clicks …), headers in Chinese or English',
  },
  privacy: { zh: '姓名、电话、地址等列不会保存', en: 'Columns with names, phones and addresses are not kept' },
  done: {
    zh: '已导入 {{count}} 个产品的结果',
    en: { one: 'Results of {{count}} product imported', other: 'Results of {{count}} products imported' },
  },
  personal: { zh: '含个人信息、未保存的列', en: 'Columns with personal data, not kept' },
  ignored: { zh: '未识别的列', en: 'Columns that were not recognised' },
  rejected: {
    zh: '未采用 {{count}} 行',
    en: { one: '{{count}} row was not taken', other: '{{count}} rows were not taken' },
  },
  row: { zh: '第 {{row}} 行 · {{field}}：{{reason}}', en: 'Row {{row}} · {{field}}: {{reason}}' },
  alerts: { zh: '触发 {{count}} 项预警', en: { one: '{{count}} alert opened', other: '{{count}} alerts opened' } },
  close: { zh: '完成', en: 'Done' },
})
const SHOWN = 8

/** T3 · Takes in what came back of a stream from a file; then tells what was kept, and what was not. */
export function ImportResults({ project, onClose }: { readonly project: string; readonly onClose: () => void }) {
  const t = useText()
  const formats = useFormats()
  const word = useCountWords()
  const [told, setTold] = useState<Answer<'results.import'>>()
  const { run, running } = useCommand('results.import', { onDone: setTold })
  return (
    <Dialog
      title={t('title')}
      onClose={onClose}
      footer={
        told ? (
          <Button type="primary" onClick={onClose}>
            {t('close')}
          </Button>
        ) : null
      }
    >
      {told ? (
        <div style={{ display: 'grid', gap: 12 }}>
          <Alert
            type="success"
            showIcon
            title={t('done', { count: told.imported })}
            description={Object.entries(told.totals)
              .map(([name, count]) => `${word(name)} ${formats.number(count)}`)
              .join(' · ')}
          />
          {told.alerts > 0 ? <Alert type="warning" showIcon title={t('alerts', { count: told.alerts })} /> : null}
          {told.personal.length > 0 ? (
            <p>
              <strong>{t('personal')}</strong>
              {formats.colon}
              {formats.row(told.personal)}
            </p>
          ) : null}
          {told.ignored.length > 0 ? (
            <p className="quiet">
              {t('ignored')}
              {formats.colon}
              {formats.row(told.ignored)}
            </p>
          ) : null}
          {told.rejected.length > 0 ? (
            <div>
              <strong>{t('rejected', { count: told.rejected.length })}</strong>
              <ul>
                {told.rejected.slice(0, SHOWN).map((r) => (
                  <li key={`${r.row} ${r.field}`} className="quiet">
                    {t('row', { row: r.row, field: r.field, reason: r.reason })}
                  </li>
                ))}
              </ul>
            </div>
          ) : null}
        </div>
      ) : (
        <Upload.Dragger
          accept=".csv,text/csv"
          showUploadList={false}
          disabled={running}
          beforeUpload={(file) => {
            void file.text().then((csv) => run({ params: { project }, input: { csv } as never }))
            return false
          }}
        >
          <p style={{ fontSize: 32, color: 'var(--hx-accent)' }}>
            <InboxOutlined aria-hidden />
          </p>
          <p>{t('drop')}</p>
          <p className="quiet">{t('kinds')}</p>
          <p className="quiet">{t('privacy')}</p>
        </Upload.Dragger>
      )}
    </Dialog>
  )
}
