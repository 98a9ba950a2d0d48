import { checkId, knownKinds } from '@haixuan/domain/select/supplier/identity'
import type { Command } from 'commander'
import { answer } from '../exit.ts'

/** `haixuan check-id`: whether an identity number fits its algorithm. */
export function checkIdCommand(program: Command): void {
  program
    .command('check-id')
    .description(
      'check an identity number by its algorithm, such as `cn uscc`, `th tin`, `de vat`, `int iban|lei|gtin`',
    )
    .argument('<country>', 'two letters, or int')
    .argument('<kind>', 'kind of number')
    .argument('<number>', 'the number')
    .option('--json', 'print JSON')
    .addHelpText('after', () => `\nKinds: ${knownKinds().join(', ')}`)
    .action((country: string, kind: string, number: string, options: { json?: boolean }) => {
      const found = checkId(country, kind, number)
      answer(options.json, found, () => [
        `${found.valid ? 'valid' : 'NOT VALID'}: ${found.kind} ${found.normalised} (${found.reason})`,
      ])
      if (!found.valid) process.exitCode = 1
    })
}
