import type { FastifyInstance } from 'fastify'
import { beforeAll, expect, it } from 'vitest'
import { routesOf } from '../../../test/support/routes-of.ts'
import { testDatabase } from '../../../test/support/test-database.ts'
import { testApp, testHouse } from '../../../test/support/test-house.ts'
import { nameOfPath } from './field-names.ts'

let app: FastifyInstance
beforeAll(async () => {
  app = await testApp(testHouse((await testDatabase()).db, { now: '2026-05-01T08:00:00.000Z' as never }))
  await app.ready()
})

type Schema = { readonly properties?: Readonly<Record<string, Schema>>; readonly [more: string]: unknown }
/** Every field of a schema, however deep, with the commands that take it. */
function* fieldsOf(schema: unknown): Generator<string> {
  if (typeof schema !== 'object' || schema === null) return
  for (const [key, value] of Object.entries(schema as Schema))
    if (key === 'properties') {
      for (const [field, of] of Object.entries(value as object)) {
        yield field
        yield* fieldsOf(of)
      }
    } else if (key !== 'example' && key !== 'enum') yield* fieldsOf(value)
}

it('every field that a command takes has a name in both languages, for what is said of it', () => {
  const routes = routesOf(app.swagger()).filter(({ body }) => body !== undefined)
  const lacking = new Map<string, string>()
  for (const { name, body } of routes)
    for (const field of fieldsOf(body)) if (!nameOfPath(field)) lacking.set(field, name)
  expect([...lacking].map(([field, command]) => `${field} (${command})`)).toEqual([])
  expect(routes.length).toBeGreaterThan(100)
})
