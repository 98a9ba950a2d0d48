import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { ask } from '../../../client/ask.ts'
import { useFormats } from '../../../texts/formats.ts'
import { useLanguage } from '../../../texts/language.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { useWords } from '../../../texts/words.ts'
import { GateMark } from '../../../ui/gate/gate-mark.tsx'
import { Asked } from '../../../ui/page/asked.tsx'
import { Page } from '../../../ui/page/page.tsx'
import './papers.css'
import '../roles.css'

const useText = texts('script-cards', {
  title: { zh: '话术卡', en: 'Script cards' },
  about: {
    zh: '只列有据可查的宣称；未附证明的话术不在此列',
    en: 'Claims with evidence alone; scripts without proof are left out',
  },
  print: { zh: '打印', en: 'Print' },
  pdf: { zh: '下载 PDF', en: 'Save as PDF' },
  board: { zh: '返回排品', en: 'Back to the board' },
  script: { zh: '话术', en: 'Script' },
  may: { zh: '可以说', en: 'May be said' },
  none: { zh: '暂无附证明的卖点，请只介绍规格与用法', en: 'No evidenced claims yet: tell its measures and its use' },
  avoid: { zh: '不要说', en: 'Do not say' },
  instead: { zh: '“{{words}}”，改为“{{instead}}”', en: '“{{words}}”; say “{{instead}}”' },
  held: {
    zh: '{{count}} 段话术含无据宣称，已略去',
    en: {
      one: '{{count}} script is left out: a claim without proof',
      other: '{{count}} scripts are left out: claims without proof',
    },
  },
  substitute: { zh: '替补：{{title}}', en: 'Substitute: {{title}}' },
})

/** S3 · A card for each slot, for the host's hand. */
export function ScriptCards() {
  const t = useText()
  const say = useSay()
  const { term } = useWords()
  const { money } = useFormats()
  const language = useLanguage()
  const { project } = useParams({ strict: false }) as { project: string }
  const cards = useQuery({ ...ask('lineup.script-cards', { project }), retry: false })
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        <>
          <Link to={'/projects/$project/lineup' as never} params={{ project } as never}>
            <Button>{t('board')}</Button>
          </Link>
          <Button icon={<PrinterOutlined />} onClick={() => print()}>
            {t('print')}
          </Button>
          <Button
            type="primary"
            href={`/api/v1/projects/${encodeURIComponent(project)}/lineup/script-cards.pdf?language=${language}`}
          >
            {t('pdf')}
          </Button>
        </>
      }
    >
      <Asked of={cards}>
        {({ cards }) => (
          <div className="script-cards">
            {cards.map((c) => (
              <article key={c.slot} className={`script-card role-${c.role ?? 'none'}`}>
                <p className="quiet">
                  {[c.slot, c.time, say(c.phase), c.role && term(c.role)].filter(Boolean).join(' · ')}
                </p>
                <h2>{c.title}</h2>
                <p>
                  {c.price ? <b>{money(c.price)}</b> : null} <GateMark state={c.state} />
                </p>
                {c.scripts.map((s) => (
                  <blockquote key={s.text} lang={s.language}>
                    {s.text}
                  </blockquote>
                ))}
                {c.held > 0 ? <p className="quiet">{t('held', { count: c.held })}</p> : null}
                <div>
                  <h3 className="script-may">{t('may')}</h3>
                  {c.mayClaim.length > 0 ? (
                    <ul>
                      {c.mayClaim.map((m) => (
                        <li key={m.words}>{m.words}</li>
                      ))}
                    </ul>
                  ) : (
                    <p className="quiet">{t('none')}</p>
                  )}
                </div>
                {c.avoid.length > 0 ? (
                  <div>
                    <h3 className="script-avoid">{t('avoid')}</h3>
                    <ul>
                      {c.avoid.map((a) => (
                        <li key={a.words}>{t('instead', a)}</li>
                      ))}
                    </ul>
                  </div>
                ) : null}
                {c.substitute ? <p className="quiet">{t('substitute', { title: c.substitute })}</p> : null}
              </article>
            ))}
          </div>
        )}
      </Asked>
    </Page>
  )
}
