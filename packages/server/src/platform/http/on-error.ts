import { BadInput, Refusal } from '@haixuan/domain/kernel/errors'
import { type Issue, wrongsOf } from '@haixuan/domain/kernel/issue'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { cause } from '../cause.ts'
import { isAway } from '../database/is-away.ts'
import { Problem } from './problem.ts'

/** Where in PostgreSQL row-level security refuses a row; a grant that is missing has the same code, and is a fault. */
const ROW_REFUSED = 'ExecWithCheckOptions'

/** PostgreSQL's codes for a text, and a text within JSON, with a character it does not hold. */
const UNTRANSLATABLE = new Set(['22021', '22P05'])

/** Turns whatever was thrown into one problem; what nobody foresaw is logged and says nothing of the inside. */
export function problemOf(error: unknown, request?: FastifyRequest): Problem {
  if (error instanceof Problem) return error
  if (error instanceof Refusal)
    return new Problem('refused', { why: error.reason, clause: error.clause, remedy: error.remedy })
  if (error instanceof BadInput)
    return new Problem('bad-input', {
      why: error.reason,
      ...(error.field ? { field: error.field } : {}),
      ...(error.place ? { place: error.place } : {}),
    })
  if (hasZodFastifySchemaValidationErrors(error)) return wrongShape(error, request)
  // what was asked may have been done or not: who asks again with the same key finds out
  if (isAway(error)) return new Problem('unavailable')
  const { statusCode, code, routine } = error as FastifyError & { routine?: string }
  // the row would not have been one that the actor may have, such as a product of another supplier
  if (routine === ROW_REFUSED) return new Problem('not-allowed', { why: cause('record-would-be-of-other') })
  if (code !== undefined && UNTRANSLATABLE.has(code)) return new Problem('bad-input', { why: cause('null-character') })
  if (statusCode === 413) return new Problem('too-large', { why: cause('body-too-large') })
  if (statusCode === 415) return new Problem('unsupported-type', { why: cause('type-not-taken') })
  if (statusCode === 429) return new Problem('too-many')
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new Problem('bad-input', { why: cause(BODY_FAULTS[code] ?? 'request-not-readable') })
  return new Problem('unexpected')
}

/** Why fastify could not read a body. */
const BODY_FAULTS: Readonly<Record<string, 'body-missing' | 'body-not-json'>> = {
  FST_ERR_CTP_EMPTY_JSON_BODY: 'body-missing',
  FST_ERR_CTP_INVALID_JSON_BODY: 'body-not-json',
}

type WrongShape = { readonly validation: readonly Validation[]; readonly validationContext?: string | undefined }
type Validation = {
  readonly keyword: string
  readonly instancePath: string
  readonly message?: string
  readonly params: object
}

/** All that is wrong with the shape of a request, part by part. */
function wrongShape({ validation, validationContext: part }: WrongShape, request: FastifyRequest | undefined): Problem {
  const sent = part === 'querystring' ? request?.query : request?.[part as 'body' | 'params' | 'headers']
  const issues = validation.map(
    ({ keyword, instancePath, message, params }) =>
      ({ ...params, code: keyword, path: instancePath.split('/').filter(Boolean), message }) as unknown as Issue,
  )
  const reasons = wrongsOf(issues, sent).map(({ path, reason }) => ({
    ...reason,
    field: path.join('.') || part || 'body',
  }))
  return new Problem('bad-input', { reasons, ...(reasons[0] ? { field: reasons[0].field } : {}) })
}

/** The error handler of the application. */
export function onError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error, request)
  if (problem.code === 'unexpected') request.log.error({ err: error }, 'unexpected')
  if (problem.code === 'unavailable') reply.header('retry-after', 1)
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem.body(request.id)))
}
