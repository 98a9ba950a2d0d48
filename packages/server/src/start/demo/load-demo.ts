import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { House } from '../../house.ts'
import { proposeLineup } from '../../select/lineup/propose.ts'
import { carryOutAsTold } from './as-told.ts'
import { jobAtOnce } from './job-at-once.ts'
import { type Loaded, loadExample } from './load-example.ts'
import { DEMO, makeDemoMembers } from './members.ts'

const EXAMPLES = path.resolve(import.meta.dirname, '../../../../../examples')

/**
 * Loads what of the demo is not there yet: its organisation, its members, each example project with what people did on
 * and after its stream. Gives the projects loaded.
 */
export async function loadDemo(house: House, examples = EXAMPLES): Promise<string[]> {
  const there = await house.db.selectFrom('project').select('id').where('org_id', '=', DEMO.id).execute()
  const names = readdirSync(examples, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? e.name : []))
  const wanted = names.filter((name) => !there.some(({ id }) => id === name))
  let made: Promise<Awaited<ReturnType<typeof makeDemoMembers>>> | undefined
  const members = () => {
    made ??= makeDemoMembers(house)
    return made
  }
  for (const project of names) {
    const folder = path.join(examples, project)
    const fresh = wanted.includes(project)
    if (fresh) await arrangeLineup(house, await loadExample(house, path.join(folder, 'project.yaml'), await members()))
    await carryOutAsTold(house, { folder, project, fresh }, members)
  }
  return wanted
}

/** Works out the lineup of an example, as its author, when it was loaded. */
async function arrangeLineup(house: House, { project, author, now }: Loaded): Promise<void> {
  await proposeLineup.run(jobAtOnce({ ...house, clock: () => now }, author, proposeLineup.name, { project }))
}
