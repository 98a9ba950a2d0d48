// Writes the types of the workbench's client from the OpenAPI document of the server: src/client/*.gen.ts.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildApp } from '@haixuan/server/app'
import type { House } from '@haixuan/server/house'
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'

const folder = path.resolve(import.meta.dirname, '../src/client')
const note = '// Made from the OpenAPI document by packages/web/build/make-client.ts; not kept in git.\n'

// nothing is asked of the house: its routes are described, not called
const app = await buildApp({ house: { uploadBytes: 1 } as House, authenticate: async () => undefined })
await app.ready()
const document = app.swagger() as OpenAPI3
await app.close()

const routes = Object.entries(document.paths ?? {}).flatMap(([place, operations]) =>
  Object.entries(operations as Record<string, { operationId: string }>).map(
    ([method, { operationId }]) => `  '${operationId}': '${method.toUpperCase()} ${place}',`,
  ),
)
write('schema.gen.ts', note + astToString(await openapiTS(document)))
write('routes.gen.ts', `${note}export const routes = {\n${routes.sort().join('\n')}\n} as const\n`)

/** Leaves a file that has not changed as it is, so that nothing is built anew because of it. */
function write(name: string, text: string): void {
  const file = path.join(folder, name)
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text)
}
