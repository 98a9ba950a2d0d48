import { Link } from '@tanstack/react-router'
import type { Answer } from '../../client/operations.ts'
import { inProject } from '../../shell/address.ts'
import { texts } from '../../texts/texts.ts'

const useText = texts('awaiting', {
  plan: { zh: '方案第 {{version}} 版', en: 'Plan, version {{version}}' },
  waiver: { zh: '豁免 {{subject}}', en: 'Waiver for {{subject}}' },
  lineup: { zh: '排品放行', en: 'Release of the lineup' },
  by: { zh: '{{by}} 提交', en: 'by {{by}}' },
})

const placeOf = { plan: 'plan', waiver: 'plan', lineup: 'lineup' } as const

/** P5, I9 · What waits for the yes of someone else than who made it. */
export function Awaiting({ of }: { readonly of: Answer<'today'>['awaiting'] }) {
  const t = useText()
  return (
    <ul className="today-list">
      {of.map(({ kind, project, name, by, version, subject }) => (
        <li key={`${kind} ${project} ${subject}`}>
          <Link to={inProject(project, placeOf[kind])} hash={kind === 'waiver' ? 'waivers' : ''}>
            {t(kind, { version: version ?? '', subject: subject ?? '' })}
          </Link>
          <span className="quiet">
            {name} · {t('by', { by })}
          </span>
        </li>
      ))}
    </ul>
  )
}
