import type { Text } from '@haixuan/domain/kernel/errors'
import { taskWord } from '@haixuan/domain/kernel/task-words'
import type { House } from '../../house.ts'
import type { NotificationKind } from './tell.ts'

type Facts = Readonly<Record<string, unknown>>
type Indicators = House['standard']['risks']['indicators']
const of = (value: unknown) => (value === undefined || value === null ? '' : String(value))

/** What each notification says, in both languages. */
const TEXTS: Readonly<Record<NotificationKind, (facts: Facts, indicators: Indicators) => Text>> = {
  mention: ({ by, excerpt }) => ({
    zh: `${of(by)} 提到了您：${of(excerpt)}`,
    en: `${of(by)} mentioned you: ${of(excerpt)}`,
  }),
  alert: ({ indicator, level }, indicators) => {
    const { zh, en } = indicators.find(({ id }) => id === indicator)?.name ?? { zh: of(indicator), en: of(indicator) }
    return level === 'hold'
      ? { zh: `“${zh}”超过暂停线，请今日处理`, en: `“${en}” calls for a hold: answer it today` }
      : { zh: `“${zh}”超过预警线`, en: `“${en}” is above its threshold` }
  },
  'approval-asked': ({ by, note }) => ({
    zh: `${of(by)} 请您批准选品方案${note ? `：${of(note)}` : ''}`,
    en: `${of(by)} asks you to approve the plan${note ? `: ${of(note)}` : ''}`,
  }),
  'release-asked': ({ by, note }) => ({
    zh: `${of(by)} 请您放行排品${note ? `：${of(note)}` : ''}`,
    en: `${of(by)} asks you to release the lineup${note ? `: ${of(note)}` : ''}`,
  }),
  'refund-asked': ({ by }) => ({
    zh: `${of(by)} 申请退款，待另一人确认`,
    en: `${of(by)} asked for a refund: another person confirms it`,
  }),
  'bank-account-proposed': ({ by }) => ({
    zh: `${of(by)} 登记了新的收款账户，待另一人核实`,
    en: `${of(by)} proposed a bank account: another person verifies it`,
  }),
  'terms-declined': ({ by, title, note }) => ({
    zh: `${of(by)} 不同意“${of(title)}”的合作条件：${of(note)}`,
    en: `${of(by)} does not agree to the terms of “${of(title)}”: ${of(note)}`,
  }),
  recall: ({ by }) => ({ zh: `${of(by)} 发起产品召回`, en: `${of(by)} opened a recall` }),
  'pack-proposed': ({ name, by }) => ({
    zh: `${of(by)} 上传了规则包《${of(name)}》，待另一人启用`,
    en: `${of(by)} uploaded the pack “${of(name)}”: another person adopts it`,
  }),
  'withdrawal-proposed': ({ name, by }) => ({
    zh: `${of(by)} 提请停用规则包《${of(name)}》，待另一人确认`,
    en: `${of(by)} asks for the pack “${of(name)}” to be withdrawn: another person confirms it`,
  }),
  'list-withdrawal-proposed': ({ by }) => ({
    zh: `${of(by)} 提请停用一份筛查名单，待另一人确认`,
    en: `${of(by)} asks for a screening list to be withdrawn: another person confirms it`,
  }),
  'rule-published': ({ title }) => ({
    zh: `管理制度《${of(title)}》待您签收`,
    en: `Please acknowledge the rule “${of(title)}”`,
  }),
  // the time is that of the stream's own zone, which is named
  due: ({ owed, name, days, at }) => ({
    zh: `《${of(name)}》${of(days)} 天后开播${at ? `（${of(at)}）` : ''}，还有 ${of(owed)} 项待您完成`,
    en: `${of(name)} goes on air in ${of(days)} ${days === 1 ? 'day' : 'days'}${at ? ` (${of(at)})` : ''}; you owe ${of(owed)} ${owed === 1 ? 'thing' : 'things'} still`,
  }),
  'task-done': ({ task }) => ({ zh: `后台任务已完成：${taskWord(of(task)).zh}`, en: `Done: ${taskWord(of(task)).en}` }),
  'task-failed': ({ task }) => ({
    zh: `后台任务未完成：${taskWord(of(task)).zh}`,
    en: `Failed: ${taskWord(of(task)).en}`,
  }),
}

export const textOf = (kind: string, facts: Facts, { standard }: House): Text =>
  TEXTS[kind as NotificationKind]?.(facts, standard.risks.indicators) ?? { zh: kind, en: kind }

/** What each kind of notification says of itself, whoever and whatever it is about. */
export const kindWords = (house: House): [kind: string, words: Text][] =>
  Object.keys(TEXTS).map((kind) => [kind, textOf(kind, {}, house)])
