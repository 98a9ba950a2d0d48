import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'

const HAIXUAN = path.resolve(import.meta.dirname, '../../../cli/bin/haixuan.mjs')

/** How a process ended: `code` is null when a signal ended it. */
export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

/** `haixuan` as a process of its own, with settings of its own. */
export class Haixuan {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
  #said = { stdout: '', stderr: '' }
  constructor(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
    const own = Object.entries(process.env).filter(([name]) => !/^(HAIXUAN_|DATABASE_URL$)/.test(name))
    this.child = spawn(process.execPath, [HAIXUAN, ...args], { env: { ...Object.fromEntries(own), ...env } })
    for (const stream of ['stdout', 'stderr'] as const)
      this.child[stream]!.setEncoding('utf8').on('data', (text: string) => {
        this.#said[stream] += text
      })
    this.ended = new Promise((resolve) => this.child.on('close', (code) => resolve({ code, ...this.#said })))
  }
  get stderr(): string {
    return this.#said.stderr
  }
  /** Its first line on stdout as JSON; fails with what it said when it ends without one. */
  async first<T>(): Promise<T> {
    const line = new Promise<string>((resolve) => createInterface(this.child.stdout!).once('line', resolve))
    const ended = this.ended.then(({ code, stderr }) => {
      throw new Error(`ended with ${code}: ${stderr}`)
    })
    return JSON.parse(await Promise.race([line, ended]))
  }
}

export type Started = { readonly address: string; readonly link: string | null }

/** Starts a server on a data folder and waits until it answers. */
export async function startServer(data: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}) {
  const server = new Haixuan(['serve', '--json', '--port', '0', '--data', data, ...args], env)
  return { server, ...(await server.first<Started>()) }
}

/** A folder of its own directly below the temporary one, so that PostgreSQL's user may pass and its socket's path is short. */
export function temporaryFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'hx-'))
  chmodSync(folder, 0o755)
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Someone signed in on a server, as a browser would be. */
export class SignedIn {
  readonly #address: string
  readonly #cookie: string
  private constructor(address: string, cookie: string) {
    this.#address = address
    this.#cookie = cookie
  }
  /** follows a one-time link, choosing a password */
  static async by(address: string, link: string): Promise<SignedIn> {
    const answer = await fetch(new URL('/api/auth/link', address), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: address },
      body: JSON.stringify({ token: link.split('#')[1], password: 'correct horse battery' }),
    })
    if (!answer.ok) throw new Error(`the link answered ${answer.status}`)
    return new SignedIn(
      address,
      answer.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; '),
    )
  }
  get = async (url: string) =>
    this.#read(await fetch(new URL(url, this.#address), { headers: { cookie: this.#cookie } }))
  post = async (url: string, body: object, headers: Record<string, string> = {}) =>
    this.#read(
      await fetch(new URL(url, this.#address), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          origin: this.#address,
          cookie: this.#cookie,
          'idempotency-key': crypto.randomUUID(),
          ...headers,
        },
        body: JSON.stringify(body),
      }),
    )
  /** sends a file */
  put = async (url: string, content: string) =>
    this.#read(
      await fetch(new URL(url, this.#address), {
        method: 'PUT',
        headers: { 'content-type': 'application/octet-stream', origin: this.#address, cookie: this.#cookie },
        body: content,
      }),
    )
  #read = async (answer: Response) => ({ status: answer.status, body: JSON.parse(await answer.text()) })
}
