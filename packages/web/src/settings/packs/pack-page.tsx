import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import { ask } from '../../client/ask.ts'
import { useCommand } from '../../client/command.ts'
import type { Answer } from '../../client/operations.ts'
import { useMay } from '../../shell/session.ts'
import { Foreseen } from '../../standard/changes/effect.tsx'
import { RuleCard } from '../../standard/rules/rule-card.tsx'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { useWords } from '../../texts/words.ts'
import '../../standard/standard.css'
import { Asked } from '../../ui/page/asked.tsx'
import { Fact, Facts, Page, Section } from '../../ui/page/page.tsx'
import { WithdrawalAsked } from '../withdrawal-asked.tsx'
import { PackDecision } from './pack-decision.tsx'
import { usePackText } from './pack-text.ts'
import { PackUpload } from './pack-upload.tsx'
import { PackVersions } from './pack-versions.tsx'

const useText = texts('pack-page', {
  adopt: { zh: '启用', en: 'Adopt' },
  reject: { zh: '不采纳', en: 'Turn down' },
  withdraw: { zh: '提请停用', en: 'Ask to withdraw' },
  withdrawRole: { zh: '由质量或法务确认', en: 'Confirmed by quality or legal' },
  withdrawn: {
    zh: '已停用，{{count}} 个项目的产品正在重新判定',
    en: {
      one: 'Withdrawn; the products of {{count}} project are decided again',
      other: 'Withdrawn; the products of {{count}} projects are decided again',
    },
  },
  next: { zh: '上传新版本', en: 'Upload a new version' },
  mine: {
    zh: '您上传的版本须由另一位质量或法务启用',
    en: 'You uploaded it: another person of quality or legal adopts it',
  },
  role: { zh: '由质量或法务启用', en: 'Adopted by quality or legal' },
  standing: { zh: '状况', en: 'Standing' },
  market: { zh: '市场', en: 'Market' },
  period: { zh: '有效期', en: 'In force' },
  since: { zh: '自 {{from}}', en: 'since {{from}}' },
  span: { zh: '{{from}} 至 {{until}} 前', en: '{{from}} until {{until}}' },
  notYet: { zh: '尚未启用', en: 'not adopted yet' },
  reason: { zh: '缘由', en: 'Why' },
  by: { zh: '上传', en: 'Uploaded' },
  decided: { zh: '决定', en: 'Decided' },
  rules: { zh: '规则（{{count}}）', en: 'Rules ({{count}})' },
  effect: { zh: '对在办产品的影响', en: 'Effect on products at hand' },
  effectAbout: {
    zh: '按各项目的开播日，分别以现行规则与启用第 {{n}} 版后的规则判定，不改动任何记录',
    en: 'Decides every product as of the day of its stream, under the rules as they are and with version {{n}}; nothing is changed',
  },
  endAbout: {
    zh: '按各项目的开播日，分别以现行规则与今天停用后的规则判定，不改动任何记录',
    en: 'Decides every product as of the day of its stream, under the rules as they are and without the pack; nothing is changed',
  },
  versions: { zh: '全部版本', en: 'All versions' },
  deciding: { zh: '重新判定产品的任务', en: 'Tasks that decide products again' },
})
type Pack = Answer<'rule-pack.get'>

/** M3 · One pack: its newest version with its rules, what it would hold, who decides on it, and the versions before. */
export function PackPage() {
  const { pack } = useParams({ strict: false }) as { pack: string }
  const of = useQuery(ask('rule-pack.get', { pack }))
  return <Asked of={of}>{(data) => <Shown of={data} />}</Asked>
}

