import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Steps } from 'antd'
import { useNarrow } from '../../../look/narrow.ts'
import { texts } from '../../../texts/texts.ts'
import { Page } from '../../../ui/page/page.tsx'
import { ChooseFile } from './choose-file.tsx'
import { Mapping } from './mapping.tsx'
import { Progress } from './progress.tsx'
import type { Step } from './step.ts'
import './import.css'

const useText = texts('import-page', {
  title: { zh: '导入商品清单', en: 'Import a list of products' },
  about: {
    zh: '支持 .csv 与 .xlsx；各列由表头与内容辨认，可逐列更正，下次同样的清单照此读取。',
    en: 'CSV and XLSX. Columns are recognised by header and content; what you correct is remembered for lists like it.',
  },
  file: { zh: '选择清单', en: 'Choose a list' },
  mapping: { zh: '核对各列', en: 'Check the columns' },
  result: { zh: '导入结果', en: 'Result' },
})

/** P2 · From a file to candidates: choose it, check how it is read, follow it, see what was not taken in. */
export function ImportPage() {
  const t = useText()
  const narrow = useNarrow()
  const navigate = useNavigate()
  const { project } = useParams({ strict: false }) as { project: string }
  const step = useSearch({ strict: false }) as Step
  const go = (to: Step, replace = false) =>
    void navigate({ to: '/projects/$project/import', params: { project }, search: to as never, replace })
  const at = step.task ? 2 : step.file ? 1 : 0
  return (
    <Page title={t('title')} about={t('about')}>
      {narrow ? null : (
        <Steps
          current={at}
          size="small"
          items={[{ title: t('file') }, { title: t('mapping') }, { title: t('result') }]}
          style={{ maxWidth: 720 }}
        />
      )}
      {step.task ? (
        <Progress project={project} task={step.task} onAgain={() => go({})} />
      ) : step.file ? (
        <Mapping key={`${step.file} ${step.sheet}`} project={project} step={step} file={step.file} go={go} />
      ) : (
        <ChooseFile project={project} go={go} />
      )}
    </Page>
  )
}
