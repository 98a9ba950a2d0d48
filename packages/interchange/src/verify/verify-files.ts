import { native } from '#native'
import * as at from '../archive/layout.ts'
import type { OpenedArchive } from './opened-archive.ts'
import type { Problems } from './problem.ts'

type Digests = ReadonlyMap<string, { readonly sha256: string; readonly size: number } | undefined>
type Names = ReadonlyMap<string, at.EvidenceLine>

/** Every file against the manifest, in order, and the evidence against its index. */
export function verifyFiles(archive: OpenedArchive, manifest: at.Manifest | undefined, problems: Problems) {
  const digests = new Map(archive.names.map((name) => [name, archive.digest(name)]))
  const names = evidenceNames(archive, problems)
  if (manifest) verifyContents(archive, digests, manifest, names, problems)
  verifyChecksums(archive, manifest, problems)
  for (const [name, digest] of digests) {
    if (!name.startsWith(at.EVIDENCE)) continue
    const line = names.get(name)
    if (!line) problems.add('evidence.unlisted', name)
    else if (name !== at.EVIDENCE + digest?.sha256 || line.size !== digest?.size)
      problems.add('evidence.misnamed', name, line.name)
  }
  for (const [name, line] of names) if (!archive.has(name)) problems.add('file.missing', name, line.name)
}

function evidenceNames(archive: OpenedArchive, problems: Problems): Names {
  const names = new Map<string, at.EvidenceLine>()
  let number = 0
  for (const line of archive.records(at.EVIDENCE_INDEX, at.evidenceLine)) {
    number += 1
    if (line) names.set(at.EVIDENCE + line.sha256, line)
    else problems.add('evidence.unreadable', `${at.EVIDENCE_INDEX} line ${number}`)
  }
  return names
}

function verifyContents(
  archive: OpenedArchive,
  digests: Digests,
  manifest: at.Manifest,
  names: Names,
  problems: Problems,
) {
  const known = new Set([...manifest.files.map(({ path }) => path), at.MANIFEST, at.CHECKPOINT])
  const strangers = Map.groupBy(
    archive.names.filter((name) => !known.has(name)),
    (name) => digests.get(name)?.sha256,
  )
  for (const { path, sha256, size } of manifest.files) {
    const digest = digests.get(path)
    const strangersLikeIt = strangers.get(sha256)
    if (archive.has(path)) {
      if (digest && (digest.sha256 !== sha256 || digest.size !== size))
        problems.add('file.changed', path, names.get(path)?.name)
    } else if (strangersLikeIt?.[0] !== undefined) problems.add('file.renamed', path, strangersLikeIt.shift())
    else if (!names.has(path)) problems.add('file.missing', path) // evidence that is listed is named by its index
  }
  for (const name of [...strangers.values()].flat()) problems.add('file.added', name)
  const inOrder = [...known].filter((name) => archive.has(name))
  const there = archive.names.filter((name) => known.has(name))
  const moved = there.find((name, i) => name !== inOrder[i])
  if (moved !== undefined) problems.add('file.reordered', moved)
}

/** The zip's CRC-32 of each file is the signed one; those of manifest and checkpoint, which nothing lists, are computed. */
function verifyChecksums(archive: OpenedArchive, manifest: at.Manifest | undefined, problems: Problems) {
  const check = (name: string, wanted: number) => {
    const claimed = archive.claimedCrc(name)
    if (claimed !== undefined && claimed !== wanted) problems.add('zip.form', name, 'CRC-32')
  }
  for (const { path, crc32 } of manifest?.files ?? []) check(path, crc32)
  for (const name of [at.MANIFEST, at.CHECKPOINT]) {
    const bytes = archive.bytes(name)
    if (bytes) check(name, native.crc32(bytes))
  }
}
