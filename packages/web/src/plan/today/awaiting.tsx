import { Link } from '@tanstack/react-router'
import type { Answer } from '../../client/operations.ts'
import { inProject } from '../../shell/address.ts'
import { texts } from '../../texts/texts.ts'

const useText = texts('awaiting', {
  plan: { zh: '方案第 {{version}} 版', en: 'Plan, version {{version}}' },
  waiver: { zh: '豁免 {{subject}}', en: 'Waiver for {{subject}}' },
  lineup: { zh: '排品放行', en: 'Release of the lineup' },
  pack: { zh: '规则包《{{name}}》第 {{version}} 版', en: 'Rule pack “{{name}}”, version {{version}}' },
  by: { zh: '{{by}} 提交', en: 'by {{by}}' },
})

type Of = Answer<'today'>['awaiting'][number]
const placeOf = ({ kind, project, subject }: Pick<Of, 'kind' | 'project' | 'subject'>) =>
  project === null
    ? { to: `/settings/packs/${encodeURIComponent(subject ?? '')}` }
    : { to: inProject(project, kind === 'lineup' ? 'lineup' : 'plan'), hash: kind === 'waiver' ? 'waivers' : '' }

/** P5, I9, M3 · What waits for the yes of someone else than who made it. */
export function Awaiting({ of }: { readonly of: readonly Of[] }) {
  const t = useText()
  return (
    <ul className="today-list">
      {of.map(({ kind, project, name, by, version, subject, title }) => (
        <li key={`${kind} ${project} ${subject}`}>
          <p>
            <Link {...placeOf({ kind, project, subject })}>
              {t(kind, { version: version ?? '', subject: title ?? subject ?? '', name })}
            </Link>
          </p>
          <span className="quiet">
            {project === null ? '' : `${name} · `}
            {t('by', { by })}
          </span>
        </li>
      ))}
    </ul>
  )
}
