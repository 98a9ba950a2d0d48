import { useQuery } from '@tanstack/react-query'
import { Checkbox, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { ask } from '../../client/ask.ts'
import type { Row } from '../../client/operations.ts'
import { MEMBER_ROLES, type MemberRole, useMemberRole } from '../../texts/member-roles.ts'
import { texts } from '../../texts/texts.ts'

import '../settings.css'

const useText = texts('member-form', {
  name: { zh: '姓名', en: 'Name' },
  nameAbout: { zh: '记录中将一直用此姓名', en: 'The records will name the person so, for good' },
  email: { zh: '邮箱', en: 'E-mail' },
  roles: { zh: '角色', en: 'Roles' },
  rolesAbout: {
    zh: '“供应商”与“审计”须单独授予：供应商只见自己的记录，审计只读。',
    en: 'Supplier and auditor stand alone: one sees its own records only, the other changes nothing.',
  },
  supplier: { zh: '代表的供应商', en: 'For which supplier' },
  send: { zh: '生成邀请链接', en: 'Make the link' },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '取消', en: 'Cancel' },
  missing: { zh: '请填写', en: 'Please fill this in' },
  wrong: { zh: '邮箱格式不正确', en: 'This is no e-mail address' },
})

type Entered = {
  readonly name?: string
  readonly email?: string
  readonly roles: MemberRole[]
  readonly supplier?: string
}
type Props = {
  readonly title: string
  readonly open: boolean
  readonly busy: boolean
  /** whose roles change; a new person is invited when absent */
  readonly member?: Row<'member.list'> | undefined
  readonly onSend: (entered: Entered) => void
  readonly onClose: () => void
}

export function MemberForm({ title, open, busy, member, onSend, onClose }: Props) {
  const t = useText()
  const roleName = useMemberRole()
  const [form] = Form.useForm<Entered>()
  const roles = Form.useWatch('roles', form) ?? member?.roles ?? []
  const needed = { required: true, message: t('missing') }
  return (
    <Modal
      title={title}
      open={open}
      onCancel={onClose}
      onOk={form.submit}
      okText={t(member ? 'save' : 'send')}
      cancelText={t('cancel')}
      confirmLoading={busy}
      destroyOnHidden
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        preserve={false}
        initialValues={{ roles: member?.roles ?? [], supplier: member?.supplier ?? undefined }}
        onFinish={onSend}
      >
        {member ? null : (
          <>
            <Form.Item name="name" label={t('name')} extra={t('nameAbout')} rules={[needed]}>
              <Input maxLength={100} autoComplete="off" />
            </Form.Item>
            <Form.Item name="email" label={t('email')} rules={[needed, { type: 'email', message: t('wrong') }]}>
              <Input maxLength={254} autoComplete="off" />
            </Form.Item>
          </>
        )}
        <Form.Item name="roles" label={t('roles')} extra={t('rolesAbout')} rules={[needed]}>
          <Checkbox.Group
            className="member-roles"
            options={MEMBER_ROLES.map((value) => ({ value, label: roleName(value) }))}
          />
        </Form.Item>
        {roles.includes('supplier') ? (
          <Form.Item name="supplier" label={t('supplier')} rules={[needed]}>
            <SupplierChoice />
          </Form.Item>
        ) : null}
      </Form>
    </Modal>
  )
}

/** A supplier by its name; the form gives it value, change and id. */
function SupplierChoice(props: {
  readonly value?: string
  readonly onChange?: (id: string) => void
  readonly id?: string
}) {
  const [typed, setTyped] = useState('')
  const { data } = useQuery(ask('supplier.list', {}, { limit: 50, ...(typed ? { q: typed } : {}) }))
  const options = (data?.rows ?? []).map((row) => ({ value: row.id, label: `${row.name} · ${row.id}` }))
  return <Select {...props} showSearch={{ filterOption: false, onSearch: setTyped }} options={options} />
}
