import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { ask } from '../../../client/ask.ts'
import { useCommand } from '../../../client/command.ts'
import { problemOf } from '../../../client/problem.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { Asked } from '../../../ui/page/asked.tsx'
import { Section } from '../../../ui/page/page.tsx'
import { ProblemNote } from '../../../ui/page/problem-note.tsx'
import { MappedColumns } from './mapped-columns.tsx'
import { PreviewTable } from './preview-table.tsx'
import { ReadAs } from './read-as.tsx'
import type { Step } from './step.ts'

const useText = texts('import-mapping', {
  rows: { zh: '前 {{count}} 行读作', en: 'The first {{count}} rows are read as' },
  titleMissing: { zh: '请指定“{{title}}”所在的列', en: 'Say which column holds the {{title}}' },
  sheet: { zh: '工作表', en: 'Sheet' },
  currency: { zh: '价格币种（表中无法辨认时）', en: 'Currency, where the list does not tell' },
  seller: { zh: '供应商（表中未写明时）', en: 'Supplier, where the list does not tell' },
  channel: { zh: '选品途径', en: 'Channel' },
  prices: {
    zh: '已有候选产品时，更新为清单中的价格',
    en: 'Products that are candidates already take the prices of the list',
  },
  start: { zh: '开始导入', en: 'Import' },
  back: { zh: '换一个清单', en: 'Choose another' },
  rejected: {
    zh: '前 {{count}} 行中有 {{bad}} 行不能采用',
    en: '{{bad}} of the first {{count}} rows cannot be taken in',
  },
})

type Props = {
  readonly project: string
  readonly file: string
  readonly step: Step
  readonly go: (to: Step, replace?: boolean) => void
}

/** The columns as they are recognised, with how sure that is, and the first rows as they would be taken in. */
export function Mapping({ project, file, step, go }: Props) {
  const t = useText()
  const say = useSay()
  const plan = useQuery(ask('project.get', { project })).data?.plan
  const [map, setMap] = useState<Readonly<Record<string, string>>>()
  const [channel, setChannel] = useState<string>()
  const [prices, setPrices] = useState<'keep' | 'take'>('keep')
  const { currency, seller, sheet } = step
  const asked = useQuery({
    ...ask(
      'product.preview-import',
      {},
      {
        sha256: file,
        ...(sheet ? { sheet } : {}),
        ...(currency?.length === 3 ? { currency } : plan?.currency ? { currency: plan.currency } : {}),
        ...(seller ? { seller } : {}),
        ...(map ? { map: JSON.stringify(map) } : {}),
      },
    ),
    placeholderData: keepPreviousData,
  })
  const { run, running, problem } = useCommand('product.import', { quiet: true })
  const preview = asked.data
  const said = map ?? preview?.map ?? {}
  const titled = preview?.columns.some((c) => c.field === 'title') ?? false
  const start = async () => {
    const answer = await run({
      params: { project },
      input: {
        sha256: file,
        prices,
        ...(Object.keys(said).length > 0 ? { map: { ...said } } : {}),
        ...(sheet ? { sheet } : {}),
        ...(currency?.length === 3 ? { currency } : {}),
        ...(seller ? { seller } : {}),
        ...(channel ? { channel } : {}),
      },
    })
    if (answer) go({ task: answer.task })
  }
  if (asked.error && !preview)
    return (
      <>
        <ProblemNote problem={problemOf(asked.error)} />
        <div>
          <Button onClick={() => go({})}>{t('back')}</Button>
        </div>
      </>
    )
  return (
    <Asked of={asked} lines={10}>
      {(p) => {
        const bad = p.rows.filter((r) => r.rejected).length
        const title = p.fields.find((f) => f.id === 'title')
        return (
          <>
            {asked.error ? <ProblemNote problem={problemOf(asked.error)} /> : null}
            {problem ? <ProblemNote problem={problem} /> : null}
            <Section title={p.file} beside={<ReadAs preview={p} />}>
              <div className="import-settings">
                {p.sheets && p.sheets.length > 1 ? (
                  <div className="import-setting">
                    <label htmlFor="import-sheet">{t('sheet')}</label>
                    <Select
                      id="import-sheet"
                      value={sheet ?? p.sheet ?? null}
                      options={p.sheets.map((s) => ({ value: s, label: s }))}
                      onChange={(s: string) => go({ ...step, sheet: s }, true)}
                    />
                  </div>
                ) : null}
                <div className="import-setting">
                  <label htmlFor="import-currency">{t('currency')}</label>
                  <Input
                    id="import-currency"
                    maxLength={3}
                    value={currency ?? ''}
                    placeholder={plan?.currency ?? 'CNY'}
                    onChange={(e) => go({ ...step, currency: e.target.value.toUpperCase() || undefined }, true)}
                  />
                </div>
                <div className="import-setting">
                  <label htmlFor="import-seller">{t('seller')}</label>
                  <Input
                    id="import-seller"
                    value={seller ?? ''}
                    onChange={(e) => go({ ...step, seller: e.target.value || undefined }, true)}
                  />
                </div>
                {plan && plan.channels.length > 0 ? (
                  <div className="import-setting">
                    <label htmlFor="import-channel">{t('channel')}</label>
                    <Select
                      id="import-channel"
                      allowClear
                      value={channel ?? null}
                      options={plan.channels.map((c) => ({ value: c.id, label: c.name }))}
                      onChange={(c) => setChannel(c ?? undefined)}
                    />
                  </div>
                ) : null}
              </div>
              <Checkbox checked={prices === 'take'} onChange={(e) => setPrices(e.target.checked ? 'take' : 'keep')}>
                {t('prices')}
              </Checkbox>
            </Section>
            <div className="import-parts">
              <MappedColumns preview={p} said={said} onChange={setMap} />
              <Section
                title={t('rows', { count: p.rows.length })}
                beside={
                  bad > 0 ? <span className="import-bad">{t('rejected', { count: p.rows.length, bad })}</span> : null
                }
              >
                <PreviewTable preview={p} />
              </Section>
            </div>
            <div className="import-actions">
              {titled ? null : (
                <span className="import-bad">{t('titleMissing', { title: title ? say(title.name) : '' })}</span>
              )}
              <Button onClick={() => go({})}>{t('back')}</Button>
              <Button type="primary" disabled={!titled} loading={running} onClick={() => void start()}>
                {t('start')}
              </Button>
            </div>
          </>
        )
      }}
    </Asked>
  )
}
