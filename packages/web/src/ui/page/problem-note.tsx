import { Alert } from 'antd'
import type { ReactNode } from 'react'
import type { ProblemBody } from '../../client/problem.ts'
import { useLanguage } from '../../texts/language.ts'
import { texts, useSay } from '../../texts/texts.ts'

const useText = texts('problem-note', {
  gone: {
    zh: '链接有误，或该记录不属于您所在的组织',
    en: 'The link is wrong, or the record is of another organisation',
  },
})

/** What went wrong, where it went wrong, with the remedy. */
export function ProblemNote({ problem, children }: { readonly problem: ProblemBody; readonly children?: ReactNode }) {
  const t = useText()
  const say = useSay()
  const language = useLanguage()
  const { code, text, clause, detail, place, field, remedy } = problem
  // which record was asked for is of use to programs alone, and what was refused is told in English before its remedy in both
  const inEnglish = code === 'refused' && remedy !== undefined && language === 'zh'
  const said = code === 'not-found' && field === undefined ? t('gone') : inEnglish ? undefined : detail
  const where = [place, field].filter(Boolean).join(' · ')
  return (
    <Alert
      type="error"
      showIcon
      title={clause ? `${say(text)} · ${clause}` : say(text)}
      description={[remedy ? say(remedy) : undefined, where ? `${where}: ${said ?? ''}` : said]
        .filter(Boolean)
        .join(' · ')}
      action={children}
    />
  )
}
