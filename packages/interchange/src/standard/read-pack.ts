import { fileURLToPath } from 'node:url'
import { packFault } from '@haixuan/domain/gate/pack'
import type { Rule } from '@haixuan/domain/gate/rule'
import { lineageOf } from '@haixuan/domain/gate/rule-set'
import { BadInput, type Reason, type Text } from '@haixuan/domain/kernel/errors'
import { because } from './because.ts'
import { checkRules } from './check-across.ts'
import type { Standard } from './load.ts'
import { packFile, ruleOfWords, wordsFault } from './pack-file.ts'
import { placedYaml } from './read-yaml.ts'

/** The example that comes with the software. */
export const examplePack: string = fileURLToPath(new URL('../../../../docs/house-rules.de.yaml', import.meta.url))

/** What is wrong with a pack: line and field, and what to do about it in both languages. */
export class BadPack extends BadInput {
  readonly remedy: Text
  constructor(reason: Reason, where: { place?: string; field?: string }, remedy: Text) {
    super(reason, where)
    this.remedy = remedy
  }
}

const AS_THE_EXAMPLE: Text = {
  zh: '请对照示例文件改正所指的行，再重新上传',
  en: 'Mend the line it names as the example shows, and upload it again',
}

/**
 * Reads an organisation's own rules of a market: a file of the same form as standard/markets/*.yaml, whose rules may ask
 * for more than the law of that market and never for less, and words it does not say, each given as the rule that forbids it. @throws BadPack naming the first thing wrong
 */
export function readPack(
  text: string,
  standard: Standard,
  shown: string,
): { readonly market: string; readonly rules: readonly Rule[] } {
  const asPack = <T>(read: () => T): T => {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof BadInput) || error instanceof BadPack) throw error
      const { reason, place, field } = error
      throw new BadPack(reason, { ...(place ? { place } : {}), ...(field ? { field } : {}) }, AS_THE_EXAMPLE)
    }
  }
  const file = asPack(() => placedYaml(text, packFile, shown))
  const { market, rules, words } = file.value
  const known = standard.markets.map((m) => m.id)
  if (!known.includes(market))
    throw new BadPack(
      because('market-unknown', { market }),
      { place: file.at(['market']), field: 'market' },
      {
        zh: `请填写已有的目标市场：${known.join('、')}`,
        en: `Name one of the markets: ${known.join(', ')}`,
      },
    )
  const standing = {
    market,
    law: standard.rules,
    lineage: lineageOf(standard.markets, market),
    parameters: standard.parameters.parameters,
  }
  const refuse = (path: readonly PropertyKey[], what: Reason, remedy: Text): never => {
    const { place, field } = file.bad(path, what)
    throw new BadPack(what, { place: place as string, field: field as string }, remedy)
  }
  rules.forEach((rule, i) => {
    const fault = packFault(rule, standing)
    if (fault) refuse(['rules', i, ...fault.path], fault.what, fault.remedy)
  })
  asPack(() => checkRules(definedBy(standard), file))
  const ids = new Set(rules.map((r) => r.id))
  words.forEach((entry, i) => {
    const fault =
      packFault(ruleOfWords(entry), standing) ?? wordsFault(entry, { taken: ids, lexicons: standard.lexicons })
    if (fault) refuse(['words', i, ...fault.path], fault.what, fault.remedy)
    ids.add(entry.id)
  })
  return { market, rules: [...rules, ...words.map(ruleOfWords)] }
}

const definedBy = (standard: Standard) => ({
  ...Object.fromEntries(
    Object.entries(standard).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.map((each) => ({ value: each })) : { value },
    ]),
  ),
  // kept as a list of markets, where its file has them under a key
  markets: { value: { markets: standard.markets } },
  parameters: { value: standard.parameters },
})
