// Writes the most memory a process held, in MiB, as it ends.
import { readFileSync, writeFileSync } from 'node:fs'

/** On Linux the usage of resources counts what the parent held when it started the process; the status does not. */
function peak() {
  try {
    return Number(/VmHWM:\s*(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024
  } catch {
    return process.resourceUsage().maxRSS / 1024
  }
}

process.on('exit', () => writeFileSync(process.env.PEAK_MEMORY_FILE, String(Math.round(peak()))))
