import { formatVerifierKey } from '@haixuan/domain/kernel/log/signed-note'
import type { Source } from '../zip/source.ts'
import { OpenedArchive } from './opened-archive.ts'
import { type Problem, Problems } from './problem.ts'
import type { Replay } from './verify-events.ts'
import { verifyFiles } from './verify-files.ts'
import { type LogVerdict, verifyLog } from './verify-log.ts'
import { type PinnedKey, verifySeal } from './verify-seal.ts'

export type VerifyOptions = {
  /** the key that must have signed; without it the archive is checked against the key it carries */
  readonly publicKey?: PinnedKey
  /** runs one decision again and says what comes out differently */
  readonly replay?: Replay
}

/** `events` and `root` (hex) are of the events found. */
export type Verdict = LogVerdict & {
  readonly ok: boolean
  /** `name+hash+key` of the key the signature was checked with, empty when there was none */
  readonly key: string
  readonly problems: readonly Problem[]
}

/**
 * Verifies an archive (clause T2) with nothing but its bytes: each is either as signed or named as a problem.
 * @throws BadInput when they are no zip
 */
export async function verifySource(source: Source, options: VerifyOptions = {}): Promise<Verdict> {
  const problems = new Problems()
  const archive = new OpenedArchive(source, problems)
  const seal = verifySeal(archive, options.publicKey, problems)
  verifyFiles(archive, seal.manifest, problems)
  const log = await verifyLog(archive, seal, options.replay, problems)
  const key = seal.key ? formatVerifierKey(seal.key) : ''
  return { ok: problems.list.length === 0, ...log, key, problems: problems.list }
}
