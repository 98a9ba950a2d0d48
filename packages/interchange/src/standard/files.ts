import { clauseFile } from '@haixuan/domain/gate/clause'
import { glossaryFile } from '@haixuan/domain/gate/glossary'
import { marketFile } from '@haixuan/domain/gate/market'
import { parameterFile } from '@haixuan/domain/gate/parameter'
import { ruleFile } from '@haixuan/domain/gate/rule'
import { roleFile } from '@haixuan/domain/select/product/role'
import { samplingFile } from '@haixuan/domain/supervise/quality/sampling-schema'
import { riskFile } from '@haixuan/domain/supervise/risk/risk'

/** The files of the standard: one line each, a file or a folder of files of one kind. Adding a file is adding a line. */
export const FILES = {
  glossary: { file: 'glossary.yaml', schema: glossaryFile },
  clauses: { file: 'clauses.yaml', schema: clauseFile },
  markets: { file: 'markets/markets.yaml', schema: marketFile },
  rules: { folder: 'markets', except: 'markets.yaml', schema: ruleFile },
  roles: { file: 'roles.yaml', schema: roleFile },
  risks: { file: 'risks.yaml', schema: riskFile },
  sampling: { file: 'sampling/iso-2859-1.yaml', schema: samplingFile },
  parameters: { file: 'parameters.yaml', schema: parameterFile },
} as const
