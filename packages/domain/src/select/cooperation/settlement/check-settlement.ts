import type { Finding } from '../../../gate/finding.ts'
import { noticed, type Say } from '../../../gate/notice.ts'
import type { Day } from '../../../kernel/day.ts'
import { money, times } from '../../../kernel/money.ts'
import { exchange, percent, show, toMoney } from '../amount.ts'
import type { Offer } from '../offer.ts'
import type { SETTLEMENT_CHECKS, SettlementFile } from './settlement-schema.ts'

/** Whether the settlement terms say all that their mode needs and keep the limits (I8). @throws BadInput when a rate of exchange is missing */
export function checkSettlement(
  offer: Offer,
  about: { readonly day: Day; readonly settlement: SettlementFile },
): Finding[] {
  const { settlement: terms } = offer
  const file = about.settlement
  const found: Finding[] = []
  const mode = file.modes.find((m) => m.id === terms.mode)
  const say: Say<typeof SETTLEMENT_CHECKS> = (id, words, more) =>
    void found.push(noticed(id, file.checks[id], offer.id, { mode: mode?.name ?? terms.mode, ...words }, more))
  for (const part of mode?.needs ?? [])
    if (terms[part] === undefined) say('settlement.part-missing', { part: file.parts[part] })
  if (mode && !mode.instruments.includes(terms.instrument))
    say('settlement.instrument-mode', { instrument: terms.instrument, instruments: mode.instruments.join(', ') })

  const law = offer.contract?.['governing-law']
  const limits = file.limits['cycle-days']
  const limit =
    limits.find((l) => law !== undefined && l.laws.includes(law)) ?? limits.find((l) => l.laws.includes('other'))
  if (limit && terms['cycle-days'] > limit.days)
    say(
      'settlement.cycle-too-long',
      { days: String(terms['cycle-days']), most: String(limit.days) },
      { source: limit.source.article ? `${limit.source.act}, ${limit.source.article}` : limit.source.act },
    )
  // money paid out before buyers can no longer send goods back must be claimed back
  const returns = offer.returns?.days
  if (
    terms.instrument !== 'escrow' &&
    terms.instrument !== 'platform' &&
    returns !== undefined &&
    terms['cycle-days'] < returns
  )
    say('settlement.cycle-before-returns', { days: String(terms['cycle-days']), returns: String(returns) })

  if (terms.deposit) {
    const unit = toMoney(terms['unit-price'] ?? offer.pricing.price)
    const goods = money(unit.minor * offer.quantity, unit.currency)
    const most = times(goods, file.limits['deposit-share'].share, 'down')
    const deposit = exchange(toMoney(terms.deposit), goods.currency, offer.rates, about.day)
    if (deposit.minor > most.minor)
      say('settlement.deposit-too-high', {
        deposit: show(deposit),
        most: show(most),
        share: percent(file.limits['deposit-share'].share),
      })
  }
  if (terms.invoice === 'none') say('settlement.invoice-missing', {})
  if (!terms.payee?.['verified-by']) say('settlement.payee-unverified', { holder: terms.payee?.holder ?? '—' })
  if (terms.guaranteed?.shortfall === 'stream-again') say('settlement.guarantee-no-remedy', {})
  return found
}
