import { BadInput, Refusal } from '@haixuan/domain/kernel/errors'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { isAway } from '../database/is-away.ts'
import { Problem } from './problem.ts'

/** Where in PostgreSQL row-level security refuses a row; a grant that is missing has the same code, and is a fault. */
const ROW_REFUSED = 'ExecWithCheckOptions'

/** PostgreSQL's codes for a text, and a text within JSON, with a character it does not hold. */
const UNTRANSLATABLE = new Set(['22021', '22P05'])

/** Turns whatever was thrown into one problem; what nobody foresaw is logged and says nothing of the inside. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof Refusal)
    return new Problem('refused', { detail: error.message, clause: error.clause, remedy: error.remedy })
  if (error instanceof BadInput)
    return new Problem('bad-input', {
      detail: error.message,
      ...(error.field ? { field: error.field } : {}),
      ...(error.place ? { place: error.place } : {}),
    })
  if (hasZodFastifySchemaValidationErrors(error)) {
    const issue = error.validation[0]
    const field = issue?.instancePath.slice(1).replaceAll('/', '.')
    return new Problem('bad-input', {
      detail: `${field ? `${field}: ` : ''}${issue?.message ?? error.message}`,
      field: field || error.validationContext || 'body',
    })
  }
  // what was asked may have been done or not: who asks again with the same key finds out
  if (isAway(error)) return new Problem('unavailable')
  const { statusCode, message, code, routine } = error as FastifyError & { routine?: string }
  // the row would not have been one that the actor may have, such as a product of another supplier
  if (routine === ROW_REFUSED) return new Problem('not-allowed', { detail: 'the record would belong to someone else' })
  if (code !== undefined && UNTRANSLATABLE.has(code))
    return new Problem('bad-input', { detail: 'a text holds the character U+0000, which cannot be stored' })
  if (statusCode === 413) return new Problem('too-large', { detail: message })
  if (statusCode === 415) return new Problem('unsupported-type', { detail: message })
  if (statusCode === 429) return new Problem('too-many', { detail: message })
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new Problem('bad-input', { detail: message })
  return new Problem('unexpected')
}

/** The error handler of the application. */
export function onError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error)
  if (problem.code === 'unexpected') request.log.error({ err: error }, 'unexpected')
  if (problem.code === 'unavailable') reply.header('retry-after', 1)
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem.body(request.id)))
}