function Shown({ of }: { readonly of: Pack }) {
  const t = useText()
  const word = usePackText()
  const { market } = useWords()
  const { day, moment } = useFormats()
  const may = useMay()
  const newest = of.versions[0]!
  const stands = of.versions.find((v) => ['in-force', 'coming'].includes(v.standing) && v.until === null)
  const [doing, setDoing] = useState<'adopt' | 'reject' | 'withdraw' | 'keep' | 'upload'>()
  const foresee = useCommand('rule-pack.foresee')
  const { message } = App.useApp()
  const withdraw = useCommand('rule-pack.withdraw', {
    onDone: ({ projects }) => void message.success(t('withdrawn', { count: projects.length })),
  })
  const proposed = newest.standing === 'proposed'
  const decides = may('quality', 'legal')
  const period = (v: typeof newest) =>
    v.from === null
      ? t('notYet')
      : v.until
        ? t('span', { from: day(v.from), until: day(v.until) })
        : t('since', { from: day(v.from) })
  return (
    <Page
      title={of.name}
      beside={<span className="quiet">{`${word('version', { n: newest.version })} · ${word(newest.standing)}`}</span>}
      actions={
        <>
          {may('selection', 'quality', 'legal') ? (
            <Button onClick={() => setDoing('upload')}>{t('next')}</Button>
          ) : null}
          {stands && stands.endingBy === null && decides ? (
            <Button onClick={() => setDoing('withdraw')}>{t('withdraw')}</Button>
          ) : null}
          {proposed && decides ? <Button onClick={() => setDoing('reject')}>{t('reject')}</Button> : null}
          {proposed ? (
            <Button type="primary" disabled={!decides || newest.mine} onClick={() => setDoing('adopt')}>
              {t('adopt')}
            </Button>
          ) : null}
        </>
      }
      stops={proposed && (newest.mine || !decides) ? t(newest.mine ? 'mine' : 'role') : undefined}
    >
      {stands?.endingBy && stands.endingAt ? (
        <WithdrawalAsked
          by={stands.endingBy}
          at={stands.endingAt}
          why={stands.endingWhy ?? ''}
          from={stands.endingFrom}
          mine={stands.endingMine}
          may={decides}
          role={t('withdrawRole')}
          confirming={withdraw.running}
          onConfirm={() => void withdraw.run({ params: { pack: of.id }, input: { version: stands.version } })}
          onKeep={() => setDoing('keep')}
        />
      ) : null}
      <Section title={word('version', { n: newest.version })}>
        <Facts>
          <Fact name={t('standing')}>{word(newest.standing)}</Fact>
          <Fact name={t('market')}>{market(of.market)}</Fact>
          <Fact name={t('period')}>{period(newest)}</Fact>
          <Fact name={t('reason')}>{newest.reason}</Fact>
          <Fact name={t('by')}>{`${newest.proposedBy} · ${moment(newest.proposedAt)}`}</Fact>
          {newest.decidedBy && newest.decidedAt ? (
            <Fact name={t('decided')}>
              {[newest.decidedBy, moment(newest.decidedAt), newest.decidedWhy].filter(Boolean).join(' · ')}
            </Fact>
          ) : null}
        </Facts>
      </Section>
      {proposed || stands ? (
        <Section
          title={t('effect')}
          beside={
            <Link to={'/settings/tasks' as string} search={{ kind: 'project.decide' } as never}>
              {t('deciding')}
            </Link>
          }
        >
          <Foreseen
            key={`${newest.version} ${newest.standing}`}
            by="pack"
            about={proposed ? t('effectAbout', { n: newest.version }) : t('endAbout')}
            begin={async () => {
              const input = proposed
                ? { version: newest.version, withdraw: false }
                : { version: stands!.version, withdraw: true }
              return (await foresee.run({ params: { pack: of.id }, input }))?.task
            }}
          />
        </Section>
      ) : null}
      <Section title={t('rules', { count: newest.rules.length })}>
        <ul className="rules">
          {newest.rules.map((rule) => (
            <RuleCard
              key={`${rule.id} ${rule['in-force'].from}`}
              rule={{ ...rule, market: of.market, pack: { name: `${newest.name} v${newest.version}` } }}
            />
          ))}
        </ul>
      </Section>
      <Section title={t('versions')}>
        <PackVersions pack={of.id} versions={of.versions} period={period} />
      </Section>
      {doing !== undefined && doing !== 'upload' ? (
        <PackDecision
          pack={of.id}
          version={doing === 'keep' && stands ? stands.version : newest.version}
          what={doing}
          onClose={() => setDoing(undefined)}
        />
      ) : null}
      <PackUpload
        open={doing === 'upload'}
        of={{ id: of.id, name: of.name }}
        onClose={() => setDoing(undefined)}
        onDone={() => setDoing(undefined)}
      />
    </Page>
  )
}
