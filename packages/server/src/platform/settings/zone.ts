import { asked } from '@haixuan/domain/kernel/asked'
import { isZone } from '@haixuan/domain/kernel/zone'
import { z } from 'zod'

/** Where the days of an organisation begin and end. */
export const zoneSetting = z.object({
  zone: z.string().max(60).refine(isZone, asked.zone).default('Asia/Shanghai'),
})
