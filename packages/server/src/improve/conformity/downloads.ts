import type { ClauseConformity } from '@haixuan/domain/improve/conformity/conformity'
import { type Column, csvLines } from '@haixuan/interchange/report/table'
import { makeConformityReport } from '@haixuan/interchange/report/write-report'
import { z } from 'zod'
import { type Download, download } from '../../platform/http/download.ts'
import { type Assessment, assess } from './assessment.ts'
import { conformityModel } from './report.ts'

type Row = Assessment['clauses'][number] & { readonly title: string; readonly asks: string }

const VERDICTS: Readonly<Record<'zh' | 'en', Record<ClauseConformity['verdict'], string>>> = {
  zh: { conforms: '符合', provisional: '暂定', fails: '不符合', 'not-carried-out': '未实施' },
  en: { conforms: 'conforms', provisional: 'provisional', fails: 'fails', 'not-carried-out': 'not carried out' },
}
const COLUMNS = {
  zh: ['条款', '名称', '要求', '结论', '事件数', '不符', '待补', '依据', '说明'],
  en: ['clause', 'title', 'asks', 'verdict', 'events', 'wrong', 'missing', 'shown by', 'against it'],
} as const
const columns = (language: 'zh' | 'en'): Column<Row>[] =>
  [
    (r: Row) => r.clause,
    (r: Row) => r.title,
    (r: Row) => r.asks,
    (r: Row) => VERDICTS[language][r.verdict],
    (r: Row) => r.events,
    (r: Row) => r.wrong,
    (r: Row) => r.missing,
    (r: Row) => r.shown.map(({ type, count }) => `${type} × ${count}`).join('; '),
    (r: Row) =>
      r.against.map(({ name, finding }) => `${name}: ${finding.what?.[language] ?? finding.check}`).join('; '),
  ].map((cell, i) => ({ header: COLUMNS[language][i]!, cell }))

const query = z.object({ project: z.string().optional(), language: z.enum(['zh', 'en']).default('zh') })

/** M1 · The conformity report as a table. */
const table = download({
  name: 'conformity.table',
  path: '/conformity.csv',
  summary: { zh: '符合性报告（表格）', en: 'The conformity report as a table' },
  params: z.object({}),
  query,
  async run({ actor, query: { project, language }, house, read }) {
    const { clauses } = await read((tx) => assess({ tx, org: actor.org, house }, project))
    const told = new Map(house.standard.clauses.clauses.map((c) => [c.id, c]))
    const rows = clauses.map((c) => {
      const { title, asks } = told.get(c.clause)!
      return { ...c, title: title[language], asks: asks[language] }
    })
    return { file: 'conformity.csv', type: 'text/csv; charset=utf-8', content: each(csvLines(columns(language), rows)) }
  },
})

/** M1 · The conformity report as a document. */
const report = download({
  name: 'conformity.report',
  path: '/conformity.pdf',
  summary: { zh: '符合性报告', en: 'The conformity report' },
  params: z.object({}),
  query,
  async run({ actor, query: { project, language }, house, read }) {
    const assessment = await read((tx) => assess({ tx, org: actor.org, house }, project))
    const pdf = await makeConformityReport(conformityModel(assessment, house, language))
    return { file: 'conformity.pdf', type: 'application/pdf', content: each([pdf]) }
  },
})

async function* each<T>(pieces: Iterable<T>): AsyncGenerator<T> {
  yield* pieces
}

export const conformityDownloads: readonly Download[] = [table, report]
