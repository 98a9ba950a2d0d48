import { archiveQueries as madeArchives } from './archives.ts'
import { archiveCommands as makingArchives } from './commands.ts'
import { eventQueries } from './history.ts'
import { holdCommands, holdQueries } from './holds.ts'
import { logQueries } from './proofs.ts'
import { replay } from './replay.ts'
import { retentionQueries } from './retention.ts'
import { tree } from './tree.ts'

export const archiveCommands = [...makingArchives, ...holdCommands]
export const archiveQueries = [
  ...eventQueries,
  ...logQueries,
  tree,
  replay,
  ...madeArchives,
  ...holdQueries,
  ...retentionQueries,
]
