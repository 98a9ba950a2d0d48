import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { House } from '../../house.ts'
import { authorise } from '../commands/authorise.ts'
import { carryOut } from '../commands/carry-out.ts'
import type { Command } from '../commands/command.ts'
import { Problem } from './problem.ts'
import { problems } from './schemas.ts'

const headers = z.looseObject({
  'idempotency-key': z
    .string()
    .min(8)
    .max(200)
    .optional()
    .describe('the same key carries out the command once, however often it is sent within thirty days'),
  'if-match': z
    .string()
    .regex(/^"\d+"$/)
    .optional()
    .describe('the version of the record that was seen, in quotes'),
})

/** Gives every command its route: authorised, idempotent, documented. */
export function registerCommands(app: FastifyInstance, house: House, commands: readonly Command[]): void {
  for (const command of commands)
    app.withTypeProvider<ZodTypeProvider>().route({
      method: command.method,
      url: command.path,
      schema: {
        operationId: command.name,
        tags: [command.name.split('.')[0] as string],
        summary: command.summary.en,
        description: `${command.summary.zh} · ${command.clause}`,
        params: command.params,
        headers,
        ...(command.method === 'DELETE' ? {} : { body: command.input }),
        response: { 200: command.answer, 201: command.answer, ...problems },
      },
      // before the shape is looked at, so that who may not ask learns nothing of it
      preValidation: async ({ actor }) => authorise(actor, { ...command, kind: 'command' }),
      handler: async (request, reply) => {
        const key = request.headers['idempotency-key']
        if (key === undefined) throw new Problem('key-missing')
        const seen = request.headers['if-match']
        const { status, answer, version } = await carryOut(house, command, {
          actor: request.actor,
          key,
          version: seen === undefined ? undefined : Number(seen.slice(1, -1)),
          params: request.params,
          input: request.body,
        })
        if (version !== undefined) reply.header('etag', `"${version}"`)
        return reply.code(status as 200).send(answer as never)
      },
    })
}
