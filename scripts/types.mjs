// npm run types: makes the client's types from the API, then checks the types of everything.
import { makeClient } from './build-web.mjs'
import { run } from './setup.mjs'

process.exit(makeClient() || run('tsc', ['--noEmit']) || run('tsc', ['--noEmit', '-p', 'packages/web']))
