import { type Schema, sampleOf } from './sample-of.ts'

type Parameter = { readonly in: string; readonly name: string; readonly required?: boolean; readonly schema: Schema }
type Operation = {
  readonly operationId: string
  readonly parameters?: readonly Parameter[]
  readonly responses: Readonly<Record<string, unknown>>
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
}
type Document = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> }

/** A route of the OpenAPI document; `body` when it takes JSON. */
export type Route = {
  readonly name: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  /** parameters of the query that must be there */
  readonly query: readonly Parameter[]
  /** all parameters of the query */
  readonly parameters: readonly Parameter[]
  /** what it may be answered with */
  readonly statuses: readonly number[]
  readonly body: Schema | undefined
}

/** Every route of the document, the path below /api/v1. */
export const routesOf = (document: object): Route[] =>
  Object.entries((document as Document).paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { operationId, parameters = [], requestBody, responses }]) => ({
      name: operationId,
      method: method.toUpperCase() as Route['method'],
      path: path.replace(/^\/api\/v1/, ''),
      query: parameters.filter((p) => p.in === 'query' && p.required),
      parameters: parameters.filter((p) => p.in === 'query'),
      statuses: Object.keys(responses).map(Number),
      body: requestBody?.content['application/json']?.schema,
    })),
  )

/** The names of the parameters in a path. */
export const parametersOf = ({ path }: Route): string[] => [...path.matchAll(/\{(.+?)\}/g)].map((m) => m[1] as string)

/** A request that the document admits, with these ids where it asks for one. */
export function requestOf({ method, path, query, body }: Route, ids: Readonly<Record<string, string>>) {
  const place = path.replaceAll(/\{(.+?)\}/g, (_, name: string) => encodeURIComponent(ids[name] as string))
  const asked = new URLSearchParams()
  for (const { name, schema } of query) asked.set(name, String(sampleOf(schema, ids, name)))
  const search = asked.size > 0 ? `?${asked}` : ''
  return { method, url: `/api/v1${place}${search}`, body: body && sampleOf(body, ids) }
}
