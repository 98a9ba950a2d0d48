import { describe, expect, it } from 'vitest'
import { idsOf, type Made } from './finder.ts'

/** Listings made for these tests, with the signal each must give. */
const TOLD: Readonly<Record<string, readonly Made[]>> = {
  'ip.brand-unlicensed': [
    { title: 'Nike Air sneakers for men, running shoes', class: 'footwear', language: 'en' },
    { title: '耐克同款男士运动鞋', brand: '无品牌', class: 'footwear', language: 'zh' },
    { title: 'Sepatu Adidas pria terbaru', brand: 'Tidak Ada Merk', class: 'footwear', language: 'id' },
    { title: 'Túi xách Gucci nữ cao cấp', class: 'bags-luggage', language: 'vi' },
  ],
  'ip.brand-authorisation-needed': [{ title: 'Toner 200 ml', brand: 'La Roche-Posay', class: 'cosmetics' }],
  'ip.licence-missing': [
    { title: 'Arsenal jersey 2024 home for fans', class: 'apparel', language: 'en' },
    { title: 'Dallas Cowboys hoodie grey', brand: 'Generic', class: 'apparel', language: 'en' },
    { title: '史迪奇毛绒挂件', class: 'toys', language: 'zh' },
    { title: 'Tas anak Hello Kitty', class: 'bags-luggage', language: 'id' },
  ],
  'ip.team-shirt': [
    { title: 'Jersey bola grade ori player issue', class: 'apparel', language: 'id' },
    { title: 'เสื้อทีมชาติ 2025', class: 'apparel', language: 'th' },
    { title: 'Camiseta de fútbol local 24/25', class: 'apparel', language: 'es' },
  ],
  'ip.compatible-use': [{ title: 'iPhone 15 case clear', brand: 'Kase', class: 'phone-case', language: 'en' }],
  'ip.look-alike': [
    { title: 'Jam tangan pria replika mewah kw super', language: 'id', class: 'jewellery-watches' },
    { title: '高仿名牌手提包 一比一', language: 'zh', class: 'bags-luggage' },
    { title: 'Handbag 1:1 quality mirror copy', language: 'en', class: 'bags-luggage' },
    { title: 'กระเป๋างานก๊อป เกรดมิลเลอร์', language: 'th', class: 'bags-luggage' },
  ],
  'ip.imitated-name': [{ title: 'i15 Pro Max smartphone 7.3 inch 16GB', class: 'phone-tablet', language: 'en' }],
  'ip.official-unproven': [
    { title: 'Officially licensed plush bear', class: 'toys', language: 'en' },
    { title: '官方授权周边徽章', class: 'fashion-accessories', language: 'zh' },
    { title: 'Kaos berlisensi resmi', class: 'apparel', language: 'id' },
  ],
  'ip.genuine-unproven': [{ title: 'Parfum ori 100% asli', language: 'id', class: 'cosmetics' }],
  'ip.copyright': [{ title: 'Netflix account 12 months premium', class: 'digital-service', language: 'en' }],
  'ip.empty-packaging': [{ title: 'Dus box hp lengkap stiker imei', language: 'id', class: 'phone-tablet' }],
  'restricted.alcohol': [
    { title: 'Craft beer 330ml x 24 cans', class: 'alcohol', language: 'en' },
    { title: '葡萄酒 750ml 酒精度13%', language: 'zh' },
    { title: 'Soju 360ml, 16% alcohol', language: 'en' },
    { title: 'Budweiser 12 pack, cans of 330ml', language: 'en' },
  ],
  'restricted.infant-formula': [
    { title: 'Infant formula stage 1, 900 g', class: 'infant-formula', language: 'en' },
    { title: '婴儿配方奶粉1段 800克', class: 'food', language: 'zh' },
    { title: 'Susu formula bayi 0-6 bulan', class: 'food', language: 'id' },
    { title: 'Baby formula with iron, tub of 800 g', class: 'baby-care', language: 'en' },
  ],
  'restricted.tobacco': [
    { title: 'Disposable vape 8000 puffs mango flavour', language: 'en' },
    { title: '电子烟 一次性 薄荷口味', class: 'tobacco-vape', language: 'zh' },
  ],
  'medical.presented': [
    { title: 'Choking rescue device for adults and children', language: 'en' },
    { title: '海姆立克窒息急救器 家用', language: 'zh' },
    { title: 'Alat penyelamat tersedak', language: 'id' },
    { title: 'Choke rescue kit, airway assist for the home', language: 'en' },
  ],
  'medical.purpose': [{ title: 'Foot massager for pain relief', class: 'personal-care-appliance', language: 'en' }],
  'medicine.presented': [
    { title: 'Nail fungus treatment oil', class: 'cosmetics', language: 'en' },
    { title: '脚气王抑菌膏', language: 'zh' },
    { title: 'Salep obat kurap dan panu', language: 'id' },
  ],
  'medicine.prescription-name': [{ title: 'Tretinoin cream 0.1%', class: 'cosmetics', language: 'en' }],
  'cosmetic.spf': [
    { title: 'Day cream SPF 50 PA++++', class: 'cosmetics', language: 'en' },
    { title: 'Kem chống nắng 50 ml', class: 'cosmetics', language: 'vi' },
  ],
  'cosmetic.acne': [
    { title: 'Serum anti jerawat', class: 'cosmetics', language: 'id' },
    { title: '祛痘精华 30ml', class: 'cosmetics', language: 'zh' },
    { title: 'Acne Fighter Set', class: 'cosmetics' },
  ],
  'child.small-balls-powder': [
    { title: 'Slime set for kids', class: 'toys', language: 'en' },
    { title: 'Bedak bayi 200 g', class: 'baby-care', language: 'id' },
    { title: '100 play balls for toddlers', language: 'en' },
  ],
  'hazard.magnets-beads': [
    { title: 'Magnetic balls 216 pcs desk puzzle', class: 'toys', language: 'en' },
    { title: '水宝宝 泡大珠 10000粒', class: 'toys', language: 'zh' },
    { title: 'Wasserperlen bunt 50000 Stück', class: 'toys', language: 'de' },
  ],
  'hazard.infant-sleep': [{ title: 'Padded crib bumper, 4 pieces', class: 'baby-care', language: 'en' }],
  'hazard.fire': [
    { title: 'Sky lanterns pack of 10', language: 'en' },
    { title: '孔明灯 10个装', language: 'zh' },
  ],
  'hazard.laser': [
    { title: 'Green laser pointer rechargeable', language: 'en' },
    { title: '激光笔 绿光', language: 'zh' },
  ],
  'radio.jammer': [
    { title: 'GPS jammer for cars', language: 'en' },
    { title: 'Máy phá sóng điện thoại', language: 'vi' },
  ],
  surveillance: [{ title: 'Spy camera pen 1080p', language: 'en' }],
  weapon: [
    { title: 'Expandable baton steel', language: 'en' },
    { title: '弹弓 户外', language: 'zh' },
  ],
  'live-animal': [
    { title: '象牙雕 摆件', language: 'zh' },
    { title: 'Carved ivory pendant', language: 'en' },
  ],
  'second-hand.refurbished': [
    { title: 'Refurbished phone 128GB grade A', language: 'en', class: 'phone-tablet' },
    { title: '二手相机 九成新', language: 'zh' },
    { title: 'Laptop bekas murah', language: 'id', class: 'computer' },
  ],
  'price.bait': [
    { title: '[Buy 1 get 6 free] phone', language: 'en' },
    { title: '0元购 蓝牙耳机', language: 'zh' },
  ],
  'off-platform': [{ title: 'Dress', description: 'For orders, whatsapp us first', language: 'en' }],
}

describe('what a listing tells selection to look at', () => {
  it.each(Object.entries(TOLD).flatMap(([id, all]) => all.map((made) => [id, made.title, made] as const)))(
    '%s: %s',
    (id, _, made) => {
      expect(idsOf(made)).toContain(id)
    },
  )
})
