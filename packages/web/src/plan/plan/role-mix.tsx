import { ROLES } from '@haixuan/domain/gate/words'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { Term } from '../../ui/gate/term.tsx'
import type { Part } from './part.ts'

const useText = texts('role-mix', {
  none: { zh: '方案未限定作用构成', en: 'The plan sets no mix' },
  range: { zh: '{{min}} – {{max}}', en: '{{min}} – {{max}}' },
})

/** I5 · The mix of roles that the lineup keeps to. */
export function RoleMix({ of: { plan } }: Part) {
  const t = useText()
  const { percent } = useFormats()
  const mix = plan['role-mix']
  const set = ROLES.filter((role) => mix?.[role])
  if (set.length === 0) return <p className="quiet">{t('none')}</p>
  return (
    <ul className="plan-mix">
      {set.map((role) => {
        const { min = 0, max = 1 } = mix?.[role] ?? {}
        return (
          <li key={role}>
            <Term id={role} />
            <span className="plan-range" aria-hidden="true">
              <span style={{ marginLeft: `${min * 100}%`, width: `${Math.max((max - min) * 100, 2)}%` }} />
            </span>
            <span>{t('range', { min: percent(min), max: percent(max) })}</span>
          </li>
        )
      })}
    </ul>
  )
}
