import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useCommand } from '../../client/command.ts'
import { inProject } from '../../shell/address.ts'
import { useMay } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { useWords } from '../../texts/words.ts'
import { GateMark } from '../../ui/gate/gate-mark.tsx'
import type { Part } from './part.ts'

const useText = texts('duties', {
  none: {
    zh: '各目标市场在直播日没有须由方案确认的义务',
    en: 'The markets ask nothing of the stream itself on its day',
  },
  confirm: { zh: '确认已履行', en: 'Confirm' },
  confirmed: { zh: '{{by}} 于 {{on}} 确认', en: 'confirmed by {{by}}, {{on}}' },
  filled: { zh: '由方案内容满足', en: 'filled by the plan itself' },
  revise: { zh: '到方案中补充', en: 'Add it to the plan' },
  source: { zh: '依据：{{source}}', en: 'Source: {{source}}' },
})

/** P1 · What the law of the markets asks of the stream itself, each confirmed by a person. */
export function Duties({ of }: Part) {
  const t = useText()
  const say = useSay()
  const may = useMay()
  const { market } = useWords()
  const { day, row } = useFormats()
  const confirm = useCommand('project.confirm-duty')
  if (of.duties.length === 0) return <p className="quiet">{t('none')}</p>
  // one confirmation serves every market that asks for it
  const groups = [...Map.groupBy(of.duties, (d) => d.path)]
  const open = new Set(of.findings.filter((f) => f.check === 'plan.duties.confirmed').map((f) => f.rule))
  return (
    <ul className="plan-rows">
      {groups.map(([path, duties]) => {
        const first = duties[0] as (typeof duties)[number]
        const done = first.confirmed !== null || !duties.some((d) => open.has(d.rule))
        return (
          <li key={path}>
            <GateMark state={done ? 'passed' : 'conditional'} small />
            <div>
              <p>
                {say(first.title)} <span className="quiet">· {row(duties.map((d) => market(d.market)))}</span>
              </p>
              <p className="quiet">{t('source', { source: [...new Set(duties.map((d) => d.source))].join('; ') })}</p>
            </div>
            <div className="plan-end">
              {first.confirmed ? (
                <span className="quiet">{t('confirmed', { by: first.confirmed.by, on: day(first.confirmed.on) })}</span>
              ) : done ? (
                <span className="quiet">{t('filled')}</span>
              ) : first.confirm && may('selection', 'legal', 'live-control') ? (
                <Button
                  size="small"
                  loading={confirm.running}
                  onClick={() =>
                    void confirm.run({ params: { project: of.id }, input: { duty: first.confirm as string } })
                  }
                >
                  {t('confirm')}
                </Button>
              ) : first.confirm ? null : (
                <Link to={inProject(of.id, 'plan', 'revise')}>{t('revise')}</Link>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
