// The browser of the tests: Debian's Chromium, installed when it is missing and may be.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const PLACES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Where Chromium is; undefined when there is none. */
export const browser = () => PLACES.find((place) => place !== undefined && place !== '' && existsSync(place))

/** Installs Chromium with fonts that hold Chinese, on a Debian where this user may; gives whether it is there. */
export function installBrowser() {
  if (browser()) return true
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return false
  console.error('Haixuan: installing Chromium for the tests (first time only) …')
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  spawnSync('apt-get', ['update', '-qq'], quiet)
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], quiet)
  return browser() !== undefined
}
