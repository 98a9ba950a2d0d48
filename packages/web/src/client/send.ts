import { forgetKept } from '../offline/kept-answers.ts'
import type { Answer, Name } from './operations.ts'
import { offline, Problem, type ProblemBody } from './problem.ts'
import { routes } from './routes.gen.ts'

const API = '/api/v1'
export type Asked = {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

/** Where a command or query of the API is: its path with the ids in it, and what is asked of it. */
export function addressOf(name: Name, { params = {}, query = {} }: Pick<Asked, 'params' | 'query'> = {}): string {
  const place = (routes[name].split(' ')[1] as string).replaceAll(/\{(.+?)\}/g, (_, key: string) =>
    encodeURIComponent(params[key] ?? ''),
  )
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== '') search.set(key, String(value))
  return `${API}${place}${search.size > 0 ? `?${search}` : ''}`
}

/** Asks the API; gives the answer and the version of the record, when it has one. @throws Problem */
export async function send<N extends Name>(
  name: N,
  asked: Asked = {},
): Promise<{ answer: Answer<N>; version?: number }> {
  const { body, headers = {}, signal } = asked
  const reply = await fetch(addressOf(name, asked), {
    method: routes[name].split(' ')[0] as string,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  }).catch((error) => {
    throw error instanceof DOMException && error.name === 'AbortError' ? error : offline
  })
  if (!reply.ok) throw await problemFrom(reply)
  const etag = /^"(\d+)"$/.exec(reply.headers.get('etag') ?? '')?.[1]
  return { answer: (await reply.json()) as Answer<N>, ...(etag ? { version: Number(etag) } : {}) }
}

const LATER = { zh: '请稍后重试；仍然如此，请告知管理员', en: 'Try again later; if it stays, tell your administrator' }

/** What a reply that is not ok says. */
export async function problemFrom(reply: Response): Promise<Problem> {
  if (reply.status === 401) signIn()
  const type = reply.headers.get('content-type') ?? ''
  if (type.includes('json')) {
    const told = (await reply.json()) as ProblemBody
    // what stands between may answer in a form of its own
    if (told.text !== undefined) return new Problem(told)
  }
  const text = { zh: `服务器答复 ${reply.status}`, en: `The server answered ${reply.status}` }
  return new Problem({ code: 'unexpected', status: reply.status, text, remedy: LATER })
}

const BACK = 'haixuan.back'

/** Leaves for the sign-in page; whoever signs in comes back to where they were. */
function signIn(): void {
  forgetKept()
  const { pathname, search } = location
  if (pathname + search !== '/') sessionStorage.setItem(BACK, pathname + search)
  location.assign('/sign-in')
}

/** Where a person was when they had to sign in; told once. */
export function whereBefore(): string | undefined {
  const place = sessionStorage.getItem(BACK) ?? undefined
  sessionStorage.removeItem(BACK)
  return place
}
