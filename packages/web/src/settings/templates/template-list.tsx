import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask } from '../../client/ask.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { Clause } from '../../ui/gate/clause.tsx'
import { Asked } from '../../ui/page/asked.tsx'
import { Page, Section } from '../../ui/page/page.tsx'
import './templates.css'

const useText = texts('template-list', {
  title: { zh: '信函模板', en: 'Templates' },
  about: {
    zh: '常写的信函，由记录自动填写；在供应商、产品与案件页点“写信”即可使用。',
    en: 'Letters written again and again, filled from the records: use them with “Write” on suppliers, products and cases.',
  },
  supplier: { zh: '致供应商', en: 'To suppliers' },
  product: { zh: '关于产品', en: 'About products' },
  case: { zh: '致买家', en: 'To buyers' },
  standard: { zh: '标准文本', en: 'The standard’s text' },
  own: { zh: '组织文本', en: 'Own text' },
  changed: { zh: '{{by}} 改于 {{at}}', en: 'changed by {{by}}, {{at}}' },
})
const ABOUT = ['supplier', 'product', 'case'] as const

/** The letters of the organisation, by what they are about. */
export function TemplateList() {
  const t = useText()
  const say = useSay()
  const { away } = useFormats()
  const templates = useQuery(ask('template.list', {}))
  return (
    <Page title={t('title')} about={t('about')}>
      <Asked of={templates} lines={10}>
        {({ rows }) =>
          ABOUT.map((about) => (
            <Section key={about} title={t(about)}>
              <ul className="template-rows">
                {rows
                  .filter((row) => row.about === about)
                  .map((row) => (
                    <li key={row.kind} className="template-row">
                      <div>
                        <Link to="/settings/templates/$kind" params={{ kind: row.kind }}>
                          {say(row.name)}
                        </Link>
                        <div className="quiet">{say(row.when)}</div>
                      </div>
                      <Clause id={row.clause} />
                      <div className="template-row-state">
                        <span className={row.own ? 'template-own' : 'quiet'}>{t(row.own ? 'own' : 'standard')}</span>
                        {row.by && row.at ? (
                          <div className="quiet">{t('changed', { by: row.by, at: away(row.at) })}</div>
                        ) : null}
                      </div>
                    </li>
                  ))}
              </ul>
            </Section>
          ))
        }
      </Asked>
    </Page>
  )
}
