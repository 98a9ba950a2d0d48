import { BadInput } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'
import { compileLexicons } from '@haixuan/domain/select/product/claims/matcher'
import { reviewClaims } from '@haixuan/domain/select/product/claims/review'
import { loadStandard } from '@haixuan/interchange/standard/load'
import type { Command } from 'commander'
import { answer } from '../exit.ts'
import { classOption, marketOption, oneOf, withExamples } from '../options.ts'

const MOST_BYTES = 32 * 1024 * 1024

type Options = { market?: string; language?: string; class?: string; json?: boolean }

/** `haixuan claims`: the claims in a text, what would carry them, and an honest softer wording. */
export function claimsCommand(program: Command): void {
  const command = program
    .command('claims')
    .summary('find the claims in a text on stdin, what would prove each, and a softer wording')
    .description(
      'Read a text from stdin, such as a listing or a host script, and find its claims: absolute, health, ' +
        'performance, origin, eco, price, scarcity and endorsement. Each comes with the evidence that would carry it ' +
        'and an honest softer wording. Exit 1 when a claim may not be made as it stands.',
    )
    .option('--market <id>', 'market the text is for, such as de')
    .option('--language <code>', 'language of the text, such as de; all are tried without it')
    .option('--class <id>', 'product class, such as cosmetics')
    .option('--json', 'print JSON')
    .action(async (o: Options) => {
      const standard = loadStandard()
      const languages = standard.lexicons.map((l) => l.language)
      const about = {
        ...(o.language && {
          languages: [oneOf(o.language.toLowerCase(), languages, '--language', 'language of a lexicon')],
        }),
        ...(o.market && { market: marketOption(standard, o.market) }),
        ...(o.class && { class: classOption(standard, o.class) }),
      }
      const text = await textOnStdin()
      const matcher = compileLexicons(standard.lexicons, standard.figures)
      const found = reviewClaims(text, { matcher, evidence: standard.evidence.evidence }, about)
      answer(o.json, { claims: found }, function* () {
        for (const c of found)
          yield `${c.from}–${c.to} ${c.severity.padEnd(5)} ${c.kind.padEnd(11)} “${c.words}” ${c.remedy.zh} / ${c.remedy.en}`
        yield `${found.length} claims, ${found.filter((c) => c.severity === 'block').length} of them not to be made as they stand`
      })
      if (found.some((c) => c.severity === 'block')) process.exitCode = 1
    })
  withExamples(command, [
    ['echo "全网最低价，三天美白" | haixuan claims --language zh', 'a sentence of a host script'],
    ['haixuan claims --market de --language de --class cosmetics --json < listing.txt', 'a listing for Germany'],
  ])
}

/** All of stdin as UTF-8 text, up to a bound. @throws BadInput */
async function textOnStdin(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write('reading text; end it with Ctrl-D (Windows: Ctrl-Z, Enter)\n')
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
    bytes += chunk.length
    if (bytes > MOST_BYTES)
      throw new BadInput(toOperator(`the text is longer than ${MOST_BYTES / 1024 / 1024} MiB; split it`), {
        field: 'stdin',
      })
    chunks.push(chunk)
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
    if (text.trim() !== '') return text
  } catch {
    throw new BadInput(toOperator('the text is not UTF-8; save it as UTF-8'), { field: 'stdin' })
  }
  throw new BadInput(toOperator('there is no text to read; pipe it in, such as: haixuan claims < script.txt'), {
    field: 'stdin',
  })
}
