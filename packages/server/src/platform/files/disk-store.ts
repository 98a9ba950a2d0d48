import { createReadStream, existsSync } from 'node:fs'
import { access, copyFile, mkdir, open, readdir, rename } from 'node:fs/promises'
import path from 'node:path'
import { PRIVATE, receiveInto } from './draft.ts'
import { type FileStore, nameIn } from './file-store.ts'

/** Files in a folder, each written beside and renamed to its place. */
export function diskStore(folder: string): FileStore {
  const placeOf = async (org: string, sha256: string) => {
    const place = path.join(folder, nameIn(org, sha256))
    return access(place).then(
      () => place,
      () => undefined,
    )
  }
  return {
    placeOf,
    open: async (org, sha256) => {
      const place = await placeOf(org, sha256)
      return place === undefined ? undefined : createReadStream(place)
    },
    receive: receiveInto(path.join(folder, '.incoming'), async (draft, org) => {
      const place = path.join(folder, nameIn(org, draft.sha256))
      await mkdir(path.dirname(place), { recursive: true, mode: PRIVATE.folder })
      // the same bytes may be there already: then nothing changes
      await rename(draft.path, place)
      await using kept = await open(path.dirname(place))
      await kept.sync()
    }),
    names: () => filesIn(folder),
    read: async (name) => createReadStream(path.join(folder, name)),
    put: async (name, from) => {
      const place = path.join(folder, name)
      await mkdir(path.dirname(place), { recursive: true, mode: PRIVATE.folder })
      await copyFile(from, place)
    },
  }
}

async function* filesIn(folder: string) {
  const entries = existsSync(folder) ? await readdir(folder, { recursive: true, withFileTypes: true }) : []
  for (const entry of entries) {
    const name = path.relative(folder, path.join(entry.parentPath, entry.name))
    // what is still coming in begins with a dot
    if (entry.isFile() && !name.startsWith('.')) yield name.split(path.sep).join('/')
  }
}
