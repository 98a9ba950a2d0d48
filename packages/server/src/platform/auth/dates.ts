import type { KyselyPlugin } from 'kysely'

const INSTANT_COLUMN = /(At|Until)$/

/** Gives better-auth the `Date`s it compares with: the sessions of this server read instants as ISO texts. */
export const instantsAsDates: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({
    ...result,
    rows: result.rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          typeof value === 'string' && INSTANT_COLUMN.test(name) ? new Date(value) : value,
        ]),
      ),
    ),
  }),
}
