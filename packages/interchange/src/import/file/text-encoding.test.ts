import { expect, test } from 'vitest'
import { textEncoding } from './text-encoding.ts'

const of = (hex: string) => {
  const head = Buffer.from(hex, 'hex')
  const { name } = textEncoding(head, 'list.csv')
  return [name, new TextDecoder(name).decode(head)]
}
/** As Python 3 encodes them: `text.encode('big5')` and so on. */
const TEXTS = [
  [
    'big5',
    '商品名稱,價格,品牌\n不鏽鋼保溫杯 500ml,299,自有品牌\n無線藍牙耳機 降噪,1280,聲學科技\n',
    'b0d3ab7ea657bad92cbbf9aee62cab7eb5500aa4a3c4c3bffbab4fb7c5aa4d203530306d6c2c3239392ca6dba6b3ab7eb5500ab54cbd75c2c5a4faa6d5bef720adb0beb82c313238302cc16ebec7aceca7de0a',
  ],
  [
    'big5',
    '題名,說明\n有機烏龍茶,產自臺灣阿里山，手工採摘，香氣濃郁，適合送禮自用\n',
    'c344a6572cbba1a9fa0aa6b3bef7af51c073aff92cb2a3a6dbbb4fc657aafca8bda473a141a4e2a475b1c4ba4ba141adbbaef0bf40ada7a141be41a658b065c2a7a6dba5ce0a',
  ],
  ['big5', '名稱,售價\n雨傘,99\n', 'a657bad92cb0e2bbf90aab42b3ca2c39390a'],
  [
    'gb18030',
    '商品名称,价格,品牌\n不锈钢保温杯 500ml,299,自有品牌\n无线蓝牙耳机 降噪,1280,声学科技\n',
    'c9ccc6b7c3fbb3c62cbcdbb8f12cc6b7c5c60ab2bbd0e2b8d6b1a3cec2b1ad203530306d6c2c3239392cd7d4d3d0c6b7c5c60acedecfdfc0b6d1c0b6fabbfa20bdb5d4eb2c313238302cc9f9d1a7bfc6bcbc0a',
  ],
  [
    'windows-874',
    'ชื่อสินค้า,ราคา\nร่มพับ กันแดด,199\n',
    'aad7e8cdcad4b9a4e9d22cc3d2a4d20ac3e8c1bed1ba20a1d1b9e1b4b42c3139390a',
  ],
  [
    'windows-1252',
    'Bezeichnung,Preis\nKüchenmesser für Gemüse,19 €\n«Édition Spéciale»,Größe\n',
    '42657a656963686e756e672c50726569730a4bfc6368656e6d65737365722066fc722047656dfc73652c313920800aabc9646974696f6e205370e96369616c65bb2c4772f6df650a',
  ],
] as const

test.each(TEXTS)('%s is found, text %#', (encoding, text, hex) => {
  expect(of(hex)).toEqual([encoding, text])
})
