import { texts } from '../../../texts/texts.ts'

/** What a new organisation does first, and what each step is good for. */
export const useStepText = texts('first-steps-words', {
  organisation: { zh: '写下组织名称与时区', en: 'Name your organisation and its time zone' },
  organisationAbout: {
    zh: '期限按此时区计日；到期前多少天提醒，也在这里设定',
    en: 'Days and deadlines are counted in this zone; how long before a stream people are reminded is set there too',
  },
  people: { zh: '邀请同事', en: 'Invite your colleagues' },
  peopleAbout: {
    zh: '方案与排品须由另一人批准、放行：至少请来一位选品以外的同事',
    en: 'Plans and lineups take a second person: invite at least one colleague beside the selection manager',
  },
  lists: { zh: '采用筛查名单', en: 'Adopt the lists suppliers are screened against' },
  listsAbout: {
    zh: '制裁名单与自有黑名单；采用时比对全部供应商，此后新增的在其页面“立即筛查”',
    en: 'Sanctions lists and your own: every supplier is compared as they are adopted; who comes later, by “Screen now” on its page',
  },
  project: { zh: '新建第一个项目', en: 'Create the first project' },
  projectAbout: {
    zh: '写下直播主题、目标市场与日期；方案要求随市场而定',
    en: 'Theme, target markets and date of a stream; what the plan asks for follows from its markets',
  },
  approval: { zh: '补全方案并请另一人批准', en: 'Complete the plan and have another person approve it' },
  approvalAbout: {
    zh: '途径、资质与合同要求齐备后，由编写人以外的人批准',
    en: 'Once channels, qualification and contract terms are set, someone other than its author approves',
  },
  candidates: { zh: '导入候选产品', en: 'Import candidate products' },
  candidatesAbout: {
    zh: '供应商报来的 CSV 或 XLSX 均可，列名会自动对应，出错的行会告诉您怎样改',
    en: 'CSV or XLSX as suppliers send them; columns are matched for you and rows at fault say how to mend them',
  },
  supplier: { zh: '评定第一家供应商', en: 'Decide on the first supplier' },
  supplierAbout: {
    zh: '登记证件与受益人，比对名单，考察之后签署评定',
    en: 'Record papers and owners, screen, inspect, then sign the decision',
  },
  lineup: { zh: '排品，并由另一人放行', en: 'Arrange the lineup and have another person release it' },
  lineupAbout: {
    zh: '各关口通过的产品按时段排出最优顺序，放行后即可开播',
    en: 'Products that passed every gate are put in the best order; once released, the stream can begin',
  },
})
