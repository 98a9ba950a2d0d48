import { Refusal } from '@haixuan/domain/kernel/errors'
import { z } from 'zod'
import { type Asked, command } from '../../platform/commands/command.ts'
import { because } from '../because.ts'
import { knownSupplier, standingsOf } from './severity.ts'

const params = z.object({ supplier: z.string() })
const input = z.strictObject({ class: z.string().min(1), reason: z.string().trim().min(5).max(2000) })
const answer = z.object({ version: z.int() })
type With = Asked<z.output<typeof params>, z.output<typeof input>>

async function save(asked: With, set: { readonly reduced?: boolean; readonly resumed_at?: string }) {
  const { tx, actor, now, params: of, input: told, command: name } = asked
  await knownSupplier(asked, of.supplier)
  const { version } = await tx
    .insertInto('inspection_term')
    .values({
      org_id: actor.org,
      supplier_id: of.supplier,
      class: told.class,
      version: 1,
      reduced: set.reduced ?? false,
      resumed_at: set.resumed_at ?? null,
      reason: told.reason,
      set_by: actor.name,
      set_at: now,
    })
    .onConflict((c) =>
      c.columns(['org_id', 'supplier_id', 'class']).doUpdateSet((e) => ({
        ...set,
        reason: told.reason,
        set_by: actor.name,
        set_at: now,
        version: e('inspection_term.version', '+', 1),
      })),
    )
    .returning('version')
    .executeTakeFirstOrThrow()
  const body = { command: name, version, ...told, ...set }
  return {
    events: [{ type: 'inspection.terms-set', subject: of.supplier, clause: 'S1', supplier: of.supplier, body }],
    answer: { version },
    version,
  }
}

const allowReduced = command({
  name: 'supplier.allow-reduced-inspection',
  clause: 'S1',
  roles: ['quality'],
  path: '/suppliers/:supplier/allow-reduced-inspection',
  summary: {
    zh: '同意（或取消）对某供应商某品类放宽检验：生产须稳定',
    en: 'Agree to reduced inspection of a class of a supplier, or end it: production is to be steady',
  },
  params,
  input: input.extend({ allowed: z.boolean() }),
  answer,
  run: (asked) => save(asked as never, { reduced: asked.input.allowed }),
})

const resume = command({
  name: 'supplier.resume-acceptance',
  clause: 'S1',
  roles: ['quality'],
  path: '/suppliers/:supplier/resume-acceptance',
  summary: {
    zh: '供应商整改有效后恢复收货，自加严检验开始',
    en: 'Take lots of a supplier again once it has corrected the cause; inspection begins tightened',
  },
  params,
  input,
  answer,
  async run(asked) {
    await knownSupplier(asked, asked.params.supplier)
    const [standing] = await standingsOf(asked, asked.params.supplier, asked.input.class)
    if (!standing?.discontinued)
      throw new Refusal(because('acceptance-not-stopped'), 'S1', {
        zh: '收货未中止',
        en: 'There is nothing to take up again',
      })
    return save(asked as never, { resumed_at: asked.now })
  },
})

export const inspectionTermCommands = [allowReduced, resume]
