import type { Day } from '@haixuan/domain/kernel/day'
import type { Text } from '@haixuan/domain/kernel/errors'
import type { ColumnsFile } from '@haixuan/domain/select/product/import-words-schema'
import { checkId, knownKinds } from '@haixuan/domain/select/supplier/identity'
import { type QualificationMatrix, requirementsFor } from '@haixuan/domain/select/supplier/qualification'
import { type BankAccount, type Supplier, supplier } from '@haixuan/domain/select/supplier/supplier'
import type { SupplierRow } from '../import-suppliers.ts'
import { supplierKinds } from './kind-words.ts'

type Remark = { readonly field: string; readonly reason: Text }
export type SupplierRecord = {
  /** none when the row cannot become a record; the last remark says why */
  readonly supplier?: Supplier
  readonly remarks: readonly Remark[]
}
type Number = Supplier['numbers'][number]

/**
 * I2 · Makes records of the rows of a supplier list. Numbers are kept under the kind they fit, as the country of the
 * supplier asks for; account numbers other than IBANs are masked. `on` is the day the rows were read.
 */
export function supplierRecords(
  columns: ColumnsFile,
  matrix: QualificationMatrix,
  on: Day,
): (row: SupplierRow) => SupplierRecord {
  const kindsIn = supplierKinds(columns)
  const known = new Set(knownKinds())
  return (row) => {
    const remarks: Remark[] = []
    const remark = (field: string, zh: string, en: string) => void remarks.push({ field, reason: { zh, en } })
    const country = row.country ?? (fits('cn uscc', row.registration) ? 'CN' : undefined)
    if (country === undefined) {
      remark('country', '没有国家或地区，请补上', 'has no country; add one, such as CN')
      return { remarks }
    }
    const kinds = row.kind === undefined ? [] : kindsIn(row.kind)
    if (kinds.length === 0)
      remark(
        'kind',
        row.kind === undefined ? '没有供应商类型，按贸易商审查' : `“${row.kind}”不是已知的类型，按贸易商审查`,
        `${row.kind === undefined ? 'has no kind' : `"${row.kind}" is no known kind`}; read as trader (kinds: manufacturer, brand-owner, distributor, trader)`,
      )
    const kind = kinds[0] ?? 'trader'
    const asked = requirementsFor({ country, kind }, [], matrix).numbers.flatMap((n) => n.anyOf)
    const account = accountOf(row, country, remark)
    const contact = row.email ?? row.phone ?? row.contact
    const made = supplier.parse({
      id: row.code ?? row.name,
      name: row.name,
      country,
      kind,
      numbers: numbersOf(row, country, asked, remark),
      'bank-accounts': account ? [account] : [],
      ...(row.address === undefined ? {} : { address: row.address }),
      ...(contact === undefined ? {} : { contact }),
      ...(row.website === undefined ? {} : { website: row.website }),
    })
    return { supplier: made, remarks }
  }

  function fits(kind: string, number: string | undefined): boolean {
    const [land, sort] = kind.split(' ') as [string, string]
    return number !== undefined && checkId(land, sort, number).valid
  }

  function numbersOf(
    row: SupplierRow,
    country: string,
    asked: readonly string[],
    remark: (field: string, zh: string, en: string) => void,
  ): Number[] {
    const found = new Map<string, Number>()
    const vat = `${country.toLowerCase()} vat`
    for (const field of ['registration', 'vat'] as const) {
      const number = row[field]
      if (number === undefined) continue
      const candidates = field === 'vat' && known.has(vat) ? [vat, ...asked] : asked
      // where one kind only is asked for, a number that does not fit is kept under it, so that the review names the fault
      const kind = candidates.find((k) => fits(k, number)) ?? (candidates.length === 1 ? candidates[0] : undefined)
      const [land, sort] = kind?.split(' ') ?? []
      if (kind && land && sort) found.set(kind, found.get(kind) ?? { country: land, kind: sort, number })
      else
        remark(
          field,
          `“${number}”不是 ${country} 审查所需的号码（${asked.join('、')}），未采用`,
          `"${number}" is no number that is asked for in ${country} (${asked.join(', ')}); left out`,
        )
    }
    return [...found.values()]
  }

  function accountOf(
    row: SupplierRow,
    country: string,
    remark: (field: string, zh: string, en: string) => void,
  ): BankAccount | undefined {
    if (row.account === undefined) return undefined
    const bank = row.bank ?? row.swift
    if (row.payee === undefined || bank === undefined) {
      const field = row.payee === undefined ? 'payee' : 'bank'
      remark(
        field,
        row.payee === undefined ? '收款账户没有户名，未采用' : '收款账户没有开户行，未采用',
        `the account has no ${field === 'payee' ? 'holder' : 'bank'}; left out`,
      )
      return undefined
    }
    const bare = row.account.replace(/[\s-]/g, '').toUpperCase()
    const iban = /^[A-Z]{2}\d{2}[0-9A-Z]{11,30}$/.test(bare)
    const swift = row.swift === undefined ? undefined : /^[A-Z]{4}([A-Z]{2})[0-9A-Z]{2}/i.exec(row.swift)?.[1]
    return {
      holder: row.payee,
      bank,
      account: iban ? bare : `****${bare.length < 8 ? '' : bare.slice(-4)}`,
      country: iban ? bare.slice(0, 2) : (swift?.toUpperCase() ?? country),
      'recorded-at': on,
    }
  }
}
