import type { House } from '../../house.ts'
import { join } from '../../platform/auth/members/join.ts'
import { createOwner } from '../../platform/auth/members/owner.ts'
import { createPerson, personByEmail } from '../../platform/auth/people.ts'
import type { Actor, MemberRole } from '../../platform/commands/actor.ts'
import { asSystem } from '../../platform/database/scope.ts'
import { appendEvents } from '../../platform/events/append.ts'

type Wanted = { readonly name: string; readonly roles: readonly MemberRole[]; readonly supplier?: string }

export const DEMO = { id: 'demo', name: '示例公司 Demo' } as const

const OWNER = { name: '周望舒', email: 'owner@demo.example' }

/** Who the records of the examples name, and those of the roles that are left. By the first part of their address. */
const MEMBERS: Readonly<Record<string, Wanted>> = {
  qiuhe: { name: '邱禾', roles: ['selection'] },
  linruogu: { name: '林若谷', roles: ['selection', 'legal'] },
  guli: { name: '顾立', roles: ['quality'] },
  hejianing: { name: '何佳宁', roles: ['sourcing', 'finance'] },
  shenzhixia: { name: '沈知夏', roles: ['host'] },
  jonas: { name: 'Jonas Brandt', roles: ['selection'] },
  helene: { name: 'Helene Castell', roles: ['selection', 'legal'] },
  tobias: { name: 'Tobias Kern', roles: ['quality', 'sourcing'] },
  mara: { name: 'Mara Lindner', roles: ['host'] },
  jiangyifan: { name: '江一帆', roles: ['live-control'] },
  baiyu: { name: '白榆', roles: ['service'] },
  fangzheng: { name: '方正平', roles: ['auditor'] },
  zhunanqiao: { name: '祝南乔', roles: ['supplier'], supplier: 'S-CN-QY' },
  // of a stream that is still to come: suppliers owe nothing more for one that is over
  luotuo: { name: '罗拓', roles: ['supplier'], supplier: 'S-CN-TV' },
}

const emailOf = (account: string) => `${account}@demo.example`
export const DEMO_OWNER = OWNER.email

/** Makes the organisation of the demo and its members, those that are not there; gives them by name. */
export async function makeDemoMembers({ db, clock }: House): Promise<ReadonlyMap<string, Actor>> {
  await createOwner(db, { org: DEMO, ...OWNER })
  const now = clock()
  return asSystem(db, async (tx) => {
    const actors = new Map<string, Actor>()
    for (const [account, { name, roles, supplier }] of Object.entries(MEMBERS)) {
      const email = emailOf(account)
      const person = (await personByEmail(tx, email)) ?? (await createPerson(tx, { name, email, verified: true }))
      const actor: Actor = { org: DEMO.id, user: person.id, name, roles, ...(supplier ? { supplier } : {}) }
      actors.set(name, actor)
      if (await join(tx, { org: DEMO.id, person: { ...person, name }, roles, supplier: supplier ?? null }))
        await appendEvents(tx, { actor, now }, [
          { type: 'member.joined', subject: person.id, clause: 'R4', body: { roles, supplier: supplier ?? null } },
        ])
    }
    return actors
  })
}
