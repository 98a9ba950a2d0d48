import type { Text } from '../../../kernel/errors.ts'
import { type Computed, gs1, luhn, mod97, USCC, uscc } from './check-digits.ts'
import { IBAN_STRUCTURES } from './iban-structures.ts'

/** What a check of one number says: undefined when it stands, else the reason in words. */
export type Fault = Text | undefined
export type OwnKind = {
  readonly name: Text
  /** by what it is checked, and where that stands written */
  readonly algorithm: Text
  /** a text without spaces and signs, as the number is stored */
  readonly normalise: (text: string) => string
  /** what of its form is wrong, before any digit is computed */
  readonly form: (normalised: string) => Fault
  /** how its check digit comes about, of a number whose form fits; absent = it has no public one */
  readonly compute?: (normalised: string) => Computed
  /** place of the check digit, where it is not the last */
  readonly digit?: (normalised: string) => number
}

const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—./]/g, '')
const length = (text: string, ...allowed: readonly number[]): Fault =>
  allowed.includes(text.length)
    ? undefined
    : {
        zh: `应为 ${allowed.join(' 或 ')} 位，现为 ${text.length} 位`,
        en: `needs ${allowed.join(' or ')} characters, has ${text.length}`,
      }
const mustBe = (at: number, found: string, what: Text): Text => ({
  zh: `第 ${at} 位“${found}”应为${what.zh}`,
  en: `character ${at}, "${found}", must be ${what.en}`,
})
const only = (text: string, allowed: RegExp, what: Text, before = 0): Fault => {
  const at = [...text].findIndex((c) => !allowed.test(c))
  return at < 0 ? undefined : mustBe(before + at + 1, [...text][at] as string, what)
}
const DIGIT: Text = { zh: '数字', en: 'a digit' }
const LETTER: Text = { zh: '字母', en: 'a letter' }
const EITHER: Text = { zh: '数字或字母', en: 'a digit or a letter' }

/** What is wrong with a check digit that was computed; undefined when it is the one given. */
export function digitFault({ expected, given }: Computed, place?: number): Fault {
  if (expected === given) return undefined
  if (place !== undefined) return { zh: `第 ${place} 位应为 ${expected}`, en: `digit ${place} should be ${expected}` }
  return { zh: `校验位应为 ${expected}`, en: `check digit${expected.length > 1 ? 's' : ''} should be ${expected}` }
}

/** ISO 13616: a country, its length and structure. */
function ibanForm(text: string): Fault {
  const country = text.slice(0, 2)
  const structure = IBAN_STRUCTURES[country]
  if (structure === undefined) return { zh: `“${country}”不使用 IBAN`, en: `"${country}" is not a country with IBANs` }
  const parts = [...`2n${structure}`.matchAll(/(\d+)([nac])/g)].map(([, n, kind]) => ({ n: Number(n), kind }))
  const wanted = 2 + parts.reduce((sum, p) => sum + p.n, 0)
  if (text.length !== wanted)
    return {
      zh: `${country} 的 IBAN 应为 ${wanted} 位，现为 ${text.length} 位`,
      en: `an IBAN of ${country} needs ${wanted} characters, has ${text.length}`,
    }
  let at = 2
  for (const { n, kind } of parts)
    for (const end = at + n; at < end; at++) {
      const c = text.charAt(at)
      if (kind === 'n' ? !/\d/.test(c) : kind === 'a' ? !/[A-Z]/.test(c) : !/[0-9A-Z]/.test(c))
        return mustBe(at + 1, c, kind === 'n' ? DIGIT : kind === 'a' ? LETTER : EITHER)
    }
  return undefined
}

const usccForm = (text: string): Fault =>
  length(text, 18) ??
  only(text, new RegExp(`[${USCC}]`), {
    zh: '数字或除 I、O、S、V、Z 外的字母',
    en: 'a digit or a letter other than I, O, S, V, Z',
  }) ??
  only(text.slice(2, 8), /\d/, DIGIT, 2)

const npwpForm = (text: string): Fault =>
  only(text, /\d/, DIGIT) ??
  length(text, 15, 16) ??
  (text.length === 16 && !text.startsWith('0')
    ? { zh: '企业的 16 位号码以 0 开头', en: 'a 16-digit number of a firm begins with 0' }
    : undefined)

const NO_DIGIT: Text = {
  zh: '只校验格式：此类号码没有公开的校验位',
  en: 'form alone: this kind has no public check digit',
}
const form = (name: Text, shape: RegExp, says: Text): OwnKind => ({
  name,
  algorithm: NO_DIGIT,
  normalise: bare,
  form: (text) => (shape.test(text) ? undefined : says),
})
const same = (name: string): Text => ({ zh: name, en: name })

