import { isDecision, parseEvent } from '@haixuan/domain/kernel/log/event'
import { leafHash } from '@haixuan/domain/kernel/log/merkle'
import { MerkleTree } from '@haixuan/domain/kernel/log/merkle-tree'
import { native } from '#native'
import * as at from '../archive/layout.ts'
import type { OpenedArchive } from './opened-archive.ts'
import type { Problems } from './problem.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export type Log = {
  readonly tree: MerkleTree
  /** start of each line, and the end of the last, in bytes */
  readonly starts: readonly number[]
  readonly decisions: readonly number[]
  /** the number each event carries; -1 for what is no event */
  readonly seqs: readonly number[]
}

/** Reads events.jsonl once: leaves, places of the lines, decisions; what is no event is a problem. */
export function readLog(archive: OpenedArchive, problems: Problems): Log {
  const tree = new MerkleTree(native.sha256)
  const starts = [0]
  const decisions: number[] = []
  const seqs: number[] = []
  for (const line of archive.lines(at.EVENTS)) {
    const place = tree.append(leafHash(line, native.sha256))
    starts.push(starts[place]! + line.length + 1)
    seqs.push(-1)
    try {
      const event = parseEvent(utf8.decode(line))
      seqs[place] = event.seq
      if (isDecision(event)) decisions.push(place)
    } catch (error) {
      problems.add('event.unreadable', `event ${place}`, error instanceof Error ? error.message : undefined)
    }
  }
  return { tree, starts, decisions, seqs }
}
