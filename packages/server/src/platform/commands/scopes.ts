import type { Actor } from './actor.ts'

type Asked = { readonly kind: 'command' | 'query'; readonly name: string }
const WHOLE = { command: 'write', query: 'read' } as const

/**
 * Whether an actor's API key reaches a command or a query: `write` reaches every command, `read` every query, a family
 * such as `product` those named product.…. People who are signed in have no scopes: their roles alone decide.
 */
export const withinScopes = ({ scopes }: Pick<Actor, 'scopes'>, { kind, name }: Asked): boolean =>
  scopes === undefined || scopes.includes(WHOLE[kind]) || scopes.includes(name.split('.')[0] as string)
