import { type Checkpoint, formatCheckpoint, parseCheckpoint } from '@haixuan/domain/kernel/log/checkpoint'
import { openNote, type VerifierKey } from '@haixuan/domain/kernel/log/signed-note'
import { bytesToHex } from '@noble/hashes/utils.js'
import { native } from '#native'
import * as at from '../archive/layout.ts'
import { sameBytes } from '../zip/bytes.ts'
import { type OpenedArchive, readRecord } from './opened-archive.ts'
import type { Problems } from './problem.ts'

/** A key to be trusted; without a name it is compared by its bytes alone. */
export type PinnedKey = { readonly name?: string; readonly publicKey: Uint8Array }

/** What the signature covers. Parts that could not be read, or are not signed, are still given to name what is wrong. */
export type Seal = {
  readonly key: VerifierKey | undefined
  readonly checkpoint: Checkpoint | undefined
  readonly manifest: at.Manifest | undefined
}

/** Key → signature → checkpoint → manifest. */
export function verifySeal(archive: OpenedArchive, pinned: PinnedKey | undefined, problems: Problems): Seal {
  const key = keyOf(archive, pinned, problems)
  const checkpoint = checkpointOf(archive, key, problems)
  return { key, checkpoint, manifest: manifestOf(archive, checkpoint, problems) }
}

function keyOf(archive: OpenedArchive, pinned: PinnedKey | undefined, problems: Problems): VerifierKey | undefined {
  let own: VerifierKey | undefined
  const text = archive.text(at.PUBLIC_KEY)
  if (text !== undefined)
    try {
      own = at.parsePublicKeyText(text)
    } catch {
      problems.add('key.unreadable', at.PUBLIC_KEY)
    }
  else if (archive.has(at.PUBLIC_KEY)) problems.add('key.unreadable', at.PUBLIC_KEY)
  if (pinned === undefined) return own
  const name = pinned.name ?? own?.name
  if (own && (!sameBytes(own.publicKey, pinned.publicKey) || own.name !== name))
    problems.add('key.other', at.PUBLIC_KEY)
  return name === undefined ? undefined : { name, publicKey: pinned.publicKey }
}

function checkpointOf(
  archive: OpenedArchive,
  key: VerifierKey | undefined,
  problems: Problems,
): Checkpoint | undefined {
  if (!archive.has(at.CHECKPOINT)) {
    problems.add('file.missing', at.CHECKPOINT)
    return undefined
  }
  const note = archive.text(at.CHECKPOINT) ?? ''
  try {
    const text = key && openNote(note, key)
    if (text === undefined) problems.add('checkpoint.signature', at.CHECKPOINT)
    const checkpoint = parseCheckpoint(text ?? note.slice(0, note.lastIndexOf('\n\n') + 1))
    // a note may carry signatures of others; an archive may not, as nothing would bind them
    const lines = note.split('\n').length - formatCheckpoint(checkpoint).split('\n').length
    if (lines !== 2) problems.add('checkpoint.unreadable', at.CHECKPOINT, 'more than one signature')
    return checkpoint
  } catch (error) {
    problems.add('checkpoint.unreadable', at.CHECKPOINT, error instanceof Error ? error.message : undefined)
    return undefined
  }
}

function manifestOf(archive: OpenedArchive, checkpoint: Checkpoint | undefined, problems: Problems) {
  const bytes = archive.bytes(at.MANIFEST)
  if (bytes === undefined) {
    problems.add('file.missing', at.MANIFEST)
    return undefined
  }
  const line = at.manifestLine(bytesToHex(native.sha256(bytes)))
  if (checkpoint && (checkpoint.extensions.length !== 1 || checkpoint.extensions[0] !== line))
    problems.add('manifest.changed', at.MANIFEST)
  const read = readRecord(bytes, at.manifest)
  if (read === undefined) problems.add('manifest.unreadable', at.MANIFEST)
  return read
}
