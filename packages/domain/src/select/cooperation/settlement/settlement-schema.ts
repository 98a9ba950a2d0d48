import { z } from 'zod'
import { notices } from '../../../gate/notice.ts'
import { bilingual, source } from '../../../gate/rule.ts'
import { INSTRUMENTS, SETTLEMENT_MODES } from '../offer.ts'

/** The checks and the words each one gives to its texts, beside the mode. */
export const SETTLEMENT_CHECKS = {
  'settlement.part-missing': ['part'],
  'settlement.instrument-mode': ['instrument', 'instruments'],
  'settlement.cycle-too-long': ['days', 'most'],
  'settlement.cycle-before-returns': ['days', 'returns'],
  'settlement.deposit-too-high': ['deposit', 'share', 'most'],
  'settlement.invoice-missing': [],
  'settlement.payee-unverified': ['holder'],
  'settlement.guarantee-no-remedy': [],
} as const

/** Parts of the settlement terms a mode can ask for. */
export const SETTLEMENT_PARTS = ['commission-rate', 'slot-fee', 'guaranteed', 'unit-price', 'deposit'] as const

export const STATEMENT_LINES = [
  'sale',
  'refund',
  'commission',
  'commission-back',
  'slot-fee',
  'guarantee-refund',
  'purchase',
  'deposit',
] as const

/** settlement.yaml: how the parties are paid, what each way asks for, limits, and the words of a statement (I8). */
export const settlementFile = z.strictObject({
  modes: z
    .array(
      z.strictObject({
        id: z.enum(SETTLEMENT_MODES),
        name: bilingual,
        means: bilingual,
        /** who is owed the balance of a statement */
        payee: z.enum(['operator', 'supplier']),
        needs: z.array(z.enum(SETTLEMENT_PARTS)),
        instruments: z.array(z.enum(INSTRUMENTS)).min(1),
        source,
      }),
    )
    .length(SETTLEMENT_MODES.length),
  instruments: z
    .array(z.strictObject({ id: z.enum(INSTRUMENTS), name: bilingual, means: bilingual, source }))
    .length(INSTRUMENTS.length),
  /** what the parts of the terms are called */
  parts: z.record(z.enum(SETTLEMENT_PARTS), bilingual),
  limits: z.strictObject({
    /** longest cycle in days by governing law; `other` for the rest */
    'cycle-days': z
      .array(z.strictObject({ laws: z.array(z.string()).min(1), days: z.int().positive(), source }))
      .min(1),
    /** largest deposit as a share of goods ordered at unit price or price */
    'deposit-share': z.strictObject({ share: z.string().regex(/^0\.\d+$/), source }),
  }),
  lines: z.record(z.enum(STATEMENT_LINES), bilingual),
  checks: notices(SETTLEMENT_CHECKS, ['mode']),
})
export type SettlementFile = z.infer<typeof settlementFile>
