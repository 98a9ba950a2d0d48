import { CheckCircleOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Form, Input, QRCode, Typography } from 'antd'
import { useState } from 'react'
import { texts } from '../../texts/texts.ts'
import { Section } from '../../ui/page/page.tsx'
import { mySession } from './auth.ts'
import { useAuth } from './use-auth.ts'
import '../settings.css'

const useText = texts('second-factor', {
  title: { zh: '两步验证', en: 'Second factor' },
  off: {
    zh: '登录时除密码外再输入验证器中的六位数字。放行、退款等操作建议开启。',
    en: 'Sign in with a password and six digits of an authenticator. Recommended for whoever releases or refunds.',
  },
  on: { zh: '已开启两步验证', en: 'The second factor is on' },
  password: { zh: '当前密码', en: 'Current password' },
  missing: { zh: '请输入当前密码', en: 'Type the current password' },
  begin: { zh: '开启两步验证', en: 'Turn it on' },
  end: { zh: '关闭两步验证', en: 'Turn it off' },
  scan: {
    zh: '用验证器应用扫描二维码；无法扫描时手工输入密钥：',
    en: 'Scan the code with an authenticator, or type the key:',
  },
  type: { zh: '输入验证器上显示的六位数字', en: 'Type the six digits it shows' },
  keep: {
    zh: '保存备用码：手机丢失时每个可用一次',
    en: 'Keep the backup codes: each signs you in once without the phone',
  },
  digits: { zh: '六位数字', en: 'Six digits' },
  confirm: { zh: '确认开启', en: 'Confirm' },
  qr: { zh: '两步验证二维码', en: 'Code for the authenticator' },
})

type Enabled = { readonly totpURI: string; readonly backupCodes: readonly string[] }

/** TOTP: on with a password, a code to scan, and six digits that prove it was scanned. */
export function SecondFactor() {
  const t = useText()
  const session = useQuery(mySession).data
  const [begun, setBegun] = useState<Enabled>()
  const enable = useAuth<Enabled>('two-factor/enable', setBegun)
  const disable = useAuth('two-factor/disable')
  const verify = useAuth('two-factor/verify-totp', () => setBegun(undefined))
  const on = session?.user.twoFactorEnabled === true
  return (
    <Section title={t('title')}>
      {begun ? (
        <div className="two-steps">
          <div role="img" aria-label={t('qr')}>
            <QRCode value={begun.totpURI} size={180} bgColor="#ffffff" color="#16202a" />
          </div>
          <ol>
            <li>
              {t('scan')}{' '}
              <Typography.Text code copyable>
                {new URL(begun.totpURI).searchParams.get('secret') ?? ''}
              </Typography.Text>
            </li>
            <li>
              {t('keep')}
              <div className="backup-codes">
                {begun.backupCodes.map((code) => (
                  <span key={code}>{code}</span>
                ))}
              </div>
            </li>
            <li>
              {t('type')}
              <Form layout="inline" onFinish={({ code }: { code: string }) => verify.mutate({ code })}>
                <Form.Item name="code" rules={[{ required: true, pattern: /^\d{6}$/, message: t('digits') }]}>
                  <Input
                    aria-label={t('digits')}
                    inputMode="numeric"
                    autoComplete="one-time-code"
                    maxLength={6}
                    style={{ width: 120 }}
                  />
                </Form.Item>
                <Button type="primary" htmlType="submit" loading={verify.isPending}>
                  {t('confirm')}
                </Button>
              </Form>
            </li>
          </ol>
        </div>
      ) : (
        <>
          {on ? (
            <Alert
              type="success"
              showIcon
              icon={<CheckCircleOutlined />}
              title={t('on')}
              style={{ marginBottom: 12 }}
            />
          ) : (
            <p className="quiet" style={{ marginBottom: 12 }}>
              {t('off')}
            </p>
          )}
          <Form
            layout="inline"
            className="account-factor"
            requiredMark={false}
            onFinish={({ password }: { password: string }) => (on ? disable : enable).mutate({ password })}
          >
            <Form.Item name="password" rules={[{ required: true, message: t('missing') }]}>
              <Input.Password aria-label={t('password')} placeholder={t('password')} autoComplete="current-password" />
            </Form.Item>
            <Button htmlType="submit" danger={on} loading={enable.isPending || disable.isPending}>
              {t(on ? 'end' : 'begin')}
            </Button>
          </Form>
        </>
      )}
    </Section>
  )
}
