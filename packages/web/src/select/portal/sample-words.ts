import { texts } from '../../texts/texts.ts'

/** Where a sample is. */
export const useSampleWords = texts('sample-words', {
  requested: { zh: '待寄出', en: 'requested' },
  shipped: { zh: '已寄出', en: 'shipped' },
  received: { zh: '已收到', en: 'received' },
  examined: { zh: '已检验', en: 'examined' },
  sealed: { zh: '已封样', en: 'sealed' },
  lent: { zh: '已借出', en: 'lent' },
  retained: { zh: '留存', en: 'retained' },
  returned: { zh: '已退回', en: 'returned' },
  destroyed: { zh: '已销毁', en: 'destroyed' },
  lost: { zh: '遗失', en: 'lost' },
})
