import { afterSalesPlaces, afterSalesProjectRoutes, afterSalesRoutes } from './improve/after-sales/room.ts'
import { archivePlaces, archiveProjectRoutes, archiveRoutes } from './improve/archive/room.ts'
import { conformityPlaces, conformityProjectRoutes, conformityRoutes } from './improve/conformity/room.ts'
import { resultsPlaces, resultsProjectRoutes, resultsRoutes } from './improve/results/room.ts'
import { rulesPlaces, rulesProjectRoutes, rulesRoutes } from './improve/rules/room.ts'
import { planPlaces, planProjectRoutes, planRoutes } from './plan/plan/room.ts'
import { projectPlaces, projectRoutesInside, projectRoutesOutside } from './plan/project/room.ts'
import { todayPlaces, todayProjectRoutes, todayRoutes } from './plan/today/room.ts'
import { cooperationPlaces, cooperationProjectRoutes, cooperationRoutes } from './select/cooperation/room.ts'
import { lineupPlaces, lineupProjectRoutes, lineupRoutes } from './select/lineup/room.ts'
import { portalPlaces, portalProjectRoutes, portalRoutes } from './select/portal/room.ts'
import { productPlaces, productProjectRoutes, productRoutes } from './select/product/room.ts'
import { supplierPlaces, supplierProjectRoutes, supplierRoutes } from './select/supplier/room.ts'
import { settingsPlaces, settingsProjectRoutes, settingsRoutes } from './settings/room.ts'
import type { Place } from './shell/place.ts'
import { standardPlaces, standardProjectRoutes, standardRoutes } from './standard/room.ts'
import { livePlaces, liveProjectRoutes, liveRoutes } from './supervise/live/room.ts'
import { qualityPlaces, qualityProjectRoutes, qualityRoutes } from './supervise/quality/room.ts'
import { riskPlaces, riskProjectRoutes, riskRoutes } from './supervise/risk/room.ts'

/** The pages of every room outside a project. */
export const routes = [
  ...todayRoutes,
  ...projectRoutesOutside,
  ...planRoutes,
  ...supplierRoutes,
  ...portalRoutes,
  ...productRoutes,
  ...cooperationRoutes,
  ...lineupRoutes,
  ...liveRoutes,
  ...qualityRoutes,
  ...riskRoutes,
  ...rulesRoutes,
  ...archiveRoutes,
  ...conformityRoutes,
  ...resultsRoutes,
  ...afterSalesRoutes,
  ...standardRoutes,
  ...settingsRoutes,
] as const

/** The pages of every room in a project. */
export const projectRoutes = [
  ...todayProjectRoutes,
  ...projectRoutesInside,
  ...planProjectRoutes,
  ...supplierProjectRoutes,
  ...portalProjectRoutes,
  ...productProjectRoutes,
  ...cooperationProjectRoutes,
  ...lineupProjectRoutes,
  ...liveProjectRoutes,
  ...qualityProjectRoutes,
  ...riskProjectRoutes,
  ...rulesProjectRoutes,
  ...archiveProjectRoutes,
  ...conformityProjectRoutes,
  ...resultsProjectRoutes,
  ...afterSalesProjectRoutes,
  ...standardProjectRoutes,
  ...settingsProjectRoutes,
] as const

/** Every room one can go to, in the order of the standard. */
export const places: readonly Place[] = [
  ...todayPlaces,
  ...projectPlaces,
  ...planPlaces,
  ...supplierPlaces,
  ...portalPlaces,
  ...productPlaces,
  ...cooperationPlaces,
  ...lineupPlaces,
  ...livePlaces,
  ...qualityPlaces,
  ...riskPlaces,
  ...rulesPlaces,
  ...archivePlaces,
  ...conformityPlaces,
  ...resultsPlaces,
  ...afterSalesPlaces,
  ...standardPlaces,
  ...settingsPlaces,
]
