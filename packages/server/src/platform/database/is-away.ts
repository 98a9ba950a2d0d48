/** What a connection says while PostgreSQL is not there: not yet started, just killed, starting up or shutting down. */
const AWAY = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', '57P01', '57P02', '57P03'])

/** What `pg` says, without a code, of a connection that broke. */
const BROKEN = /^(?:Connection terminated|Client has encountered a connection error)/

/** Whether an error says that PostgreSQL is away for a moment, before or while it was asked. */
export const isAway = (error: unknown): boolean =>
  AWAY.has((error as { code?: string }).code ?? '') || (error instanceof Error && BROKEN.test(error.message))
