import { texts } from '../texts/texts.ts'
import './state-bar.css'

const useText = texts('state-bar', {
  counts: {
    zh: '通过 {{passed}}，暂定 {{conditional}}，未通过 {{open}}',
    en: '{{passed}} passed, {{conditional}} provisional, {{open}} open',
  },
})

type Counts = { readonly passed: number; readonly conditional: number; readonly open: number }

/** How many of a whole pass, are provisional, or open: one thin bar, said in words to readers of screens. */
export function StateBar({ passed, conditional, open }: Counts) {
  const t = useText()
  const counts = { passed, conditional, open }
  return (
    <span className="state-bar" role="img" aria-label={t('counts', counts)} title={t('counts', counts)}>
      {(['passed', 'conditional', 'open'] as const).map((state) =>
        counts[state] > 0 ? (
          <span key={state} className={`state-bar-${state}`} style={{ flexGrow: counts[state] }} />
        ) : null,
      )}
    </span>
  )
}
