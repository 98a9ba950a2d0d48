import { clauseFile } from '@haixuan/domain/gate/clause'
import { marketFile } from '@haixuan/domain/gate/market'
import { parameterFile } from '@haixuan/domain/gate/parameter'
import { ruleFile } from '@haixuan/domain/gate/rule'

/** The files of the standard: one line each, a file or a folder of files of one kind. Adding a file is adding a line. */
export const FILES = {
  clauses: { file: 'clauses.yaml', schema: clauseFile },
  markets: { file: 'markets/markets.yaml', schema: marketFile },
  rules: { folder: 'markets', except: 'markets.yaml', schema: ruleFile },
  parameters: { file: 'parameters.yaml', schema: parameterFile },
} as const
