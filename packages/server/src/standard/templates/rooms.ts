import { resetTemplate, setTemplate } from './commands.ts'
import { fillLetter } from './fill.ts'
import { templateQueries } from './queries.ts'

export const templates = {
  commands: [setTemplate, resetTemplate],
  queries: [...templateQueries, fillLetter],
}
