// npm start: sets up, then runs the main job on the example project and says where its files lie.
import { node, run, setUp } from './setup.mjs'

setUp()
const project = process.argv[2] ?? 'examples/southeast-asia-beauty-home/project.yaml'
process.exit(run(node, ['packages/cli/bin/haixuan.mjs', 'run', project, '--out', 'out/start']))
