import { Link } from '@tanstack/react-router'
import type { Answer } from '../../client/operations.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { useListText, WHATS } from './list-text.ts'
import '../settings.css'

const useText = texts('list-versions', {
  first: { zh: '首版，{{parties}} 个主体', en: 'The first, {{parties}} parties' },
  of: { zh: '{{day}} 的名单', en: 'List of {{day}}' },
  by: { zh: '{{by}} · {{at}}', en: '{{by}} · {{at}}' },
})
type Version = Answer<'screening-list.get'>['versions'][number]

/** Every version of a list: what it changed, who adopted or withdrew it. Each figure opens its rows. */
export function ListVersions({ list, versions }: { readonly list: string; readonly versions: readonly Version[] }) {
  const t = useText()
  const word = useListText()
  const { moment, day, number } = useFormats()
  return (
    <ul className="settings-rows">
      {versions.map(({ difference, ...v }) => (
        <li key={v.version} className="settings-row">
          <div>
            <strong>{word('version', { n: v.version })}</strong> {word(v.what)}
            {v.what === 'adopted' ? ` · ${t('of', { day: day(v.day) })}` : null}
            {v.why ? <p>{v.why}</p> : null}
            <p className="quiet">{t('by', { by: v.by, at: moment(v.at) })}</p>
          </div>
          {difference ? (
            <span className="list-counts">
              {WHATS.map((what) => (
                <Link
                  key={what}
                  to={'/settings/lists/$list/versions/$version' as string}
                  params={{ list, version: String(v.version) } as never}
                  search={{ what } as never}
                >
                  {word('count', { what: word(what), n: number(difference[what]) })}
                </Link>
              ))}
            </span>
          ) : v.what === 'adopted' ? (
            <span className="quiet">{t('first', { parties: number(v.parties) })}</span>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
