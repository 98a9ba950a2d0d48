import type { MerkleTree } from '@haixuan/domain/kernel/log/merkle-tree'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Problems } from './problem.ts'

/** Names the events that were changed, left out, added or moved, from the leaf hashes they should have. */
export function nameDifferences(wanted: readonly string[], tree: MerkleTree, problems: Problems) {
  const found = Array.from({ length: tree.size }, (_, i) => bytesToHex(tree.leaf(i)))
  const places = new Map(wanted.map((leaf, i) => [leaf, i]))
  const present = new Set(found)
  const strange = found.flatMap((leaf, i) => (places.has(leaf) ? [] : [i]))
  const missing = new Set(wanted.flatMap((leaf, i) => (present.has(leaf) ? [] : [i])))
  // a strange event between the same neighbours as a missing one is that one, changed
  const before = (leaves: readonly string[], at: number) => (at === 0 ? 'start' : leaves[at - 1])
  const after = (leaves: readonly string[], at: number) => leaves[at + 1] ?? 'end'
  const gaps = new Map<string | undefined, number>()
  for (const i of missing) {
    gaps.set(before(wanted, i), i)
    gaps.set(after(wanted, i), i)
  }
  const changed = new Set<number>()
  for (const i of strange) {
    const place = missing.has(i) ? i : (gaps.get(before(found, i)) ?? gaps.get(after(found, i)))
    if (place === undefined || changed.has(place)) problems.add('event.added', `event ${i}`)
    else {
      changed.add(place)
      problems.add('event.changed', `event ${place}`)
    }
  }
  for (const i of missing) if (!changed.has(i)) problems.add('event.missing', `event ${i}`)
  const seen = new Set<string>()
  let last = -1
  for (const [i, leaf] of found.entries()) {
    const place = places.get(leaf)
    if (place === undefined) continue
    if (seen.has(leaf)) problems.add('event.added', `event ${i}`, 'twice')
    else if (place < last) problems.add('event.moved', `event ${place}`)
    seen.add(leaf)
    last = Math.max(last, place)
  }
}
