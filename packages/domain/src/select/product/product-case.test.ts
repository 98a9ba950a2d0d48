import { expect, it } from 'vitest'
import type { Day } from '../../kernel/day.ts'
import { certificate } from './product.ts'
import { certificateHolds } from './product-case.ts'

const paper = certificate.parse({ type: 'ce-declaration', issued: '2026-01-10', expires: '2026-06-06', models: ['M1'] })
const holds = (day: string, model = 'M1') => certificateHolds(paper, model, ['de', 'eu'], day as Day)

it('a certificate holds from the day it was issued through its last day, for the models it names', () => {
  expect(['2026-01-09', '2026-01-10', '2026-06-06', '2026-06-07'].map((d) => holds(d))).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(holds('2026-03-01', 'M2')).toBe(false)
})
