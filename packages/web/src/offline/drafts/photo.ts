import { storeFile } from '../../client/files.ts'

/** A photo of a draft: its bytes until the server has them, then the hash they are stored by too. */
export type Photo = { readonly id: string; readonly name: string; readonly bytes?: Blob; readonly sha256?: string }

/** The photos once the server has all of them; the same array when it had them. @throws Problem */
export async function storePhotos(photos: readonly Photo[]): Promise<readonly Photo[]> {
  const stored: Photo[] = []
  for (const photo of photos)
    stored.push(
      photo.sha256 || !photo.bytes ? photo : { ...photo, sha256: (await storeFile(photo.bytes, photo.name)).sha256 },
    )
  return stored.every((photo, i) => photo === photos[i]) ? photos : stored
}
