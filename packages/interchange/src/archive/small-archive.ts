import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Instant } from '@haixuan/domain/kernel/day'
import type { Event } from '@haixuan/domain/kernel/log/event'
import { signingKeyFrom } from '@haixuan/domain/kernel/log/signed-note'
import { type ArchiveContents, writeArchive } from './write-archive.ts'

/** A small selection, made for the tests of this room. */
export const KEY = signingKeyFrom('shop.example/log', new Uint8Array(32).fill(5))
export const OTHER_KEY = signingKeyFrom('shop.example/log', new Uint8Array(32).fill(6))

const event = (seq: number, type: string, subject: string, clause: string, body: Event['body']): Event => ({
  seq,
  at: `2026-05-20T12:00:0${seq}.000Z` as Instant,
  type,
  actor: 'selection',
  subject,
  clause,
  body,
})

export const EVENTS: readonly Event[] = [
  event(0, 'plan.approved', 'plan-1', 'P5', { theme: '夏日护肤', slots: 2 }),
  event(1, 'product.imported', 'p-1', 'I3', { title: '保湿面霜 50 ml', score: 72 }),
  event(2, 'product.imported', 'p-2', 'I3', { title: 'Sun stick SPF 50', score: 41 }),
  event(3, 'supplier.registered', 's-1', 'I2', { name: '示例供应商', contact: '13800000000' }),
  event(4, 'gate.decided', 'p-1', 'I3', { fact: 1, passed: true }),
  event(5, 'gate.decided', 'p-2', 'I3', { fact: 2, passed: false }),
  event(6, 'lineup.released', 'plan-1', 'I9', { slots: ['p-1'] }),
]
export const RULES = { rules: [{ id: 'score.floor', least: 60 }], hash: 'made-for-tests' }
export const EVIDENCE = [
  { name: 'certificate.pdf', bytes: Buffer.from('%PDF-1.7 a certificate made for the tests') },
  { name: '照片.png', bytes: Buffer.from('\x89PNG\r\n\x1a\n not really a picture', 'latin1') },
  { name: 'copy of certificate.pdf', bytes: Buffer.from('%PDF-1.7 a certificate made for the tests') },
]

export const CONTENTS: ArchiveContents = {
  events: EVENTS,
  evidence: EVIDENCE,
  rules: RULES,
  key: KEY,
  report: Buffer.from('%PDF-1.7 a report'),
  committed: ({ type }) => (type === 'supplier.registered' ? ['contact', 'name'] : []),
  withheld: ['contact'],
}

/** Writes an archive into a folder that is gone afterwards and gives its bytes. */
export async function archiveBytes(contents: ArchiveContents): Promise<Buffer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'archive-test-'))
  try {
    const { file } = await writeArchive(path.join(folder, 'archive.zip'), contents)
    return readFileSync(file)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
