import type { Day } from '../../kernel/day.ts'
import type { Text } from '../../kernel/errors.ts'
import { nameKey } from './names/name-key.ts'
import type { Authorisation, Supplier } from './supplier.ts'

/** What is wrong with a link, or why there is none. */
export type BrokenLink = {
  readonly from: string
  readonly to: string
  readonly fault:
    | 'owner-unknown'
    | 'no-link'
    | 'not-yet'
    | 'expired'
    | 'territory'
    | 'channel'
    | 'sublicence'
    | 'evidence'
  readonly reason: Text
}
export type ChainResult =
  | {
      readonly ok: true
      readonly chain: readonly Authorisation[]
      /** the last day the whole chain holds */
      readonly until?: Day
    }
  | { readonly ok: false; readonly chain: readonly Authorisation[]; readonly broken: BrokenLink }

const listed = (values: readonly string[], wanted: readonly string[], all: string) =>
  values.some((v) => v.toLowerCase() === all || wanted.includes(v.toLowerCase()))

function faultOf(
  link: Authorisation,
  next: boolean,
  markets: readonly string[],
  channel: string,
  day: Day,
): Omit<BrokenLink, 'from' | 'to'> | undefined {
  if (day < link['valid-from'])
    return {
      fault: 'not-yet',
      reason: { zh: `授权自 ${link['valid-from']} 起才生效`, en: `it begins only on ${link['valid-from']}` },
    }
  if (link.expires !== undefined && link.expires < day)
    return { fault: 'expired', reason: { zh: `授权已于 ${link.expires} 到期`, en: `it ended on ${link.expires}` } }
  if (!listed(link.territory, markets, 'world'))
    return {
      fault: 'territory',
      reason: {
        zh: `授权地域（${link.territory.join('、')}）不含 ${markets[0]}`,
        en: `its territory (${link.territory.join(', ')}) leaves out ${markets[0]}`,
      },
    }
  if (!listed(link.channels, [channel.toLowerCase()], 'all'))
    return {
      fault: 'channel',
      reason: {
        zh: `授权渠道（${link.channels.join('、')}）不含 ${channel}`,
        en: `its channels (${link.channels.join(', ')}) leave out ${channel}`,
      },
    }
  if (next && link.sublicence !== true)
    return {
      fault: 'sublicence',
      reason: { zh: '该授权未允许转授权', en: 'it does not allow its holder to authorise others' },
    }
  if (!link.evidence)
    return { fault: 'evidence', reason: { zh: '授权书未上传', en: 'the letter itself is not on file' } }
  return undefined
}

/**
 * I2, G2 · Walks brand owner → … → supplier and asks each link for territory, channel, dates, leave to sublicense and
 * evidence. `market` is a market id, or the id with its parents (a licence for eu covers de).
 * Gives the shortest chain that holds, else the first broken link of the chain that comes furthest.
 */
export function authorisationFor(
  brand: string,
  supplier: Pick<Supplier, 'name' | 'names' | 'brands' | 'authorisations'>,
  market: string | readonly string[],
  channel: string,
  day: Day,
): ChainResult {
  const markets = (typeof market === 'string' ? [market] : market).map((m) => m.toLowerCase())
  const key = nameKey(brand)
  const self = new Set([supplier.name, ...supplier.names].map(nameKey))
  const owner = supplier.brands.find((b) => nameKey(b.brand) === key)?.owner
  if (owner === undefined)
    return {
      ok: false,
      chain: [],
      broken: {
        from: brand,
        to: supplier.name,
        fault: 'owner-unknown',
        reason: { zh: `未登记品牌 ${brand} 的权利人`, en: `who owns the brand ${brand} is not on record` },
      },
    }
  if (self.has(nameKey(owner))) return { ok: true, chain: [] }

  const links = supplier.authorisations.filter((a) => nameKey(a.brand) === key)
  const byGiver = Map.groupBy(links, (a) => nameKey(a.from))
  type Path = { readonly links: readonly Authorisation[]; readonly at: string }
  /** Chains in order of length; a chain that does not hold is kept as the story of where it breaks. */
  let broken: { readonly chain: readonly Authorisation[]; readonly link: BrokenLink } | undefined
  let queue: readonly Path[] = [{ links: [], at: nameKey(owner) }]
  const reached = new Map<string, Path>([[nameKey(owner), queue[0]!]])
  const seen = new Set([nameKey(owner)])
  while (queue.length > 0) {
    const next: Path[] = []
    for (const path of queue)
      for (const link of byGiver.get(path.at) ?? []) {
        const to = nameKey(link.to)
        const last = self.has(to)
        const fault = faultOf(link, !last, markets, channel, day)
        const chain = [...path.links, link]
        if (fault) {
          if (!broken || chain.length > broken.chain.length + 1)
            broken = { chain: path.links, link: { from: link.from, to: link.to, ...fault } }
          continue
        }
        if (last) {
          const until = chain.flatMap((l) => (l.expires ? [l.expires] : [])).sort()[0]
          return { ok: true, chain, ...(until === undefined ? {} : { until }) }
        }
        if (seen.has(to)) continue
        seen.add(to)
        next.push({ links: chain, at: to })
        reached.set(to, { links: chain, at: to })
      }
    queue = next
  }
  if (broken) return { ok: false, chain: broken.chain, broken: broken.link }
  const furthest = [...reached.values()].sort((a, b) => b.links.length - a.links.length)[0]!
  const from = furthest.links.at(-1)?.to ?? owner
  return {
    ok: false,
    chain: furthest.links,
    broken: {
      from,
      to: supplier.name,
      fault: 'no-link',
      reason: {
        zh: `缺少 ${from} 对 ${supplier.name} 的授权书`,
        en: `no letter from ${from} to ${supplier.name} is on record`,
      },
    },
  }
}
