import { Link } from '@tanstack/react-router'
import { texts } from '../texts/texts.ts'
import { Empty } from '../ui/page/empty.tsx'

const useText = texts('not-found', {
  title: { zh: '没有这个页面', en: 'There is no such page' },
  home: { zh: '回到今日', en: 'Back to today' },
})

export function NotFound() {
  const t = useText()
  return (
    <Empty title={t('title')}>
      <Link to="/">{t('home')}</Link>
    </Empty>
  )
}
