import type { Digest } from './digest.ts'
import * as at from './layout.ts'
import type { OpenedArchive } from './opened-archive.ts'
import type { Problems } from './problem.ts'

type Sized = Digest & { readonly size: number }

/** Every file against the manifest, in order, and the evidence against its index. */
export async function verifyFiles(archive: OpenedArchive, manifest: at.Manifest | undefined, problems: Problems) {
  const digests = await archive.digests()
  const names = evidenceNames(archive, problems)
  if (manifest) againstManifest(archive, digests, manifest, names, problems)
  for (const [name, digest] of digests) {
    if (digest.crc32 !== archive.claimedCrc(name)) problems.add('zip.form', name, 'CRC-32')
    if (!name.startsWith(at.EVIDENCE)) continue
    const line = names.get(name)
    if (!line) problems.add('evidence.unlisted', name)
    else if (name !== at.EVIDENCE + digest.sha256 || line.size !== digest.size)
      problems.add('evidence.misnamed', name, line.name)
  }
  for (const [name, line] of names) if (!archive.has(name)) problems.add('file.missing', name, line.name)
}

function evidenceNames(archive: OpenedArchive, problems: Problems): Map<string, at.EvidenceLine> {
  const names = new Map<string, at.EvidenceLine>()
  let number = 0
  for (const line of archive.records(at.EVIDENCE_INDEX, at.evidenceLine)) {
    number += 1
    if (line) names.set(at.EVIDENCE + line.sha256, line)
    else problems.add('evidence.unreadable', `${at.EVIDENCE_INDEX} line ${number}`)
  }
  return names
}

function againstManifest(
  archive: OpenedArchive,
  digests: ReadonlyMap<string, Sized>,
  manifest: at.Manifest,
  names: ReadonlyMap<string, at.EvidenceLine>,
  problems: Problems,
) {
  const known = new Set([...manifest.files.map(({ path }) => path), at.MANIFEST, at.CHECKPOINT])
  const strangers = new Map<string, string>()
  for (const name of archive.names) if (!known.has(name)) strangers.set(digests.get(name)?.sha256 ?? name, name)
  for (const { path, sha256, size } of manifest.files) {
    const found = digests.get(path)
    const detail = names.get(path)?.name
    if (!archive.has(path)) {
      const stranger = strangers.get(sha256)
      if (stranger === undefined) {
        // what the index of evidence lacks too is named there, with its name
        if (!names.has(path)) problems.add('file.missing', path)
      } else {
        problems.add('file.renamed', path, stranger)
        strangers.delete(sha256)
      }
    } else if (found && (found.sha256 !== sha256 || found.size !== size)) problems.add('file.changed', path, detail)
  }
  for (const name of strangers.values()) problems.add('file.added', name)
  const inOrder = [...known].filter((name) => archive.has(name))
  const there = archive.names.filter((name) => known.has(name))
  const moved = there.find((name, i) => name !== inOrder[i])
  if (moved !== undefined) problems.add('file.reordered', moved)
}
