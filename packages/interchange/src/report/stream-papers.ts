import type { Instant } from '@haixuan/domain/kernel/day'

type Frame = {
  readonly language: 'zh' | 'en'
  readonly name: string
  /** day, time and zone of the stream, in words */
  readonly when: string
  readonly at: Instant
}
/** The run of show: a row for each slot, all words and amounts as they are printed. */
export type RunOfShowModel = Frame & {
  readonly kind: 'run-of-show'
  readonly rows: readonly {
    readonly slot: string
    readonly time: string
    readonly phase: string
    readonly title: string
    readonly role: string
    readonly price: string
    readonly released: boolean
    readonly substitute: string
  }[]
}
/** A card for each slot: evidenced words alone. */
export type ScriptCardsModel = Frame & {
  readonly kind: 'script-cards'
  readonly cards: readonly {
    readonly head: string
    readonly title: string
    readonly price: string
    readonly scripts: readonly string[]
    readonly may: readonly string[]
    readonly avoid: readonly { readonly words: string; readonly instead: string }[]
    readonly substitute: string
  }[]
}

/** The words of the papers of a stream. */
export const streamPaperTexts = {
  zh: {
    run: '直播流程单',
    cards: '话术卡',
    slot: '位次',
    time: '时间',
    phase: '阶段',
    product: '产品',
    role: '作用',
    price: '直播价',
    substitute: '替补',
    held: '未放行',
    may: '可以说',
    none: '暂无附证明的卖点，请只介绍规格与用法',
    avoid: '不要说',
    instead: '改为',
    note: '只列有据可查的宣称',
  },
  en: {
    run: 'Run of show',
    cards: 'Script cards',
    slot: 'Slot',
    time: 'Time',
    phase: 'Phase',
    product: 'Product',
    role: 'Role',
    price: 'Price',
    substitute: 'Substitute',
    held: 'not released',
    may: 'May be said',
    none: 'No evidenced claims yet: tell its measures and its use',
    avoid: 'Do not say',
    instead: 'say',
    note: 'Claims with evidence alone',
  },
} as const
