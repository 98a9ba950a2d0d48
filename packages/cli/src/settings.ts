import { type Config, readConfig } from '@haixuan/server/config'
import type { Command } from 'commander'

/** What options say of settings; they go before the environment. */
export type SettingOptions = { readonly data?: string; readonly host?: string; readonly port?: string }

/** The option by which a command finds the server's data. */
export const withData = (command: Command): Command =>
  command.option('--data <folder>', 'data folder of the server; HAIXUAN_DATA, or .haixuan, when not given')

/** The settings of the environment with what options say. @throws BadInput naming the setting */
export const configWith = ({ data, host, port }: SettingOptions): Config =>
  readConfig({
    ...process.env,
    ...(data === undefined ? {} : { HAIXUAN_DATA: data }),
    ...(host === undefined ? {} : { HAIXUAN_HOST: host }),
    ...(port === undefined ? {} : { HAIXUAN_PORT: port }),
  })
