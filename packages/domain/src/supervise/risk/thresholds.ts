import { BadInput } from '../../kernel/errors.ts'
import { because } from '../because.ts'
import type { RiskFile } from './risk.ts'

/** An organisation's own thresholds by indicator, as shares such as "0.05". */
export type Thresholds = Readonly<
  Record<string, { readonly alert?: string | undefined; readonly hold?: string | undefined }>
>

/**
 * S2 · The register with an organisation's own thresholds where they are tighter than the standard's: they may warn earlier,
 * never later, also when the standard has become tighter since they were set.
 */
export const tightened = (file: RiskFile, own: Thresholds): RiskFile => ({
  ...file,
  indicators: file.indicators.map((indicator) => ({
    ...indicator,
    alert: lower(indicator.alert, own[indicator.id]?.alert),
    hold: lower(indicator.hold, own[indicator.id]?.hold),
  })),
})

const lower = (standard: string, own: string | undefined): string =>
  own !== undefined && Number(own) < Number(standard) ? own : standard

/** Sees that no threshold of an organisation warns later than the standard's. @throws BadInput naming the threshold */
export function checkThresholds({ indicators }: RiskFile, own: Thresholds): void {
  for (const [id, { alert, hold }] of Object.entries(own)) {
    const standard = indicators.find((i) => i.id === id)
    if (!standard) throw new BadInput(because('no-indicator', { id }), { field: id })
    if (alert !== undefined && Number(alert) > Number(standard.alert))
      throw new BadInput(because('later-than-standard', { alert: standard.alert }), { field: `${id}.alert` })
    if (hold !== undefined && Number(hold) > Number(standard.hold))
      throw new BadInput(because('later-than-standard', { alert: standard.hold }), { field: `${id}.hold` })
    if (Number(alert ?? standard.alert) > Number(hold ?? standard.hold))
      throw new BadInput(because('alert-after-hold'), { field: `${id}.alert` })
  }
}
