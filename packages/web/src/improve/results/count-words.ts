import type { Text } from '@haixuan/domain/kernel/errors'
import { useSay } from '../../texts/texts.ts'

const NAMES: Readonly<Record<string, Text>> = {
  orders: { zh: '订单', en: 'Orders' },
  units: { zh: '件数', en: 'Units' },
  returns: { zh: '退货', en: 'Returns' },
  cancelled: { zh: '取消', en: 'Cancelled' },
  'not-as-described': { zh: '货不对板', en: 'Not as described' },
  complaints: { zh: '投诉', en: 'Complaints' },
  ratings: { zh: '评价', en: 'Ratings' },
  'low-ratings': { zh: '差评', en: 'Low ratings' },
  'late-deliveries': { zh: '迟发', en: 'Late deliveries' },
  'safety-incidents': { zh: '安全事故', en: 'Safety incidents' },
  views: { zh: '观看', en: 'Views' },
  clicks: { zh: '点击', en: 'Clicks' },
}

/** Says what a count of results counts. */
export function useCountWords(): (name: string) => string {
  const say = useSay()
  return (name) => (NAMES[name] ? say(NAMES[name]) : name)
}
