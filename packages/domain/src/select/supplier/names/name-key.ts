import { foldName } from './fold-name.ts'

/** Two spellings of one name that differ only in case, accents, spaces and signs have the same key. */
export const nameKey = (name: string): string => foldName(name).replace(/[^\p{L}\p{N}]/gu, '')
