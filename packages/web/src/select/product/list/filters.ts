import { GATES, type Gate, OWNERS } from '@haixuan/domain/gate/words'
import { useMemo } from 'react'
import type { Answer } from '../../../client/operations.ts'
import { texts } from '../../../texts/texts.ts'
import { clauses, useWords } from '../../../texts/words.ts'
import type { Filter } from '../../../ui/list/column.ts'
import { useClassOptions } from '../forms/class-fields.tsx'
import { useRoleOptions } from '../role-options.ts'

type Plan = Answer<'project.get'>['plan']

const useText = texts('product-filters', {
  state: { zh: '状态', en: 'State' },
  class: { zh: '品类', en: 'Class' },
  unknown: { zh: '未能确定', en: 'not known' },
  role: { zh: '作用', en: 'Role' },
  none: { zh: '未定', en: 'not fixed' },
  market: { zh: '市场', en: 'Market' },
  marketState: { zh: '在该市场', en: 'In that market' },
  gate: { zh: '关口', en: 'Gate' },
  gateState: { zh: '该关口', en: 'That gate' },
  owes: { zh: '待办方', en: 'Owed by' },
  channel: { zh: '选品途径', en: 'Channel' },
  untold: { zh: '未登记', en: 'not told' },
  claims: { zh: '宣称', en: 'Claims' },
  with: { zh: '有宣称', en: 'makes claims' },
  without: { zh: '无宣称', en: 'makes none' },
  currency: { zh: '币种', en: 'Currency' },
  priceFrom: { zh: '标价不低于', en: 'Price from' },
  priceTo: { zh: '标价不高于', en: 'Price to' },
  supplier: { zh: '供应商编号', en: 'Supplier' },
  clause: { zh: '条款', en: 'Clause' },
  clauseState: { zh: '该条款', en: 'That clause' },
  check: { zh: '审查项', en: 'Check' },
  owner: { zh: '责任方', en: 'Owner' },
  passed: { zh: '通过', en: 'passed' },
  conditional: { zh: '暂定', en: 'provisional' },
  open: { zh: '未通过', en: 'open' },
})
const BEFORE_AIR: readonly Gate[] = GATES.filter((gate) => gate !== 'closure')

/** By what candidates are narrowed down; every count elsewhere opens its rows by these. */
export function useProductFilters(plan: Plan | undefined): Filter[] {
  const t = useText()
  const { term, market, clause } = useWords()
  const classes = useClassOptions()
  const roles = useRoleOptions()
  const states = (['open', 'conditional', 'passed'] as const).map((value) => ({ value, label: t(value) }))
  const named = (values: readonly string[], label: (value: string) => string) =>
    values.map((value) => ({ value, label: label(value) }))
  const markets = plan?.markets
  const channels = plan?.channels
  // biome-ignore lint/correctness/useExhaustiveDependencies: texts change with the language alone, which makes t another
  return useMemo(
    () => [
      { key: 'state', title: t('state'), options: states },
      { key: 'class', title: t('class'), options: [{ value: 'none', label: t('unknown') }, ...classes] },
      { key: 'role', title: t('role'), options: [{ value: 'none', label: t('none') }, ...roles] },
      { key: 'market', title: t('market'), options: named(markets ?? [], market) },
      { key: 'marketState', title: t('marketState'), options: states },
      { key: 'gate', title: t('gate'), options: named(BEFORE_AIR, term) },
      { key: 'gateState', title: t('gateState'), options: states },
      { key: 'owes', title: t('owes'), options: named(OWNERS, term) },
      {
        key: 'channel',
        title: t('channel'),
        options: [
          { value: 'none', label: t('untold') },
          ...(channels ?? []).map((c) => ({ value: c.id, label: c.name })),
        ],
      },
      { key: 'claims', title: t('claims'), options: named(['with', 'without'], (v) => t(v as 'with')) },
      { key: 'currency', title: t('currency') },
      { key: 'priceFrom', title: t('priceFrom') },
      { key: 'priceTo', title: t('priceTo') },
      { key: 'supplier', title: t('supplier') },
      { key: 'clause', title: t('clause'), options: named(Object.keys(clauses), (id) => `${id} ${clause(id)}`) },
      { key: 'clauseState', title: t('clauseState'), options: states },
      { key: 'check', title: t('check') },
      { key: 'owner', title: t('owner'), options: named(OWNERS, term) },
    ],
    [t('state'), markets, channels],
  )
}
