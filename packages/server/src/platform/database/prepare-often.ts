import type { PoolClient, QueryResult } from 'pg'

/** Statements kept by a connection at most; each holds some ten kilobytes in PostgreSQL. */
const MOST = 150
/** What was asked fewer times may never be asked again, such as a list of ids of some length. */
const OFTEN = 4
/** Others that are counted. */
const REMEMBERED = 1_000

/**
 * Makes what a connection is asked often in transactions that write a prepared statement: a command is some twenty short
 * statements, and PostgreSQL takes longer to plan most of them than to carry them out. What only reads is planned for its
 * values each time: where a page begins decides how it is read.
 */
export function prepareOften(): (client: PoolClient) => void {
  const asked = new Map<string, number>()
  const names = new Map<string, string>()
  const nameOf = (text: string): string | undefined => {
    const name = names.get(text)
    if (name !== undefined || names.size >= MOST) return name
    const times = (asked.get(text) ?? 0) + 1
    asked.delete(text)
    if (times === OFTEN) names.set(text, `often ${names.size}`)
    else asked.set(text, times)
    if (asked.size > REMEMBERED) asked.delete(asked.keys().next().value as string)
    return undefined
  }
  return (client) => {
    const ask = client.query.bind(client) as (...of: unknown[]) => Promise<QueryResult>
    let writing = false
    const query = (...of: unknown[]) => {
      const [text, values] = of
      if (text === 'begin') writing = true
      else if (text === 'commit' || text === 'rollback') writing = false
      const name = writing && typeof text === 'string' && Array.isArray(values) && values.length > 0 && nameOf(text)
      return name ? ask({ name, text, values }) : ask(...of)
    }
    client.query = query as typeof client.query
  }
}
