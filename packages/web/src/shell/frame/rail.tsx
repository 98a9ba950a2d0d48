import {
  AuditOutlined,
  BookOutlined,
  CompassOutlined,
  EyeOutlined,
  HomeOutlined,
  RiseOutlined,
  SettingOutlined,
} from '@ant-design/icons'
import { Link, useRouterState } from '@tanstack/react-router'
import { texts } from '../../texts/texts.ts'
import type { Part } from '../place.ts'
import { type Me, partsOf, placeAt, usePlaces } from './places-for.ts'

export const usePartText = texts('parts', {
  today: { zh: '今日', en: 'Today' },
  plan: { zh: '方案', en: 'Plan' },
  select: { zh: '选品', en: 'Select' },
  supervise: { zh: '监督', en: 'Supervise' },
  improve: { zh: '改进', en: 'Improve' },
  standard: { zh: '标准', en: 'Standard' },
  settings: { zh: '设置', en: 'Settings' },
  parts: { zh: '主导航', en: 'Main' },
})

const ICONS: Readonly<Record<Part, React.ReactNode>> = {
  today: <HomeOutlined />,
  plan: <CompassOutlined />,
  select: <AuditOutlined />,
  supervise: <EyeOutlined aria-hidden />,
  improve: <RiseOutlined />,
  standard: <BookOutlined />,
  settings: <SettingOutlined />,
}

/** Today, the four stages, the standard, settings: at the left, or at the foot of a phone. */
export function Rail({ me }: { readonly me: Me }) {
  const t = usePartText()
  const all = usePlaces(me)
  const path = useRouterState({ select: (s) => s.location.pathname })
  const at = placeAt(path, all)?.part
  const link = ({ part, to }: { readonly part: Part; readonly to: string }) => (
    <Link
      key={part}
      to={to}
      className="rail-link"
      aria-current={at === part ? 'true' : undefined}
      activeOptions={{ exact: true }}
      activeProps={{}}
    >
      {ICONS[part]}
      {t(part)}
    </Link>
  )
  const parts = partsOf(all)
  const last = new Set<Part>(['standard', 'settings'])
  return (
    <nav className="rail" aria-label={t('parts')}>
      <Link to="/" className="rail-mark" aria-label="海选 Haixuan" tabIndex={-1} translate="no">
        <img src="/icon.svg" alt="" />
      </Link>
      {parts.filter((p) => !last.has(p.part)).map(link)}
      <div className="rail-rest">{parts.filter((p) => last.has(p.part)).map(link)}</div>
    </nav>
  )
}
