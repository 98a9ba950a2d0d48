import { reasonsOf } from './reason.ts'

export const because = reasonsOf({
  'not-an-event': { zh: '不是事件', en: 'not an event' },
  'weights-not-whole': {
    zh: '金额只能按不小于零的整数权重分摊',
    en: 'an amount is shared by whole weights of zero or more',
  },
  'currencies-differ': {
    zh: '{{currency}} 与 {{currencyA}} 须先按汇率换算才能相加',
    en: '{{currency}} and {{currencyA}} cannot be added without a rate',
  },
  'key-name-not-allowed': {
    zh: '“{{name}}”不能作密钥名称：不得含空格和加号',
    en: '"{{name}}" cannot name a key: no spaces and no plus sign',
  },
  'seed-not-32-bytes': {
    zh: 'Ed25519 种子须为 32 字节，现为 {{seed}} 字节',
    en: 'an Ed25519 seed has 32 bytes, not {{seed}}',
  },
  'half-character': {
    zh: '文字中有不完整的字符，请改正',
    en: 'half of a surrogate pair is not text; mend the character',
  },
  'public-key-hash-differs': { zh: '公钥中的哈希值与公钥不符', en: 'the hash in the public key does not belong to it' },
  'signing-key-hash-differs': {
    zh: '签名密钥中的哈希值与密钥不符',
    en: 'the hash in the signing key does not belong to it',
  },
  'kept-for-commitments': { zh: '“{{member}}”保留给承诺值使用', en: '"{{member}}" is kept for commitments' },
  'amount-out-of-range': {
    zh: '{{minor}} {{currency}}（最小货币单位）不是有效范围内的整数',
    en: '{{minor}} {{currency}} minor units is not a whole amount in range',
  },
  'decimals-too-many': {
    zh: '{{text}} 的小数位多于 {{currency}} 的小数位',
    en: '{{text}} has more decimals than {{currency}} has',
  },
  'nested-too-deep': { zh: '嵌套超过 {{maxdepth}} 层', en: 'nested deeper than {{maxdepth}} levels' },
  'number-not-finite': {
    zh: '{{value}} 无法用 JSON 表示，请给出有限的数',
    en: '{{value}} has no JSON form; give a finite number',
  },
  'no-json-form': { zh: '{{value}} 无法用 JSON 表示，请略去', en: '{{value}} has no JSON form; leave it out' },
  'not-checkpoint': {
    zh: '不是检查点：须有来源、大小与根值，各占一行',
    en: 'not a checkpoint: needs origin, size and root, each on a line',
  },
  'not-currency-code': {
    zh: '“{{currency}}”不是币种代码，请按 CNY 的样式填写',
    en: '"{{currency}}" is not a currency code such as CNY',
  },
  'no-such-day': { zh: '没有 {{text}} 这一天', en: '{{text}} is not a day of the calendar' },
  'day-not-written-so': {
    zh: '“{{text}}”不是日期，请按 2026-12-31 的样式填写',
    en: '"{{text}}" is not a day written YYYY-MM-DD',
  },
  'key-not-written-so': { zh: '不是“名称+哈希+密钥”形式的密钥', en: 'not a key of the form name+hash+key' },
  'note-signature-line': { zh: '不是签名文书：签名行有误', en: 'not a signed note: bad signature line' },
  'note-signatures-too-many': { zh: '不是签名文书：签名超过 64 个', en: 'not a signed note: more than 64 signatures' },
  'note-without-signatures': {
    zh: '不是签名文书：签名前没有空行',
    en: 'not a signed note: no blank line before signatures',
  },
  'note-signature-short': { zh: '不是签名文书：签名过短', en: 'not a signed note: signature too short' },
  'time-not-written-so': {
    zh: '“{{time}}”不是时间，请按 20:00 的样式填写',
    en: '"{{time}}" is not a time such as 20:00',
  },
  'instant-not-written-so': {
    zh: '“{{text}}”不是时刻，请按 2026-05-20T12:00:00Z 的样式填写',
    en: '"{{text}}" is not a time such as 2026-05-20T12:00:00Z',
  },
  'no-time-zone': {
    zh: '“{{zone}}”不是时区，请按 Asia/Shanghai 的样式填写',
    en: '"{{zone}}" is not a time zone such as Asia/Shanghai',
  },
  'amount-not-written-so': {
    zh: '“{{text}}”不是金额，请按 12.90 的样式填写',
    en: '"{{text}}" is not an amount such as 12.90',
  },
  'not-ed25519-key': { zh: '不是 32 字节的 Ed25519 密钥', en: 'not an Ed25519 key of 32 bytes' },
  'not-base64': { zh: '“{{text}}”不是 Base64 编码', en: '"{{text}}" is not base 64' },
  'not-canonical-json': { zh: '不是规范 JSON（RFC 8785）', en: 'not canonical JSON (RFC 8785)' },
  'not-json': { zh: '不是 JSON', en: 'not JSON' },
  'not-log-size': { zh: '“{{size}}”不是日志的大小', en: '"{{size}}" is not the size of a log' },
  'base64-not-canonical': {
    zh: '“{{text}}”不是标准形式的 Base64 编码',
    en: '"{{text}}" is not the usual form of base 64',
  },
  'note-not-text': {
    zh: '文书须为不含控制字符、以换行结尾的文字',
    en: 'a note is text without control characters that ends in a newline',
  },
  'not-plain-object': { zh: '只有普通对象才有规范形式', en: 'only plain objects have a canonical form' },
  'checkpoint-lines': {
    zh: '检查点的来源与扩展须为单行文字',
    en: 'origin and extensions of a checkpoint are lines of text',
  },
  'rate-of-other-currency': {
    zh: '{{from}} 兑 {{to}} 的汇率不能换算 {{currency}}',
    en: 'a rate from {{from}} to {{to}} cannot convert {{currency}}',
  },
  'root-not-32-bytes': { zh: '检查点中的根值不是 32 字节', en: 'the root in the checkpoint does not have 32 bytes' },
  'signing-key-prefix': { zh: '签名密钥须以 {{private}} 开头', en: 'a signing key begins with {{private}}' },
})
