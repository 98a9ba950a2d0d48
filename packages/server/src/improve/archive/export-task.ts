import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { formatVerifierKey } from '@haixuan/domain/kernel/log/signed-note'
import type { LogHead } from '@haixuan/interchange/archive/write-archive'
import { makeConformityReport } from '@haixuan/interchange/report/write-report'
import { z } from 'zod'
import type { House } from '../../house.ts'
import { asSystem } from '../../platform/database/scope.ts'
import { signingKeyOf } from '../../platform/events/log-keys.ts'
import { type Job, taskKind } from '../../platform/jobs/task-kind.ts'
import { assess } from '../conformity/assessment.ts'
import { conformityModel } from '../conformity/report.ts'
import { exportArchive } from './export-archive.ts'
import { type Part, partAsked } from './part.ts'

const input = z.strictObject({
  part: partAsked,
  withheld: z.array(z.string()),
  language: z.enum(['zh', 'en']),
})
type Input = z.output<typeof input>

/** T2 · Makes an archive and keeps it among the files: events, evidence, rules, proofs, and the conformity report. */
export const makeArchive = taskKind({
  name: 'archive.export',
  input,
  async run(job) {
    const folder = await mkdtemp(path.join(tmpdir(), 'haixuan-archive-'))
    try {
      return await make(job, path.join(folder, 'archive.zip'))
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
})

async function make({ id, actor, house, input, step, progress }: Job<Input>, file: string) {
  const part: Part = { ...input.part, org: actor.org }
  const reported = reportOf(house, part, input.language)
  const head = await exportArchive(house, part, file, {
    withheld: input.withheld,
    languages: ['zh', 'en'],
    placeOf: (sha256) => house.files.placeOf(actor.org, sha256),
    progress,
    ...(reported ? { report: reported } : {}),
  })
  const received = await house.files.receive(createReadStream(file), Number.POSITIVE_INFINITY)
  await received.keep(actor.org)
  const { sha256, size } = received
  const made = { sha256, size, events: head.events, root: head.root }
  await step(async ({ tx, now }) => {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('archive')
      .values({
        org_id: actor.org,
        id,
        part: JSON.stringify(input.part),
        withheld: input.withheld,
        ...made,
        made_by: actor.name,
        made_at: now,
      })
      // a run that was cut off after this step has told it
      .onConflict((c) => c.doNothing())
      .executeTakeFirst()
    if (Number(numInsertedOrUpdatedRows) === 0) return {}
    const { part, withheld } = input
    const event = { type: 'archive.made', subject: `archive:${id}`, clause: 'T2', body: { part, withheld, ...made } }
    return { events: [{ ...event, ...('project' in part ? { project: part.project } : {}) }] }
  })
  return { archive: id, ...made }
}

/** The conformity report, for the parts that have a verdict: a project, or the whole organisation. */
function reportOf(house: House, part: Part, language: 'zh' | 'en') {
  if (part.of !== 'organisation' && part.of !== 'project') return undefined
  const project = part.of === 'project' ? part.project : undefined
  return async ({ events, root }: LogHead) => {
    const { assessment, key } = await asSystem(house.db, async (tx) => ({
      assessment: await assess({ tx, org: part.org, house }, project),
      key: await signingKeyOf(tx, house.masterKey, part.org),
    }))
    return makeConformityReport({
      ...conformityModel(assessment, house, language),
      events,
      root,
      ...(key ? { key: formatVerifierKey(key) } : {}),
    })
  }
}
