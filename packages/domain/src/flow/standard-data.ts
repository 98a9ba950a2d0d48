import type { Clause } from '../gate/clause.ts'
import type { Glossary } from '../gate/glossary.ts'
import type { Market } from '../gate/market.ts'
import type { MarketRule } from '../gate/rule.ts'
import type { AfterSalesFile } from '../improve/after-sales/after-sales-schema.ts'
import type { OrderColumns } from '../improve/results/order-words.ts'
import type { RetentionFile } from '../improve/retention/retention.ts'
import type { OptimisationFile } from '../improve/suggestions/next-lineup.ts'
import type { Text } from '../kernel/errors.ts'
import type { RatesFile } from '../kernel/reference-rates.ts'
import type { ThemeFile } from '../plan/theme-fit/theme-schema.ts'
import type { ClauseLibrary } from '../select/cooperation/contract/clause-schema.ts'
import type { DeliveryFile } from '../select/cooperation/delivery/delivery-schema.ts'
import type { PricingFile } from '../select/cooperation/pricing/pricing-schema.ts'
import type { SettlementFile } from '../select/cooperation/settlement/settlement-schema.ts'
import type { LineupFile } from '../select/lineup/settings-schema.ts'
import type { EvidenceType } from '../select/product/claims/evidence-schema.ts'
import type { LexiconFile, NumericFile } from '../select/product/claims/lexicon-schema.ts'
import type { ClassFile, TraitWordsFile } from '../select/product/classify/class-schema.ts'
import type { RoleFile } from '../select/product/role.ts'
import type { BrandFile, SignalFile } from '../select/product/signals/signal-schema.ts'
import type { DocumentType } from '../select/supplier/documents.ts'
import type { InspectionTemplate } from '../select/supplier/inspection.ts'
import type { QualificationMatrix } from '../select/supplier/qualification.ts'
import type { QualityFile } from '../supervise/quality/quality-schema.ts'
import type { SamplingFile } from '../supervise/quality/sampling-schema.ts'
import type { RiskFile } from '../supervise/risk/risk.ts'
import type { TemplateFile } from '../templates/template-schema.ts'

type Named = { readonly id: string; readonly name: Text }

/** The parts of the standard that a project is carried out by; an archive holds them so that its decisions can be replayed. */
export type StandardData = {
  readonly clauses: { readonly clauses: readonly Clause[] }
  readonly glossary: Glossary
  readonly markets: readonly Market[]
  readonly rules: readonly MarketRule[]
  readonly evidence: { readonly evidence: readonly EvidenceType[] }
  readonly labels: { readonly labels: readonly Named[] }
  readonly lexicons: readonly LexiconFile[]
  readonly figures: NumericFile
  readonly classes: readonly ClassFile[]
  readonly traits: TraitWordsFile
  readonly brands: BrandFile
  readonly signals: SignalFile
  readonly themes: ThemeFile
  readonly documents: { readonly documents: readonly DocumentType[] }
  readonly inspections: { readonly templates: readonly InspectionTemplate[] }
  readonly qualification: QualificationMatrix
  readonly roles: RoleFile
  readonly risks: RiskFile
  readonly sampling: SamplingFile
  readonly quality: QualityFile
  readonly pricing: PricingFile
  readonly delivery: DeliveryFile
  readonly settlement: SettlementFile
  readonly contracts: ClauseLibrary
  readonly 'after-sales': AfterSalesFile
  readonly retention: RetentionFile
  readonly templates: TemplateFile
  readonly 'order-columns': OrderColumns
  readonly optimisation: OptimisationFile
  readonly lineup: LineupFile
  readonly rates: RatesFile
}
