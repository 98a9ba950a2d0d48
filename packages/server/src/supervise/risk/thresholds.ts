import type { RiskFile } from '@haixuan/domain/supervise/risk/risk'
import { tightened } from '@haixuan/domain/supervise/risk/thresholds'
import { z } from 'zod'
import type { House } from '../../house.ts'
import { type Asked, command } from '../../platform/commands/command.ts'
import { saveSetting, settingOf } from '../../platform/settings/setting.ts'

const NAME = 'risk-thresholds'
const share = z.string().regex(/^(0(\.\d+)?|1(\.0+)?)$/, 'a share in quotes, such as "0.05"')
const thresholds = z.record(
  z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  z.strictObject({ alert: share.optional(), hold: share.optional() }),
)

/** The register and thresholds an organisation goes by: the standard's, tightened by its own. */
export async function registerOf(
  asked: Pick<Asked, 'tx' | 'actor'> & { readonly house: Pick<House, 'standard'> },
): Promise<RiskFile> {
  return tightened(asked.house.standard.risks, await settingOf(asked, NAME, thresholds))
}

export const tighten = command({
  name: 'risk.tighten',
  clause: 'S2',
  roles: ['quality', 'legal'],
  method: 'PUT',
  path: '/settings/risk-thresholds',
  summary: {
    zh: '收紧风险指标的阈值：可更早预警，不可更晚',
    en: 'Tighten the thresholds of indicators: they may warn earlier, never later',
  },
  params: z.object({}),
  input: z.strictObject({ thresholds }),
  answer: z.object({ version: z.int() }),
  async run(asked) {
    tightened(asked.house.standard.risks, asked.input.thresholds)
    const { version, event } = await saveSetting(asked, NAME, asked.input.thresholds, 'S2')
    return { events: [event], answer: { version }, version }
  },
})
