import { expect, it } from 'vitest'
import { soundsLike, syllablesOf } from './pinyin.ts'

it('reads characters as the words they stand in, and a surname as one', () => {
  expect(syllablesOf('重庆').join(' ')).toBe('chong qing')
  expect(syllablesOf('重量').join(' ')).toBe('zhong liang')
  expect(syllablesOf('曾国强', true).join(' ')).toBe('zeng guo qiang')
})

it.each([
  ['gongyingshang', true],
  ['gong ying', true],
  ['ying', true],
  ['gys', true],
  ['gyx', false],
  // not in the middle of a syllable, nor by one letter
  ['ngshang', false],
  ['g', false],
])('供应商 by %s: %s', (letters, found) => {
  expect(soundsLike('供应商', letters)).toBe(found)
})
