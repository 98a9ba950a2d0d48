import { reasonsOf } from '../kernel/reason.ts'

export const because = reasonsOf({
  'template-variable-unknown': {
    zh: '没有变量 {{unknown}}，可用 {{known}}',
    en: 'does not know {{unknown}}: use {{known}}',
  },
  'template-not-closed': {
    zh: '有“{{open}}”而没有“{{close}}”，变量须写作 {{name}}',
    en: 'has "{{open}}" without "{{close}}": a variable is written {{name}}',
  },
})
