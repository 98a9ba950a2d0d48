import { BadInput } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'
import { diskStore } from './disk-store.ts'
import type { FileStore } from './file-store.ts'
import { Bucket, type BucketSettings, StoreFault } from './s3/bucket.ts'
import { s3Store } from './s3/s3-store.ts'

/** Where files are kept: in a folder, or in a bucket with the folder for what is under way. */
export type FilesAt = { readonly folder: string; readonly bucket?: BucketSettings | undefined }

export const openFiles = ({ folder, bucket }: FilesAt): FileStore =>
  bucket === undefined ? diskStore(folder) : s3Store(bucket, folder)

/** Sees that a bucket answers to the keys given, before anyone stores into it. @throws BadInput */
export async function expectBucket(settings: BucketSettings): Promise<void> {
  try {
    for await (const _ of new Bucket(settings).keys(1)) break
  } catch (error) {
    const { message, cause } = error as Error
    const why = error instanceof StoreFault ? message : ((cause as { code?: string })?.code ?? message)
    throw new BadInput(toOperator(`"${settings.bucket}" cannot be used (${why})`), { field: 'HAIXUAN_S3_BUCKET' })
  }
}
