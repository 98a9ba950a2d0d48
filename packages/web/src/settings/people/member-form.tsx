import { Checkbox, Form, Input } from 'antd'
import type { Answer, Row } from '../../client/operations.ts'
import { MEMBER_ROLES, type MemberRole, useMemberRole } from '../../texts/member-roles.ts'
import { texts } from '../../texts/texts.ts'
import { CommandForm } from '../../ui/command/command-form.tsx'
import { SupplierPicker } from '../../ui/picker/supplier-picker.tsx'

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
  missing: { zh: '请填写', en: 'Please fill this in' },
  wrong: { zh: '邮箱格式不正确', en: 'This is no e-mail address' },
})

type Entered = {
  readonly name: string
  readonly email: string
  readonly roles: MemberRole[]
  readonly supplier?: string
}
type Props = { readonly title: string; readonly onClose: () => void }

/** R4 · Invites a person; the link is for them alone. */
export function InvitePerson({
  title,
  onClose,
  onDone,
}: Props & { readonly onDone: (answer: Answer<'member.invite'>) => void }) {
  const t = useText()
  const needed = { required: true, message: t('missing') }
  return (
    <CommandForm<'member.invite', Entered>
      name="member.invite"
      title={title}
      ok={t('send')}
      params={{}}
      initial={{ roles: [] }}
      onClose={onClose}
      onDone={onDone}
    >
      <Form.Item name="name" label={t('name')} extra={t('nameAbout')} rules={[needed]}>
        <Input maxLength={100} autoComplete="off" autoFocus />
      </Form.Item>
      <Form.Item name="email" label={t('email')} rules={[needed, { type: 'email', message: t('wrong') }]}>
        <Input maxLength={254} autoComplete="off" />
      </Form.Item>
      <Roles />
    </CommandForm>
  )
}

/** R4 · What a member may do from now on. */
export function ChangeRoles({
  title,
  member,
  onClose,
  onDone,
}: Props & { readonly member: Row<'member.list'>; readonly onDone: () => void }) {
  const t = useText()
  return (
    <CommandForm<'member.change-roles', Pick<Entered, 'roles' | 'supplier'>>
      name="member.change-roles"
      title={title}
      ok={t('save')}
      params={{ user: member.user }}
      initial={{ roles: member.roles, supplier: member.supplier ?? undefined }}
      onClose={onClose}
      onDone={onDone}
    >
      <Roles />
    </CommandForm>
  )
}

function Roles() {
  const t = useText()
  const roleName = useMemberRole()
  const roles = Form.useWatch<MemberRole[] | undefined>('roles') ?? []
  const needed = { required: true, message: t('missing') }
  return (
    <>
      <Form.Item name="roles" label={t('roles')} extra={t('rolesAbout')} rules={[needed]}>
        <Checkbox.Group
          className="member-roles"
          options={MEMBER_ROLES.map((value) => ({ value, label: roleName(value) }))}
        />
      </Form.Item>
      {roles.includes('supplier') ? (
        <Form.Item name="supplier" label={t('supplier')} rules={[needed]}>
          <SupplierPicker />
        </Form.Item>
      ) : null}
    </>
  )
}
