import { useQuery } from '@tanstack/react-query'
import { App, Button, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useCommand } from '../../client/command.ts'
import { density, useDensity } from '../../look/density.ts'
import { chooseTheme, chosenTheme } from '../../look/theme.ts'
import { useMe } from '../../shell/session.ts'
import { chooseLanguage, useLanguage } from '../../texts/language.ts'
import { useMemberRole } from '../../texts/member-roles.ts'
import { texts } from '../../texts/texts.ts'
import { useZone, zone } from '../../texts/zone.ts'
import { Fact, Facts, Page, Section } from '../../ui/page/page.tsx'
import { Once } from '../once.tsx'
import { mySession } from './auth.ts'
import { Password } from './password.tsx'
import { SecondFactor } from './second-factor.tsx'
import { Sessions } from './sessions.tsx'

const useText = texts('account', {
  title: { zh: '我的账号', en: 'My account' },
  who: { zh: '我是谁', en: 'Who I am' },
  name: { zh: '姓名', en: 'Name' },
  email: { zh: '邮箱', en: 'E-mail' },
  roles: { zh: '角色', en: 'Roles' },
  look: { zh: '语言与外观', en: 'Language and appearance' },
  language: { zh: '界面语言', en: 'Language' },
  theme: { zh: '外观', en: 'Appearance' },
  system: { zh: '跟随系统', en: 'As the system' },
  light: { zh: '浅色', en: 'Light' },
  dark: { zh: '深色', en: 'Dark' },
  zone: { zh: '时区', en: 'Time zone' },
  deviceZone: { zh: '跟随设备', en: 'As the device' },
  density: { zh: '列表行距', en: 'Rows of lists' },
  comfortable: { zh: '宽松', en: 'Comfortable' },
  compact: { zh: '紧凑', en: 'Compact' },
  calendar: { zh: '直播日历', en: 'Calendar of streams' },
  calendarAbout: {
    zh: '在手机或电脑的日历中订阅全部直播。地址是您个人的，生成新地址后旧地址随即失效。',
    en: 'Subscribe to all streams in your calendar program. The address is yours alone; making a new one ends the one before.',
  },
  issue: { zh: '生成日历地址', en: 'Make an address' },
  revoke: { zh: '停用地址', en: 'End the address' },
  ended: { zh: '日历地址已停用', en: 'The address has ended' },
  none: { zh: '没有在用的日历地址', en: 'There was no address' },
  address: { zh: '您的日历地址', en: 'Your calendar address' },
})

const DEVICE = 'device'

/** Password, second factor, sessions, language, calendar: what is a person's own. */
export function Account() {
  const t = useText()
  const roleName = useMemberRole()
  const me = useMe().data
  const session = useQuery(mySession).data
  const insider = me && me.supplier === null && !me.roles.includes('auditor')
  return (
    <Page title={t('title')}>
      <Section title={t('who')}>
        <Facts>
          <Fact name={t('name')}>{me?.name}</Fact>
          <Fact name={t('email')}>{session?.user.email}</Fact>
          <Fact name={t('roles')}>{me?.roles.map(roleName).join(' · ')}</Fact>
        </Facts>
      </Section>
      <Look />
      <Password />
      <SecondFactor />
      <Sessions />
      {insider ? <Calendar /> : null}
    </Page>
  )
}

function Look() {
  const t = useText()
  const language = useLanguage()
  const [theme, setTheme] = useState(chosenTheme())
  const own = useZone()
  const rows = useDensity()
  const set = useCommand('preference.set', { quiet: true })
  return (
    <Section title={t('look')}>
      <Facts>
        <Fact name={t('language')}>
          <Segmented
            value={language}
            options={[
              { value: 'zh' as const, label: <span lang="zh-CN">中文</span> },
              { value: 'en' as const, label: <span lang="en">English</span> },
            ]}
            onChange={(chosen) => {
              chooseLanguage(chosen)
              void set.run({ params: {}, input: { language: chosen } })
            }}
          />
        </Fact>
        <Fact name={t('theme')}>
          <Segmented
            value={theme}
            options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: t(value) }))}
            onChange={(chosen) => {
              chooseTheme(chosen)
              setTheme(chosen)
              void set.run({ params: {}, input: { theme: chosen } })
            }}
          />
        </Fact>
        <Fact name={t('zone')}>
          <Select
            showSearch
            aria-label={t('zone')}
            value={own ?? DEVICE}
            options={[DEVICE, ...Intl.supportedValuesOf('timeZone')].map((value) => ({
              value,
              label: value === DEVICE ? t('deviceZone') : value,
            }))}
            popupMatchSelectWidth={false}
            onChange={(chosen) => {
              zone.choose(chosen === DEVICE ? undefined : chosen)
              void set.run({ params: {}, input: { zone: chosen === DEVICE ? null : chosen } })
            }}
          />
        </Fact>
        <Fact name={t('density')}>
          <Segmented
            value={rows}
            options={(['comfortable', 'compact'] as const).map((value) => ({ value, label: t(value) }))}
            onChange={(chosen) => {
              density.choose(chosen)
              void set.run({ params: {}, input: { density: chosen } })
            }}
          />
        </Fact>
      </Facts>
    </Section>
  )
}

function Calendar() {
  const t = useText()
  const { message } = App.useApp()
  const [address, setAddress] = useState<string>()
  const issue = useCommand('calendar.issue', {
    onDone: ({ path }) => path && setAddress(new URL(path, location.origin).href),
  })
  const revoke = useCommand('calendar.revoke', {
    onDone: ({ ended }) => void message.success(t(ended ? 'ended' : 'none')),
  })
  return (
    <Section title={t('calendar')}>
      <p className="quiet">{t('calendarAbout')}</p>
      <p style={{ display: 'flex', gap: 8, marginTop: 12 }}>
        <Button loading={issue.running} onClick={() => void issue.run({ params: {}, input: {} })}>
          {t('issue')}
        </Button>
        <Button type="text" loading={revoke.running} onClick={() => void revoke.run({ params: {}, input: {} })}>
          {t('revoke')}
        </Button>
      </p>
      <Once title={t('address')} secret={address} onClose={() => setAddress(undefined)} />
    </Section>
  )
}
