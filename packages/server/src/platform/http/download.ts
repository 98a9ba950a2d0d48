import { Readable } from 'node:stream'
import type { Text } from '@haixuan/domain/kernel/errors'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Transaction } from 'kysely'
import type { z } from 'zod'
import { houseFor } from '../../flow/own-house.ts'
import type { House } from '../../house.ts'
import { type Actor, MEMBER_ROLES, type MemberRole } from '../commands/actor.ts'
import { authorise } from '../commands/authorise.ts'
import { inScope } from '../database/scope.ts'
import type { Tables } from '../database/tables.ts'
import { type Language, languageOf } from './language.ts'

/** Reads in the scope of who asks: a transaction for each page, so that a slow client holds no connection. */
export type Reads = <T>(work: (tx: Transaction<Tables>) => Promise<T>) => Promise<T>

type Asked<Params, Query> = {
  readonly actor: Actor
  readonly params: Params
  readonly query: Query
  readonly house: House
  readonly read: Reads
  /** the reader's, by Accept-Language */
  readonly language: Language
}

/** A table or a document that people save: streamed, never held whole. */
export type Download = {
  /** such as `lineup.run-of-show` */
  readonly name: string
  readonly path: string
  readonly summary: Text
  /** who may; everyone but a supplier's account when absent */
  readonly roles?: readonly MemberRole[]
  readonly params: z.ZodType
  readonly query: z.ZodType
  /** what is thrown before it resolves is answered as a problem */
  readonly run: (
    asked: Asked<never, never>,
  ) => Promise<{ readonly file: string; readonly type: string; readonly content: AsyncIterable<string | Uint8Array> }>
}

type Typed<P extends z.ZodType, Q extends z.ZodType> = Omit<Download, 'params' | 'query' | 'run'> & {
  readonly params: P
  readonly query: Q
  readonly run: (asked: Asked<z.output<P>, z.output<Q>>) => ReturnType<Download['run']>
}

/** Declares a download with the types of its schemas. */
export const download = <P extends z.ZodType, Q extends z.ZodType>(d: Typed<P, Q>): Download => d as unknown as Download

const INSIDE: readonly MemberRole[] = MEMBER_ROLES.filter((role) => role !== 'supplier')

/** Gives every download its route: authorised, read only. */
export function registerDownloads(app: FastifyInstance, house: House, downloads: readonly Download[]): void {
  for (const { name, path, roles = INSIDE, params, query, run } of downloads)
    app.withTypeProvider<ZodTypeProvider>().get(
      path,
      {
        // its answer is no JSON: the client made from the document links to it
        schema: { hide: true, params, querystring: query },
        preValidation: async ({ actor }) => authorise(actor, { kind: 'query', name, roles }),
      },
      async (request, reply) => {
        const { actor } = request
        const read: Reads = (work) => inScope(house.db, actor, work, { readOnly: true })
        const language = languageOf(request.headers['accept-language'])
        const own = await read((tx) => houseFor(house, tx, actor.org))
        const asked = { actor, params: request.params, query: request.query, house: own, read, language }
        const { file, type, content } = await run(asked as never)
        return reply
          .header('content-type', type)
          .header('content-disposition', `attachment; filename="${file}"`)
          .header('x-content-type-options', 'nosniff')
          .header('cache-control', 'private, no-store')
          .send(Readable.from(content))
      },
    )
}
