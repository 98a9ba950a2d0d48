import { expect, it } from 'vitest'
import { smallSupplier } from '../../../test/supplier/small-supplier.ts'
import type { Day } from '../../kernel/day.ts'
import { namesToScreen, screenSupplier } from './screen-supplier.ts'
import { buildIndex } from './screening.ts'

const words = {
  threshold: '0.83',
  'legal-forms': ['Co', 'Ltd'],
  particles: [],
  general: ['trading'],
  'same-characters': [],
}
const list = (names: string[]) => ({
  id: 'ofac-sdn',
  day: '2026-05-30' as Day,
  files: ['a'.repeat(64)],
  index: buildIndex([{ list: 'ofac-sdn', id: '36', names, kind: 'entity' as const }], words as never),
})
const day = '2026-06-01' as Day
const supplier = smallSupplier({
  names: ['Zephyrine Korvalen Trading Co., Ltd.'],
  'beneficial-owners': [{ name: '钱多', share: '0.6' }, { name: '孙少', share: '0.1' }, { name: '李未' }],
})

it('screens its names, its representative, and owners from the share on or of unknown share', () => {
  expect(namesToScreen(supplier, 0.25)).toEqual([
    '杭州启明日用品有限公司',
    'Zephyrine Korvalen Trading Co., Ltd.',
    '王小明',
    '钱多',
    '李未',
  ])
})

it('a hit says word by word why, and awaits a decision', () => {
  const found = screenSupplier(supplier, list(['KORVALEN ZEPHYRINE']), 0.25, day)
  expect(found).toMatchObject({ list: 'ofac-sdn', 'list-date': '2026-05-30', on: day, hits: [{ entry: '36' }] })
  expect(found.decision).toBeUndefined()
  expect(found.hits[0]?.words?.map((w) => [w.screened, w.listed, w.how])).toEqual(
    expect.arrayContaining([
      ['zephyrine', 'zephyrine', 'same'],
      ['korvalen', 'korvalen', 'same'],
      ['trading', '', 'only-screened'],
    ]),
  )
})

it('what was decided of the very same hits stands when the list comes anew; of another listed name it does not', () => {
  const first = screenSupplier(supplier, list(['KORVALEN ZEPHYRINE']), 0.25, day)
  const decided = { ...first, decision: 'not-the-same', 'decided-by': '李', reason: '住所不同' } as const
  const after = { ...supplier, screenings: [decided] }
  const again = screenSupplier(after, list(['KORVALEN ZEPHYRINE']), 0.25, '2026-07-01' as Day)
  expect(again).toMatchObject({ on: '2026-07-01', decision: 'not-the-same', 'decided-by': '李', reason: '住所不同' })
  expect(screenSupplier(after, list(['KORVALEN ZEPHYRINA']), 0.25, '2026-07-01' as Day).decision).toBeUndefined()
})

it('clear when no name is near', () => {
  expect(screenSupplier(supplier, list(['MISTRAL QUEEN']), 0.25, day).hits).toEqual([])
})
