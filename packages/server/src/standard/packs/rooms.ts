import { adopt, reject, withdraw } from './decide.ts'
import { packDownloads } from './downloads.ts'
import { foreseePack, foreseePackEffect } from './foresee-pack.ts'
import { propose } from './propose.ts'
import { packQueries } from './queries.ts'

export const rulePacks = {
  commands: [propose, foreseePack, adopt, reject, withdraw],
  queries: packQueries,
  downloads: packDownloads,
  tasks: [foreseePackEffect],
}
