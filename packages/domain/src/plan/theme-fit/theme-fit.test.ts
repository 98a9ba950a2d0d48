import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standardData } from '../../../test/standard-data.ts'
import { classFile } from '../../select/product/classify/class-schema.ts'
import { compileThemes } from './compile-themes.ts'
import { themeFile } from './theme-schema.ts'

const themes = standardData('themes.yaml', themeFile)
const classes = ['appliances', 'beauty', 'electronics', 'fashion', 'home', 'leisure', 'tools-transport', 'worn'].map(
  (name) => standardData(`classes/${name}.yaml`, classFile),
)
const fitTo = (theme: string, named?: string[]) => {
  const fit = compileThemes(themes, classes, { theme, 'theme-classes': named })
  return (title: string, cls?: string, description = '') => fit({ title, description }, cls)
}

describe('a theme in free text', () => {
  /** Titles made for this test, those that belong to a rainy season at home first. */
  const belong = [
    ['Folding umbrella, windproof', 'household'],
    ['Dehumidifier 2 L', 'home-appliance'],
    ['Rak jemuran baju lipat', 'household'],
    ['洗衣液 2kg 除菌', 'cleaning-chemical'],
    ['น้ำยาปรับผ้านุ่ม 600 มล.', 'cleaning-chemical'],
    ['Máy hút ẩm mini', 'home-appliance'],
    ['Gummistiefel Damen', 'footwear'],
  ] as const
  const other = [
    ['Brake pads front, ceramic', 'vehicle-parts'],
    ['Smartphone 8/256 GB', 'phone-tablet'],
    ['Basketball shoes', 'footwear'],
    ['Gold plated necklace', 'jewellery-watches'],
  ] as const

  it.each([
    '雨季居家护理',
    'Rainy-season home care',
    'Musim hujan: perawatan rumah',
    'หน้าฝน ดูแลบ้าน',
    'Mùa mưa, chăm sóc nhà cửa',
  ])('%s ranks what belongs to it above what does not', (theme) => {
    const fit = fitTo(theme)
    const least = Math.min(...belong.map(([title, cls]) => fit(title, cls).score))
    const most = Math.max(...other.map(([title, cls]) => fit(title, cls).score))
    expect(least).toBeGreaterThan(most)
    expect(least).toBeGreaterThan(0.3)
  })

  it('that holds two themes takes goods of both', () => {
    const fit = fitTo('南洋日常：美妆护肤与居家好物')
    expect(fit('保湿面霜 50g', 'cosmetics').score).toBeGreaterThan(0.7)
    expect(fit('Laundry basket', 'household').score).toBeGreaterThanOrEqual(0.7)
    expect(fit('Car phone holder', 'vehicle-parts').score).toBe(0)
  })

  it('that no list of themes knows is understood by the names of goods in it', () => {
    const fit = fitTo('Wok & chopsticks')
    const found = fit('Carbon steel wok 32 cm', 'food-contact')
    expect(found.reasons.map((r) => r.en)).toEqual([
      'the theme names its class, Food contact goods',
      'it shares words with the theme: wok',
    ])
    // 1 − (1 − 0.7)(1 − 0.2): the class weight, and one shared word of the title
    expect(found.score).toBe(0.76)
  })

  it('that tells nothing says so, and what to do', () => {
    expect(fitTo('！！！')('Umbrella', 'household')).toEqual({
      score: 0,
      reasons: [
        {
          zh: '从主题文字看不出所需产品，请在方案中列出主题品类',
          en: 'the theme’s text does not tell which goods it asks for; name theme classes in the plan',
        },
      ],
    })
  })
})

describe('a score', () => {
  it('adds up the ties as independent signs', () => {
    const found = fitTo('雨季')('雨伞', 'household', '配雨衣')
    // class 0.7 × fit 0.7 = 0.49; 雨伞 and 伞 in the title 1 − 0.55² = 0.6975; 雨衣 in the description 0.08
    // 1 − 0.51 × 0.3025 × 0.92 = 0.858
    expect(found.score).toBe(0.86)
    expect(found.reasons.map((r) => r.zh)).toEqual([
      '品类“家居日用”合于主题“雨季”：雨季要挡雨、除湿、防霉、烘干与驱蚊',
      '有主题“雨季”所需的“雨伞”、“伞”、“雨衣”',
    ])
  })

  it('of a plan that names its classes takes those alone, children too', () => {
    const fit = fitTo('雨季', ['cosmetics'])
    expect(fit('Lotion', 'cosmetics.sunscreen')).toEqual({
      score: 0.8,
      reasons: [{ zh: '方案的主题品类含“防晒化妆品”', en: 'the plan names its class, Sunscreens, for the theme' }],
    })
    expect(fit('Bucket', 'household').score).toBe(0)
    expect(fit('雨衣', 'household').score).toBe(0.45)
  })

  it('on a sale day is the same for goods of any class, known or not, unless the day suits the class better', () => {
    const fit = fitTo('11.11')
    // class 0.7 × 0.3 for any goods, 0.7 × 0.4 for clothes
    expect([fit('Thing').score, fit('Brake pads', 'vehicle-parts').score, fit('Thing', 'apparel').score]).toEqual([
      0.21, 0.21, 0.28,
    ])
  })

  it('of goods whose class is not known rests on words', () => {
    const fit = fitTo('Camping')
    expect(fit('Tent for 4').score).toBe(0.45)
    expect(fit('Thing').reasons[0]?.en).toBe('its class is not known and its words do not meet the theme')
  })
})

const word = fc.constantFrom(
  '雨季',
  'beauty',
  'kitchen',
  '露营',
  'umbrella',
  'wok',
  'mùa hè',
  'โยคะ',
  'tent',
  '面霜',
  'zzz',
  '，',
)
const phrase = fc.array(word, { maxLength: 6 }).map((parts) => parts.join(' '))
const cls = fc.constantFrom(undefined, 'household', 'cosmetics', 'food-contact', 'sports-outdoor', 'vehicle-parts')

describe('for any theme and listing', () => {
  it('the score lies in 0–1, has a reason, and is the same on every reading', () => {
    fc.assert(
      fc.property(
        fc.oneof(phrase, fc.string()),
        fc.oneof(phrase, fc.string()),
        phrase,
        cls,
        (theme, title, description, c) => {
          const found = fitTo(theme)(title, c, description)
          expect(found.score).toBeGreaterThanOrEqual(0)
          expect(found.score).toBeLessThanOrEqual(1)
          expect(found.reasons.length).toBeGreaterThan(0)
          expect(fitTo(theme)(title, c, description)).toEqual(found)
        },
      ),
      { numRuns: 30 },
    )
  })

  it('a word more in the listing or in the theme never lowers it', () => {
    fc.assert(
      fc.property(phrase, phrase, word, cls, (theme, title, more, c) => {
        const { score } = fitTo(theme)(title, c)
        expect(fitTo(theme)(`${title} ${more}`, c).score).toBeGreaterThanOrEqual(score)
        expect(fitTo(`${theme} ${more}`)(title, c).score).toBeGreaterThanOrEqual(score)
      }),
      { numRuns: 30 },
    )
  })
})
