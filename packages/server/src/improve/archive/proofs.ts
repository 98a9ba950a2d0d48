import { canonicalJson } from '@haixuan/domain/kernel/log/canonical-json'
import { commitFields } from '@haixuan/domain/kernel/log/commitment'
import { consistencyPath, inclusionPath } from '@haixuan/domain/kernel/log/merkle-proof'
import { z } from 'zod'
import { LEAF_COLUMNS, logEvent } from '../../platform/events/log-event.ts'
import { saltOf } from '../../platform/events/log-keys.ts'
import { newestCheckpoint, proofFrom } from '../../platform/events/tree-store.ts'
import { Problem } from '../../platform/http/problem.ts'
import { missing } from '../../platform/http/records.ts'
import { query } from '../../platform/queries/query.ts'
import { because } from '../because.ts'

const hashes = z.array(z.string()).describe('base 64, from the leaf upwards')
const note = z.string().describe('signed note with a checkpoint (C2SP signed-note, tlog-checkpoint)')
const base64 = (proof: readonly Uint8Array[]) => proof.map((hash) => Buffer.from(hash).toString('base64'))

async function checkpointOf(tx: Parameters<typeof newestCheckpoint>[0], org: string) {
  const newest = await newestCheckpoint(tx, org)
  if (!newest) throw new Problem('not-found', { why: because('nothing-sealed') })
  return newest
}

const eventProof = query({
  name: 'event.proof',
  path: '/events/:event/proof',
  summary: { zh: '一个事件在日志中的存在证明', en: 'The proof that an event is in the log' },
  params: z.object({ event: z.coerce.number().int().positive() }),
  query: z.object({}),
  answer: z.object({
    entry: z.string().describe('the event as the log holds it: canonical JSON; SHA-256(0x00 || entry) is the leaf'),
    disclosures: z
      .array(z.object({ field: z.string(), salt: z.string(), value: z.unknown() }))
      .describe('what opens the commitments in it'),
    index: z.int(),
    size: z.int(),
    hashes,
    checkpoint: note,
  }),
  async run({ tx, actor, params, house }) {
    const row = await tx
      .selectFrom('event')
      .select(LEAF_COLUMNS)
      .where('org_id', '=', actor.org)
      .where('id', '=', params.event)
      .executeTakeFirst()
    if (!row) throw new Problem('not-found', { why: missing('event', params.event) })
    const salt = await saltOf(tx, house.masterKey, actor.org)
    const index = row.seq
    if (index === null || !salt)
      throw new Problem('not-found', { why: because('event-not-sealed', { event: params.event }) })
    const { size, note: checkpoint } = await checkpointOf(tx, actor.org)
    const [kept, disclosures] = commitFields(logEvent(row, index), row.committed ?? [], salt)
    const proof = await proofFrom(tx, actor.org, (range) => inclusionPath(index, 0, size, range))
    return {
      entry: canonicalJson(kept),
      disclosures: disclosures.map(({ field, salt, value }) => ({ field, salt, value })),
      index,
      size,
      hashes: base64(proof),
      checkpoint,
    }
  },
})

const checkpoint = query({
  name: 'log.checkpoint',
  path: '/log/checkpoint',
  summary: { zh: '日志的最新检查点', en: 'The newest checkpoint of the log' },
  params: z.object({}),
  query: z.object({}),
  answer: z.object({ size: z.int(), root: z.string().describe('base 64'), at: z.string(), checkpoint: note }),
  async run({ tx, actor }) {
    const { size, root, at, note } = await checkpointOf(tx, actor.org)
    return { size, root: root.toString('base64'), at, checkpoint: note }
  },
})

const consistency = query({
  name: 'log.consistency',
  path: '/log/consistency',
  summary: { zh: '与此前检查点的一致性证明', en: 'The proof that the log extends an earlier checkpoint' },
  params: z.object({}),
  query: z.object({ from: z.coerce.number().int().min(0).describe('size of the earlier checkpoint') }),
  answer: z.object({ from: z.int(), size: z.int(), hashes: z.array(z.string()), checkpoint: note }),
  async run({ tx, actor, query: { from } }) {
    const { size, note } = await checkpointOf(tx, actor.org)
    if (from > size) throw new Problem('bad-input', { field: 'from', why: because('log-shorter', { size, from }) })
    const proof = await proofFrom(tx, actor.org, (range) => consistencyPath(from, size, range))
    return { from, size, hashes: base64(proof), checkpoint: note }
  },
})

const keys = query({
  name: 'log.keys',
  path: '/log/keys',
  summary: { zh: '签署日志的公钥', en: 'The public keys that sign the log, newest first' },
  params: z.object({}),
  query: z.object({}),
  answer: z.object({
    rows: z.array(
      z.object({
        key: z.string().describe('name+hash+key, to be pinned'),
        createdAt: z.string(),
        retiredAt: z.string().nullable(),
      }),
    ),
  }),
  async run({ tx, actor }) {
    const rows = await tx
      .selectFrom('log_key')
      .select(['public_key as key', 'created_at as createdAt', 'retired_at as retiredAt'])
      .where('org_id', '=', actor.org)
      .orderBy('created_at', 'desc')
      .execute()
    return { rows }
  },
})

export const logQueries = [eventProof, checkpoint, consistency, keys]
