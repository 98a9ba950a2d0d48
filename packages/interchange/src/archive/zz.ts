import { KEY } from './small-archive.ts'
import { writeArchive } from './write-archive.ts'
import { verifyArchive } from './verify-archive.ts'
import { truncateSync, writeFileSync } from 'node:fs'
const t = (l: string, s: number) => console.log(l, ((performance.now() - s) / 1000).toFixed(2), 's', (process.memoryUsage().rss / 1e6).toFixed(0), 'MB')
function* events(n: number) { for (let i = 0; i < n; i++) yield { seq: i, at: '2026-05-20T12:00:00.000Z', type: i % 2 ? 'gate.decided' : 'product.imported', actor: 'selection', subject: `p-${i}`, clause: 'I3', body: { gate: 'product', passed: true, findings: ['a.b.c', 'd.e.f'], facts: { score: i } } } as any }
if (process.argv[2] === 'events') {
  let s = performance.now()
  const w = await writeArchive('/tmp/arch/ev.zip', { events: events(+process.argv[3]!), rules: {}, key: KEY }); t('write', s)
  s = performance.now(); const v = await verifyArchive('/tmp/arch/ev.zip', { replay: () => undefined }); t('verify', s); console.log(v.ok, v.events, v.root === w.root, v.problems.slice(0, 3))
} else {
  writeFileSync('/tmp/arch/big.bin', 'x'); truncateSync('/tmp/arch/big.bin', 4.5e9)
  let s = performance.now()
  await writeArchive('/tmp/arch/big.zip', { events: events(10), rules: {}, key: KEY, evidence: [{ name: 'big.bin', path: '/tmp/arch/big.bin' }, { name: 'z', bytes: Buffer.from('zzz') }] }); t('write', s)
  s = performance.now(); const v = await verifyArchive('/tmp/arch/big.zip'); t('verify', s); console.log(v.ok, v.problems)
}
