import type { NewEvent } from '../../platform/events/append.ts'
import type { StoredSlot } from './store.ts'

/** The slots of a lineup as the log tells them. */
export const told = (slots: readonly StoredSlot[]) =>
  slots.map(({ slot, product, role, minutes, supplier }) => ({
    slot,
    product,
    ...(role === null ? {} : { role }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(supplier ? { supplier } : {}),
  }))

export const edited = (id: string, slots: readonly StoredSlot[], change: object): NewEvent => ({
  type: 'lineup.edited',
  subject: id,
  clause: 'I9',
  project: id,
  body: { ...change, slots: told(slots) },
})
