import type { Text } from '../../../kernel/errors.ts'
import type { Field } from './signs.ts'

/** One sign of a class: where it stands, its words, and what it weighs. */
export type Evidence = {
  readonly field: Field
  readonly words: string
  readonly class: string
  readonly weight: number
}

const FIELD: Readonly<Record<Field, Text>> = {
  hs: { zh: 'HS 编码', en: 'HS code' },
  title: { zh: '标题', en: 'title' },
  category: { zh: '类目', en: 'category' },
  specification: { zh: '规格', en: 'specification' },
  description: { zh: '描述', en: 'description' },
}
/** How many signs a reason names. */
const SHOWN = 3

type Named = { readonly name: Text }
type About = {
  readonly named: Named
  /** the class that a trait made of the one named */
  readonly turned?: { readonly to: Named; readonly trait: Named } | undefined
  /** the class that may be meant as well; none when the signs are only too few */
  readonly rival?: Named | undefined
}

/** I3 · Says in one line, to a buyer, why a class was found: 标题“手机壳”是手机壳膜与支架; or why none was. */
export function reasonOf(evidence: readonly Evidence[] = [], about?: About): Text {
  if (!about) return { zh: '没有词说明是什么商品，请选择类别', en: 'no word says what the goods are; choose the class' }
  const { named, turned, rival } = about
  const zh = signs(evidence, 'zh', '、')
  const en = signs(evidence, 'en', ', ')
  if ('turned' in about)
    return {
      zh: `${zh}是${named.name.zh}${turned ? `，${turned.trait.name.zh}即${turned.to.name.zh}` : ''}`,
      en: `${en}: ${named.name.en}${turned ? `, ${turned.trait.name.en}: ${turned.to.name.en}` : ''}`,
    }
  if (!rival)
    return { zh: `只有${zh}像是${named.name.zh}，请确认`, en: `only ${en} hints at ${named.name.en}; please confirm` }
  return {
    zh: `${zh}像是${named.name.zh}，但也可能是${rival.name.zh}，请选择`,
    en: `${en} may mean ${named.name.en}, but it may be ${rival.name.en}; please choose`,
  }
}

/** One sign of each field, the weightiest first; the same words in two fields are named together. */
function signs(evidence: readonly Evidence[], language: keyof Text, comma: string): string {
  const fields = Map.groupBy(
    evidence.filter((e, i) => evidence.findIndex((o) => o.field === e.field) === i).slice(0, SHOWN),
    (e) => e.words.toLowerCase(),
  )
  return [...fields.values()]
    .map((same) => {
      const where = same.map((e) => FIELD[e.field][language]).join(language === 'zh' ? '、' : ' and ')
      return language === 'zh' ? `${where}“${same[0]!.words}”` : `${where} “${same[0]!.words}”`
    })
    .join(comma)
}
