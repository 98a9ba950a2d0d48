import { App, Button, Checkbox, Form, Input } from 'antd'
import { texts } from '../../texts/texts.ts'
import { Section } from '../../ui/page/page.tsx'
import { useAuth } from './use-auth.ts'
import '../settings.css'

const useText = texts('password', {
  title: { zh: '密码', en: 'Password' },
  now: { zh: '当前密码', en: 'Current password' },
  next: { zh: '新密码', en: 'New password' },
  again: { zh: '再输入一次新密码', en: 'New password again' },
  short: { zh: '至少 12 个字符', en: 'At least 12 characters' },
  missing: { zh: '请输入当前密码', en: 'Type the current password' },
  differ: { zh: '两次输入不一致', en: 'The two differ' },
  others: { zh: '同时退出其他设备', en: 'Sign out everywhere else' },
  change: { zh: '更改密码', en: 'Change password' },
  done: { zh: '密码已更改', en: 'The password was changed' },
})
type Entered = { readonly currentPassword: string; readonly newPassword: string; readonly revokeOtherSessions: boolean }

export function Password() {
  const t = useText()
  const { message } = App.useApp()
  const [form] = Form.useForm()
  const change = useAuth('change-password', () => {
    form.resetFields()
    void message.success(t('done'))
  })
  const send = ({ currentPassword, newPassword, revokeOtherSessions }: Entered) =>
    change.mutate({ currentPassword, newPassword, revokeOtherSessions })
  return (
    <Section title={t('title')}>
      <Form form={form} layout="vertical" className="settings-form" onFinish={send} requiredMark={false}>
        <Form.Item name="currentPassword" label={t('now')} rules={[{ required: true, message: t('missing') }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item name="newPassword" label={t('next')} rules={[{ required: true, min: 12, message: t('short') }]}>
          <Input.Password autoComplete="new-password" maxLength={128} />
        </Form.Item>
        <Form.Item
          name="again"
          label={t('again')}
          dependencies={['newPassword']}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_, value) =>
                value === getFieldValue('newPassword') ? Promise.resolve() : Promise.reject(new Error(t('differ'))),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" maxLength={128} />
        </Form.Item>
        <Form.Item name="revokeOtherSessions" valuePropName="checked" initialValue={true}>
          <Checkbox>{t('others')}</Checkbox>
        </Form.Item>
        <Button htmlType="submit" loading={change.isPending}>
          {t('change')}
        </Button>
      </Form>
    </Section>
  )
}
