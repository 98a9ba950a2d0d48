import type { RiskFile } from '@haixuan/domain/supervise/risk/risk'
import { checkThresholds, tightened } from '@haixuan/domain/supervise/risk/thresholds'
import { z } from 'zod'
import type { House } from '../../../house.ts'
import type { Asked } from '../../commands/command.ts'
import { limitCommand, limitOf } from './limit.ts'

const NAME = 'risk'
const share = z.string().regex(/^(0(\.\d+)?|1(\.0+)?)$/, 'a share in quotes, such as "0.05"')
export const riskThresholds = z.record(
  z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  z.strictObject({ alert: share.optional(), hold: share.optional() }),
)

/** The register and thresholds an organisation goes by: the standard's, tightened by its own. */
export async function registerOf(
  asked: Pick<Asked, 'tx' | 'actor'> & { readonly house: Pick<House, 'standard' | 'clock' | 'zone'> },
): Promise<RiskFile> {
  const { tx, actor, house } = asked
  return tightened(house.standard.risks, await limitOf({ tx, actor, house, now: house.clock() }, NAME, riskThresholds))
}

export const setRiskThresholds = limitCommand({
  name: NAME,
  clause: 'S2',
  summary: {
    zh: '收紧风险指标的阈值：可更早预警，不可更晚',
    en: 'Tighten the thresholds of indicators: they may warn earlier, never later',
  },
  value: riskThresholds,
  check: (value, { standard }) => checkThresholds(standard.risks, value),
})
