import { useQuery } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { ask } from '../../client/ask.ts'
import { useCommand } from '../../client/command.ts'
import type { Row } from '../../client/operations.ts'
import { useMay, useMe } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { MEMBER_ROLES, useMemberRole } from '../../texts/member-roles.ts'
import { texts } from '../../texts/texts.ts'
import { Confirm } from '../../ui/dialog/confirm.tsx'
import { List } from '../../ui/list/list.tsx'
import { Page } from '../../ui/page/page.tsx'
import { useUndo } from '../../ui/undo/use-undo.tsx'
import { Once } from '../once.tsx'
import { ChangeRoles, InvitePerson } from './member-form.tsx'
import '../settings.css'

const useText = texts('people', {
  title: { zh: '成员与角色', en: 'People and roles' },
  name: { zh: '姓名', en: 'Name' },
  email: { zh: '邮箱', en: 'E-mail' },
  roles: { zh: '角色', en: 'Roles' },
  role: { zh: '角色', en: 'Role' },
  since: { zh: '加入时间', en: 'Since' },
  supplier: { zh: '供应商', en: 'Supplier' },
  invite: { zh: '邀请成员', en: 'Invite a person' },
  changed: { zh: '已更改{{name}}的角色', en: 'The roles of {{name}} are changed' },
  change: { zh: '更改角色', en: 'Change roles' },
  remove: { zh: '移除', en: 'Remove' },
  removeSure: { zh: '移除后此人立即无法进入，其密钥一并作废', en: 'They lose access at once, and their API keys end' },
  invited: { zh: '待接受的邀请', en: 'Invitations' },
  until: { zh: '有效至 {{at}}', en: 'until {{at}}' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
  link: { zh: '邀请链接', en: 'Invitation' },
  linkAbout: {
    zh: '把链接发给受邀人。对方打开后设置密码即可进入，七天内有效，只能用一次。',
    en: 'Send it to the person: they choose a password and are in. It holds for seven days and works once.',
  },
  none: { zh: '没有成员', en: 'No members' },
})
type Member = Row<'member.list'>

/** R4 · Who belongs to the organisation, with which roles; who is invited. */
export function People() {
  const t = useText()
  const roleName = useMemberRole()
  const { dayOf } = useFormats()
  const me = useMe().data
  const owner = useMay()()
  const [inviting, setInviting] = useState(false)
  const [changing, setChanging] = useState<Member>()
  const [link, setLink] = useState<string>()
  const remove = useCommand('member.remove')
  const change = useCommand('member.change-roles')
  const undoable = useUndo()
  const putBack = ({ user, roles, supplier }: Member) =>
    change.run({ params: { user }, input: { roles, ...(supplier ? { supplier } : {}) } })
  return (
    <Page
      title={t('title')}
      filled
      actions={
        owner ? (
          <Button type="primary" onClick={() => setInviting(true)}>
            {t('invite')}
          </Button>
        ) : null
      }
      about={owner || me?.roles.includes('auditor') ? <Invitations owner={owner} /> : undefined}
    >
      <List
        name="member.list"
        label={t('title')}
        params={{}}
        idOf={(row) => row.user}
        filters={[
          { key: 'role', title: t('role'), options: MEMBER_ROLES.map((value) => ({ value, label: roleName(value) })) },
        ]}
        columns={[
          {
            key: 'name',
            title: t('name'),
            width: 'minmax(110px, 2fr)',
            sort: 'name',
            phone: 'title',
            cell: (row) => row.name,
          },
          {
            key: 'roles',
            title: t('roles'),
            width: 'minmax(140px, 2.4fr)',
            cell: (row) => row.roles.map((role) => <Tag key={role}>{roleName(role)}</Tag>),
          },
          { key: 'email', title: t('email'), width: 'minmax(190px, 2.4fr)', cell: (row) => row.email },
          {
            key: 'supplier',
            title: t('supplier'),
            width: 'minmax(120px, 1.4fr)',
            phone: 'left-out',
            cell: (row) => row.supplierName ?? row.supplier ?? '',
          },
          {
            key: 'since',
            title: t('since'),
            width: '150px',
            phone: 'left-out',
            cell: (row) => dayOf(row.since),
          },
          ...(owner
            ? [
                {
                  key: 'actions',
                  title: '',
                  width: '190px',
                  align: 'end' as const,
                  phone: 'beside' as const,
                  cell: (row: Member) => (
                    <span className="settings-row-actions">
                      <Button size="small" type="link" onClick={() => setChanging(row)}>
                        {t('change')}
                      </Button>
                      {row.user === me?.user ? null : (
                        <Confirm
                          about={t('removeSure')}
                          ok={t('remove')}
                          onOk={() => void remove.run({ params: { user: row.user }, input: {} })}
                        >
                          <Button size="small" type="link" danger>
                            {t('remove')}
                          </Button>
                        </Confirm>
                      )}
                    </span>
                  ),
                },
              ]
            : []),
        ]}
        empty={<p className="empty">{t('none')}</p>}
      />
      {inviting ? (
        <InvitePerson
          title={t('invite')}
          onClose={() => setInviting(false)}
          onDone={({ link }) => link && setLink(new URL(link, location.origin).href)}
        />
      ) : null}
      {changing ? (
        <ChangeRoles
          title={`${t('change')} · ${changing.name}`}
          member={changing}
          onDone={() => undoable(t('changed', { name: changing.name }), () => void putBack(changing))}
          onClose={() => setChanging(undefined)}
        />
      ) : null}
      <Once title={t('link')} about={t('linkAbout')} secret={link} onClose={() => setLink(undefined)} />
    </Page>
  )
}

function Invitations({ owner }: { readonly owner: boolean }) {
  const t = useText()
  const { moment } = useFormats()
  const rows = useQuery(ask('member.invitations', {})).data?.rows ?? []
  const withdraw = useCommand('member.withdraw-invitation')
  if (rows.length === 0) return null
  return (
    <>
      {t('invited')}
      <ul className="invitations">
        {rows.map((row) => (
          <li key={row.id} title={row.email}>
            {row.name} · {t('until', { at: moment(row.expires) })}
            {owner ? (
              <Button
                size="small"
                type="link"
                danger
                aria-label={`${t('withdraw')} ${row.name}`}
                onClick={() => void withdraw.run({ params: { invitation: row.id }, input: {} })}
              >
                {t('withdraw')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}
