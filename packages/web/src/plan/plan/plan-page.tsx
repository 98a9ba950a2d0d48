import { EditOutlined } from '@ant-design/icons'
import type { Judged } from '@haixuan/domain/gate/gate'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { ask } from '../../client/ask.ts'
import { inProject } from '../../shell/address.ts'
import { useMay } from '../../shell/session.ts'
import { texts } from '../../texts/texts.ts'
import { Comments } from '../../ui/comments/comments.tsx'
import { FindingList } from '../../ui/gate/finding-list.tsx'
import { GateMark } from '../../ui/gate/gate-mark.tsx'
import { Asked } from '../../ui/page/asked.tsx'
import { Page, Section } from '../../ui/page/page.tsx'
import { Approval } from './approval.tsx'
import { Channels } from './channels.tsx'
import { ContractTerms } from './contract-terms.tsx'
import { Duties } from './duties.tsx'
import { Holds } from './holds.tsx'
import './plan.css'
import { Qualification } from './qualification.tsx'
import { RoleMix } from './role-mix.tsx'
import { StreamFacts } from './stream-facts.tsx'
import { Waivers } from './waivers.tsx'

const useText = texts('plan-page', {
  title: { zh: '选品方案', en: 'Selection plan' },
  revise: { zh: '修订方案', en: 'Revise' },
  stream: { zh: 'P1 · 直播主题', en: 'P1 · Theme of the stream' },
  duties: { zh: 'P1 · 法定直播义务', en: 'P1 · Duties of the stream' },
  channels: { zh: 'P2 · 选品途径', en: 'P2 · Sourcing channels' },
  qualification: { zh: 'P3 · 供应商资质要求', en: 'P3 · Supplier qualification' },
  contract: { zh: 'P4 · 合同要求', en: 'P4 · Contract requirements' },
  roles: { zh: 'I5 · 产品作用构成', en: 'I5 · Mix of roles' },
  findings: { zh: '方案关', en: 'Plan gate' },
  approval: { zh: 'P5 · 批准', en: 'P5 · Approval' },
  waivers: { zh: 'P5 · 豁免', en: 'P5 · Waivers' },
  holds: { zh: 'S2 · 冻结', en: 'S2 · Holds' },
  onAir: { zh: '直播进行中，方案已冻结', en: 'On air: the plan is frozen' },
  closed: { zh: '项目已关闭', en: 'The project is closed' },
  versions: { zh: '版本对比', en: 'Compare versions' },
})

/** P1–P5 · The plan of a project: its parts, what the plan gate finds, and the approval of a second person. */
export function PlanPage() {
  const t = useText()
  const may = useMay()
  const navigate = useNavigate()
  const { project = '' } = useParams({ strict: false })
  const plan = useQuery(ask('project.get', { project }))
  const of = plan.data
  const frozen = of?.onAir ? t('onAir') : of?.closedAt ? t('closed') : undefined
  return (
    <Page
      title={of?.plan.name ?? of?.plan.theme ?? t('title')}
      beside={of ? <GateMark state={of.state} of={t('findings')} /> : null}
      actions={
        of && may('selection') ? (
          <Button
            icon={<EditOutlined />}
            disabled={frozen !== undefined}
            onClick={() => void navigate({ to: inProject(project, 'plan', 'revise') })}
          >
            {t('revise')}
          </Button>
        ) : null
      }
      stops={frozen}
    >
      <Asked of={plan} lines={12}>
        {(of) => (
          <div className="plan">
            <div className="plan-main">
              <Section title={t('stream')} id="stream">
                <StreamFacts of={of} />
              </Section>
              <Section title={t('duties')} id="duties">
                <Duties of={of} />
              </Section>
              <Section title={t('channels')} id="channels">
                <Channels of={of} />
              </Section>
              <Section title={t('qualification')} id="qualification">
                <Qualification of={of} />
              </Section>
              <Section title={t('contract')} id="contract">
                <ContractTerms of={of} />
              </Section>
            </div>
            <div className="plan-side">
              <Section
                title={t('approval')}
                id="approval"
                beside={<Link to={inProject(project, 'plan', 'versions')}>{t('versions')}</Link>}
              >
                <Approval of={of} />
              </Section>
              <Section title={t('findings')} id="findings">
                <FindingList findings={named(of.findings as unknown as Judged[], of.named)} />
              </Section>
              <Section title={t('roles')} id="roles">
                <RoleMix of={of} />
              </Section>
              <Section title={t('waivers')} id="waivers">
                <Waivers of={of} />
              </Section>
              <Section title={t('holds')} id="holds">
                <Holds of={of} />
              </Section>
              <Comments of="project" id={of.id} />
            </div>
          </div>
        )}
      </Asked>
    </Page>
  )
}

/** Findings on waivers tell what they are about by its name, as the waivers beside them do. */
function named(findings: readonly Judged[], names: Readonly<Record<string, string>>): Judged[] {
  const told = (text: string) => {
    const id = /^(?:The waiver for )?(\S+) (?:of “|的“)/.exec(text)?.[1]
    return id && names[id] ? text.replace(id, names[id]) : text
  }
  return findings.map((f) => ({ ...f, what: { zh: told(f.what.zh), en: told(f.what.en) } }))
}
