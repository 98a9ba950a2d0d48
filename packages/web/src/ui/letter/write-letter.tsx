import { MailOutlined } from '@ant-design/icons'
import type { TemplateKind } from '@haixuan/domain/templates/template-schema'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Segmented, Select } from 'antd'
import { useState } from 'react'
import { ask } from '../../client/ask.ts'
import { useMay } from '../../shell/session.ts'
import { type Language, useLanguage } from '../../texts/language.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { Dialog } from '../dialog/dialog.tsx'
import { Asked } from '../page/asked.tsx'
import { Letter } from './letter.tsx'
import './letter.css'

const useText = texts('write-letter', {
  write: { zh: '写信', en: 'Write' },
  which: { zh: '信函', en: 'Letter' },
  language: { zh: '信函语言', en: 'Language of the letter' },
  template: { zh: '修改此模板', en: 'Change this template' },
})
const LANGUAGES: { value: Language; label: string }[] = [
  { value: 'zh', label: '中文' },
  { value: 'en', label: 'English' },
]
const WRITERS = ['selection', 'sourcing', 'quality', 'legal', 'finance', 'service'] as const

type Props = {
  /** the letters that are written about the record, the likeliest first */
  readonly kinds: readonly [TemplateKind, ...TemplateKind[]]
  readonly record: string
  readonly project?: string
}

/** A letter about a record, filled from it: read, mended, copied or handed to the mail program. */
export function WriteLetter(props: Props) {
  const t = useText()
  const may = useMay()
  const [open, setOpen] = useState(false)
  if (!may(...WRITERS)) return null
  return (
    <>
      <Button icon={<MailOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {t('write')}
      </Button>
      {open ? <Desk {...props} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function Desk({ kinds, record, project, onClose }: Props & { readonly onClose: () => void }) {
  const t = useText()
  const say = useSay()
  const may = useMay()
  const reader = useLanguage()
  const [kind, setKind] = useState(kinds[0])
  const [language, setLanguage] = useState<Language>(reader)
  const templates = useQuery(ask('template.list', {})).data?.rows ?? []
  const filled = useQuery(ask('template.fill', {}, { kind, record, language, ...(project ? { project } : {}) }))
  const nameOf = (of: TemplateKind) => {
    const found = templates.find((row) => row.kind === of)
    return found ? say(found.name) : ''
  }
  const changes = templates.find((row) => row.kind === kind)?.changedBy ?? []
  return (
    <Dialog side title={t('write')} onClose={onClose} width={640}>
      <div className="letter-choice">
        <Select
          aria-label={t('which')}
          value={kind}
          onChange={setKind}
          options={kinds.map((value) => ({ value, label: nameOf(value) }))}
        />
        <Segmented aria-label={t('language')} value={language} onChange={setLanguage} options={LANGUAGES} />
      </div>
      <Asked of={filled} lines={12}>
        {(letter) => <Letter key={`${kind} ${language} ${letter.own}`} {...{ letter, record, project, language }} />}
      </Asked>
      {may(...changes) ? (
        <p className="letter-template quiet">
          <Link to="/settings/templates/$kind" params={{ kind }}>
            {t('template')}
          </Link>
        </p>
      ) : null}
    </Dialog>
  )
}
