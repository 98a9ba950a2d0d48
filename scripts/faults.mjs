// npm run faults [rounds [seed]]: kills server and PostgreSQL again and again while commands come in; none may be lost or doubled.
import { environment, run, setUp } from './setup.mjs'

setUp()
const [rounds = '50', seed] = process.argv.slice(2)
environment.HAIXUAN_TEST_FAULTS = rounds
if (seed !== undefined) environment.HAIXUAN_TEST_SEED = seed
process.exit(run('vitest', ['run', '--project', 'server', 'packages/server/test/faults.test.ts']))
