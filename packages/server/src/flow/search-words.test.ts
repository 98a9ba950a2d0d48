import { expect, test } from 'vitest'
import { searchWords } from './search-words.ts'

test.each<[string, string[]]>([
  ['LED Desk-lamp, no. 12', ['led', 'desk', 'lamp', 'no', '12']],
  ['便携台灯LED灯', ['便携', '携台', '台灯', 'led', '灯']],
  // full width, ligature and capital as they are typed: NFKC, then lower case
  ['ＵＳＢ\uff0d\ufb01x Ⅷ', ['usb', 'fix', 'viii']],
  ['カバ ｶﾊﾞ', ['カバ']],
  // letters beyond the first plane stay whole
  ['\u{20bb7}野屋', ['\u{20bb7}野', '野屋']],
  ['\u{1f9fa} 篮', ['篮']],
  ['half \ud800 of a letter', ['half', 'of', 'a', 'letter']],
  ['x'.repeat(50), ['x'.repeat(40)]],
  ['', []],
])('%s', (text, words) => expect(searchWords(text)).toEqual(words))
