/// <reference lib="dom" />
import type { Page } from 'playwright-core'

type Reply = { readonly status: number; readonly body: Record<string, unknown> & { version?: number } }

/** What a person does by other pages, asked of the API in their session. */
export const sent = (page: Page, method: string, path: string, body?: object, version?: number): Promise<Reply> =>
  page.evaluate(
    async ([m, p, b, v]) => {
      const reply = await fetch(`/api/v1${p}`, {
        method: m as string,
        headers: {
          'idempotency-key': crypto.randomUUID(),
          ...(b ? { 'content-type': 'application/json' } : {}),
          ...(v ? { 'if-match': `"${v}"` } : {}),
        },
        ...(b ? { body: JSON.stringify(b) } : {}),
      })
      return { status: reply.status, body: await reply.json() }
    },
    [method, path, body, version] as const,
  )
