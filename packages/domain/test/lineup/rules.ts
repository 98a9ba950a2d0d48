import type { RoleNames } from '../../src/select/lineup/limit-name.ts'
import { type LineupSettings, lineupFile } from '../../src/select/lineup/settings-schema.ts'
import { roleFile } from '../../src/select/product/role.ts'
import { standardData } from '../standard-data.ts'

const defaults = standardData('lineup.yaml', lineupFile)
const roles = Object.fromEntries(standardData('roles.yaml', roleFile).roles.map((r) => [r.id, r.name])) as RoleNames

/** The rules of a stream with the standard's own defaults and role names. */
export const rulesWith = (settings: LineupSettings) => ({ settings, defaults, roles })
