import { Refusal } from '@haixuan/domain/kernel/errors'
import { checkId } from '@haixuan/domain/select/supplier/identity'
import { type BankAccount, bankAccount, VERIFIED_HOW } from '@haixuan/domain/select/supplier/supplier'
import { z } from 'zod'
import { Problem } from '../../../platform/http/problem.ts'
import { dayHere } from '../../../platform/settings/day-here.ts'
import { because } from '../../because.ts'
import { supplierCommand } from '../supplier-command.ts'

const proposed = bankAccount.pick({
  holder: true,
  bank: true,
  account: true,
  country: true,
  'holder-explained': true,
  evidence: true,
})

const propose = supplierCommand({
  verb: 'propose-bank-account',
  clause: 'R4',
  roles: ['sourcing', 'finance', 'supplier'],
  versioned: false,
  summary: { zh: '提出收款账户变更，待他人核实', en: 'Propose a payee account, to be verified by others' },
  input: proposed,
  change(s, { input, actor, now, house }) {
    const today = dayHere(house, now)
    refuseBadIban(input.account)
    return {
      ...s,
      'bank-accounts': [
        ...s['bank-accounts'].map((a) => (a['replaced-at'] || a.rejected ? a : { ...a, 'replaced-at': today })),
        { ...input, 'recorded-at': today, 'recorded-by': actor.name },
      ],
    }
  },
})

/** An IBAN whose check digits are wrong was mistyped: better told now than by the bank. */
function refuseBadIban(account: string): void {
  const bare = account.replace(/\s/g, '')
  if (!/^[A-Z]{2}\d{2}[0-9A-Z]{11,30}$/.test(bare)) return
  const { valid, says } = checkId('int', 'iban', bare)
  if (!valid)
    throw new Refusal(because('iban-not-valid', { says }), 'R4', {
      zh: `请核对账号：${says.zh}`,
      en: `Check the number: ${says.en}`,
    })
}

const inUse = (accounts: readonly BankAccount[], number: string): BankAccount => {
  const account = accounts.find((a) => a.account === number && !a['replaced-at'] && !a.rejected)
  if (!account) throw new Problem('not-found', { why: because('no-account-in-use', { number }) })
  return account
}

const verify = supplierCommand({
  verb: 'verify-bank-account',
  clause: 'R4',
  roles: ['finance', 'legal'],
  versioned: false,
  summary: { zh: '由登记人以外的人核实收款账户', en: 'Verify a payee account, as someone other than who recorded it' },
  input: z.strictObject({
    account: z.string().min(1),
    how: z.enum(VERIFIED_HOW),
    spoke: z.string().trim().min(1).optional().describe('whom you spoke to, on which number held before'),
    evidence: z.string().min(1).optional().describe('SHA-256 of the note or recording of the call'),
  }),
  change(s, { input, actor, now, house }) {
    const account = inUse(s['bank-accounts'], input.account)
    if (account['recorded-by'] === actor.name || account['verified-by']?.includes(actor.name))
      throw new Refusal(because('account-second-person'), 'R4', {
        zh: '请由另一人核实',
        en: 'Have another person verify it',
      })
    if (input.how === 'call-back' && !input.spoke)
      throw new Problem('bad-input', {
        field: 'spoke',
        why: because('call-back-missing'),
      })
    const { how, spoke, evidence } = input
    const today = dayHere(house, now)
    const own = { by: actor.name, on: today, how, ...(spoke ? { spoke } : {}), ...(evidence ? { evidence } : {}) }
    const verified = {
      ...account,
      'verified-by': [...(account['verified-by'] ?? []), actor.name],
      'verified-at': today,
      'verified-how': how,
      verifications: [...(account.verifications ?? []), own],
    }
    return { ...s, 'bank-accounts': s['bank-accounts'].map((a) => (a === account ? verified : a)) }
  },
})

const reject = supplierCommand({
  verb: 'reject-bank-account',
  clause: 'R4',
  roles: ['finance', 'legal'],
  versioned: false,
  summary: {
    zh: '驳回收款账户变更：原账户恢复使用',
    en: 'Reject a proposed payee account: the former one is in use again',
  },
  input: z.strictObject({ account: z.string().min(1), reason: z.string().trim().min(1).max(2000) }),
  change(s, { input, actor, now, house }) {
    const account = inUse(s['bank-accounts'], input.account)
    if (account['recorded-by'] === actor.name)
      throw new Refusal(because('proposal-second-person'), 'R4', {
        zh: '请由提出人以外的人驳回',
        en: 'Have someone other than its proposer reject it',
      })
    const former = s['bank-accounts'].findLast(
      (a) => a !== account && !a.rejected && a['replaced-at'] === account['recorded-at'],
    )
    return {
      ...s,
      'bank-accounts': s['bank-accounts'].map((a) => {
        if (a === account) return { ...a, rejected: { by: actor.name, on: dayHere(house, now), reason: input.reason } }
        if (a !== former) return a
        const { 'replaced-at': _, ...again } = a
        return again
      }),
    }
  },
})

export const bankCommands = [propose, verify, reject]
