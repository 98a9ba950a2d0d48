import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { houseFor } from '../../flow/own-house.ts'
import type { House } from '../../house.ts'
import { MEMBER_ROLES, type MemberRole } from '../commands/actor.ts'
import { authorise } from '../commands/authorise.ts'
import { inScope } from '../database/scope.ts'
import type { Query } from '../queries/query.ts'
import { problems } from './schemas.ts'

const INSIDE: readonly MemberRole[] = MEMBER_ROLES.filter((role) => role !== 'supplier')

/** Gives every query its route: authorised, read only, documented. */
export function registerQueries(app: FastifyInstance, house: House, queries: readonly Query[]): void {
  for (const query of queries)
    app.withTypeProvider<ZodTypeProvider>().route({
      method: 'GET',
      url: query.path,
      schema: {
        operationId: query.name,
        tags: [query.name.split('.')[0] as string],
        summary: query.summary.en,
        description: query.summary.zh,
        params: query.params,
        querystring: query.query,
        response: { 200: query.answer, ...problems },
      },
      // before the shape is looked at, so that who may not ask learns nothing of it
      preValidation: async ({ actor }) =>
        authorise(actor, { kind: 'query', name: query.name, roles: query.roles ?? INSIDE }),
      handler: async (request, reply) => {
        const { actor } = request
        const answer = await inScope(
          house.db,
          actor,
          async (tx) => {
            const own = await houseFor(house, tx, actor.org)
            if (query.tag) {
              const tag = `"${query.tag(own)}"`
              reply.header('etag', tag).header('cache-control', 'private, no-cache')
              if (request.headers['if-none-match'] === tag) return undefined
            }
            return query.run({ tx, actor, params: request.params, query: request.query, house: own } as never)
          },
          { readOnly: true },
        )
        return answer === undefined ? reply.code(304 as 200).send() : reply.send(answer as never)
      },
    })
}
