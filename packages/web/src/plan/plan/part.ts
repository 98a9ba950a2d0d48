import type { Answer } from '../../client/operations.ts'

/** What a part of a plan's page is given. */
export type Part = { readonly of: Answer<'project.get'> }
