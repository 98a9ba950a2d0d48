import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { House } from '../../house.ts'
import { loadExample } from './load-example.ts'
import { DEMO, makeDemoMembers } from './members.ts'

const EXAMPLES = path.resolve(import.meta.dirname, '../../../../../examples')

/** Loads what of the demo is not there yet: its organisation, its members, each example project. Gives the projects loaded. */
export async function loadDemo(house: House, folder = EXAMPLES): Promise<string[]> {
  const { db } = house
  const there = await db.selectFrom('project').select('id').where('org_id', '=', DEMO.id).execute()
  const wanted = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !there.some(({ id }) => id === entry.name))
    .map(({ name }) => name)
  if (wanted.length === 0) return []
  const members = await makeDemoMembers(house)
  for (const name of wanted) await loadExample(house, path.join(folder, name, 'project.yaml'), members)
  return wanted
}
