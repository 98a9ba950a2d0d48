import { useQuery } from '@tanstack/react-query'
import { Typography } from 'antd'
import { ask } from '../client/ask.ts'
import { useFormats } from '../texts/formats.ts'
import { texts } from '../texts/texts.ts'
import { Asked } from '../ui/page/asked.tsx'
import { Fact, Facts, Page, Section } from '../ui/page/page.tsx'
import './settings.css'

const useText = texts('storage', {
  title: { zh: '存储与日志', en: 'Storage and log' },
  files: { zh: '文件', en: 'Files' },
  total: { zh: '合计', en: 'In all' },
  count: { zh: '{{count}} 个', en: { one: '{{count}} file', other: '{{count}} files' } },
  none: { zh: '没有文件', en: 'No files' },
  records: { zh: '记录', en: 'Records' },
  project: { zh: '项目', en: 'Projects' },
  supplier: { zh: '供应商', en: 'Suppliers' },
  product: { zh: '产品', en: 'Products' },
  offer: { zh: '合作报价', en: 'Offers' },
  case: { zh: '售后案件', en: 'Cases' },
  comment: { zh: '留言', en: 'Comments' },
  log: { zh: '防篡改日志', en: 'Tamper-evident log' },
  events: { zh: '已记录', en: 'Recorded' },
  sealed: { zh: '已封存', en: 'Sealed' },
  root: { zh: '最新检查点的根', en: 'Root of the newest checkpoint' },
  at: { zh: '封存时间', en: 'Sealed at' },
  keep: {
    zh: '把根抄存在系统之外：日后任何人都能据此证明日志只增不改。',
    en: 'Keep the root elsewhere: with it anyone can show later that the log was only added to.',
  },
})

/** How much is kept: files, records, and the log with its newest checkpoint. */
export function Storage() {
  const t = useText()
  const { number, bytes, moment } = useFormats()
  const storage = useQuery(ask('settings.storage', {}))
  return (
    <Page title={t('title')}>
      <Asked of={storage}>
        {({ files, records, log }) => (
          <>
            <Section title={t('log')}>
              <Facts>
                <Fact name={t('events')}>{number(log.events)}</Fact>
                <Fact name={t('sealed')}>{number(log.sealed)}</Fact>
                <Fact name={t('at')}>{log.at ? moment(log.at) : '—'}</Fact>
              </Facts>
              <dl className="settings-root">
                <Fact name={t('root')}>
                  {log.root ? (
                    <Typography.Text code copyable>
                      {log.root}
                    </Typography.Text>
                  ) : (
                    '—'
                  )}
                </Fact>
              </dl>
              <p className="quiet" style={{ marginTop: 12 }}>
                {t('keep')}
              </p>
            </Section>
            <Section title={t('records')}>
              <Facts>
                {Object.entries(records).map(([kind, count]) => (
                  <Fact key={kind} name={t(kind as 'project')}>
                    {number(count)}
                  </Fact>
                ))}
              </Facts>
            </Section>
            <Section title={t('files')} beside={`${t('total')} ${bytes(files.reduce((sum, f) => sum + f.bytes, 0))}`}>
              {files.length === 0 ? (
                <p className="quiet">{t('none')}</p>
              ) : (
                <ul className="settings-rows">
                  {files.map((file) => (
                    <li key={file.type} className="settings-row">
                      <code>{file.type}</code>
                      <span>
                        {t('count', { count: file.count })} · {bytes(file.bytes)}
                      </span>
                    </li>
                  ))}
                </ul>
              )}
            </Section>
          </>
        )}
      </Asked>
    </Page>
  )
}
