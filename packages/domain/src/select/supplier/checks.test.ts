import { expect, it } from 'vitest'
import { madeMarket, madeRule } from '../../../test/made-rules.ts'
import { standardData } from '../../../test/standard-data.ts'
import { smallSupplier } from '../../../test/supplier/small-supplier.ts'
import { runChecks } from '../../gate/check.ts'
import { ruleSetFor } from '../../gate/rule-set.ts'
import type { Day } from '../../kernel/day.ts'
import { supplierChecks } from './checks.ts'
import { documentFile } from './documents.ts'
import { qualificationFile, requirementsFor } from './qualification.ts'

const day = '2026-06-01' as Day
const rules = [madeRule('my.supplier.identity', { requires: { document: 'business-licence' } })]
const markets = [ruleSetFor(rules, [madeMarket('my', ['MY'])], 'my', day)]
const documents = new Map(standardData('documents.yaml', documentFile).documents.map((d) => [d.id, d]))
const matrix = standardData('qualification.yaml', qualificationFile)

/** What the market's law finds of the supplier's documents. */
const asked = (held: object[]) => {
  const supplier = smallSupplier({ documents: held })
  const wanted = requirementsFor(supplier, [], matrix)
  const standard = { documents, templates: new Map() }
  const about = { id: 'S-1', name: 'S', supplier, wanted, standard, asOf: day, brands: [], markets, decided: undefined }
  return runChecks(supplierChecks, about).filter((f) => f.rule === 'my.supplier.identity')
}

it('takes the register extract of the supplier’s own country for the licence a market asks for', () => {
  expect(asked([{ type: 'cn-business-licence', issued: '2020-01-01', evidence: 'licence.pdf' }])).toEqual([])
  expect(asked([{ type: 'business-licence', issued: '2020-01-01', evidence: 'licence.pdf' }])).toEqual([])
})

it('tells a licence that lapsed before the stream from one never handed in', () => {
  expect(asked([])).toMatchObject([{ state: 'missing', market: 'my', statutory: true }])
  const lapsed = { type: 'cn-business-licence', issued: '2020-01-01', expires: '2026-05-31' }
  expect(asked([lapsed])).toMatchObject([{ state: 'wrong', market: 'my', statutory: true }])
})
