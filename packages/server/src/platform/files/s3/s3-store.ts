import path from 'node:path'
import { receiveInto } from '../draft.ts'
import { type FileStore, nameIn } from '../file-store.ts'
import { Bucket, type BucketSettings } from './bucket.ts'
import { fetchedFiles } from './fetched-files.ts'

/** Files in a bucket. Those that come in, and copies of those that programs read from a path, lie in a folder here. */
export function s3Store(settings: BucketSettings, folder: string): FileStore {
  const bucket = new Bucket(settings)
  const fetched = fetchedFiles(path.join(folder, '.fetched'))
  return {
    open: (org, sha256) => bucket.get(nameIn(org, sha256)),
    placeOf: (org, sha256) => fetched.placeOf(sha256, () => bucket.get(nameIn(org, sha256))),
    receive: receiveInto(path.join(folder, '.incoming'), (draft, org) =>
      bucket.put(nameIn(org, draft.sha256), draft.path, draft.sha256),
    ),
    names: () => bucket.keys(),
    read: async (name) => {
      const content = await bucket.get(name)
      if (!content) throw new Error(`${name} is gone from the file store`)
      return content
    },
    put: (name, from) => bucket.put(name, from, path.basename(name)),
  }
}
