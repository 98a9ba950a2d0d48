import { BadInput } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'
import type { Standard } from '@haixuan/interchange/standard/load'
import type { Command } from 'commander'

/** Reads `field=Header`, given once or more, into one map. @throws BadInput */
export const headersByField =
  (option: string) =>
  (pair: string, before: Readonly<Record<string, string>> | undefined): Record<string, string> => {
    const at = pair.indexOf('=')
    const name = pair.slice(0, at).trim()
    if (at < 0 || name === '' || pair.slice(at + 1).trim() === '')
      throw new BadInput(toOperator(`"${pair}" is not field=Header; write it as title="Product name"`), {
        field: option,
      })
    if (before && name in before)
      throw new BadInput(toOperator(`"${name}" is given twice; name one column a field`), { field: option })
    return { ...before, [name]: pair.slice(at + 1) }
  }

/** One of the words that an option takes. @throws BadInput naming them */
export function oneOf<T extends string>(value: string, allowed: readonly T[], field: string, what = 'choice'): T {
  const found = allowed.find((a) => a === value)
  if (found === undefined)
    throw new BadInput(toOperator(`"${value}" is no ${what}; known are ${[...allowed].sort().join(', ')}`), { field })
  return found
}

/** The market of --market, in any case. @throws BadInput */
export const marketOption = (standard: Standard, value: string): string =>
  oneOf(
    value.toLowerCase(),
    standard.markets.map((m) => m.id),
    '--market',
    'market',
  )

/** The product class of --class. @throws BadInput */
export const classOption = (standard: Standard, value: string): string =>
  oneOf(
    value,
    standard.classes.flatMap((f) => f.classes.map((c) => c.id)),
    '--class',
    'product class',
  )

/** Adds examples below a command's help, each a line to type and what it does. */
export const withExamples = (command: Command, examples: readonly (readonly [line: string, what: string])[]): Command =>
  command.addHelpText('after', `\nExamples:\n${examples.map(([line, what]) => `  # ${what}\n  $ ${line}`).join('\n')}`)

/** Progress on stderr, rewritten in place, when a person is watching; `done` wipes it. */
export function progressTo(stream: NodeJS.WriteStream) {
  const progress = (what: string) => {
    if (stream.isTTY) stream.write(`\r\u001b[K${what} …`)
  }
  const done = () => {
    if (stream.isTTY) stream.write('\r\u001b[K')
  }
  return { progress, done }
}
