import { describe, expect, it } from 'vitest'
import { matcher, read } from './read-marked.ts'

const words = (text: string, language?: string) =>
  read(text, language ? { languages: [language] } : {}).map((claim) => claim.words)

describe('context', () => {
  it.each([
    ['en', 'This is not the best lamp for reading.'],
    ['en', 'This lamp is not waterproof.'],
    ['en', 'Not intended to diagnose, treat, cure or prevent eczema.'],
    ['en', 'Best before: see bottom of the tin.'],
    ['en', 'We do our best to answer within a day.'],
    ['en', 'Lowest price of the last 30 days: 24.90 €'],
    ['en', 'It comes in the original box.'],
    ['en', 'Click BUY NOW and choose a colour.'],
    ['de', 'Gehäuse aus rostfreiem Edelstahl.'],
    ['ms', 'Diperbuat daripada keluli tahan karat.'],
    ['id', 'Terbuat dari baja tahan karat.'],
    ['id', 'Tidak tahan air, jangan dicuci.'],
    ['th', 'ตัวกรองเรซิ่นจะขจัดหินปูนในน้ำ'],
  ])('%s: “%s” claims nothing', (language, text) => {
    expect(words(text, language)).toEqual([])
  })

  it.each([
    ['en', 'Not only cheap, the best quality too.', ['the best quality']],
    ['en', 'No worries, it never rusts.', ['never rusts']],
    ['en', 'Not for children. Best quality.', ['Best quality']],
    ['th', 'แปรงสีฟันช่วยขจัดหินปูน', ['ขจัดหินปูน']],
  ])('%s: “%s” still does', (language, text, found) => {
    expect(words(text, language)).toEqual(found)
  })
})

describe('languages', () => {
  it('reads every language when it is not told which', () => {
    expect(words('Testsieger')).toEqual(['Testsieger'])
    expect(words('Testsieger', 'und')).toEqual(['Testsieger'])
  })

  it('reads one-word claims only in the language told and English, longer ones in all', () => {
    expect(words('Testsieger', 'id')).toEqual([])
    expect(words('waterproof', 'id')).toEqual(['waterproof'])
    expect(words('Obat kutu air', 'en')).toEqual(['Obat kutu air'])
  })

  it('gives the softer wording in the language asked for', () => {
    expect(matcher.find('SPF 50', { languages: ['de'] })).toMatchObject([{ language: 'de' }])
  })
})

describe('search words', () => {
  it('are not held to be claims of the product', () => {
    const title = 'USB cable 2 m. '
    expect(words(`${title}anker official store. phone cable fast. ugreen power bank cable`, 'en')).toEqual([])
    expect(words(`${title}Hip Hop Hat. tas sekolah anak. waterproof winter glove. carbon fiber bonnet`, 'en')).toEqual(
      [],
    )
  })

  it('are told from sentences and from lists of features', () => {
    expect(words('It is waterproof. We tested it twice. You will like it.', 'en')).toEqual(['waterproof'])
    expect(words('Waterproof. Long lasting. Light.', 'en')).toEqual(['Waterproof', 'Long lasting'])
  })

  it('may not say what may not be said at all', () => {
    expect(words('phone cable fast. lowest price cable. ugreen power bank cable', 'en')).toEqual(['lowest price'])
  })
})

describe('long texts', () => {
  it('are read without going back over them for each claim', () => {
    // "not" denies both claims that follow it within 14 characters, so each line leaves one.
    const text = 'best quality not the best waterproof '.repeat(20_000)
    expect(matcher.find(text, { languages: ['en'] }).length).toBe(20_000)
  })
})
