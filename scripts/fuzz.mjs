// npm run fuzz [requests] [seed]: sends that many requests, 20,000 when none is said, to all routes of the API document.
import { environment, run, setUp } from './setup.mjs'

const [requests = '20000', seed] = process.argv.slice(2)
setUp()
environment.HAIXUAN_FUZZ = requests
if (seed) environment.HAIXUAN_FUZZ_SEED = seed
process.exit(run('vitest', ['run', '--project', 'server', 'test/fuzz.test.ts']))
