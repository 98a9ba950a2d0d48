import { Link } from '@tanstack/react-router'
import type { Answer } from '../../client/operations.ts'
import { inProject } from '../../shell/address.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { useWords } from '../../texts/words.ts'
import { GateMark } from '../../ui/gate/gate-mark.tsx'

const useText = texts('blockers', {
  none: { zh: '没有挡住关口的问题', en: 'Nothing holds a gate' },
  product: { zh: '{{count}} 个产品', en: { one: '{{count}} product', other: '{{count}} products' } },
  supplier: { zh: '{{count}} 家供应商', en: { one: '{{count}} supplier', other: '{{count}} suppliers' } },
  plan: { zh: '方案', en: 'the plan' },
  statutory: { zh: '法定，不可豁免', en: 'by law, not to be waived' },
  missing: { zh: '待补', en: 'missing' },
  wrong: {
    zh: '{{count}} 个与记录相悖',
    en: { one: '{{count}} contradicted by a record', other: '{{count}} contradicted by records' },
  },
  more: { zh: '另有 {{count}} 类', en: { one: 'and {{count}} kind more', other: 'and {{count}} kinds more' } },
})

/** The findings that hold most subjects; each number opens exactly those. */
export function Blockers({ of: { project, blockers, blockerKinds } }: { readonly of: Answer<'project.flow'> }) {
  const t = useText()
  const say = useSay()
  const { term } = useWords()
  const { list } = useFormats()
  if (blockers.length === 0) return <p className="quiet">{t('none')}</p>
  const more = blockerKinds - blockers.length
  return (
    <>
      <ul className="flow-blockers">
        {blockers.map((b) => (
          <li key={`${b.kind} ${b.check}`}>
            <GateMark state={b.wrong > 0 ? 'open' : 'conditional'} small />
            <div>
              <p>{say(b.title)}</p>
              <p className="quiet">
                {b.wrong > 0 ? t('wrong', { count: b.wrong }) : t('missing')}
                {' · '}
                {list(b.owners.map(term))}
                {b.statutory > 0 ? ` · ${t('statutory')}` : ''}
              </p>
            </div>
            <Link
              {...(placeOf(project.id, b) as { to: string })}
              className={b.wrong > 0 ? 'flow-open' : 'flow-conditional'}
            >
              {t(b.kind, { count: b.subjects })}
            </Link>
          </li>
        ))}
      </ul>
      {more > 0 ? (
        <Link to="/work" search={{ project: project.id, role: 'all' } as never}>
          {t('more', { count: more })}
        </Link>
      ) : null}
    </>
  )
}

const placeOf = (project: string, { kind, check }: Answer<'project.flow'>['blockers'][number]) =>
  kind === 'plan'
    ? { to: inProject(project, 'plan') }
    : { to: inProject(project, kind === 'product' ? 'products' : 'suppliers-here'), search: { check } }
