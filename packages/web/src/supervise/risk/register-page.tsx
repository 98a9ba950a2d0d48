import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { ask } from '../../client/ask.ts'
import type { Answer } from '../../client/operations.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { useWords } from '../../texts/words.ts'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import { Asked } from '../../ui/page/asked.tsx'
import { Page, Section } from '../../ui/page/page.tsx'
import { HeatMap } from './heat-map.tsx'
import { Indicators } from './indicators.tsx'
import { RiskSubjects } from './risk-subjects.tsx'
import { RiskTabs } from './risk-tabs.tsx'

const useText = texts('risk-register', {
  title: { zh: '风险登记', en: 'Risk register' },
  stop: { zh: '冻结或召回商品', en: 'Hold or recall goods' },
  map: { zh: '可能性 × 影响', en: 'Likelihood × impact' },
  list: { zh: '风险', en: 'Risks' },
  score: { zh: '{{likelihood}} × {{impact}} = {{score}}', en: '{{likelihood}} × {{impact}} = {{score}}' },
  shown: {
    zh: '{{n}} / {{of}} 个产品与供应商有征兆',
    en: '{{n}} of {{of}} products and suppliers show a sign',
  },
})
type Register = Answer<'risk.register'>

/** S2 · The risks of a project, worst first, with what each stands on; and the indicators on what came back. */
export function RegisterPage() {
  const t = useText()
  const { project } = useParams({ from: '/projects/$project/risk' })
  const register = useQuery(ask('risk.register', { project }))
  const navigate = useNavigate()
  return (
    <Page
      title={t('title')}
      about={<RiskTabs />}
      actions={
        <Button danger onClick={() => void navigate({ to: '/projects/$project/risk/stop', params: { project } })}>
          {t('stop')}
        </Button>
      }
    >
      <Asked of={register}>{(shown) => <Shown register={shown} project={project} />}</Asked>
    </Page>
  )
}

function Shown({ register, project }: { readonly register: Register; readonly project: string }) {
  const t = useText()
  const say = useSay()
  const { term } = useWords()
  const { number } = useFormats()
  const navigate = useNavigate()
  const { risk: open } = useSearch({ strict: false }) as { risk?: string }
  const show = (risk?: string) => void navigate({ to: '.', search: (risk ? { risk } : {}) as never })
  const level = (id: string) => register.levels.find((l) => l.id === id)
  const opened = register.risks.find((r) => r.id === open)
  return (
    <>
      <div className="risk-columns">
        <Section title={t('map')}>
          <HeatMap risks={register.risks} levels={register.levels} onOpen={show} />
        </Section>
        <Section title={t('list')}>
          <ul className="risk-list">
            {register.risks.map((risk, i) => (
              <li key={risk.id}>
                <button type="button" className="risk-row" onClick={() => show(risk.id)}>
                  <span className={`risk-level risk-${risk.level}`}>
                    {say(level(risk.level)?.name ?? { zh: '', en: '' })}
                  </span>
                  <span className="risk-name">
                    <span className="risk-number">{i + 1}</span>
                    {say(risk.name)}
                    <small>{t('shown', { n: number(risk.subjects), of: number(register.subjects) })}</small>
                  </span>
                  <span className="quiet">{term(risk.owner)}</span>
                  <strong>{t('score', { likelihood: risk.likelihood, impact: risk.impact, score: risk.score })}</strong>
                </button>
              </li>
            ))}
          </ul>
        </Section>
      </div>
      <Indicators indicators={register.indicators} project={project} />
      <Dialog
        side
        open={opened !== undefined}
        onClose={() => show()}
        title={opened ? say(opened.name) : ''}
        width={560}
      >
        {opened ? <RiskSubjects project={project} risk={opened.id} /> : null}
      </Dialog>
    </>
  )
}
