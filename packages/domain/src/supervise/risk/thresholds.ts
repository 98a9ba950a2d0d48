import { BadInput } from '../../kernel/errors.ts'
import type { RiskFile } from './risk.ts'

/** An organisation's own thresholds by indicator, as shares such as "0.05". */
export type Thresholds = Readonly<
  Record<string, { readonly alert?: string | undefined; readonly hold?: string | undefined }>
>

/**
 * S2 · The register with an organisation's own thresholds in place of the standard's. They may warn earlier, never later.
 * @throws BadInput naming the threshold
 */
export function tightened(file: RiskFile, own: Thresholds): RiskFile {
  const unknown = Object.keys(own).find((id) => !file.indicators.some((i) => i.id === id))
  if (unknown) throw new BadInput(`"${unknown}" is not an indicator`, { field: unknown })
  return {
    ...file,
    indicators: file.indicators.map((indicator) => {
      const { alert = indicator.alert, hold = indicator.hold } = own[indicator.id] ?? {}
      const late =
        Number(alert) > Number(indicator.alert) ? 'alert' : Number(hold) > Number(indicator.hold) ? 'hold' : ''
      if (late)
        throw new BadInput(`is later than the standard's ${late === 'alert' ? indicator.alert : indicator.hold}`, {
          field: `${indicator.id}.${late}`,
        })
      if (Number(alert) > Number(hold))
        throw new BadInput('warns later than it calls for a hold', { field: `${indicator.id}.alert` })
      return { ...indicator, alert, hold }
    }),
  }
}
