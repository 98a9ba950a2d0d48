import { adopt, reject } from './decide.ts'
import { packDownloads } from './downloads.ts'
import { foreseePack } from './foresee-pack.ts'
import { propose } from './propose.ts'
import { packQueries } from './queries.ts'
import { keep, proposeWithdrawal, withdraw } from './withdraw.ts'

export const rulePacks = {
  commands: [propose, foreseePack, adopt, reject, proposeWithdrawal, withdraw, keep],
  queries: packQueries,
  downloads: packDownloads,
}
