import type { routes } from './routes.gen.ts'
import type { operations } from './schema.gen.ts'

/** Name of a command or query of the API, such as `product.list`. */
export type Name = keyof operations & keyof typeof routes
/** Names of queries: what is asked with GET. */
export type QueryName = { [N in Name]: (typeof routes)[N] extends `GET ${string}` ? N : never }[Name]
export type CommandName = Exclude<Name, QueryName>

type Operation<N extends Name> = operations[N]
type Part<N extends Name, P extends 'path' | 'query'> =
  Operation<N> extends { parameters: { [K in P]?: infer V } }
    ? [Exclude<V, undefined>] extends [never]
      ? Record<never, never>
      : Exclude<V, undefined>
    : Record<never, never>
export type Params<N extends Name> = Part<N, 'path'>
export type Query<N extends Name> = Part<N, 'query'>
export type Input<N extends Name> =
  Operation<N> extends { requestBody?: { content: { 'application/json': infer B } } } ? B : undefined
export type Answer<N extends Name> =
  Operation<N> extends {
    responses: { 200: { content: { 'application/json': infer A } } }
  }
    ? A
    : undefined

/** Names of lists: queries that answer with rows and where the next page begins. */
export type ListName = {
  [N in QueryName]: Answer<N> extends { rows: unknown[]; next: string | null } ? N : never
}[QueryName]
export type Row<N extends ListName> = Answer<N> extends { rows: (infer R)[] } ? R : never
