import { z } from 'zod'

const isZone = (zone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}

/** Where the days of an organisation begin and end. */
export const zoneSetting = z.object({
  zone: z.string().max(60).refine(isZone, 'is not a time zone such as Asia/Shanghai').default('Asia/Shanghai'),
})
