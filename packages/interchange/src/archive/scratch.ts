import { writeFileSync } from 'node:fs'
import { archiveBytes, CONTENTS, EVENTS, KEY } from './small-archive.ts'

writeFileSync('/tmp/arch/small.zip', await archiveBytes(CONTENTS))
