/** How much each sign of a class counts. Set by hand, then held against listings read by people; see the room's tests. */
export const STRENGTH = { strong: 3, weak: 1 } as const

/** Shares of a field's words in the sum, and the most that a field can give. */
export const FIELDS = {
  title: { share: 1, most: 6 },
  category: { share: 0.7, most: 4 },
  specification: { share: 0.15, most: 0.6 },
  description: { share: 0.15, most: 0.6 },
} as const

/** An HS heading is a declaration to customs: it outweighs what a title can say. */
export const HS = 8

/** The first noun of a title counts in full, each later one this much of the one before it. */
export const LATER = 0.7
/** What a noun far down a title still counts for. */
export const LEAST_LATER = 0.2
/** What is left of a noun that only describes the head noun beside it. */
export const MODIFIER = 0.25
/** What is left of a noun after for, with, to fit and the like. */
export const RELATED = 0.15
/** Further words for the same class in one field add this much of their weight. */
export const REPEATED = 0.25
/** Share of a category segment above the narrowest, and of the one above that. */
export const WIDER = 0.6

/** Characters of a description that are read. */
export const DESCRIPTION_READ = 400
/** Longer specification values are prose, not kinds of goods. */
export const VALUE_READ = 60

/** Below this confidence the answer is: not sure. */
export const SURE = 0.5
