import { text as readAll } from 'node:stream/consumers'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { compileLexicons } from '@haixuan/domain/select/product/claims/matcher'
import { reviewClaims } from '@haixuan/domain/select/product/claims/review'
import { loadStandard } from '@haixuan/interchange/standard/load'
import type { Command } from 'commander'
import { answer } from '../exit.ts'

const MOST_CHARACTERS = 10_000_000

/** `haixuan claims`: the claims in a text, what would carry them, and an honest softer wording. */
export function claimsCommand(program: Command): void {
  program
    .command('claims')
    .description('find the claims in a text on stdin, with the evidence each needs and a softer wording')
    .option('--market <id>', 'market the text is for, such as de')
    .option('--language <code>', 'language of the text, such as de; all are tried without it')
    .option('--class <id>', 'product class, such as cosmetics')
    .option('--json', 'print JSON')
    .action(async (options: { market?: string; language?: string; class?: string; json?: boolean }) => {
      const standard = loadStandard()
      const market = options.market?.toLowerCase()
      const language = options.language?.toLowerCase()
      if (market && !standard.markets.some((m) => m.id === market))
        throw new BadInput(
          `"${options.market}" is not a market; known are ${standard.markets.map((m) => m.id).join(', ')}`,
          { field: '--market' },
        )
      if (language && !standard.lexicons.some((l) => l.language === language))
        throw new BadInput(
          `there is no lexicon for "${options.language}"; there are ${standard.lexicons.map((l) => l.language).join(', ')}`,
          { field: '--language' },
        )
      const text = await readAll(process.stdin)
      if (text.length > MOST_CHARACTERS)
        throw new BadInput(`the text has more than ${MOST_CHARACTERS} characters`, { field: 'stdin' })
      if (text.trim() === '') throw new BadInput('there is no text to read', { field: 'stdin' })
      const matcher = compileLexicons(standard.lexicons, standard.figures)
      const found = reviewClaims(
        text,
        { matcher, evidence: standard.evidence.evidence },
        {
          ...(language ? { languages: [language] } : {}),
          ...(market ? { market } : {}),
          ...(options.class ? { class: options.class } : {}),
        },
      )
      answer(options.json, { claims: found }, function* () {
        for (const c of found)
          yield `${c.from}–${c.to} ${c.severity.padEnd(5)} ${c.kind.padEnd(11)} “${c.words}” ${c.remedy.zh} / ${c.remedy.en}`
        yield `${found.length} claims`
      })
      if (found.some((c) => c.severity === 'block')) process.exitCode = 1
    })
}
