import type { JudgedBoard } from '@haixuan/domain/select/lineup/board/judge-board'
import { useFormats } from '../../../texts/formats.ts'
import { texts } from '../../../texts/texts.ts'

const useText = texts('lineup-gauge', {
  label: { zh: '得分与上界', en: 'Points and their bound' },
  points: { zh: '得分 {{points}}', en: '{{points}} points' },
  bound: { zh: '上界 {{bound}}', en: 'bound {{bound}}' },
  best: { zh: '已证明最优', en: 'proven best' },
  gap: { zh: '距上界 {{gap}}', en: '{{gap}} below the bound' },
  since: { zh: '产品情况已变，上界不适用', en: 'Products have changed since, the bound does not apply' },
  vacant: { zh: '有空位，上界不适用', en: 'A slot is empty, the bound does not apply' },
  outside: {
    zh: '有限制未遵守，上界不适用',
    en: 'A limit is broken, the bound does not apply',
  },
})

/** How near the lineup is to the best there can be: a thin bar, with its figures. */
export function Gauge({ judged, bound }: { readonly judged: JudgedBoard; readonly bound: number }) {
  const t = useText()
  const { number, percent } = useFormats()
  const share = bound <= 0 ? 1 : Math.max(0, Math.min(1, judged.objective / bound))
  const told = !judged.within
    ? t(
        judged.limits.some((l) => l.state !== 'kept')
          ? 'outside'
          : judged.seats.some((s) => s.product === null)
            ? 'vacant'
            : 'since',
      )
    : judged.gap === 0
      ? t('best')
      : t('gap', { gap: percent(judged.gap ?? 0) })
  return (
    <div className={judged.within ? 'gauge' : 'gauge gauge-outside'}>
      <div
        className="gauge-bar"
        role="meter"
        aria-label={t('label')}
        aria-valuemin={0}
        aria-valuemax={bound}
        aria-valuenow={judged.objective}
        aria-valuetext={told}
      >
        <span style={{ width: `${share * 100}%` }} />
      </div>
      <p>
        <b>{t('points', { points: number(judged.objective) })}</b>
        <span className="quiet"> · {t('bound', { bound: number(bound) })} · </span>
        <span className="gauge-told">{told}</span>
      </p>
    </div>
  )
}
