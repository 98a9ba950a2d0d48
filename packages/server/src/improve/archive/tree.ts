import { split } from '@haixuan/domain/kernel/log/merkle-proof'
import { z } from 'zod'
import { newestCheckpoint, rangeHashes } from '../../platform/events/tree-store.ts'
import { Problem } from '../../platform/http/problem.ts'
import { query } from '../../platform/queries/query.ts'
import { because } from '../because.ts'

const MOST_LEAVES_TOLD = 64

/** The ranges of leaves that the nodes below [from, to) stand for, down to `depth` levels, itself first. */
function rangesBelow(from: number, to: number, depth: number): (readonly [number, number])[] {
  if (depth === 0 || to - from === 1) return [[from, to]]
  const middle = from + split(to - from)
  return [[from, to], ...rangesBelow(from, middle, depth - 1), ...rangesBelow(middle, to, depth - 1)]
}

/** Whether [from, to) is what a node of the tree over `size` leaves stands for. */
function isNode(from: number, to: number, size: number): boolean {
  for (let [start, end] = [0, size]; ; ) {
    if (start === from && end === to) return true
    if (end - start === 1 || from < start || to > end) return false
    const middle = start + split(end - start)
    if (from < middle) end = middle
    else start = middle
  }
}

/** T2 · The tree of hashes, node by node: whoever walks it can hash each pair and arrive at the signed root. */
export const tree = query({
  name: 'log.tree',
  path: '/log/tree',
  summary: {
    zh: '哈希树：逐节点可验，直到签名的根',
    en: 'The tree of hashes, node by node, up to the signed root',
  },
  params: z.object({}),
  query: z.object({
    size: z.coerce
      .number()
      .int()
      .positive()
      .optional()
      .describe('of the tree; that of the newest checkpoint when absent'),
    from: z.coerce.number().int().min(0).default(0).describe('first leaf below the node'),
    to: z.coerce.number().int().positive().optional().describe('one past its last leaf; the whole tree when absent'),
    depth: z.coerce.number().int().min(0).max(6).default(3).describe('levels below the node'),
  }),
  answer: z.object({
    size: z.int(),
    checkpoint: z.string().describe('the signed note of the newest checkpoint'),
    nodes: z
      .array(z.object({ from: z.int(), to: z.int(), hash: z.string().describe('base 64') }))
      .describe('the node itself first; a node is SHA-256(0x01 || left || right)'),
    leaves: z
      .array(
        z.object({
          seq: z.int(),
          event: z.int(),
          at: z.string(),
          type: z.string(),
          subject: z.string(),
          actor: z.string(),
        }),
      )
      .describe(`the events below the node, when they are at most ${MOST_LEAVES_TOLD}`),
  }),
  async run({ tx, actor, query: asked }) {
    const newest = await newestCheckpoint(tx, actor.org)
    if (!newest) throw new Problem('not-found', { why: because('nothing-sealed') })
    const { size = newest.size, from, to = size, depth } = asked
    if (size > newest.size || from >= to || !isNode(from, to, size))
      throw new Problem('bad-input', {
        field: 'from',
        why: because('no-tree-node', { size, from, to }),
      })
    const ranges = rangesBelow(from, to, depth)
    const hashes = await rangeHashes(tx, actor.org, ranges)
    const leaves =
      to - from > MOST_LEAVES_TOLD
        ? []
        : await tx
            .selectFrom('event')
            .select(['seq', 'id', 'at', 'type', 'subject', 'actor'])
            .where('org_id', '=', actor.org)
            .where('seq', '>=', from)
            .where('seq', '<', to)
            .orderBy('seq')
            .execute()
    return {
      size,
      checkpoint: newest.note,
      nodes: ranges.map(([first, end], i) => ({
        from: first,
        to: end,
        hash: Buffer.from(hashes[i]!).toString('base64'),
      })),
      leaves: leaves.map(({ seq, id, ...rest }) => ({ seq: seq as number, event: id, ...rest })),
    }
  },
})
