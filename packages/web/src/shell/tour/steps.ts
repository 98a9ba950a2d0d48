import type { Text } from '@haixuan/domain/kernel/errors'

/** M2 · One step of the first walk through the standard: where it leads, the clauses it shows, what to look at there. */
export type Step = {
  /** `$project` stands for the project at hand */
  readonly to: string
  readonly clauses: readonly string[]
  readonly title: Text
  readonly look: Text
}

export const STEPS: readonly Step[] = [
  {
    to: '/',
    clauses: ['G2'],
    title: { zh: '今日：先看自己欠什么', en: 'Today: what you owe comes first' },
    look: {
      zh: '每个角色打开系统先看到自己的待办、即将开播的场次与预警。点一条，直接到处理它的地方。',
      en: 'Every role begins with its own work, the next streams and the alerts. A row leads to where it is dealt with.',
    },
  },
  {
    to: '/projects/$project',
    clauses: ['F1'],
    title: { zh: '流程图：四个阶段一张图', en: 'The flow: four stages, one picture' },
    look: {
      zh: '制定、实施、监督、改进四列，每个节点是通过、暂定、未通过的数量。数字点开就是那些产品。',
      en: 'Plan, select, supervise, improve as columns; each node counts passed, provisional and open. A number opens its rows.',
    },
  },
  {
    to: '/projects/$project/plan',
    clauses: ['P1', 'P2', 'P3', 'P4', 'P5'],
    title: { zh: '选品方案：由第二人批准', en: 'The plan: approved by a second person' },
    look: {
      zh: '主题、市场、途径、资质与合同要求都在方案里。编制人不能批准自己的方案；改动会重新打开它影响的关口。',
      en: 'Theme, markets, channels, qualification and contract requirements. Nobody approves their own plan; a change re-opens the gates it touches.',
    },
  },
  {
    to: '/suppliers',
    clauses: ['I1', 'I2'],
    title: { zh: '供应商：同一方法，同样证据', en: 'Suppliers: one method, the same evidence' },
    look: {
      zh: '打开一家供应商：证件号码按算法核对，名单筛查逐词解释，证件何时失效、影响哪场直播一目了然。',
      en: 'Open a supplier: its numbers are checked by their algorithm, screening is explained word by word, papers show what lapses before which stream.',
    },
  },
  {
    to: '/projects/$project/products',
    clauses: ['I3', 'I4', 'I5'],
    title: { zh: '产品：说法旁边就是依据', en: 'Products: the proof stands beside the claim' },
    look: {
      zh: '打开一个产品：宣称在文字中标出，旁边写明要什么依据、怎样改写；证书、标签、样品与作用都在同一页。',
      en: 'Open a product: claims are marked in its text with the proof they need and a fairer wording; certificates, labels, samples and role are on the same page.',
    },
  },
  {
    to: '/projects/$project/offers',
    clauses: ['I6', 'I7', 'I8', 'R5'],
    title: { zh: '合作条件：成本逐行可查', en: 'Offers: the cost, line by line' },
    look: {
      zh: '到岸成本的每一行都有规则与出处；底价、配送、结算与合同条款逐项检查，不公平条款给出改写。',
      en: 'Each line of the landed cost has its rule and source; floor price, delivery, settlement and contract clauses are checked, unfair ones with a fair wording.',
    },
  },
  {
    to: '/projects/$project/lineup',
    clauses: ['I9'],
    title: { zh: '排品：说得清为什么', en: 'The lineup: it can say why' },
    look: {
      zh: '排品由优化得出，并给出离最优有多远。拖动一张卡片，限制当场重新检查；放行须由第二人。',
      en: 'The lineup is optimised and says how far from the best it is. Drag a card and the limits are checked at once; release takes a second person.',
    },
  },
  {
    to: '/projects/$project/live',
    clauses: ['S3'],
    title: { zh: '直播台：只说有依据的话', en: 'The live desk: only what is proven' },
    look: {
      zh: '正在讲与下一个产品、只含有依据宣称的话术、说的话即时检查；一键撤下，替补顶上。',
      en: 'Now and next, a script of proven claims only, what is said checked at once; one key pulls a product and its substitute slides in.',
    },
  },
  {
    to: '/projects/$project/risk',
    clauses: ['S1', 'S2'],
    title: { zh: '质量与风险：阈值先说话', en: 'Quality and risk: thresholds speak first' },
    look: {
      zh: '大货抽检对照封样，指标越线就预警；冻结与召回一次作用于所有排品和直播台。',
      en: 'Bulk lots are compared with the sealed sample, indicators alert past their thresholds; a hold or recall reaches every lineup and desk at once.',
    },
  },
  {
    to: '/archive/log',
    clauses: ['T2', 'M1'],
    title: { zh: '归档：谁都可以验证', en: 'The archive: anyone can verify it' },
    look: {
      zh: '每个决定连同事实、证据与规则写入只增不改的日志。导出的归档离线即可验证，改动一个字节就会被发现。',
      en: 'Every decision is logged with its facts, evidence and rules. An archive verifies offline, and one changed byte is found.',
    },
  },
]
