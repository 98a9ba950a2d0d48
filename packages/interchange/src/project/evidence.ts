import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'
import type { PlacedRecord } from './placed-records.ts'

/** An evidence file by the name that records use, relative to the evidence folder. */
export type EvidenceFile = { readonly name: string; readonly path: string }

const SHA256 = /^[0-9a-f]{64}$/

/** Every file below the evidence folder, by name. @throws BadInput when it is no folder */
export function evidenceIn(folder: string): EvidenceFile[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new BadInput(toOperator('is not a folder of evidence; name the folder or leave files.evidence out'), {
      place: folder,
      field: 'files.evidence',
    })
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((each) => ({ name: path.relative(folder, each).split(path.sep).join('/'), path: each }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Every evidence file that a record names, if not by its SHA-256, lies in the evidence folder. @throws BadInput with file and line */
export function expectEvidence(records: readonly PlacedRecord<unknown>[], evidence: readonly EvidenceFile[]): void {
  const held = new Set(evidence.map((e) => e.name))
  for (const record of records) walk(record.value, [], record)

  function walk(value: unknown, at: readonly PropertyKey[], record: PlacedRecord<unknown>): void {
    if (Array.isArray(value)) for (const [i, each] of value.entries()) walk(each, [...at, i], record)
    else if (value && typeof value === 'object')
      for (const [key, each] of Object.entries(value)) {
        const part = [...at, key]
        if (key === 'evidence' && typeof each === 'string' && !held.has(each) && !SHA256.test(each))
          throw record.bad(
            part,
            toOperator(`"${each}" is not in the evidence folder; add the file or correct the name`),
          )
        walk(each, part, record)
      }
  }
}
