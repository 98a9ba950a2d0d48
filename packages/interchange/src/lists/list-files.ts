import { BadInput } from '@haixuan/domain/kernel/errors'
import { OWN_LIST } from '@haixuan/domain/select/supplier/lists/list-names'
import type { ListEntry } from '@haixuan/domain/select/supplier/screening'
import { because } from './because.ts'
import { headOf } from './list-text.ts'
import { type OfacName, readOfac } from './ofac.ts'
import { ownForm, readOwn } from './own-list.ts'
import { readUn } from './un.ts'

export type ListForm = 'ofac-sdn' | 'ofac-alt' | 'un-consolidated' | typeof OWN_LIST
export type ListFile = {
  readonly path: string
  readonly form: ListForm
  readonly names: number
  readonly date?: string
}
export type Lists = { readonly entries: readonly ListEntry[]; readonly files: readonly ListFile[] }

/** Tells which list a file is by how it begins. @throws BadInput when it is none that is known */
export async function sniffList(path: string): Promise<ListForm> {
  const bytes = await headOf(path, 4096)
  const head = new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8')
    .decode(bytes)
    .trimStart()
  if (head.startsWith('<')) return 'un-consolidated'
  const line = head.split(/\r?\n/, 1)[0]!
  if (/^\d+,\d+,"?(aka|fka|nka)"?,/i.test(line)) return 'ofac-alt'
  if (/^\d+,("(?:[^"]|"")*"|[^,"]*),/.test(line) && /-0-/.test(head)) return 'ofac-sdn'
  if (ownForm(bytes)) return OWN_LIST
  throw new BadInput(because('no-known-list'), { place: path })
}

/** Reads list files of any known form; the aliases of ALT.CSV join the parties of SDN.CSV. @throws BadInput */
export async function readLists(paths: readonly string[]): Promise<Lists> {
  const ofac = new Map<string, { names: string[]; first: OfacName }>()
  const others: ListEntry[] = []
  const files: ListFile[] = []
  const forms = await Promise.all(paths.map(async (path) => ({ path, form: await sniffList(path) })))
  forms.sort((a, b) => Number(a.form === 'ofac-alt') - Number(b.form === 'ofac-alt'))
  for (const { path, form } of forms) {
    let names = 0
    let date: string | undefined
    if (form === OWN_LIST) {
      if (others.some((e) => e.list === OWN_LIST)) throw new BadInput(because('own-list-twice'), { place: path })
      for await (const entry of readOwn(path, ownForm(await headOf(path, 4096))!)) {
        others.push(entry)
        names += entry.names.length
      }
    } else if (form === 'un-consolidated')
      for await (const entry of readUn(path, (found) => {
        date = found.date
      })) {
        others.push(entry)
        names += entry.names.length
      }
    else
      for await (const found of readOfac(path, form)) {
        names++
        const party = ofac.get(found.party)
        if (party) party.names.push(found.name)
        else ofac.set(found.party, { names: [found.name], first: found })
      }
    if (names === 0) throw new BadInput(because('list-without-names'), { place: path })
    files.push({ path, form, names, ...(date === undefined ? {} : { date }) })
  }
  const entries = [...ofac].map(
    ([id, { names, first }]): ListEntry => ({
      list: 'ofac-sdn',
      id,
      names: [...new Set(names)],
      ...(first.kind ? { kind: first.kind } : {}),
      ...(first.programme ? { programme: first.programme } : {}),
    }),
  )
  return { entries: [...entries, ...others], files }
}
