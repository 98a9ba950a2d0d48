import { reasonsOf } from '@haixuan/domain/kernel/reason'

export const because = reasonsOf({
  'hold-second-person': { zh: '暂停须由设置人以外的人解除', en: 'a hold is lifted by someone other than who set it' },
  'no-hold': { zh: '产品 {{product}} 没有暂停', en: 'no hold on {{product}}' },
  'no-waiver-asked': { zh: '没有此项豁免申请', en: 'no such waiver is asked for' },
  'setting-unknown': { zh: '没有“{{first}}”这一项', en: '"{{first}}" is not known' },
  'plan-second-person': { zh: '方案须由编制人以外的人批准', en: 'a plan is approved by someone other than its author' },
  'plan-frozen': { zh: '直播进行中，方案已冻结', en: 'the plan is frozen while its stream is on air' },
  'project-exists': { zh: '项目 {{id}}', en: 'project {{id}}' },
  'project-closed': { zh: '项目 {{id}} 已结项', en: 'project {{id}} is closed' },
  'no-plan-recording': {
    zh: '没有项目 {{project}} 方案的记录 {{id}}',
    en: 'recording {{id}} of the plan of {{project}}',
  },
  'plan-approved-already': {
    zh: '第 {{version}} 版已由 {{by}} 批准',
    en: 'version {{version}} is approved by {{by}} already',
  },
  'waiver-second-person': {
    zh: '豁免须由申请人以外的人批准',
    en: 'a waiver is granted by someone other than who asked for it',
  },
})
