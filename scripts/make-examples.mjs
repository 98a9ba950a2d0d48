// Writes the two example projects anew: the same files every time. `node scripts/make-examples.mjs [FOLDER]`;
// without a folder they are written to examples/. Needs the Node of this project (type stripping).
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeGermany } from './examples/germany/stream.mjs'
import { writeSoutheastAsia } from './examples/southeast-asia/stream.mjs'

const root = process.argv[2] ?? fileURLToPath(new URL('../examples', import.meta.url))
writeSoutheastAsia(path.join(root, 'southeast-asia-beauty-home'))
writeGermany(path.join(root, 'germany-electronics'))
