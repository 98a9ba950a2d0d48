import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'

const ADJECTIVES = ['Portable', 'Foldable', 'Soft', 'Bright', 'Classic', '便携', '加厚', '轻便', '复古', '儿童']
const THINGS = [
  ['LED desk lamp', '台灯'],
  ['ceramic mug', '陶瓷杯'],
  ['face serum', '精华液'],
  ['building blocks', '积木'],
  ['USB-C cable', '数据线'],
  ['bath towel', '浴巾'],
  ['wireless earphones', '无线耳机'],
  ['cotton T-shirt', '纯棉T恤'],
  ['scented candle', '香薰蜡烛'],
  ['travel bag', '旅行包'],
] as const
const PLAIN = [
  'Made for daily use at home and on the way.',
  'Comes in a gift box with instructions.',
  'Size and colour as shown; please allow for a small difference.',
  'The surface is easy to clean with a damp cloth.',
  '适合居家与出行使用。',
  '尺寸以实物为准。',
]
/** One listing in three says one of these: of 1,000 real listings one in three claims something or names a brand. */
const CLAIMING = [
  'The best of all, number one in every test.',
  '100% natural and fully biodegradable.',
  'Clinically proven to work within seven days.',
  '全网最低价。',
]
const SELLERS = 500

/** Numbers from 0 to below `n` that hang on `i` alone (a multiplicative hash). */
const hashed = (i: number, salt: number, n: number): number =>
  (Math.imul((i + 1) * 2654435761, 40503 + salt * 7919) >>> 8) % n
const of = <T>(all: readonly T[], i: number, salt: number): T => all[hashed(i, salt, all.length)] as T

function line(i: number): string {
  const [en, zh] = of(THINGS, i, 1)
  const adjective = of(ADJECTIVES, i, 2)
  const thing = /\p{Script=Han}/u.test(adjective) ? `${adjective}${zh}` : `${adjective} ${en}`
  const said = [of(PLAIN, i, 3), of(PLAIN, i, 4), ...(hashed(i, 5, 3) === 0 ? [of(CLAIMING, i, 6)] : [])]
  const price = (5 + hashed(i, 7, 9_000) / 100).toFixed(2)
  return `SKU-${i},"${thing} no. ${i}",${price},EUR,Shop ${hashed(i, 8, SELLERS)},"${said.join(' ')}",https://img.example.com/${i}.jpg\n`
}

/** Writes lines of a made-up list of products from the first on, the same every time. */
export async function writeList(file: string, first: number, rows: number): Promise<void> {
  const out = createWriteStream(file)
  out.write('sku,title,price,currency,seller_name,description,images\n')
  for (let n = 0; n < rows; n += 1_000) {
    const block = Array.from({ length: Math.min(1_000, rows - n) }, (_, i) => line(first + n + i)).join('')
    if (!out.write(block)) await new Promise<void>((resolve) => out.once('drain', () => resolve()))
  }
  out.end()
  await finished(out)
}
