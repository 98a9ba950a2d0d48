import { texts } from '../../texts/texts.ts'
import type { There } from './use-attending.ts'

const useText = texts('live-attending', {
  there: { zh: '在线直播台', en: 'Desks that are there' },
  control: { zh: '场控', en: 'control' },
  host: { zh: '主播', en: 'host' },
  several: { zh: '{{name}} × {{n}}', en: '{{name}} × {{n}}' },
})

/** S3 · Who has a desk open, so that who is missing is seen before the stream and during it. */
export function Attending({ there }: { readonly there: readonly There[] }) {
  const t = useText()
  return (
    <ul className="live-there" aria-label={t('there')}>
      {there.map(({ name, view, desks }) => (
        <li key={`${view} ${name}`}>
          <span className="live-there-dot" aria-hidden="true" />
          {desks > 1 ? t('several', { name, n: desks }) : name} <small>{t(view)}</small>
        </li>
      ))}
    </ul>
  )
}
