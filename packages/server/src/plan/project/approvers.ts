/** Who may approve a plan, when someone else wrote it (P5). */
export const APPROVERS = ['selection', 'legal', 'finance'] as const
/** Who may grant a waiver, when someone else asked for it (P5). */
export const GRANTERS = ['legal', 'quality', 'selection'] as const
