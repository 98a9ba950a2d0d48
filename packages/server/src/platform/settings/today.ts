import type { Day } from '@haixuan/domain/kernel/day'
import { dayIn } from '@haixuan/domain/kernel/zone'
import type { Asked } from '../commands/command.ts'
import { settingOf } from './setting.ts'
import { zoneSetting } from './zone.ts'

/** The day it is for an organisation: its days begin and end in the zone it has chosen. */
export const todayOf = async (asked: Pick<Asked, 'tx' | 'actor' | 'now'>): Promise<Day> =>
  dayIn((await settingOf(asked, 'organisation', zoneSetting)).zone, asked.now)
