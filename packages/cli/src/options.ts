import { BadInput } from '@haixuan/domain/kernel/errors'

/** `field=Header` pairs of --map. @throws BadInput */
export const mapOf = (pairs: readonly string[] | undefined): Record<string, string> | undefined =>
  pairs &&
  Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=')
      if (at < 1) throw new BadInput(`"${pair}" is not field=Header`, { field: '--map' })
      return [pair.slice(0, at), pair.slice(at + 1)]
    }),
  )

/** Progress on stderr, rewritten in place, when a person is watching. */
export const progressTo = (stream: NodeJS.WriteStream) => (what: string) => {
  if (stream.isTTY) stream.write(`\r\u001b[K${what} …`)
}
