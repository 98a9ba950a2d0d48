import type { Instant } from '@haixuan/domain/kernel/day'
import type { Config } from '../config.ts'
import { asSystem } from '../platform/database/scope.ts'
import { rotateKey } from '../platform/events/rotate-key.ts'
import { keptMasterKey } from '../start/data-folder.ts'
import { attach } from './attach.ts'
import { OPERATOR, theOrganisation } from './organisation.ts'

/** Hands an organisation's log over to a new key; gives its public half. @throws BadInput */
export const rotateOn = (
  config: Config,
  organisation: string | undefined,
): Promise<{ readonly organisation: string; readonly key: string }> =>
  attach(config, async ({ db }) => {
    const master = keptMasterKey(config)
    const org = await asSystem(db, (tx) => theOrganisation(tx, organisation))
    const now = new Date().toISOString() as Instant
    return { organisation: org, key: await rotateKey(db, master, { actor: { org, name: OPERATOR }, now }) }
  })
