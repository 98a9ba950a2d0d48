import { reasonsOf } from '../../kernel/reason.ts'

export const because = reasonsOf({
  'no-word-family': {
    zh: '“{{phrase}}”引用的词族“{{name}}”不在词库中',
    en: '"{{phrase}}" names the family "{{name}}", which the lexicon does not hold',
  },
  'sample-custody': { zh: '样品 {{id}}：{{en}}', en: 'sample {{id}}: {{en}}' },
  'sample-begins-otherwise': {
    zh: '样品 {{id}}：起始状态为 {{state}}，而非已索样',
    en: 'sample {{id}}: begins as {{state}}, not requested',
  },
})
