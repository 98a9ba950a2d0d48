import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { cause } from '../cause.ts'
import { Problem } from '../http/problem.ts'

/** The kinds of files that are taken: what they are served as, and the endings of their names. */
const KINDS = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'video/mp4': ['mp4', 'm4v'],
  'text/csv': ['csv', 'tsv'],
  'text/plain': ['txt'],
  'application/xml': ['xml'],
} as const satisfies Record<string, readonly string[]>
export type MediaType = keyof typeof KINDS

/** Those that a browser may show in its window, in a sandbox. */
export const SHOWN: ReadonlySet<string> = new Set<MediaType>([
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
])

export const endingsOf = (type: MediaType): readonly string[] => KINDS[type]

/** Where programs other than pictures and tables give themselves away. */
const HEAD_BYTES = 65_536
const MARKUP = /^(?:<[!?a-z/]|#!|MIME-Version:)/i
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters tell bytes from text
const NOT_TEXT = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/

/** What a file is, by its content; the ending of its name tells only tables from other texts. @throws Problem */
export async function mediaTypeOf(file: string, name: string): Promise<MediaType> {
  const found = (await fileTypeFromFile(file))?.mime
  if (found !== undefined && found !== 'application/xml' && found in KINDS) return found as MediaType
  if ((found === undefined || found === 'application/xml') && (await isPartyList(file))) return 'application/xml'
  if (await isPlainText(file)) return /\.(csv|tsv)$/i.test(name) ? 'text/csv' : 'text/plain'
  throw new Problem('unsupported-type', {
    why: cause('file-kind-not-taken', {
      found: found ?? { zh: '无法识别的类型', en: 'of no kind that is known' },
      kinds: Object.values(KINDS).flat(),
    }),
    field: 'file',
  })
}

async function headOf(file: string): Promise<Buffer> {
  await using handle = await open(file)
  const head = Buffer.alloc(HEAD_BYTES)
  const { bytesRead } = await handle.read(head, 0, HEAD_BYTES, 0)
  return head.subarray(0, bytesRead)
}

/** Of all XML the consolidated list of the UN alone is taken, by its root; it names no document type. */
const isPartyList = async (file: string): Promise<boolean> =>
  /^\ufeff?\s*(<\?xml[^>]*>\s*)?<CONSOLIDATED_LIST[\s>]/.test((await headOf(file)).toString('utf8'))

async function isPlainText(file: string): Promise<boolean> {
  const bytes = await headOf(file)
  return encodingsOf(bytes).some((encoding) => {
    try {
      // `stream` forgives a letter that is cut off at the end
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
      // the publisher of SDN.CSV ends it with 0x1A
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the character itself is meant
      return !NOT_TEXT.test(text.replace(/\u001a\s*$/, '')) && !MARKUP.test(text.trimStart())
    } catch {
      return false
    }
  })
}

function encodingsOf(bytes: Uint8Array): string[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le']
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be']
  return ['utf-8', 'gb18030']
}
