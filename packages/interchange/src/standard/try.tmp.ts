import { loadStandard } from '/work/main/packages/interchange/src/standard/load.ts'
const t = performance.now()
try { const s = loadStandard(); console.log(Object.keys(s), s.rules.length, s.markets.length) } catch (e) { console.log(String(e)) }
console.log((performance.now() - t).toFixed(0), 'ms')
