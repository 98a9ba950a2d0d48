import { readdirSync, readFileSync } from 'node:fs'
import type { Bench } from './open-bench.ts'

/** Milliseconds of a processor: of this process with all its threads, and of PostgreSQL with all its processes. */
export type ProcessorTime = { readonly node: number; readonly database: number }

/** Linux counts a hundred a second. */
const TICK_MS = 10
const PARENT = 1
const OWN = [11, 12]
const OF_CHILDREN_GONE = [13, 14]

/** Begins to count; gives what was spent since. On a machine that others use it tells more than the clock does. */
export async function processorTime(bench: Bench): Promise<() => ProcessorTime> {
  const client = await bench.client()
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const postmaster = fieldsOf(rows[0]!.pid)[PARENT]!
  await client.end()
  const now = () => {
    const { user, system } = process.cpuUsage()
    return { node: (user + system) / 1000, database: ticksBelow(postmaster) * TICK_MS }
  }
  const from = now()
  return () => {
    const to = now()
    return { node: to.node - from.node, database: to.database - from.database }
  }
}

/** The fields of a process behind its name, numbers all but the first. */
const fieldsOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
    .map(Number)

function ticksBelow(postmaster: number): number {
  const spent = (fields: readonly number[], which: readonly number[]) => which.reduce((sum, i) => sum + fields[i]!, 0)
  const gone = () => spent(fieldsOf(postmaster), OF_CHILDREN_GONE)
  for (;;) {
    const before = gone()
    const ticks = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => {
        try {
          const fields = fieldsOf(Number(pid))
          return fields[PARENT] === postmaster ? spent(fields, OWN) : 0
        } catch {
          return 0
        }
      })
    const own = spent(fieldsOf(postmaster), OWN)
    // one that ended meanwhile would be counted twice or not at all
    if (gone() === before) return ticks.reduce((sum, each) => sum + each, own + before)
  }
}
