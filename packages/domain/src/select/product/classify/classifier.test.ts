import { describe, expect, it } from 'vitest'
import { classifier, listing } from '../../../../test/classify/shipped-classes.ts'
import { TITLES } from '../../../../test/classify/titles.ts'
import type { Trait } from '../../../gate/words.ts'

const { classify } = classifier
const classOf = (title: string, language = 'en') => classify(listing(title, { language })).class

describe('the class of a product', () => {
  it.each(TITLES)('%s: %s → %s', (language, title, cls) => {
    expect(classOf(title, language)).toBe(cls)
  })

  it.each([
    ['en', 'Charger for Laptop', 'electronics-accessory'],
    ['en', 'Case for iPhone', 'phone-case'],
    ['en', 'Battery for Samsung phone', 'battery-power'],
    ['en', 'Watch strap for Apple Watch', 'phone-case'],
    ['en', 'Toner for HP printer', 'computer'],
    ['zh', '适用于iPhone15手机壳', 'phone-case'],
    ['id', 'Charger untuk laptop Asus', 'electronics-accessory'],
    ['ms', 'Sarung telefon untuk Samsung', 'phone-case'],
    ['th', 'ที่ชาร์จสำหรับโน๊ตบุ๊ค', 'electronics-accessory'],
    ['vi', 'Sạc cho laptop', 'electronics-accessory'],
  ])('%s: %s is what it is, not what it goes with (%s)', (language, title, cls) => {
    expect(classOf(title, language)).toBe(cls)
  })

  it.each([
    ['en', 'Soap dish', 'household'],
    ['en', 'Shampoo for dogs', 'pet-supplies'],
    ['en', 'Facial toner', 'cosmetics'],
    ['en', 'Toy car for kids', 'toys'],
    ['en', 'Car seat cover', 'vehicle-parts'],
    ['en', 'Car seat for baby', 'baby-care'],
    ['en', 'Coffee table', 'furniture'],
    ['en', 'Coffee maker', 'kitchen-appliance'],
    ['en', 'Coffee mug', 'food-contact'],
    ['en', 'Dog food container', 'pet-supplies'],
    ['zh', '口红收纳盒', 'household'],
    ['zh', '笔记本电脑包', 'bags-luggage'],
    ['zh', '宝宝辅食碗', 'baby-care'],
    ['zh', '鞋', 'footwear'],
    ['zh', '鞋架', 'furniture'],
    ['id', 'Sampo kucing', 'pet-supplies'],
    ['id', 'Tempat sabun', 'household'],
    ['vi', 'Đồ chơi cho chó', 'pet-supplies'],
    ['th', 'แชมพูแมว', 'pet-supplies'],
  ])('%s: a longer word of another class wins: %s (%s)', (language, title, cls) => {
    expect(classOf(title, language)).toBe(cls)
  })

  it.each([
    ['en', 'Floral dress for girls 4-6 years'],
    ['zh', '儿童卫衣'],
    ['id', 'Kaos anak'],
    ['ms', 'Baju kanak kanak'],
    ['th', 'เสื้อยืดเด็ก'],
    ['vi', 'Áo thun cho bé trai'],
  ])('%s: clothing for children is children’s clothing: %s', (language, title) => {
    expect(classOf(title, language)).toBe('apparel-children')
  })

  it('knows an unnamed language by its words', () => {
    expect(classOf('Softcase bening anti gores', 'und')).toBe('phone-case')
    expect(classOf('电动牙刷 Electric Toothbrush', 'und')).toBe('personal-care-appliance')
  })

  it('takes the sunscreen among cosmetics, and cosmetics when only they are named', () => {
    expect(classOf('Sunscreen face cream')).toBe('cosmetics.sunscreen')
    expect(classOf('Face cream')).toBe('cosmetics')
  })
})

describe('an answer that is not sure', () => {
  it.each(['asdf qwerty zxcv', '12345', '!!!', '好看的东西', 'Original ready stock free gift best price'])(
    'says that no word names the goods: %s',
    (title) => {
      const verdict = classify(listing(title))
      expect(verdict.class).toBeUndefined()
      expect(verdict.confidence).toBeLessThan(0.5)
      expect(verdict.reason.zh).toMatch(/请/)
    },
  )

  it('asks for confirmation when one weak word is all', () => {
    const verdict = classify(listing('笔记本', { language: 'zh' }))
    expect(verdict.class).toBeUndefined()
    expect(verdict.reason).toEqual({
      zh: '只有标题“笔记本”像是电脑及外设，请确认',
      en: 'only title “笔记本” hints at Computers; please confirm',
    })
  })

  it('names both classes when two are as likely', () => {
    const verdict = classify(
      listing('Lipstick', { category: ['Toothbrush', 'Toothbrush'], description: 'Soft toothbrush.' }),
    )
    expect(verdict.class).toBeUndefined()
    expect(verdict.runnerUp).toBe('personal-hygiene')
    expect(verdict.reason.en).toBe('title “Lipstick” may mean Cosmetics, but it may be Personal hygiene; please choose')
  })
})

