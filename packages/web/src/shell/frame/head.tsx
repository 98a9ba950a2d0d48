import { DownOutlined, SearchOutlined, UserOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { ask } from '../../client/ask.ts'
import { chooseTheme, chosenTheme } from '../../look/theme.ts'
import { useFormats } from '../../texts/formats.ts'
import { chooseLanguage, useLanguage } from '../../texts/language.ts'
import { useMemberRole } from '../../texts/member-roles.ts'
import { texts } from '../../texts/texts.ts'
import { useWords } from '../../texts/words.ts'
import { Bell } from '../notifications/bell.tsx'
import { useProjectAtHand } from '../project-at-hand.ts'
import { chooseOrganisation, signOut } from '../session.ts'
import { show } from '../tour/tour-state.ts'
import type { Me } from './places-for.ts'

const useText = texts('head', {
  find: { zh: '搜索或跳转', en: 'Search or go to' },
  me: { zh: '我的账号', en: 'My account' },
  account: { zh: '密码、两步验证与会话', en: 'Password, second factor, sessions' },
  theme: { zh: '外观', en: 'Appearance' },
  system: { zh: '跟随系统', en: 'As the system' },
  light: { zh: '浅色', en: 'Light' },
  dark: { zh: '深色', en: 'Dark' },
  language: { zh: 'English', en: '中文' },
  organisation: { zh: '组织', en: 'Organisation' },
  tour: { zh: '标准导览', en: 'Walk through the standard' },
  out: { zh: '退出登录', en: 'Sign out' },
  choose: { zh: '选择项目', en: 'Choose a project' },
  all: { zh: '全部项目', en: 'All projects' },
})

/** Above every page: the project at hand, search, who is signed in. */
export function Head({ me, onPalette }: { readonly me: Me; readonly onPalette: () => void }) {
  const t = useText()
  return (
    <header className="head no-print">
      {me.supplier === null ? <ProjectAtHand /> : <House me={me} />}
      <div className="head-rest">
        {me.supplier === null ? (
          <Button className="head-find" icon={<SearchOutlined />} onClick={onPalette}>
            <span className="head-find-words">{t('find')}</span>
            <kbd aria-hidden>{navigator.platform.startsWith('Mac') ? '⌘K' : 'Ctrl K'}</kbd>
          </Button>
        ) : null}
        <Bell />
        <Person me={me} />
      </div>
    </header>
  )
}

/** A supplier has no project to choose: it sees whose portal it is in. */
function House({ me }: { readonly me: Me }) {
  return <strong className="head-house">{me.organisations.find((o) => o.id === me.organisation)?.name}</strong>
}

function ProjectAtHand() {
  const t = useText()
  const navigate = useNavigate()
  const formats = useFormats()
  const { market } = useWords()
  const project = useProjectAtHand()
  const { data } = useQuery(ask('project.list', {}, { sort: '-updated', limit: 12 }))
  const at = data?.rows.find((row) => row.id === project)
  const items = [
    ...(data?.rows ?? []).map((row) => ({ key: row.id, label: row.name })),
    { type: 'divider' as const },
    { key: '', label: t('all') },
  ]
  const go = ({ key }: { key: string }) =>
    void (key === ''
      ? navigate({ to: '/projects' as never })
      : navigate({ to: `/projects/${encodeURIComponent(key)}` as never }))
  return (
    <>
      <Dropdown autoFocus menu={{ items, onClick: go, selectedKeys: project ? [project] : [] }} trigger={['click']}>
        <Button type="text" className="head-project">
          <strong>{at?.name ?? t('choose')}</strong> <DownOutlined aria-hidden style={{ fontSize: 11 }} />
        </Button>
      </Dropdown>
      {at ? (
        <Link to={`/projects/${encodeURIComponent(at.id)}` as never} className="head-about">
          {formats.row(at.markets.map(market))} · {formats.day(at.day)}
        </Link>
      ) : null}
    </>
  )
}

function Person({ me }: { readonly me: Me }) {
  const t = useText()
  const roleName = useMemberRole()
  const language = useLanguage()
  const navigate = useNavigate()
  const others = me.organisations.filter((o) => o.id !== me.organisation)
  const items = [
    { key: 'who', label: `${me.name} · ${me.roles.map(roleName).join(' / ')}`, disabled: true },
    {
      key: 'theme',
      label: t('theme'),
      children: (['system', 'light', 'dark'] as const).map((theme) => ({
        key: theme,
        label: `${t(theme)}${chosenTheme() === theme ? ' ✓' : ''}`,
        onClick: () => chooseTheme(theme),
      })),
    },
    { key: 'account', label: t('account'), onClick: () => void navigate({ to: '/settings/account' as never }) },
    { key: 'language', label: t('language'), onClick: () => chooseLanguage(language === 'zh' ? 'en' : 'zh') },
    ...others.map((o) => ({
      key: o.id,
      label: `${t('organisation')}: ${o.name}`,
      onClick: () => void chooseOrganisation(o.id),
    })),
    ...(me.supplier === null ? [{ key: 'tour', label: t('tour'), onClick: () => show(0) }] : []),
    { type: 'divider' as const },
    { key: 'out', label: t('out'), onClick: () => void signOut() },
  ]
  return (
    <Dropdown autoFocus menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button type="text" icon={<UserOutlined />} aria-label={t('me')} title={me.name} />
    </Dropdown>
  )
}
