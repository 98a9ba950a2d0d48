import { clauseFile } from '@haixuan/domain/gate/clause'
import { glossaryFile } from '@haixuan/domain/gate/glossary'
import { marketFile } from '@haixuan/domain/gate/market'
import { parameterFile } from '@haixuan/domain/gate/parameter'
import { ruleFile } from '@haixuan/domain/gate/rule'
import { afterSalesFile } from '@haixuan/domain/improve/after-sales/after-sales-schema'
import { orderColumnsFile } from '@haixuan/domain/improve/results/order-words'
import { retentionFile } from '@haixuan/domain/improve/retention/retention'
import { optimisationFile } from '@haixuan/domain/improve/suggestions/next-lineup'
import { ratesFile } from '@haixuan/domain/kernel/reference-rates'
import { themeFile } from '@haixuan/domain/plan/theme-fit/theme-schema'
import { clauseLibrary } from '@haixuan/domain/select/cooperation/contract/clause-schema'
import { deliveryFile } from '@haixuan/domain/select/cooperation/delivery/delivery-schema'
import { pricingFile } from '@haixuan/domain/select/cooperation/pricing/pricing-schema'
import { settlementFile } from '@haixuan/domain/select/cooperation/settlement/settlement-schema'
import { lineupFile } from '@haixuan/domain/select/lineup/settings-schema'
import { evidenceFile, labelFile } from '@haixuan/domain/select/product/claims/evidence-schema'
import { lexiconFile, numericFile } from '@haixuan/domain/select/product/claims/lexicon-schema'
import { classFile, traitWordsFile } from '@haixuan/domain/select/product/classify/class-schema'
import {
  columnsFile,
  currenciesFile,
  languagesFile,
  unitsFile,
} from '@haixuan/domain/select/product/import-words-schema'
import { roleFile } from '@haixuan/domain/select/product/role'
import { brandFile, signalFile } from '@haixuan/domain/select/product/signals/signal-schema'
import { documentFile } from '@haixuan/domain/select/supplier/documents'
import { inspectionFile } from '@haixuan/domain/select/supplier/inspection'
import { screeningFile } from '@haixuan/domain/select/supplier/names/name-words'
import { qualificationFile } from '@haixuan/domain/select/supplier/qualification'
import { qualityFile } from '@haixuan/domain/supervise/quality/quality-schema'
import { samplingFile } from '@haixuan/domain/supervise/quality/sampling-schema'
import { riskFile } from '@haixuan/domain/supervise/risk/risk'
import { templateFile } from '@haixuan/domain/templates/template-schema'
import type { z } from 'zod'
import type { Placed } from './read-yaml.ts'

/** The files of the standard: one line each, a file or a folder of files of one kind. Adding a file is adding a line. */
export const FILES = {
  glossary: { file: 'glossary.yaml', schema: glossaryFile },
  clauses: { file: 'clauses.yaml', schema: clauseFile },
  markets: { file: 'markets/markets.yaml', schema: marketFile },
  rules: { folder: 'markets', except: 'markets.yaml', schema: ruleFile },
  roles: { file: 'roles.yaml', schema: roleFile },
  risks: { file: 'risks.yaml', schema: riskFile },
  sampling: { file: 'sampling/iso-2859-1.yaml', schema: samplingFile },
  quality: { file: 'quality.yaml', schema: qualityFile },
  evidence: { file: 'evidence.yaml', schema: evidenceFile },
  labels: { file: 'labels.yaml', schema: labelFile },
  documents: { file: 'documents.yaml', schema: documentFile },
  classes: { folder: 'classes', except: 'traits.yaml', schema: classFile },
  traits: { file: 'classes/traits.yaml', schema: traitWordsFile },
  lexicons: { folder: 'lexicons', schema: lexiconFile },
  figures: { file: 'numeric-claims.yaml', schema: numericFile },
  brands: { file: 'signals/brands.yaml', schema: brandFile },
  signals: { file: 'signals/signals.yaml', schema: signalFile },
  themes: { file: 'themes.yaml', schema: themeFile },
  lineup: { file: 'lineup.yaml', schema: lineupFile },
  screening: { file: 'screening.yaml', schema: screeningFile },
  rates: { file: 'rates.yaml', schema: ratesFile },
  columns: { file: 'import/columns.yaml', schema: columnsFile },
  'supplier-columns': { file: 'import/supplier-columns.yaml', schema: columnsFile },
  'order-columns': { file: 'import/order-columns.yaml', schema: orderColumnsFile },
  currencies: { file: 'import/currencies.yaml', schema: currenciesFile },
  languages: { file: 'import/languages.yaml', schema: languagesFile },
  units: { file: 'import/units.yaml', schema: unitsFile },
  'after-sales': { file: 'after-sales.yaml', schema: afterSalesFile },
  optimisation: { file: 'optimisation.yaml', schema: optimisationFile },
  retention: { file: 'retention.yaml', schema: retentionFile },
  delivery: { file: 'delivery.yaml', schema: deliveryFile },
  pricing: { file: 'pricing.yaml', schema: pricingFile },
  contracts: { file: 'contracts/clauses.yaml', schema: clauseLibrary },
  settlement: { file: 'settlement.yaml', schema: settlementFile },
  inspections: { file: 'inspections.yaml', schema: inspectionFile },
  qualification: { file: 'qualification.yaml', schema: qualificationFile },
  templates: { file: 'templates.yaml', schema: templateFile },
  parameters: { file: 'parameters.yaml', schema: parameterFile },
} as const

type Files = typeof FILES
export type Value<E> = E extends { readonly schema: infer S extends z.ZodType } ? z.infer<S> : never

/** Every file of the standard as read, by key, with the places of its parts. */
export type PlacedFiles = {
  readonly [K in keyof Files]: Files[K] extends { readonly folder: string }
    ? readonly Placed<Value<Files[K]>>[]
    : Placed<Value<Files[K]>>
}
