import type { DestinationStream } from 'pino'

type Entry = { readonly time: string; readonly level: string; readonly msg?: string; readonly [more: string]: unknown }

/** Writes entries for people: time of day, level, what happened, and the rest as name=value. */
export const textLines = (to: DestinationStream): DestinationStream => ({
  write(line) {
    const { time, level, msg = '', ...more } = JSON.parse(line) as Entry
    const rest = Object.entries(more).map(([name, value]) => ` ${name}=${told(value)}`)
    to.write(`${time.slice(11, 19)} ${level.padEnd(5)} ${msg}${rest.join('')}\n`)
  },
})

const told = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