describe('the reason', () => {
  it('names the words and the fields, for a buyer', () => {
    const { reason } = classify(listing('Clear phone case', { category: ['Phones', 'Phone Case'] }))
    expect(reason).toEqual({
      zh: '标题、类目“phone case”是手机壳膜与支架',
      en: 'title and category “phone case”: Phone cases and holders',
    })
  })

  it('says that the goods are for children', () => {
    const { reason } = classify(listing('儿童卫衣', { language: 'zh' }))
    expect(reason.zh).toBe('标题“卫衣”是服装，面向儿童即童装')
  })
})

describe('the declared HS code', () => {
  it('decides where the words do not', () => {
    const silent = listing('Model A100', { hs: '6403.99.90' })
    expect(classify(silent)).toMatchObject({ class: 'footwear', reason: { zh: 'HS 编码“6403.99.90”是鞋类' } })
  })

  it('outweighs a word of the title', () => {
    expect(classOf('Kite')).toBe('toys')
    expect(classify(listing('Kite', { hs: '42022200' })).class).toBe('bags-luggage')
  })

  it('helps less where classes share the heading: the words decide among them', () => {
    expect(classify(listing('Dress shoes')).class).not.toBe('baby-care')
    expect(classify(listing('Diaper M', { hs: '961900' })).class).toBe('baby-care')
    expect(classify(listing('Sanitary pad', { hs: '961900' })).class).toBe('personal-hygiene')
    expect(classify(listing('Model A100', { hs: '961900' })).class).toBeUndefined()
  })
})

describe('traits', () => {
  it.each<[string, string, readonly Trait[]]>([
    ['en', 'Wireless earbuds Bluetooth 5.3 500mAh case', ['battery', 'radio', 'skin-contact']],
    ['en', 'Digital Air Fryer 5.5L', ['food-contact', 'mains']],
    ['en', '[USED] Smartphone 128GB', ['battery', 'radio', 'second-hand']],
    ['en', 'Nourishing Shampoo 400ml', ['liquid', 'skin-contact']],
    ['en', 'Kitchen knife set', ['blade', 'food-contact']],
    ['en', 'Magnetic building blocks', ['for-children', 'magnet', 'small-parts']],
    ['en', 'Loose powder translucent', ['powder', 'skin-contact']],
    ['en', 'Insect spray aerosol 300ml', ['aerosol', 'liquid']],
    ['zh', '二手智能手机', ['battery', 'radio', 'second-hand']],
    ['id', 'Blender Portable Isi Ulang Baterai', ['battery', 'food-contact', 'mains']],
    ['vi', 'Tai nghe không dây', ['radio', 'skin-contact']],
    ['th', 'พัดลมพกพา แบตเตอรี่ในตัว', ['battery', 'mains']],
  ])('%s: %s shows %j', (language, title, traits) => {
    expect(classify(listing(title, { language })).traits).toEqual(traits)
  })

  it.each<[string, Trait]>([
    ['Toy robot, battery not included', 'battery'],
    ['Wireless bra seamless', 'radio'],
    ['Bladeless fan', 'blade'],
    ['Frying pan can be used on induction', 'second-hand'],
    ['Water bottle 500ml', 'liquid'],
    ['Baby blue dress for women', 'for-children'],
    ['Powder puff', 'powder'],
  ])('%s does not show %s', (title, trait) => {
    expect(classify(listing(title)).traits).not.toContain(trait)
  })

  it.each<[string, string, boolean]>([
    ['USB cable for laptop and Bluetooth speaker', 'radio', false],
    ['Desk lamp with Bluetooth speaker', 'radio', true],
    ['Remote control for drone', 'battery', false],
    ['Toothbrush for kids', 'for-children', true],
  ])('are those of the goods, not of what they fit: %s, %s: %j', (title, trait, shown) => {
    expect(classify(listing(title)).traits.includes(trait as Trait)).toBe(shown)
  })

  it('are read from category and specification, not from the description', () => {
    const lamp = (more: object) => classify(listing('Desk lamp', more)).traits
    expect(lamp({ attributes: [{ name: 'Power', value: 'Rechargeable' }] })).toContain('battery')
    expect(lamp({ category: ['Kids'] })).toContain('for-children')
    expect(lamp({ description: 'Not for children.' })).not.toContain('for-children')
  })

  it('stand also when the class is not sure', () => {
    expect(classify(listing('Something magnetic'))).toMatchObject({ class: undefined, traits: ['magnet'] })
  })
})
