import { ROLES } from '@haixuan/domain/gate/words'
import { qualificationRow } from '@haixuan/domain/select/supplier/qualification'
import { z } from 'zod'
import { MEMBER_ROLES } from '../platform/commands/actor.ts'
import { text } from '../platform/http/schemas.ts'
import { query } from '../platform/queries/query.ts'

const q = z.string().max(200).optional().describe('words to look for, in zh or en')
const holds = (text: string, words: string | undefined) =>
  words === undefined || text.toLowerCase().includes(words.trim().toLowerCase())

/** G1 · The words of the system: one term, one word, everywhere. */
const glossary = query({
  name: 'standard.glossary',
  path: '/standard/glossary',
  summary: { zh: '术语', en: 'The glossary' },
  roles: MEMBER_ROLES,
  params: z.object({}),
  query: z.object({ q }),
  answer: z.object({
    rows: z.array(
      z.object({ id: z.string(), zh: z.string(), en: z.string(), means: text, source: z.string().nullable() }),
    ),
  }),
  async run({ house, query: { q: words } }) {
    const { source, terms } = house.standard.glossary
    return {
      rows: terms
        .filter((t) => holds([t.id, t.zh, t.en, t.means.zh, t.means.en].join(' '), words))
        .map((t) => ({ ...t, source: t.source ?? source })),
    }
  },
})

/** I3 · The classes that product law binds. */
const classes = query({
  name: 'standard.classes',
  path: '/standard/classes',
  summary: { zh: '产品品类', en: 'Product classes' },
  roles: MEMBER_ROLES,
  params: z.object({}),
  query: z.object({ q }),
  answer: z.object({
    rows: z.array(
      z.object({
        id: z.string(),
        parent: z.string().nullable(),
        name: text,
        hs: z.array(z.string()),
        withoutHs: text.nullable().describe('why it has no heading of its own'),
        traits: z.array(z.string()),
        languages: z.array(z.string()).describe('languages whose words name it'),
      }),
    ),
  }),
  run: async ({ house, query: { q: words } }) => ({
    rows: house.standard.classes
      .flatMap((f) => f.classes)
      .filter((c) => holds([c.id, c.name.zh, c.name.en, ...c.hs].join(' '), words))
      .map((c) => ({
        id: c.id,
        parent: c.id.includes('.') ? c.id.slice(0, c.id.lastIndexOf('.')) : null,
        name: c.name,
        hs: c.hs,
        withoutHs: c['without-hs'] ?? null,
        traits: c.traits,
        languages: Object.keys(c.words),
      })),
  }),
})

/** I2, P3 · The types of documents a supplier can show. */
const documents = query({
  name: 'standard.documents',
  path: '/standard/documents',
  summary: { zh: '供应商文件类型', en: 'Types of supplier documents' },
  roles: MEMBER_ROLES,
  params: z.object({}),
  query: z.object({ q }),
  answer: z.object({
    rows: z.array(
      z.object({
        id: z.string(),
        name: text,
        proves: text,
        issuer: text,
        countries: z.array(z.string()),
        validDays: z.int().nullable(),
        countsAs: z.array(z.string()),
        source: z.string(),
      }),
    ),
  }),
  run: async ({ house, query: { q: words } }) => ({
    rows: house.standard.documents.documents
      .filter((d) => holds([d.id, d.name.zh, d.name.en, d.proves.zh, d.proves.en].join(' '), words))
      .map((d) => ({
        id: d.id,
        name: d.name,
        proves: d.proves,
        issuer: d.issuer,
        countries: d.countries ?? [],
        validDays: d['valid-days'] ?? null,
        countsAs: d['counts-as'] ?? [],
        source: cited(d.source),
      })),
  }),
})

const cited = (source: { readonly act: string; readonly article?: string | undefined }) =>
  source.article ? `${source.act}, ${source.article}` : source.act

/** P3 · The qualification matrix that a plan adopts and may tighten. */
const qualification = query({
  name: 'standard.qualification',
  path: '/standard/qualification',
  summary: { zh: '供应商资质矩阵', en: 'The qualification matrix' },
  roles: MEMBER_ROLES,
  params: z.object({}),
  query: z.object({}),
  answer: z.object({
    reviewDays: z.int(),
    conditionalDays: z.int(),
    screeningDays: z.int(),
    coolingOffDays: z.int(),
    ownerShare: z.string(),
    rows: z.array(qualificationRow),
    documents: z.record(z.string(), text).describe('names of the documents that rows ask for'),
    templates: z.record(z.string(), text).describe('names of the templates of inspections that rows ask for'),
  }),
  async run({ house: { standard } }) {
    const { rows, ...matrix } = standard.qualification
    const names = (all: readonly { readonly id: string; readonly name: z.output<typeof text> }[]) =>
      Object.fromEntries(all.map((d) => [d.id, d.name]))
    return {
      reviewDays: matrix['review-days'],
      conditionalDays: matrix['conditional-days'],
      screeningDays: matrix['screening-days'],
      coolingOffDays: matrix.bank['cooling-off-days'],
      ownerShare: matrix['owner-share'],
      rows,
      documents: names(standard.documents.documents),
      templates: names(standard.inspections.templates),
    }
  },
})

/** P4, R5 · The library of contract clauses: required, optional and unfair ones, with a fair wording for each. */
const contractClauses = query({
  name: 'standard.contract-clauses',
  path: '/standard/contract-clauses',
  summary: { zh: '合同条款库', en: 'The library of contract clauses' },
  roles: MEMBER_ROLES,
  params: z.object({}),
  query: z.object({ q, kind: z.enum(['required', 'optional', 'unfair']).optional() }),
  answer: z.object({
    rows: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(['required', 'optional', 'unfair']),
        title: text,
        why: text,
        wording: text,
        laws: z.array(z.string()).describe('governing laws it belongs to; none = any'),
        modes: z.array(z.string()).describe('settlement modes it belongs to; none = any'),
        severity: z.enum(['block', 'warn', 'note']),
        statutory: z.boolean(),
        source: z.string(),
      }),
    ),
  }),
  run: async ({ house, query: { q: words, kind } }) => ({
    rows: house.standard.contracts.clauses
      .filter((c) => kind === undefined || c.kind === kind)
      .filter((c) => holds([c.id, c.title.zh, c.title.en, c.why.zh, c.why.en].join(' '), words))
      .map((c) => ({
        id: c.id,
        kind: c.kind,
        title: c.title,
        why: c.why,
        wording: c.wording,
        laws: c.laws ?? [],
        modes: c.modes ?? [],
        severity: c.severity,
        statutory: c.statutory,
        source: cited(c.source),
      })),
  }),
})

/** I5 · The roles a product can take in a lineup. */
const roles = query({
  name: 'standard.roles',
  path: '/standard/roles',
  summary: { zh: '产品作用', en: 'Roles of products' },
  roles: MEMBER_ROLES,
  params: z.object({}),
  query: z.object({}),
  answer: z.object({ rows: z.array(z.object({ id: z.enum(ROLES), name: text, means: text })) }),
  run: async ({ house }) => ({
    rows: house.standard.roles.roles.map(({ id, name, means }) => ({ id, name, means })),
  }),
})

export const listQueries = [glossary, classes, documents, qualification, contractClauses, roles]
