import { caseCommands } from './improve/after-sales/commands.ts'
import { exportPerson } from './improve/after-sales/person.ts'
import { caseQueries } from './improve/after-sales/queries.ts'
import { archiveCommands, archiveQueries } from './improve/archive/rooms.ts'
import { closureCommands } from './improve/closure/commands.ts'
import { conformityDownloads } from './improve/conformity/downloads.ts'
import { conformityQueries } from './improve/conformity/queries.ts'
import { resultGroups } from './improve/results/groups.ts'
import { importResults } from './improve/results/import.ts'
import { results } from './improve/results/queries.ts'
import { managementRuleCommands, managementRuleQueries } from './improve/rules/rooms.ts'
import { suggestionCommands } from './improve/suggestions/commands.ts'
import { nextLineup } from './improve/suggestions/next-lineup.ts'
import { suggestions } from './improve/suggestions/queries.ts'
import { flow } from './plan/flow/flow.ts'
import { projectSuppliers } from './plan/flow/suppliers.ts'
import { askCommand } from './plan/project/ask.ts'
import { projectCommands } from './plan/project/commands.ts'
import { projectQueries } from './plan/project/queries.ts'
import { firstSteps } from './plan/work/first-steps.ts'
import { workList } from './plan/work/queries.ts'
import { supplierOwes } from './plan/work/supplier-owes.ts'
import { today } from './plan/work/today.ts'
import { apiKeyCommands } from './platform/auth/keys/commands.ts'
import { apiKeyQueries } from './platform/auth/keys/queries.ts'
import { memberCommands } from './platform/auth/members/commands.ts'
import { memberQueries } from './platform/auth/members/queries.ts'
import type { Command } from './platform/commands/command.ts'
import { commentCommands } from './platform/comments/commands.ts'
import { comments } from './platform/comments/queries.ts'
import { exportsOf } from './platform/export/export-lists.ts'
import { fileQueries } from './platform/files/queries.ts'
import type { Download } from './platform/http/download.ts'
import { taskCommands } from './platform/jobs/commands.ts'
import { taskQueries } from './platform/jobs/queries.ts'
import { readNotifications } from './platform/notifications/commands.ts'
import { notificationQueries } from './platform/notifications/queries.ts'
import { calendarCommands } from './platform/notify/calendar/commands.ts'
import { notifyQueries } from './platform/notify/queries.ts'
import { receiverCommands } from './platform/notify/receivers.ts'
import type { Query } from './platform/queries/query.ts'
import { searchEverything } from './platform/search/everything.ts'
import { settings } from './platform/settings/rooms.ts'
import { myPreferences, setPreferences } from './platform/views/preferences.ts'
import { savedViews, viewCommands } from './platform/views/saved-views.ts'
import { cooperationCommands, cooperationQueries } from './select/cooperation/rooms.ts'
import { importCommands } from './select/import/commands.ts'
import { importFaults } from './select/import/fault-list.ts'
import { previewImport } from './select/import/preview.ts'
import { rejectedRows } from './select/import/rejected.ts'
import { lineupCommands } from './select/lineup/commands.ts'
import { lockCommands } from './select/lineup/locks.ts'
import { runOfShowPdf, scriptCardsPdf } from './select/lineup/papers.ts'
import { lineupQueries } from './select/lineup/queries.ts'
import { runOfShow } from './select/lineup/run-of-show.ts'
import { productCommands } from './select/product/commands.ts'
import { productQueries } from './select/product/queries.ts'
import { supplierCommands, supplierDownloads, supplierQueries } from './select/supplier/rooms.ts'
import { foreseeLaw } from './standard/foresee.ts'
import { rulePacks } from './standard/packs/rooms.ts'
import { standardQueries } from './standard/rooms.ts'
import { templates } from './standard/templates/rooms.ts'
import { liveCommands } from './supervise/live/commands.ts'
import { desk } from './supervise/live/desk.ts'
import { claimLexicon } from './supervise/live/lexicon.ts'
import { liveLog } from './supervise/live/log.ts'
import { qualityCommands, qualityQueries } from './supervise/quality/rooms.ts'
import { riskCommands, riskQueries } from './supervise/risk/rooms.ts'

const roomCommands: readonly Command[] = [
  ...projectCommands,
  ...supplierCommands,
  ...productCommands,
  ...cooperationCommands,
  ...liveCommands,
  ...qualityCommands,
  ...riskCommands,
  ...caseCommands,
  importResults,
  ...managementRuleCommands,
  ...suggestionCommands,
  ...receiverCommands,
  ...calendarCommands,
  ...importCommands,
  ...lineupCommands,
  ...lockCommands,
  foreseeLaw,
  ...rulePacks.commands,
  ...templates.commands,
  ...closureCommands,
  ...archiveCommands,
  ...taskCommands,
  ...memberCommands,
  ...apiKeyCommands,
  ...commentCommands,
  ...settings.commands,
  readNotifications,
  setPreferences,
  ...viewCommands,
]

/** Every command of every room. */
export const commands: readonly Command[] = [...roomCommands, askCommand(roomCommands)]

/** Every query of every room. */
export const queries: readonly Query[] = [
  ...projectQueries,
  flow,
  projectSuppliers,
  today,
  firstSteps,
  workList,
  supplierOwes,
  ...standardQueries,
  ...rulePacks.queries,
  ...templates.queries,
  ...supplierQueries,
  ...productQueries,
  previewImport,
  importFaults,
  desk,
  liveLog,
  claimLexicon,
  ...caseQueries,
  exportPerson,
  ...qualityQueries,
  ...riskQueries,
  results,
  resultGroups,
  ...managementRuleQueries,
  suggestions,
  nextLineup,
  ...notifyQueries,
  ...archiveQueries,
  ...conformityQueries,
  ...cooperationQueries,
  ...lineupQueries,
  ...taskQueries,
  ...fileQueries,
  ...memberQueries,
  ...apiKeyQueries,
  searchEverything,
  ...settings.queries,
  comments,
  ...notificationQueries,
  myPreferences,
  savedViews,
]

/** Every download of every room. */
export const downloads: readonly Download[] = [
  ...exportsOf(queries),
  rejectedRows,
  runOfShow,
  runOfShowPdf,
  scriptCardsPdf,
  ...conformityDownloads,
  ...rulePacks.downloads,
  ...supplierDownloads,
]
