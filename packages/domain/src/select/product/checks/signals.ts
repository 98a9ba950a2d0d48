import { check } from '../../../gate/check.ts'
import type { ProductCase } from '../product-case.ts'
import { evidenceHeld } from './held.ts'

export const signals = check<ProductCase>({
  id: 'product.signals.cleared',
  clause: 'G2',
  gate: 'product',
  title: { zh: '知识产权与安全疑点已排除', en: 'Signs of infringement or danger are cleared' },
  run(about, find) {
    for (const s of about.product.signals) {
      const held = s.needs ? evidenceHeld(about, s.needs) : 'missing'
      if (held === 'held') continue
      if (about.product.brandAuthorised && s.id.startsWith('ip.')) continue
      find({
        rule: s.id,
        ...(s.source ? { source: s.source } : {}),
        subject: about.product.id,
        market: about.market,
        severity: s.severity,
        state: s.needs ? held : 'wrong',
        what: s.what,
        remedy: s.remedy,
        owner: s.owner ?? 'legal',
        ...(s.span ? { span: s.span } : {}),
      })
    }
  },
})
