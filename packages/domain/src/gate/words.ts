/** Words that rules, facts and checks share. They are the standard's vocabulary, not law: law is in standard/. */
export const STAGES = ['plan', 'select', 'supervise', 'improve'] as const
export const GATES = ['plan', 'supplier', 'product', 'cooperation', 'on-air', 'closure'] as const
export type Gate = (typeof GATES)[number]

export const SEVERITIES = ['block', 'warn', 'note'] as const
export type Severity = (typeof SEVERITIES)[number]

export const TRAITS = [
  'for-children',
  'battery',
  'mains',
  'radio',
  'food-contact',
  'skin-contact',
  'liquid',
  'magnet',
  'blade',
  'second-hand',
  'small-parts',
  'powder',
  'aerosol',
] as const
export type Trait = (typeof TRAITS)[number]

export const CLAIM_KINDS = [
  'absolute',
  'health',
  'performance',
  'origin',
  'eco',
  'price',
  'scarcity',
  'endorsement',
] as const
export type ClaimKind = (typeof CLAIM_KINDS)[number]

export const ROLES = ['traffic', 'profit', 'welfare', 'hero', 'image', 'regular', 'gift', 'trial'] as const
export type Role = (typeof ROLES)[number]

export const OWNERS = ['supplier', 'sourcing', 'quality', 'legal', 'selection', 'host', 'finance', 'service'] as const
export type Owner = (typeof OWNERS)[number]
