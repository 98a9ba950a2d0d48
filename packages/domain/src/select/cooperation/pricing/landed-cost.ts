import Big from 'big.js'
import { z } from 'zod'
import { fillText } from '../../../gate/notice.ts'
import { bilingual } from '../../../gate/rule.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Text } from '../../../kernel/errors.ts'
import { type Money, money } from '../../../kernel/money.ts'
import type { Parcel } from '../parcel.ts'
import type { Parameters } from './border.ts'
import { floorPrice } from './floor-price.ts'
import { COST_LINES, type CostLineId, type Prepared, prepare } from './prepare.ts'
import { quote } from './quote.ts'

const OPEN = ['duty-rate', 'hs', 'handling-fee', 'tax', 'floor'] as const

/** The words of a landed cost: what each line is called, and what is left open. Part of pricing.yaml. */
export const landedCostTexts = z.strictObject({
  lines: z.record(z.enum(COST_LINES), bilingual),
  open: z.record(z.enum(OPEN), bilingual),
})
export type LandedCostTexts = z.infer<typeof landedCostTexts>

export type CostLine = {
  readonly id: CostLineId
  readonly label: Text
  readonly amount: Money
  /** the arithmetic, in figures */
  readonly formula: string
  readonly rule?: string
  readonly source?: string
  readonly day: Day
}
export type LandedCost = {
  readonly market: string
  readonly day: Day
  readonly currency: string
  /** what the buyer pays, with shipping */
  readonly price: Money
  readonly lines: readonly CostLine[]
  readonly total: Money
  readonly margin: Money
  /** margin as a share of the price without tax, four decimals */
  readonly marginRate: string
  readonly targetMargin: string
  /** smallest price of the parcel, shipping not counted, that reaches the target margin */
  readonly floorPrice?: Money
  readonly customsValue: { readonly amount: Money; readonly formula: string }
  /** what is not known yet and may add to the cost */
  readonly open: readonly Text[]
}

/**
 * Every cost of bringing a parcel to a buyer, line by line, by the law in force on a day (I6).
 * @throws BadInput when a rate of exchange is missing or prices are in several currencies
 */
export function landedCost(
  p: Parcel,
  on: { readonly day: Day; readonly parameters: Parameters; readonly texts: LandedCostTexts },
): LandedCost {
  const prepared = prepare(p, on.day, on.parameters)
  const q = quote(prepared, prepared.price)
  const cash = (minor: number) => money(minor, prepared.currency)
  const floor = floorPrice(prepared)
  const net = q.gross - q.tax
  return {
    market: p.market,
    day: on.day,
    currency: prepared.currency,
    price: cash(q.gross),
    lines: q.lines.map((l) => ({
      id: l.id,
      label: on.texts.lines[l.id],
      amount: cash(l.minor),
      formula: l.formula(),
      ...(l.stands?.rule === undefined ? {} : { rule: l.stands.rule }),
      ...(l.stands ? { source: l.stands.source } : {}),
      day: on.day,
    })),
    total: cash(q.total),
    margin: cash(q.gross - q.total),
    marginRate: net === 0 ? '0.0000' : new Big(q.gross - q.total).div(net).toFixed(4),
    targetMargin: p['target-margin'],
    ...(floor === undefined ? {} : { floorPrice: cash(floor) }),
    customsValue: { amount: cash(q.customsValue.minor), formula: q.customsValue.formula() },
    open: openPoints(prepared, on.texts, floor === undefined),
  }
}

function openPoints({ parcel, border }: Prepared, texts: LandedCostTexts, noFloor: boolean): Text[] {
  const open: Text[] = []
  const say = (id: (typeof OPEN)[number], items: readonly string[] = []) =>
    open.push(fillText(texts.open[id], { items: items.join(', '), market: parcel.market }))
  const rateless = parcel.items.filter(
    (_, i) => !border.items[i]?.duty && !border.items[i]?.dutyFree && !border.items[i]?.perPiece,
  )
  if (rateless.length > 0 && !border.parcelDuty)
    say(
      'duty-rate',
      rateless.map((i) => i.name),
    )
  const codeless = parcel.items.filter((i) => i.hs === undefined)
  if (codeless.length > 0)
    say(
      'hs',
      codeless.map((i) => i.name),
    )
  if (border.handlingUnsure) say('handling-fee')
  if (border.items.every((i) => !i.vat && !i.importVat)) say('tax')
  if (noFloor) say('floor')
  return open
}
