import { queryOptions } from '@tanstack/react-query'

/** What signing in answers when something is not as it should be. */
export class AuthProblem extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

async function answerOf<T>(reply: Response): Promise<T> {
  const body = await reply.json().catch(() => ({}))
  if (!reply.ok) throw new AuthProblem(String(body.code ?? reply.status))
  return body as T
}

/** Asks what keeps passwords, second factors and sessions. @throws AuthProblem */
export const toAuth = <T>(path: string, body: object = {}): Promise<T> =>
  fetch(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).then((reply) => answerOf<T>(reply))

type Session = { readonly id: string; readonly token: string; readonly createdAt: string; readonly updatedAt: string }
export type OpenSession = Session & { readonly userAgent: string | null; readonly ipAddress: string | null }
type Standing = {
  readonly session: Session
  readonly user: { readonly email: string; readonly twoFactorEnabled: boolean | null }
}

export const mySession = queryOptions({
  queryKey: ['auth', 'session'],
  queryFn: () => fetch('/api/auth/get-session').then((reply) => answerOf<Standing>(reply)),
})
export const mySessions = queryOptions({
  queryKey: ['auth', 'sessions'],
  queryFn: () => fetch('/api/auth/list-sessions').then((reply) => answerOf<readonly OpenSession[]>(reply)),
})
