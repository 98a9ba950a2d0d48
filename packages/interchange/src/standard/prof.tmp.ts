import { readFileSync, readdirSync } from 'node:fs'
import { parseDocument, parse } from 'yaml'
import { ruleFile } from '@haixuan/domain/gate/rule'
for (let k=0;k<3;k++) {
let t = performance.now(); let docs=[]; for (const f of readdirSync('standard/markets')) docs.push(parseDocument(readFileSync('standard/markets/'+f,'utf8'),{prettyErrors:false}))
console.log('parse', performance.now()-t); t=performance.now()
const js = docs.map(d=>d.toJS({maxAliasCount:0})); console.log('toJS', performance.now()-t); t=performance.now()
for (const j of js) ruleFile.safeParse(j); console.log('zod', performance.now()-t)
}
