import { resetTemplate, setTemplate } from './commands.ts'
import { fillLetter } from './fill.ts'
import { templateQueries } from './queries.ts'
import { recordSent } from './sent.ts'

export const templates = {
  commands: [setTemplate, resetTemplate, recordSent],
  queries: [...templateQueries, fillLetter],
}
