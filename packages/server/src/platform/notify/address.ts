import type { KeyObject } from 'node:crypto'
import { unwrap, wrap } from '../secrets/wrap.ts'
import type { Address } from './send.ts'

const place = (org: string, id: string) => `address of receiver ${id} of ${org}`

/** Seals where messages go and their secret with the master key. */
export const sealAddress = (master: KeyObject, org: string, id: string, address: Address): Buffer =>
  wrap(master, Buffer.from(JSON.stringify(address)), place(org, id))

export const openAddress = (master: KeyObject, org: string, id: string, sealed: Buffer): Address =>
  JSON.parse(unwrap(master, sealed, place(org, id)).toString())
