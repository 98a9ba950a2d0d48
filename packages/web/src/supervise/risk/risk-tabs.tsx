import { Link, useParams } from '@tanstack/react-router'
import { texts } from '../../texts/texts.ts'
import '../quality/quality.css'
import './risk.css'

const useText = texts('risk-tabs', {
  label: { zh: '风险', en: 'Risk' },
  register: { zh: '登记与指标', en: 'Register' },
  alerts: { zh: '预警', en: 'Alerts' },
  holds: { zh: '冻结与召回', en: 'Holds and recalls' },
})

/** The sides of risk: what may happen, what is loud now, what is stopped. */
export function RiskTabs() {
  const t = useText()
  const { project = '' } = useParams({ strict: false })
  const at = { project }
  return (
    <nav className="quality-tabs no-print" aria-label={t('label')}>
      <Link to="/projects/$project/risk" params={at} activeOptions={{ exact: true, includeSearch: false }}>
        {t('register')}
      </Link>
      <Link to="/projects/$project/risk/alerts" params={at} activeOptions={{ includeSearch: false }}>
        {t('alerts')}
      </Link>
      <Link to="/projects/$project/risk/holds" params={at} activeOptions={{ includeSearch: false }}>
        {t('holds')}
      </Link>
    </nav>
  )
}
