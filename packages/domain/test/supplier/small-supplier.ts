import { supplier } from '../../src/select/supplier/supplier.ts'

/** For tests: a maker in Hangzhou that holds all it should on 2026-06-01. Made up; the number is valid by its algorithm. */
export const smallSupplier = (changes: Record<string, unknown> = {}) =>
  supplier.parse({
    id: 'S-1',
    name: '杭州启明日用品有限公司',
    names: ['Hangzhou Qiming Household Co., Ltd.'],
    country: 'CN',
    kind: 'manufacturer',
    address: '杭州市滨江区江南大道1号',
    representative: '王小明',
    numbers: [{ country: 'cn', kind: 'uscc', number: '91000000000000001N' }],
    documents: [
      { type: 'cn-business-licence', issued: '2020-01-01', evidence: 'licence.pdf' },
      { type: 'cn-taxpayer', issued: '2020-02-01', evidence: 'tax.pdf' },
      { type: 'cn-customs-registration', issued: '2020-02-01', evidence: 'customs.pdf' },
      { type: 'bank-account', issued: '2026-01-10', evidence: 'bank.pdf' },
      { type: 'beneficial-owner-statement', issued: '2026-01-10', evidence: 'owners.pdf' },
      { type: 'code-of-conduct', issued: '2026-01-10', evidence: 'code.pdf' },
      { type: 'confidentiality-agreement', issued: '2026-01-10', evidence: 'nda.pdf' },
      { type: 'iso-9001', issued: '2025-03-01', expires: '2026-09-30', evidence: 'iso.pdf' },
      { type: 'bsci-audit', issued: '2026-01-01', evidence: 'bsci.pdf' },
    ],
    'beneficial-owners': [{ name: '王小明', share: '0.8' }],
    'bank-accounts': [
      {
        holder: '杭州启明日用品有限公司',
        bank: '某银行',
        account: '****1234',
        country: 'CN',
        'recorded-at': '2026-01-05',
        'recorded-by': '赵',
        'verified-by': ['钱', '孙'],
        'verified-at': '2026-01-06',
        'verified-how': 'call-back',
      },
    ],
    screenings: [
      { list: 'ofac-sdn', 'list-date': '2026-05-20', on: '2026-05-25', decision: 'clear', 'decided-by': '李' },
    ],
    ...changes,
  })
