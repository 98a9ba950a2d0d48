import { expect, test } from 'vitest'
import { signedIn } from './support/people.ts'

const MOST_BYTES = 350_000

test('the workbench opens with at most 350 kB of JavaScript, as it is sent', async () => {
  // the first page of a new browser: later ones come from what its worker keeps
  const page = await signedIn('qiuhe')
  await page.locator('main h1').waitFor()
  await page.waitForLoadState('networkidle')
  const scripts = await page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
      .map(({ name, encodedBodySize, decodedBodySize }) => ({ name, sent: encodedBodySize, whole: decodedBodySize })),
  )
  const sum = (of: 'sent' | 'whole') => scripts.reduce((bytes, script) => bytes + script[of], 0)
  expect(sum('whole')).toBeGreaterThan(MOST_BYTES)
  expect(sum('sent')).toBeLessThanOrEqual(MOST_BYTES)
})
