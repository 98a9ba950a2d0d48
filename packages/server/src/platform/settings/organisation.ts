import { z } from 'zod'
import { command } from '../commands/command.ts'
import { reminders } from '../notifications/tell-due.ts'
import { query } from '../queries/query.ts'
import { saveSetting, settingOf } from './setting.ts'
import { zoneSetting } from './zone.ts'

const NAME = 'organisation'
const organisation = z.strictObject({
  name: z.string().trim().min(1).max(100),
  zone: zoneSetting.shape.zone.describe('in which days begin and end for this organisation'),
  remindDays: reminders.shape.days.describe('days before a stream on which people are told what they owe'),
})

export const organisationSettings = query({
  name: 'settings.organisation',
  path: '/settings/organisation',
  summary: { zh: '组织：名称、时区、提醒', en: 'The organisation: its name, time zone, reminders' },
  params: z.object({}),
  query: z.object({}),
  answer: organisation.extend({ id: z.string(), version: z.int().describe('0 while nothing was changed') }),
  async run({ tx, actor }) {
    const row = await tx
      .selectFrom('organisation as o')
      .leftJoin('organisation_setting as s', (on) => on.onRef('s.org_id', '=', 'o.id').on('s.name', '=', NAME))
      .select(['o.id', 'o.name', 's.version', 's.value'])
      .where('o.id', '=', actor.org)
      .executeTakeFirstOrThrow()
    const { days } = await settingOf({ tx, actor }, 'reminders', reminders)
    return {
      id: row.id,
      name: row.name,
      version: row.version ?? 0,
      remindDays: days,
      ...zoneSetting.parse({ zone: (row.value as { zone?: string } | null)?.zone }),
    }
  },
})

export const changeOrganisation = command({
  name: 'settings.change-organisation',
  clause: 'R4',
  roles: ['owner'],
  method: 'PUT',
  path: '/settings/organisation',
  summary: { zh: '更改组织的名称、时区与提醒', en: 'Change name, time zone and reminders of the organisation' },
  params: z.object({}),
  input: organisation,
  answer: z.object({ version: z.int() }),
  async run(asked) {
    const { tx, actor, input } = asked
    await tx.updateTable('organisation').set({ name: input.name }).where('id', '=', actor.org).execute()
    const { name, zone, remindDays } = input
    const days = [...new Set(remindDays)].toSorted((a, b) => b - a)
    const { version, event } = await saveSetting(asked, NAME, { name, zone }, 'R4')
    const told = await saveSetting({ ...asked, version: undefined }, 'reminders', { days }, 'R4')
    return { events: [event, told.event], answer: { version }, version }
  },
})
