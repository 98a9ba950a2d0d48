import type { Transaction } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { type NotificationKind, tellPeople } from './tell.ts'

type Body = Readonly<Record<string, unknown>>
type Happened = {
  readonly type: string
  readonly subject: string
  readonly body: object
  readonly project?: string | undefined
}
type Of = {
  readonly kind: NotificationKind
  /** what the event is about, as addresses name it */
  readonly about: string
  readonly roles: readonly string[] | ((body: Body) => readonly string[])
  readonly names?: (body: Body) => readonly string[]
  readonly facts?: (body: Body) => object
  /** false where the event is of another kind after all */
  readonly when?: (body: Body) => boolean
}

/** Events that ask something of people: who is told, by role, besides whoever follows. */
const TOLD: Readonly<Record<string, Of>> = {
  'alert.opened': {
    kind: 'alert',
    about: 'alert',
    roles: (body) => [String(body.owner)],
    facts: ({ indicator, level, product }) => ({ indicator, level, product }),
  },
  'recall.opened': {
    kind: 'recall',
    about: 'recall',
    roles: ['quality', 'service', 'legal', 'selection', 'live-control'],
  },
  'case.refund-asked': { kind: 'refund-asked', about: 'case', roles: ['finance'] },
  'rule-pack.proposed': {
    kind: 'pack-proposed',
    about: 'pack',
    roles: ['quality', 'legal'],
    facts: ({ name }) => ({ name }),
  },
  'rule-pack.withdrawal-proposed': {
    kind: 'withdrawal-proposed',
    about: 'pack',
    roles: ['quality', 'legal'],
    facts: ({ name }) => ({ name }),
  },
  'screening-list.withdrawal-proposed': { kind: 'list-withdrawal-proposed', about: 'list', roles: ['legal', 'owner'] },
  'management-rule.published': {
    kind: 'rule-published',
    about: 'management-rule',
    roles: ({ roles }) => roles as string[],
    names: ({ people }) => people as string[],
    facts: ({ title }) => ({ title }),
  },
  'offer.answered': {
    kind: 'terms-declined',
    about: 'offer',
    roles: ['sourcing'],
    facts: ({ title, note }) => ({ title, note }),
    when: ({ agrees }) => agrees === false,
  },
  'supplier.changed': {
    kind: 'bank-account-proposed',
    about: 'supplier',
    roles: ['finance', 'legal'],
    when: ({ command }) => command === 'supplier.propose-bank-account',
  },
}

/** Tells people of the events that ask something of them, in the same transaction. */
export async function tellOfEvents(
  tx: Transaction<Tables>,
  by: Parameters<typeof tellPeople>[1],
  events: readonly Happened[],
): Promise<void> {
  for (const event of events) {
    const of = TOLD[event.type]
    const body = event.body as Body
    if (!of || of.when?.(body) === false) continue
    await tellPeople(tx, by, {
      kind: of.kind,
      roles: typeof of.roles === 'function' ? of.roles(body) : of.roles,
      names: of.names?.(body) ?? [],
      about: { kind: of.about, id: event.subject.replace(/^(rule|pack):/, ''), project: event.project },
      facts: of.facts?.(body) ?? {},
    })
  }
}
