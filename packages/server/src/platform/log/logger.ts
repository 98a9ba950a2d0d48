import { type DestinationStream, type Logger, pino } from 'pino'
import { scrub, scrubText } from './scrub.ts'
import { textLines } from './text-lines.ts'

export type LogOptions = {
  readonly level: string
  readonly form: 'json' | 'text'
  /** where lines go, such as stderr */
  readonly to: DestinationStream
}

/** The log of a server, one line an entry: whatever is given to it, no secret and no personal data comes out. */
export const makeLogger = ({ level, form, to }: LogOptions): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (name) => ({ level: name }),
        log: (entry) => scrub(entry) as Record<string, unknown>,
      },
      serializers: { err: (scrubbed) => scrubbed },
      hooks: {
        logMethod(given, log) {
          log.apply(this, given.map((each) => (typeof each === 'string' ? scrubText(each) : each)) as typeof given)
        },
      },
    },
    form === 'text' ? textLines(to) : to,
  )
