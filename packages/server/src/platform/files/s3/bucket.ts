import { openAsBlob } from 'node:fs'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { AwsClient } from 'aws4fetch'

/** Where a bucket is and who may use it. */
export type BucketSettings = {
  readonly endpoint: string
  readonly region: string
  readonly bucket: string
  readonly accessKey: string
  readonly secretKey: string
  /** whether the bucket stands in the path of an address rather than before its host */
  readonly pathStyle: boolean
}

/** What a store answered instead of what was asked; says nothing of keys or signatures. */
export class StoreFault extends Error {
  override readonly name = 'StoreFault'
  readonly status: number
  constructor(what: string, status: number, code: string | undefined) {
    super(`the file store refused to ${what}: ${status}${code === undefined ? '' : ` ${code}`}`)
    this.status = status
  }
}

const RETRIES = 4
const FIRST_PAUSE_MS = 100

/** A bucket of a store that speaks the protocol of S3. Requests that fail for a moment are sent again. */
export class Bucket {
  readonly #client: AwsClient
  readonly #root: string

  constructor({ endpoint, region, bucket, accessKey, secretKey, pathStyle }: BucketSettings) {
    this.#client = new AwsClient({
      accessKeyId: accessKey,
      secretAccessKey: secretKey,
      region,
      service: 's3',
      retries: RETRIES,
      initRetryMs: FIRST_PAUSE_MS,
    })
    const { protocol, host, pathname } = new URL(endpoint)
    const before = pathname.replace(/\/$/, '')
    this.#root = pathStyle ? `${protocol}//${host}${before}/${bucket}` : `${protocol}//${bucket}.${host}${before}`
  }

  /** Stores a file; the store compares what arrives with the hash, which is signed. */
  async put(key: string, file: string, sha256: string): Promise<void> {
    const body = await openAsBlob(file)
    await this.#ask('store a file', 'PUT', pathOf(key), { body, headers: { 'x-amz-content-sha256': sha256 } })
  }

  /** The bytes under a key, or undefined when there are none. */
  async get(key: string): Promise<Readable | undefined> {
    const reply = await this.#ask('give a file', 'GET', pathOf(key), {}, [404])
    return reply.status === 404 ? undefined : Readable.fromWeb(reply.body as ReadableStream)
  }

  /** All keys, page by page. */
  async *keys(most?: number): AsyncGenerator<string> {
    for (let after: string | undefined = ''; after !== undefined; ) {
      const asked = new URLSearchParams({ 'list-type': '2', 'encoding-type': 'url' })
      if (most !== undefined) asked.set('max-keys', String(most))
      if (after !== '') asked.set('continuation-token', after)
      const page = await (await this.#ask('list its files', 'GET', `?${asked}`)).text()
      for (const [, key] of page.matchAll(/<Key>([^<]*)<\/Key>/g)) yield decodeURIComponent(key!.replaceAll('+', ' '))
      const next = /<NextContinuationToken>([^<]*)</.exec(page)?.[1]
      after = most === undefined && next !== undefined ? unescaped(next) : undefined
    }
  }

  async #ask(what: string, method: string, at: string, more: RequestInit = {}, allowed: readonly number[] = []) {
    const reply = await this.#client.fetch(`${this.#root}${at}`, { method, ...more })
    if (reply.ok || allowed.includes(reply.status)) return reply
    const code = /<Code>(\w{1,60})<\/Code>/.exec(await reply.text())?.[1]
    throw new StoreFault(what, reply.status, code)
  }
}

/** As signatures spell it: more is escaped than in other addresses. */
const escaped = (text: string) =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
const pathOf = (key: string) => `/${key.split('/').map(escaped).join('/')}`

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const unescaped = (text: string) => text.replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name]!)
