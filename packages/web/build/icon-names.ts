import type { Plugin } from 'vite'

const ICON = /@ant-design\/icons\/es\/components\/AntdIcon(Light)?\.js$/
const NAMED = /role: "img",\s*"aria-label": icon\.name\s*\}/

/**
 * Icons of the library call themselves by the name of their file, in English, and whoever listens hears "home 首页".
 * Here they say nothing, but for the few that stand alone in a button of the library.
 */
export const iconNames = (): Plugin => ({
  name: 'icon-names',
  apply: 'build',
  transform(code, id) {
    if (!ICON.test(id)) return undefined
    if (!NAMED.test(code))
      throw new Error('an icon of the library is made otherwise than it was: see build/icon-names.ts')
    const said = code.replace(NAMED, '...saidOfIcon(icon.name, restProps)}')
    return {
      code: `import { saidOfIcon } from ${JSON.stringify(`${import.meta.dirname}/../src/look/said-of-icon.ts`)}\n${said}`,
      map: null,
    }
  },
})
