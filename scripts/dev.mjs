// npm run dev: the workbench from its sources, renewed as they change, before a server that is running (npm start).
import { makeClient } from './build-web.mjs'
import { run } from './setup.mjs'

process.exit(makeClient() || run('vite', ['packages/web']))
