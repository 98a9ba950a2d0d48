import type { SampleState } from '@haixuan/domain/select/product/sample'
import { texts } from '../../../texts/texts.ts'

/** I4 · The states of a sample, as people call them. */
export const useSampleState = texts<SampleState>('sample-state', {
  requested: { zh: '已索样', en: 'requested' },
  shipped: { zh: '已寄出', en: 'shipped' },
  received: { zh: '已收样', en: 'received' },
  examined: { zh: '已检验', en: 'examined' },
  sealed: { zh: '已封样', en: 'sealed' },
  lent: { zh: '已借出', en: 'lent' },
  retained: { zh: '已留样', en: 'retained' },
  returned: { zh: '已归还', en: 'returned' },
  destroyed: { zh: '已销毁', en: 'destroyed' },
  lost: { zh: '已遗失', en: 'lost' },
})
