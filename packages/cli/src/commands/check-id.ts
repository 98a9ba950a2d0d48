import { BadInput } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'
import { checkId, knownKinds } from '@haixuan/domain/select/supplier/identity'
import type { Command } from 'commander'
import { answer } from '../exit.ts'
import { withExamples } from '../options.ts'

/** `haixuan check-id`: whether an identity number fits its algorithm. */
export function checkIdCommand(program: Command): void {
  const command = program
    .command('check-id')
    .summary('check an identity number by its algorithm: companies, tax, IBAN, LEI, GTIN')
    .description(
      'Check an identity number by the algorithm of its kind. It says whether the number can exist, not whether it ' +
        'was ever given out. Exit 1 when it does not fit.',
    )
    .argument('<country>', 'two letters, such as cn; int for iban, lei and gtin; eu for vat')
    .argument('<kind>', 'kind of number, such as uscc, tin or vat')
    .argument('<number>', 'the number, with or without its spaces and signs')
    .option('--json', 'print JSON')
    .action((country: string, kind: string, number: string, options: { json?: boolean }) => {
      const countries = [...kindsByCountry().keys()]
      if (!countries.includes(country.trim().toLowerCase()))
        throw new BadInput(toOperator(`no numbers are known for "${country}"; known are ${countries.join(', ')}`), {
          field: 'country',
        })
      const found = checkId(country, kind, number)
      answer(options.json, found, () => [
        `${found.valid ? 'valid' : 'NOT VALID'}: ${found.kind} ${found.normalised} (${found.reason})`,
      ])
      if (!found.valid) process.exitCode = 1
    })
  withExamples(command, [
    ['haixuan check-id cn uscc 91350100M000100Y43', "a Chinese company's unified social credit code"],
    ['haixuan check-id int iban "DE89 3704 0044 0532 0130 00"', 'a bank account'],
    ['haixuan check-id de vat DE136695976 --json', 'a VAT number, for a program'],
  ]).addHelpText('after', () => `\nKinds by country:\n${kindsInLines().join('\n')}`)
}

function kindsByCountry(): Map<string, string[]> {
  const byCountry = new Map<string, string[]>()
  for (const known of knownKinds()) {
    const [country = '', kind = ''] = known.split(' ')
    byCountry.set(country, [...(byCountry.get(country) ?? []), kind])
  }
  return byCountry
}

function kindsInLines(): string[] {
  const lines: string[] = []
  for (const [country, kinds] of kindsByCountry()) {
    const said = `${country}: ${kinds.join(' ')}`
    const last = lines.at(-1)
    if (last !== undefined && last.length + said.length < 98) lines[lines.length - 1] = `${last} | ${said}`
    else lines.push(`  ${said}`)
  }
  return lines
}
