import { CLAIM_KINDS } from '@haixuan/domain/gate/words'
import { z } from 'zod'
import { MEMBER_ROLES } from '../../../platform/commands/actor.ts'
import { text } from '../../../platform/http/schemas.ts'
import { query } from '../../../platform/queries/query.ts'

const named = z.object({ id: z.string(), name: text })

/** I3 · What can be recorded of a product, as the standard names it: types of evidence, label statements, traits. */
export const productKinds = query({
  name: 'product.kinds',
  path: '/standard/product-kinds',
  summary: { zh: '证据类型、标签内容与产品特征', en: 'Types of evidence, label statements and traits of products' },
  roles: MEMBER_ROLES,
  params: z.object({}),
  query: z.object({}),
  answer: z.object({
    evidence: z.array(
      named.extend({
        proves: text,
        claims: z.array(z.enum(CLAIM_KINDS)).describe('kinds of claims it can carry'),
        markets: z.array(z.string()).describe('that ask for it; none for any'),
      }),
    ),
    labels: z.array(named),
    traits: z.array(named),
  }),
  async run({ house: { standard } }) {
    return {
      evidence: standard.evidence.evidence.map(({ id, name, proves, claims = [], markets = [] }) => ({
        id,
        name,
        proves,
        claims,
        markets,
      })),
      labels: standard.labels.labels.map(({ id, name }) => ({ id, name })),
      traits: standard.traits.traits.map(({ id, name }) => ({ id, name })),
    }
  },
})
