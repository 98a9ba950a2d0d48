import { readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { type Connection, connect } from '../../src/platform/database/connection.ts'
import { startEmbedded } from '../../src/platform/database/embedded/embedded.ts'
import { isAlive } from '../../src/platform/database/embedded/processes.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import { connectionTo } from './connection-to.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** where test databases are made, and the migrated database they are copies of */
    testServer: { readonly connection: Connection; readonly template: string }
  }
}

const PREFIX = 'haixuan-test-'

/** One PostgreSQL for the whole run with one migrated database; HAIXUAN_TEST_DATABASE_URL names another than our own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await testServer()
  const template = `haixuan_template_${process.pid}`
  try {
    await ask(server.connection, `drop database if exists ${template} with (force)`)
    await ask(server.connection, `create database ${template}`)
    await migrate(connectionTo(server.connection, template))
  } catch (error) {
    await server.stop()
    throw error
  }
  project.provide('testServer', { connection: server.connection, template })
  return async () => {
    await ask(server.connection, `drop database if exists ${template} with (force)`)
    await server.stop()
  }
}

async function testServer(): Promise<{ connection: Connection; stop: () => Promise<void> }> {
  const url = process.env.HAIXUAN_TEST_DATABASE_URL
  if (url) return { connection: { url }, stop: async () => {} }
  await removeLeftOver()
  return startTemporary(path.join(tmpdir(), `${PREFIX}${process.pid}`))
}

async function startTemporary(folder: string) {
  const embedded = await startEmbedded({ folder, as: 'guest', onGiveUp: (why) => console.error(why.message) })
  const stop = async () => {
    await embedded.stop()
    await rm(embedded.folder, { recursive: true, force: true })
  }
  return { connection: embedded.connection, stop }
}

/** A run that was killed leaves its PostgreSQL running: it is joined, and shut down by whoever leaves last. */
async function removeLeftOver(): Promise<void> {
  for (const name of await readdir(tmpdir()))
    if (/^haixuan-test-\d+$/.test(name) && !isAlive(Number(name.slice(PREFIX.length))))
      await startTemporary(path.join(tmpdir(), name)).then(({ stop }) => stop())
}

async function ask(connection: Connection, statement: string): Promise<void> {
  const client = await connect(connection, 'haixuan test')
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