/** Kinds of our own: those stdnum has not, and those it gets wrong. Keys as `country kind`. */
export const OWN_KINDS: Readonly<Record<string, OwnKind>> = {
  'int gtin': {
    name: { zh: '全球贸易项目代码 GTIN', en: 'Global Trade Item Number' },
    algorithm: {
      zh: 'GS1 模 10：自右起权重 3、1 交替（GS1 通用规范 7.9）',
      en: 'GS1 mod 10: weights 3 and 1 from the right (GS1 General Specifications 7.9)',
    },
    normalise: bare,
    form: (text) => only(text, /\d/, DIGIT) ?? length(text, 8, 12, 13, 14),
    compute: gs1,
  },
  'int lei': {
    name: { zh: '法人机构识别编码 LEI', en: 'Legal Entity Identifier' },
    algorithm: {
      zh: 'ISO 7064 模 97-10：前 18 位补 00，98 减去余数（ISO 17442）',
      en: 'ISO 7064 mod 97-10: 18 characters and 00, 98 less the remainder (ISO 17442)',
    },
    normalise: bare,
    form: (text) =>
      length(text, 20) ??
      only(text, /[0-9A-Z]/, { zh: '数字或字母 A–Z', en: 'a digit or a letter A–Z' }) ??
      only(text.slice(18), /\d/, DIGIT),
    compute: (text) => mod97(text.slice(0, 18), text.slice(18)),
  },
  'int iban': {
    name: { zh: '国际银行账号 IBAN', en: 'International Bank Account Number' },
    algorithm: {
      zh: 'ISO 7064 模 97-10：账号后接国别与 00，98 减去余数（ISO 13616）',
      en: 'ISO 7064 mod 97-10: the account, then the country and 00, 98 less the remainder (ISO 13616)',
    },
    normalise: bare,
    form: ibanForm,
    compute: (text) => mod97(`${text.slice(4)}${text.slice(0, 2)}`, text.slice(2, 4)),
  },
  'cn uscc': {
    name: { zh: '统一社会信用代码', en: 'Unified social credit code' },
    algorithm: {
      zh: 'GB 32100-2015：31 减去加权和除以 31 的余数',
      en: 'GB 32100-2015: 31 less the weighted sum mod 31',
    },
    normalise: bare,
    form: usccForm,
    compute: uscc,
  },
  'id npwp': {
    name: { zh: '印尼税号 NPWP', en: 'Nomor Pokok Wajib Pajak' },
    algorithm: {
      zh: 'Luhn 模 10：旧 15 位号码的第 9 位；自 PMK 112/PMK.03/2022 起企业号码前加 0',
      en: 'Luhn mod 10 in the ninth digit of the old 15; since PMK 112/PMK.03/2022 a firm has a 0 before them',
    },
    normalise: bare,
    form: npwpForm,
    compute: (text) => luhn(text.slice(-15, -6)),
    digit: (text) => (text.length === 16 ? 10 : 9),
  },
  'id nib': form(same('Nomor Induk Berusaha'), /^\d{13}$/, { zh: '应为 13 位数字', en: 'needs 13 digits' }),
  'my ssm': form(same('Nombor pendaftaran SSM'), /^((19|20)\d{2}0[1-6]\d{6}|\d{1,7}[A-Z])$/, {
    zh: '应为 12 位数字（年份、类别 01–06、序号）或旧格式（数字加一个字母）',
    en: 'needs 12 digits (year, kind 01–06, serial) or the old form, digits and a letter',
  }),
  'my tin': form(same('Nombor pengenalan cukai'), /^(C|CS|D|E|F|FA|PT|TA|TC|TN|TR|TP|J|LE|IG|OG|SG)\d{8,11}$/, {
    zh: '应为字母代码加 8 至 11 位数字',
    en: 'needs a letter code and 8 to 11 digits',
  }),
  'ph tin': form(same('Tax Identification Number'), /^\d{9}(\d{3}|\d{5})?$/, {
    zh: '应为 9 位数字，含分支机构时为 12 或 14 位',
    en: 'needs 9 digits, or 12 or 14 with the branch',
  }),
  'ph sec': form(same('SEC registration number'), /^(CS|AS|A|CN|FS|PG|PW|)?\d{6,13}$/, {
    zh: '应为字母代码加 6 至 13 位数字',
    en: 'needs letters and 6 to 13 digits',
  }),
  'gb crn': form(same('Company registration number'), /^([A-Z]{2}|\d{2})\d{6}$/, {
    zh: '应为 8 位：8 位数字，或 2 个字母加 6 位数字',
    en: 'needs 8 characters: 8 digits, or 2 letters and 6 digits',
  }),
  'us duns': form(same('D-U-N-S number'), /^\d{9}$/, { zh: '应为 9 位数字', en: 'needs 9 digits' }),
}
