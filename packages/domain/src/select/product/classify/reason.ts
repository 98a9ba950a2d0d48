import type { Text } from '../../../kernel/errors.ts'
import type { Evidence, Field } from './classifier.ts'

const FIELD: Readonly<Record<Field, Text>> = {
  hs: { zh: 'HS 编码', en: 'HS code' },
  title: { zh: '标题', en: 'title' },
  category: { zh: '类目', en: 'category' },
  specification: { zh: '规格', en: 'specification' },
  description: { zh: '描述', en: 'description' },
}
type Named = { readonly name: Text }

/** Says in one line why a class was found, or why none was; at most three signs are named. */
export function reasonOf(
  signs: readonly Evidence[],
  about: { readonly found: Named; readonly rival: Named | undefined } | undefined,
): Text {
  if (!about || signs.length === 0)
    return { zh: '未见可归类的词，请选择产品类别', en: 'no word names a class; choose the class' }
  const shown = signs.slice(0, 3)
  const zh = shown.map((s) => `${FIELD[s.field].zh}“${s.words}”`).join('，')
  const en = shown.map((s) => `${FIELD[s.field].en} “${s.words}”`).join(', ')
  const { found, rival } = about
  if (!rival) return { zh, en }
  return {
    zh: `可能是${found.name.zh}，也可能是${rival.name.zh}（${zh}），请确认`,
    en: `may be ${found.name.en} or ${rival.name.en} (${en}); please choose`,
  }
}
