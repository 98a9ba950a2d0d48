import { z } from 'zod'
import { addDays, type Day } from '../../kernel/day.ts'
import type { Text } from '../../kernel/errors.ts'
import { checkId } from './identity.ts'
import { nameKey } from './names/name-key.ts'
import { type BankAccount, type Supplier, VERIFIED_HOW } from './supplier.ts'

/** How a payee account may change (R4), part of qualification.yaml. */
export const bankRule = z.strictObject({
  'cooling-off-days': z.int().nonnegative(),
  verifiers: z.int().min(2),
  how: z.array(z.enum(VERIFIED_HOW)).min(1),
})
export type BankRule = z.infer<typeof bankRule>

export type BankFault = {
  readonly fault: 'none' | 'iban' | 'holder' | 'verifiers' | 'same-person' | 'how' | 'cooling-off' | 'two-in-use'
  readonly state: 'missing' | 'wrong'
  readonly account?: string
  readonly what: Text
  readonly remedy: Text
}
export type BankResult = {
  /** the account in use on the day; none when it is not settled which */
  readonly account?: BankAccount
  /** the first day it may be paid to */
  readonly payableFrom?: Day
  readonly faults: readonly BankFault[]
}

const masked = (account: string) => ([...account].length > 4 ? `…${[...account].slice(-4).join('')}` : account)
const samePerson = (names: readonly string[]) => new Set(names.map(nameKey)).size < names.length

/**
 * I2, R4 · The payee account on a day. A new or changed account needs: a holder that is the supplier or is explained,
 * a check by different people who did not record it, by a way the rule allows, and after a change days of cooling-off.
 */
export function bankAccountOn(
  supplier: Pick<Supplier, 'name' | 'names' | 'bank-accounts'>,
  rule: BankRule,
  day: Day,
): BankResult {
  const recorded = supplier['bank-accounts'].filter((a) => a['recorded-at'] <= day && !a.rejected)
  const inUse = recorded.filter((a) => a['replaced-at'] === undefined || day < a['replaced-at'])
  const account = inUse[0]
  if (!account)
    return {
      faults: [
        {
          fault: 'none',
          state: 'missing',
          what: { zh: '未登记收款账户', en: 'No payee account is on record' },
          remedy: { zh: '请登记与供应商同名的对公账户', en: "Record an account in the supplier's own name" },
        },
      ],
    }
  if (inUse.length > 1)
    return {
      faults: [
        {
          fault: 'two-in-use',
          state: 'wrong',
          what: {
            zh: `同时有 ${inUse.length} 个收款账户在用（${inUse.map((a) => masked(a.account)).join('、')}）`,
            en: `${inUse.length} payee accounts are in use at once (${inUse.map((a) => masked(a.account)).join(', ')})`,
          },
          remedy: { zh: '请注明旧账户的停用日期', en: 'Record the day the former account was replaced' },
        },
      ],
    }

  const faults: BankFault[] = []
  const fault = (f: BankFault['fault'], state: BankFault['state'], what: Text, remedy: Text) =>
    faults.push({ fault: f, state, account: masked(account.account), what, remedy })
  const short = masked(account.account)
  const bare = account.account.replace(/\s/g, '')
  if (/^[A-Z]{2}\d{2}[0-9A-Z]{11,30}$/.test(bare)) {
    const iban = checkId('int', 'iban', bare)
    if (!iban.valid)
      fault(
        'iban',
        'wrong',
        {
          zh: `账户 ${short} 不是有效的 IBAN：${iban.says.zh}`,
          en: `Account ${short} is not a valid IBAN: ${iban.reason}`,
        },
        { zh: '请核对并重新登记账号', en: 'Check the number and record it again' },
      )
  }
  const self = [supplier.name, ...supplier.names].map(nameKey)
  if (!self.includes(nameKey(account.holder)) && !account['holder-explained'])
    fault(
      'holder',
      'wrong',
      {
        zh: `账户 ${short} 的户名“${account.holder}”与供应商名称不符`,
        en: `Account ${short} is held by ${account.holder}, not by the supplier`,
      },
      {
        zh: '请改用同名账户，或书面说明关系并附证明',
        en: 'Use an account in its own name, or explain the relation with evidence',
      },
    )

  const people = account['verified-by'] ?? []
  const at = account['verified-at']
  if (people.length < rule.verifiers || at === undefined || at > day)
    fault(
      'verifiers',
      'missing',
      {
        zh: `账户 ${short} 尚未经 ${rule.verifiers} 人核实`,
        en: `Account ${short} is not yet verified by ${rule.verifiers} people`,
      },
      {
        zh: '请由两人分别按原留电话回拨核实',
        en: 'Have two people call back on the number held before, each on their own',
      },
    )
  else if (
    samePerson(people) ||
    (account['recorded-by'] && people.some((p) => nameKey(p) === nameKey(account['recorded-by']!)))
  )
    fault(
      'same-person',
      'wrong',
      {
        zh: `账户 ${short} 的登记人与核实人不是不同的人`,
        en: `Account ${short} was not recorded and verified by different people`,
      },
      { zh: '请由登记人以外的两人核实', en: 'Have two people other than the one who recorded it verify it' },
    )
  else if (!account['verified-how'] || !rule.how.includes(account['verified-how']))
    fault(
      'how',
      account['verified-how'] ? 'wrong' : 'missing',
      { zh: `账户 ${short} 未注明以规定方式核实`, en: `Account ${short} was not verified in a way the rule allows` },
      {
        zh: `请以${rule.how.includes('call-back') ? '回拨电话' : '规定方式'}核实并记录`,
        en: `Verify it by ${rule.how.join(' or ')} and record it`,
      },
    )

  const changed = recorded.some((a) => a !== account && a['recorded-at'] <= account['recorded-at'])
  const payableFrom = at === undefined ? undefined : changed ? addDays(at, rule['cooling-off-days']) : at
  if (payableFrom !== undefined && at !== undefined && at <= day && day < payableFrom)
    fault(
      'cooling-off',
      'wrong',
      {
        zh: `账户 ${short} 为变更账户，${payableFrom} 前处于冷静期`,
        en: `Account ${short} is a change and cools off until ${payableFrom}`,
      },
      { zh: `请在 ${payableFrom} 及之后付款`, en: `Pay on or after ${payableFrom}` },
    )
  return { account, ...(payableFrom === undefined ? {} : { payableFrom }), faults }
}
