import { Button } from 'antd'
import { problemOf } from '../client/problem.ts'
import { texts } from '../texts/texts.ts'
import { ProblemNote } from '../ui/page/problem-note.tsx'

const useText = texts('error-page', { again: { zh: '重新载入', en: 'Load again' } })

/** Something of the page itself failed; the rest of the workbench goes on. */
export function ErrorPage({ error }: { readonly error: unknown }) {
  const t = useText()
  return (
    <div style={{ padding: 24 }}>
      <ProblemNote problem={problemOf(error)}>
        <Button size="small" onClick={() => location.reload()}>
          {t('again')}
        </Button>
      </ProblemNote>
    </div>
  )
}
