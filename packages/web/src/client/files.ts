import { problemFrom } from './send.ts'

export type Stored = {
  readonly sha256: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
}

/** Stores a file with the organisation; its content names it, so sending it again changes nothing. @throws Problem */
export async function storeFile(file: Blob, name: string): Promise<Stored> {
  const reply = await fetch(`/api/v1/files?name=${encodeURIComponent(name)}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  })
  if (!reply.ok) throw await problemFrom(reply)
  return (await reply.json()) as Stored
}

/** Where the bytes of a stored file are: shown in the window where that is safe, or saved. */
export const contentOf = (sha256: string, { inline = true } = {}): string =>
  `/api/v1/files/${encodeURIComponent(sha256)}/content${inline ? '?inline=true' : ''}`
