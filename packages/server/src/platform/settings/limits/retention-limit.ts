import { checkYears, keptLonger, type RetentionFile } from '@haixuan/domain/improve/retention/retention'
import { z } from 'zod'
import type { House } from '../../../house.ts'
import type { Asked } from '../../commands/command.ts'
import { limitCommand, limitOf } from './limit.ts'

const NAME = 'retention'
const LONGEST_YEARS = 100
export const retentionYears = z.record(z.string().regex(/^[a-z]+(-[a-z]+)*$/), z.int().min(1).max(LONGEST_YEARS))

/** How long an organisation keeps records: as long as the law asks, or longer where it chose so. */
export async function retentionOf(
  asked: Pick<Asked, 'tx' | 'actor'> & { readonly house: Pick<House, 'standard' | 'clock' | 'zone'> },
): Promise<RetentionFile> {
  const { tx, actor, house } = asked
  return keptLonger(
    house.standard.retention,
    await limitOf({ tx, actor, house, now: house.clock() }, NAME, retentionYears),
  )
}

export const setRetentionYears = limitCommand({
  name: NAME,
  clause: 'T2',
  summary: {
    zh: '延长记录的保存年限：不可短于法律要求',
    en: 'Keep records longer than the law asks, never shorter',
  },
  value: retentionYears,
  check: (value, { standard }) => checkYears(standard.retention, value),
})
