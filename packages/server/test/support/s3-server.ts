import { type BinaryLike, createHash, createHmac, type Hash, type Hmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { SignatureV4 } from '@smithy/signature-v4'

/** What the store was asked, as it came. */
type Asked = { readonly method: string; readonly url: string; readonly status: number }

/**
 * A store that speaks as much of S3 as is asked of one: put, get, list. Every request is signed again by the library of
 * the protocol's maker and refused where the signatures differ; bytes that are not those signed are refused too.
 */
export async function s3Server(keys: { readonly accessKey: string; readonly secretKey: string; region: string }) {
  const objects = new Map<string, Buffer>()
  const asked: Asked[] = []
  /** answers to give before the true one */
  const faults: number[] = []
  const server = createServer(async (request, response) => {
    const body = await buffer(request)
    const answer = faults.length > 0 ? { status: faults.shift()! } : await answerTo(request, body, keys, objects)
    asked.push({ method: request.method!, url: request.url!, status: answer.status })
    response.writeHead(answer.status).end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    asked,
    faults,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

type Answer = { readonly status: number; readonly body?: string | Buffer }
const refused = (status: number, code: string): Answer => ({ status, body: `<Error><Code>${code}</Code></Error>` })

async function answerTo(
  request: IncomingMessage,
  body: Buffer,
  keys: Parameters<typeof s3Server>[0],
  objects: Map<string, Buffer>,
): Promise<Answer> {
  if ((await signatureOf(request, keys)) !== request.headers.authorization) return refused(403, 'SignatureDoesNotMatch')
  const url = new URL(request.url!, 'http://store')
  const [, bucket, ...rest] = url.pathname.split('/')
  if (bucket !== 'evidence') return refused(404, 'NoSuchBucket')
  const key = decodeURIComponent(rest.join('/'))
  if (request.method === 'PUT') {
    if (request.headers['content-length'] === undefined) return refused(411, 'MissingContentLength')
    if (createHash('sha256').update(body).digest('hex') !== request.headers['x-amz-content-sha256'])
      return refused(400, 'XAmzContentSHA256Mismatch')
    objects.set(key, body)
    return { status: 200 }
  }
  if (key !== '') return objects.has(key) ? { status: 200, body: objects.get(key)! } : refused(404, 'NoSuchKey')
  return { status: 200, body: pageOf([...objects.keys()].sort(), url.searchParams) }
}

/** Two keys a page, so that pages are followed. */
function pageOf(keys: readonly string[], asked: URLSearchParams): string {
  const from = Number((asked.get('continuation-token') ?? '0').replace('&+', ''))
  const most = Math.min(2, Number(asked.get('max-keys') ?? 1000))
  const shown = keys.slice(from, from + most).map((key) => `<Contents><Key>${encodeURIComponent(key)}</Key></Contents>`)
  // a token with letters that want escaping in XML and in an address
  const next = from + most < keys.length ? `<NextContinuationToken>&amp;+${from + most}</NextContinuationToken>` : ''
  return `<ListBucketResult>${shown.join('')}${next}</ListBucketResult>`
}

class Sha256 {
  readonly #hash: Hash | Hmac
  constructor(key?: unknown) {
    this.#hash = key === undefined ? createHash('sha256') : createHmac('sha256', key as BinaryLike)
  }
  update(bytes: Uint8Array) {
    this.#hash.update(bytes)
  }
  digest = async () => new Uint8Array(this.#hash.digest())
  reset() {}
}

async function signatureOf(request: IncomingMessage, { accessKey, secretKey, region }: Parameters<typeof s3Server>[0]) {
  const names = /SignedHeaders=([^,]*)/.exec(request.headers.authorization ?? '')?.[1]?.split(';') ?? []
  const date = request.headers['x-amz-date'] as string | undefined
  if (!names.includes('host') || date === undefined) return undefined
  const at = new Date(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  const signer = new SignatureV4({
    service: 's3',
    region,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    sha256: Sha256,
    uriEscapePath: false,
  })
  const { pathname, searchParams } = new URL(request.url!, 'http://store')
  const signed = await signer.sign(
    {
      method: request.method!,
      protocol: 'http:',
      hostname: 'store',
      path: pathname,
      query: Object.fromEntries(searchParams),
      headers: Object.fromEntries(names.map((name) => [name, request.headers[name] as string])),
    },
    { signingDate: at },
  )
  return signed.headers.authorization
}
