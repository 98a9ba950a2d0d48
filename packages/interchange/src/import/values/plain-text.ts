import { Parser } from 'htmlparser2'
import { jsonOf, leaves } from './json-cell.ts'

const SILENT = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'object', 'svg', 'head'])
const BREAKS = new Set([
  'br',
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'tr',
  'table',
  'section',
  'hr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'dt',
  'dd',
  'blockquote',
  'pre',
])

/** Text of a cell as people read it: markup and scripts removed, entities decoded, texts of a JSON value one a line. */
export function plainText(cell: string): string {
  const text = cell.trim()
  const json = jsonOf(text)
  if (json !== undefined)
    return leaves(json)
      .filter(isWords)
      .map((leaf) => withoutMarkup(String(leaf)))
      .filter(Boolean)
      .join('\n')
  return withoutMarkup(text)
}

const isWords = (leaf: string | number) => typeof leaf === 'string' && !/^(https?:)?\/\/\S+$/.test(leaf)

function withoutMarkup(text: string): string {
  if (!/[<&]/.test(text)) return tidy(text)
  let plain = strip(text)
  // escaped markup shows as markup after one pass
  if (/<\/?[a-z][^>]*>|&(#\d+|#x[\da-f]+|[a-z]+);/i.test(plain)) plain = strip(plain)
  return tidy(plain)
}

function strip(text: string): string {
  let out = ''
  let silent = 0
  const parser = new Parser({
    onopentag(name) {
      if (SILENT.has(name)) silent += 1
      else if (BREAKS.has(name)) out += '\n'
      else if (name === 'td' || name === 'th') out += ' '
    },
    ontext(more) {
      if (silent === 0) out += more
    },
    onclosetag(name) {
      if (SILENT.has(name)) silent = Math.max(0, silent - 1)
      else if (BREAKS.has(name)) out += '\n'
    },
  })
  parser.end(text)
  return out
}

/** No control characters, single spaces, no blank lines. */
function tidy(text: string): string {
  if (isTidy(text)) return text
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/(?!\n)(?:\p{Cc}|\u200b|\u2060|\ufeff)/gu, '')
    .replace(/ ?\n[\n ]*/g, '\n')
    .trim()
}

/** Most cells need no tidying; looking is much cheaper than replacing. */
function isTidy(text: string): boolean {
  let before = 32
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code === 32 && before === 32) return false
    if (code < 32 || (code >= 127 && code <= 160) || (code >= 0x2000 && code <= 0x200b) || SPACES.has(code))
      return false
    before = code
  }
  return text === '' || before !== 32
}
const SPACES = new Set([0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x2060, 0x3000, 0xfeff])

/** One line of plain text. */
export const plainLine = (cell: string): string => plainText(cell).replace(/\n/g, ' ')
