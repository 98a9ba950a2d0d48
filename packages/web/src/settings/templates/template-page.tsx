import { TEMPLATE_KINDS } from '@haixuan/domain/templates/template-schema'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { ask } from '../../client/ask.ts'
import { NotFound } from '../../shell/not-found.tsx'
import { texts } from '../../texts/texts.ts'
import { Asked } from '../../ui/page/asked.tsx'
import { Page } from '../../ui/page/page.tsx'
import { TemplateEditor } from './template-editor.tsx'

const useText = texts('template-page', { title: { zh: '信函模板', en: 'Template' } })

/** One letter: its text in both languages, seen filled while it is written. */
export function TemplatePage() {
  const params = useParams({ strict: false })
  const kind = TEMPLATE_KINDS.find((k) => k === params.kind)
  return kind ? <OfKind kind={kind} /> : <NotFound />
}

function OfKind({ kind }: { readonly kind: (typeof TEMPLATE_KINDS)[number] }) {
  const t = useText()
  const found = useQuery(ask('template.get', {}, { kind }))
  return found.data ? (
    // written anew from what is in force when that changes
    <TemplateEditor key={`${kind} ${found.data.version}`} of={found.data} />
  ) : (
    <Page title={t('title')}>
      <Asked of={found} lines={12}>
        {() => null}
      </Asked>
    </Page>
  )
}
