import { z } from 'zod'
import { bilingual, source } from '../../../gate/rule.ts'
import { OWNERS, SEVERITIES, TRAITS } from '../../../gate/words.ts'

const kebab = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const dotted = z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/)
/** A word or phrase; `(a|b|)` stands for each of its parts, `*` at an end for any letters that follow or precede. */
const phrases = z.array(z.string().min(1)).min(1)
const BRAND_KINDS = ['brand', 'club', 'franchise'] as const

const brand = z.strictObject({
  id: kebab,
  /** as it is written, the first is shown */
  names: phrases,
  /** names of product lines: they name the brand too, and on accessories only say what these fit */
  models: phrases.optional(),
  owner: z.string().min(1),
  kind: z.enum(BRAND_KINDS),
  /** classes the brand is at home in; none = any goods */
  classes: z.array(dotted).min(1).optional(),
  /** the name is a common word too: only meant in its own classes, or with one of `near` within 40 characters */
  ambiguous: z.boolean().default(false),
  near: phrases.optional(),
  /** phrases that hold the name without meaning the brand */
  unless: phrases.optional(),
})
export type Brand = z.infer<typeof brand>

/** standard/signals/brands.yaml: names that others own (G2, I3). */
export const brandFile = z.strictObject({
  source,
  /** what a brand field says when there is no brand */
  'no-brand': phrases,
  brands: z.array(brand).min(1),
})
export type BrandFile = z.infer<typeof brandFile>

const told = {
  id: dotted,
  severity: z.enum(SEVERITIES),
  owner: z.enum(OWNERS),
  /** type of evidence.yaml that clears it */
  needs: kebab.optional(),
  /** `{words}` are the words found; of brands also `{brand}` and `{owner}` */
  what: bilingual,
  remedy: bilingual,
  source,
}

/** How a listing uses a name that others own. */
export const BRAND_USES = ['own', 'other', 'unsure', 'compatible'] as const

const brandSignal = z.strictObject({
  ...told,
  'brand-use': z.array(z.enum(BRAND_USES)).min(1),
  kinds: z.array(z.enum(BRAND_KINDS)).min(1),
})

const wordSignal = z.strictObject({
  ...told,
  /** by language; those of en are looked for in every text */
  words: z.record(z.string().length(2), phrases).default({}),
  /** looked for in the title alone */
  title: z.record(z.string().length(2), phrases).default({}),
  /** phrases that hold the words and mean something harmless */
  unless: phrases.optional(),
  /** the words mean it only with one of these within 40 characters */
  near: phrases.optional(),
  /** one of these classes or traits, or one of `near`, must tell whom it is for */
  traits: z.array(z.enum(TRAITS)).min(1).optional(),
  classes: z.strictObject({ in: z.array(dotted).min(1).optional(), not: z.array(dotted).min(1).optional() }).optional(),
})
export type WordSignal = z.infer<typeof wordSignal>
export type BrandSignal = z.infer<typeof brandSignal>

/** standard/signals/signals.yaml: what the words of a listing tell selection to look at (G2, I3). */
export const signalFile = z.strictObject({
  'compatible-use': z.strictObject({
    /** words before a name: what follows is what the goods fit */
    before: phrases,
    /** words after a name */
    after: phrases,
    /** words between that tell a person, not a device */
    persons: phrases,
    /** goods that are made to fit others' devices */
    accessories: phrases,
    /** parts named by their maker: "Sony sensor" */
    components: phrases,
    /** classes of devices that others make accessories for */
    devices: z.array(dotted).min(1),
    /** classes of goods that fit devices */
    classes: z.array(dotted).min(1),
    /** goods said to be the brand's own */
    genuine: phrases,
  }),
  signals: z.array(z.union([brandSignal, wordSignal])).min(1),
})
export type SignalFile = z.infer<typeof signalFile>
