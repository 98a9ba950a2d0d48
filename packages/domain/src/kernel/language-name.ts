import type { Text } from './errors.ts'

/** The languages that laws ask for and listings are written in, by their code. */
const NAMES: Readonly<Record<string, Text>> = {
  zh: { zh: '中文', en: 'Chinese' },
  en: { zh: '英文', en: 'English' },
  de: { zh: '德文', en: 'German' },
  fr: { zh: '法文', en: 'French' },
  es: { zh: '西班牙文', en: 'Spanish' },
  it: { zh: '意大利文', en: 'Italian' },
  nl: { zh: '荷兰文', en: 'Dutch' },
  pl: { zh: '波兰文', en: 'Polish' },
  pt: { zh: '葡萄牙文', en: 'Portuguese' },
  th: { zh: '泰文', en: 'Thai' },
  vi: { zh: '越南文', en: 'Vietnamese' },
  id: { zh: '印尼文', en: 'Indonesian' },
  ms: { zh: '马来文', en: 'Malay' },
  fil: { zh: '菲律宾文', en: 'Filipino' },
  ja: { zh: '日文', en: 'Japanese' },
  ko: { zh: '韩文', en: 'Korean' },
}

/** th → 泰文, Thai; a code that is not known is given back as it is. */
export const languageName = (code: string): Text => NAMES[code] ?? { zh: code, en: code }
