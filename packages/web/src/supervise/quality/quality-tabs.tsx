import { Link, useParams } from '@tanstack/react-router'
import { texts } from '../../texts/texts.ts'
import './quality.css'

const useText = texts('quality-tabs', {
  label: { zh: '质量', en: 'Quality' },
  lots: { zh: '批次', en: 'Lots' },
  nonconformities: { zh: '不合格', en: 'Nonconformities' },
  scorecards: { zh: '供应商记分卡', en: 'Scorecards' },
})

/** The three sides of quality: lots, what was wrong with them, and how suppliers do. */
export function QualityTabs() {
  const t = useText()
  const { project = '' } = useParams({ strict: false })
  const at = { project }
  return (
    <nav className="quality-tabs no-print" aria-label={t('label')}>
      <Link to="/projects/$project/quality" params={at} activeOptions={{ exact: true, includeSearch: false }}>
        {t('lots')}
      </Link>
      <Link to="/projects/$project/quality/nonconformities" params={at} activeOptions={{ includeSearch: false }}>
        {t('nonconformities')}
      </Link>
      <Link to="/projects/$project/quality/scorecards" params={at} activeOptions={{ includeSearch: false }}>
        {t('scorecards')}
      </Link>
    </nav>
  )
}
