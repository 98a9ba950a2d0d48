// Writes the two example projects anew: the same files every time. Needs the Node of this project (type stripping).
import { fileURLToPath } from 'node:url'
import { writeSoutheastAsia } from './examples/southeast-asia.mjs'

const at = (name) => fileURLToPath(new URL(`../examples/${name}`, import.meta.url))
writeSoutheastAsia(at('southeast-asia-beauty-home'))
