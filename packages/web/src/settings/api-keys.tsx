import { useQuery } from '@tanstack/react-query'
import { Button, Form, InputNumber, Select, Tag } from 'antd'
import { useState } from 'react'
import { ask } from '../client/ask.ts'
import { useCommand } from '../client/command.ts'
import { useMe } from '../shell/session.ts'
import { useFormats } from '../texts/formats.ts'
import { texts } from '../texts/texts.ts'
import { CommandForm } from '../ui/command/command-form.tsx'
import { TextField, useNeeded } from '../ui/command/fields.tsx'
import { Confirm } from '../ui/dialog/confirm.tsx'
import { Asked } from '../ui/page/asked.tsx'
import { Empty } from '../ui/page/empty.tsx'
import { Page, Section } from '../ui/page/page.tsx'
import { Once } from './once.tsx'
import './settings.css'

const useText = texts('api-keys', {
  title: { zh: 'API 密钥', en: 'API keys' },
  about: {
    zh: '程序凭密钥以您的身份调用接口，权限不超过您的角色。',
    en: 'Programs act for you by a key, with no more than your roles allow.',
  },
  mine: { zh: '我的密钥', en: 'My keys' },
  docs: { zh: '接口文档', en: 'Description of the API' },
  create: { zh: '新建密钥', en: 'New key' },
  none: { zh: '没有密钥', en: 'No keys' },
  noneHow: {
    zh: '新建后只显示一次，请随即存入程序的配置。',
    en: 'A new key is shown once: keep it with the program that uses it.',
  },
  name: { zh: '用途', en: 'What for' },
  scopes: { zh: '权限范围', en: 'Scopes' },
  scopesAbout: {
    zh: 'read 为全部查询，write 为全部命令；也可限于一类，如 product。权限不超过您的角色。',
    en: 'read for every query, write for every command, or families such as product; never more than your roles.',
  },
  days: { zh: '有效天数', en: 'Days until it expires' },
  key: { zh: '新密钥', en: 'The new key' },
  keyAbout: { zh: '放入请求头 Authorization: Bearer …', en: 'For the header Authorization: Bearer …' },
  revoke: { zh: '作废', en: 'Revoke' },
  sure: { zh: '作废后使用它的程序立即失效', en: 'Programs that use it stop at once' },
  revoked: { zh: '已作废', en: 'revoked' },
  expired: { zh: '已过期', en: 'expired' },
  until: { zh: '有效至 {{at}}', en: 'until {{at}}' },
  used: { zh: '最近使用 {{at}}', en: 'used {{at}}' },
  never: { zh: '未使用过', en: 'never used' },
})
const SCOPES = ['read', 'write', 'product', 'supplier', 'project', 'lineup', 'case', 'results', 'import']

/** R4 · Keys by which programs act for a person. */
export function ApiKeys() {
  const t = useText()
  const { dayOf, away } = useFormats()
  const auditor = useMe().data?.roles.includes('auditor')
  const keys = useQuery(ask('api-key.list', {}, { sort: '-created', limit: 100 }))
  const [open, setOpen] = useState(false)
  const [key, setKey] = useState<string>()
  const revoke = useCommand('api-key.revoke')
  const now = new Date().toISOString()
  const needed = useNeeded()
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        auditor ? null : (
          <Button type="primary" onClick={() => setOpen(true)}>
            {t('create')}
          </Button>
        )
      }
    >
      <Section title={t('mine')} beside={<a href="/api/docs/ui">{t('docs')}</a>}>
        <Asked of={keys}>
          {({ rows }) =>
            rows.length === 0 ? (
              <Empty title={t('none')}>{t('noneHow')}</Empty>
            ) : (
              <ul className="settings-rows">
                {rows.map((row) => {
                  const gone = row.revoked ? 'revoked' : row.expires && row.expires < now ? 'expired' : undefined
                  return (
                    <li key={row.id} className="settings-row">
                      <div>
                        <strong>{row.name}</strong>{' '}
                        {row.scopes.map((scope) => (
                          <Tag key={scope}>{scope}</Tag>
                        ))}
                        <div className="quiet">
                          {gone ? t(gone) : row.expires ? t('until', { at: dayOf(row.expires) }) : ''} ·{' '}
                          {row.used ? t('used', { at: away(row.used) }) : t('never')}
                        </div>
                      </div>
                      {gone || auditor ? null : (
                        <Confirm
                          about={t('sure')}
                          ok={t('revoke')}
                          onOk={() => void revoke.run({ params: { key: row.id }, input: {} })}
                        >
                          <Button size="small" danger type="text">
                            {t('revoke')}
                          </Button>
                        </Confirm>
                      )}
                    </li>
                  )
                })}
              </ul>
            )
          }
        </Asked>
      </Section>
      <CommandForm
        name="api-key.create"
        title={t('create')}
        params={{}}
        ok={t('create')}
        open={open}
        initial={{ scopes: ['read'], days: 90 }}
        onDone={(answer) => setKey(answer.key)}
        onClose={() => setOpen(false)}
      >
        <TextField name="name" label={t('name')} needed focus />
        <Form.Item name="scopes" label={t('scopes')} extra={t('scopesAbout')} rules={needed}>
          <Select mode="tags" options={SCOPES.map((value) => ({ value, label: value }))} />
        </Form.Item>
        <Form.Item name="days" label={t('days')} rules={needed}>
          <InputNumber min={1} max={366} precision={0} />
        </Form.Item>
      </CommandForm>
      <Once title={t('key')} about={t('keyAbout')} secret={key} onClose={() => setKey(undefined)} />
    </Page>
  )
}
