import { PlusOutlined } from '@ant-design/icons'
import { channel } from '@haixuan/domain/plan/project'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Form, Select } from 'antd'
import { useState } from 'react'
import { ask } from '../../client/ask.ts'
import { inProject } from '../../shell/address.ts'
import { useMay } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { CommandForm } from '../../ui/command/command-form.tsx'
import { TextField } from '../../ui/command/fields.tsx'
import { Asked } from '../../ui/page/asked.tsx'
import { StateBar } from '../../ui/state-bar.tsx'
import type { Part } from './part.ts'

const useText = texts('channels', {
  add: { zh: '登记途径', en: 'Record a channel' },
  name: { zh: '途径', en: 'Channel' },
  kind: { zh: '类型', en: 'Kind' },
  id: { zh: '编号', en: 'Id' },
  candidates: { zh: '候选', en: 'Candidates' },
  state: { zh: '各关口', en: 'Gates' },
  yield: { zh: '成品率', en: 'Yield' },
  lineup: { zh: '入排品', en: 'In lineup' },
  orders: { zh: '订单', en: 'Orders' },
  defects: { zh: '不符率', en: 'Not as described' },
  unnamed: { zh: '未登记途径', en: 'no channel on record' },
  none: { zh: '还没有途径，也没有候选产品', en: 'No channels and no candidates yet' },
  hint: {
    zh: '例如 fair-gz，产品与供应商以此编号注明来源',
    en: 'such as fair-gz: products and suppliers name their channel by it',
  },
  fair: { zh: '展会', en: 'fair' },
  'b2b-site': { zh: '批发网站', en: 'B2B site' },
  'platform-square': { zh: '平台选品广场', en: 'platform square' },
  'own-brand': { zh: '自有品牌', en: 'own brand' },
  'supplier-portal': { zh: '供应商自荐', en: 'supplier portal' },
  'data-tool': { zh: '数据工具', en: 'data tool' },
  referral: { zh: '推荐', en: 'referral' },
  'file-import': { zh: '文件导入', en: 'file import' },
  api: { zh: '接口', en: 'API' },
})

const KINDS = channel.shape.kind.options

/** P2 · Sourcing channels, measured: what came by each, how much of it passes, what came back of it. */
export function Channels({ of }: Part) {
  const t = useText()
  const { number, rate } = useFormats()
  const may = useMay()
  const [adding, setAdding] = useState(false)
  const channels = useQuery(ask('project.channels', { project: of.id }))
  return (
    <>
      <Asked of={channels}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="quiet">{t('none')}</p>
          ) : (
            <table className="plan-table">
              <thead>
                <tr>
                  <th scope="col">{t('name')}</th>
                  <th scope="col">{t('candidates')}</th>
                  <th scope="col" aria-label={t('state')} />
                  <th scope="col">{t('yield')}</th>
                  <th scope="col">{t('lineup')}</th>
                  <th scope="col">{t('orders')}</th>
                  <th scope="col">{t('defects')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.id ?? ''}>
                    <th scope="row">
                      {row.channel?.name ?? row.id ?? t('unnamed')}
                      {row.channel ? <span className="quiet"> · {t(row.channel.kind)}</span> : null}
                    </th>
                    <td>
                      {row.products > 0 ? (
                        <Link to={inProject(of.id, 'products')} search={{ channel: row.id ?? 'none' } as never}>
                          {number(row.products)}
                        </Link>
                      ) : (
                        number(row.products)
                      )}
                    </td>
                    <td>{row.products > 0 ? <StateBar {...row} /> : null}</td>
                    <td data-head={t('yield')}>{row.yield === null ? '–' : rate(row.yield)}</td>
                    <td data-head={t('lineup')}>{number(row.inLineup)}</td>
                    <td data-head={t('orders')}>{number(row.orders)}</td>
                    <td data-head={t('defects')}>{row.defects === null ? '–' : rate(row.defects)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Asked>
      {may('selection', 'sourcing') && of.closedAt === null ? (
        <Button size="small" icon={<PlusOutlined />} onClick={() => setAdding(true)} className="plan-add">
          {t('add')}
        </Button>
      ) : null}
      {adding ? <AddChannel project={of.id} onClose={() => setAdding(false)} /> : null}
    </>
  )
}

function AddChannel({ project, onClose }: { readonly project: string; readonly onClose: () => void }) {
  const t = useText()
  return (
    <CommandForm
      name="project.add-channel"
      title={t('add')}
      ok={t('add')}
      params={{ project }}
      initial={{ kind: 'fair' }}
      onClose={onClose}
    >
      <Form.Item name="kind" label={t('kind')} rules={[{ required: true }]}>
        <Select options={KINDS.map((value) => ({ value, label: t(value) }))} />
      </Form.Item>
      <TextField name="name" label={t('name')} needed />
      <TextField name="id" label={t('id')} extra={t('hint')} needed />
    </CommandForm>
  )
}
