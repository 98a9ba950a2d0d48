import { useQuery } from '@tanstack/react-query'
import { App, Button, Switch, Tag } from 'antd'
import { useState } from 'react'
import { ask } from '../../client/ask.ts'
import { useCommand } from '../../client/command.ts'
import type { Answer } from '../../client/operations.ts'
import { useMay } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { Confirm } from '../../ui/dialog/confirm.tsx'
import { Asked } from '../../ui/page/asked.tsx'
import { Empty } from '../../ui/page/empty.tsx'
import { Page, Section } from '../../ui/page/page.tsx'
import { Once } from '../once.tsx'
import { Deliveries } from './deliveries.tsx'
import { ReceiverForm, useKindText } from './receiver-form.tsx'
import '../settings.css'

const useText = texts('connections', {
  title: { zh: '连接', en: 'Connections' },
  about: {
    zh: '把系统中发生的事告诉邮箱、钉钉、飞书、企业微信群，或您自己的系统（Webhook）。',
    en: 'Tell an e-mail address, a DingTalk, Feishu or WeCom group, or a system of your own (webhook) what happens here.',
  },
  add: { zh: '添加接收方', en: 'Add a receiver' },
  none: { zh: '还没有接收方', en: 'No receivers yet' },
  noneHow: {
    zh: '添加后可先发一条测试消息，再选要告知的事。',
    en: 'Add one, send it a test, and choose what it is told.',
  },
  receivers: { zh: '接收方', en: 'Receivers' },
  test: { zh: '发送测试', en: 'Send a test' },
  tested: { zh: '测试已发出，结果见下方投递记录', en: 'A test is on its way: see the deliveries below' },
  replay: { zh: '重发失败的', en: 'Send the failed again' },
  replayed: { zh: '{{count}} 条将重新投递', en: { one: '{{count}} is sent again', other: '{{count}} are sent again' } },
  rotate: { zh: '更换签名密钥', en: 'New secret' },
  remove: { zh: '移除', en: 'Remove' },
  sure: { zh: '移除接收方及其投递记录', en: 'Remove the receiver and its deliveries' },
  active: { zh: '启用 {{name}}', en: '{{name}} is on' },
  waiting: { zh: '待投递 {{count}}', en: '{{count}} waiting' },
  failed: { zh: '失败 {{count}}', en: '{{count}} failed' },
  last: { zh: '最近送达 {{at}}', en: 'last delivered {{at}}' },
  never: { zh: '尚未送达', en: 'nothing delivered yet' },
  secret: { zh: 'Webhook 签名密钥', en: 'Signing secret of the webhook' },
  secretAbout: {
    zh: '请求按 Standard Webhooks 签名，用此密钥校验。',
    en: 'Requests are signed by Standard Webhooks: check them with this secret.',
  },
})
type Receiver = Answer<'receiver.list'>['rows'][number]

/** Who is told of what happens: receivers, whether they hear it, and what was delivered. */
export function Connections() {
  const t = useText()
  const owner = useMay()()
  const [adding, setAdding] = useState(false)
  const [secret, setSecret] = useState<string>()
  const receivers = useQuery(ask('receiver.list', {}))
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        owner ? (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        ) : null
      }
    >
      <Section title={t('receivers')}>
        <Asked of={receivers}>
          {({ rows }) =>
            rows.length === 0 ? (
              <Empty title={t('none')}>{t('noneHow')}</Empty>
            ) : (
              <ul className="settings-rows">
                {rows.map((row) => (
                  <ReceiverRow key={row.id} row={row} owner={owner} onSecret={setSecret} />
                ))}
              </ul>
            )
          }
        </Asked>
      </Section>
      <Deliveries receivers={receivers.data?.rows ?? []} />
      <ReceiverForm open={adding} onClose={() => setAdding(false)} onDone={(answer) => setSecret(answer.secret)} />
      <Once title={t('secret')} about={t('secretAbout')} secret={secret} onClose={() => setSecret(undefined)} />
    </Page>
  )
}

type RowProps = { readonly row: Receiver; readonly owner: boolean; readonly onSecret: (secret?: string) => void }
const EVER = '2000-01-01T00:00:00.000Z'

function ReceiverRow({ row, owner, onSecret }: RowProps) {
  const t = useText()
  const kind = useKindText()
  const { away } = useFormats()
  const { message } = App.useApp()
  const params = { receiver: row.id }
  const change = useCommand('receiver.change')
  const test = useCommand('receiver.test', { onDone: () => void message.success(t('tested')) })
  const replay = useCommand('receiver.replay', {
    onDone: ({ again }) => void message.success(t('replayed', { count: again })),
  })
  const rotate = useCommand('receiver.rotate-secret', { onDone: (answer) => onSecret(answer.secret) })
  const remove = useCommand('receiver.remove')
  return (
    <li className="settings-row">
      <div>
        <strong>{row.name}</strong> <Tag>{kind(row.kind)}</Tag>
        {row.waiting > 0 ? <Tag>{t('waiting', { count: row.waiting })}</Tag> : null}
        {row.failed > 0 ? <Tag color="error">{t('failed', { count: row.failed })}</Tag> : null}
        <div className="quiet">
          {row.to} · {row.events.join(' ')} ·{' '}
          {row.lastDelivered ? t('last', { at: away(row.lastDelivered) }) : t('never')}
        </div>
      </div>
      {owner ? (
        <div className="settings-row-actions">
          <Switch
            size="small"
            checked={row.active}
            loading={change.running}
            aria-label={t('active', { name: row.name })}
            onChange={(active) => void change.run({ params, input: { active }, version: row.version })}
          />
          <Button
            size="small"
            disabled={!row.active}
            loading={test.running}
            onClick={() => void test.run({ params, input: {} })}
          >
            {t('test')}
          </Button>
          {row.failed > 0 ? (
            <Button
              size="small"
              loading={replay.running}
              onClick={() => void replay.run({ params, input: { since: EVER, all: false } })}
            >
              {t('replay')}
            </Button>
          ) : null}
          {row.kind === 'webhook' ? (
            <Button
              size="small"
              type="text"
              loading={rotate.running}
              onClick={() => void rotate.run({ params, input: {} })}
            >
              {t('rotate')}
            </Button>
          ) : null}
          <Confirm about={t('sure')} ok={t('remove')} onOk={() => void remove.run({ params, input: {} })}>
            <Button size="small" type="text" danger>
              {t('remove')}
            </Button>
          </Confirm>
        </div>
      ) : null}
    </li>
  )
}
