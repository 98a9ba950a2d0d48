import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { ask } from '../../../client/ask.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts } from '../../../texts/texts.ts'

const useText = texts('version-select', {
  proposal: { zh: '最近一次智能排品', en: 'The newest proposal' },
  now: { zh: '现在', en: 'As it stands now' },
  decided: { zh: '智能排品', en: 'proposed' },
  edited: { zh: '手动调整', en: 'edited' },
  released: { zh: '放行', en: 'released' },
})

/** An entry of the log; else the newest proposal, or the lineup as it stands. */
export type Version = number | 'proposal' | 'now'
type Props = {
  readonly project: string
  readonly open: boolean
  readonly label: string
  readonly value: Version
  /** what can be chosen besides the entries of the log */
  readonly other: 'proposal' | 'now'
  readonly onChange: (version: Version) => void
}

/** Which version of the lineup is compared. */
export function VersionSelect({ project, open, label, value, other, onChange }: Props) {
  const t = useText()
  const { moment } = useFormats()
  const versions = useQuery({ ...ask('lineup.versions', { project }), enabled: open })
  return (
    <Select<Version>
      aria-label={label}
      value={value}
      onChange={onChange}
      options={[
        { value: other, label: t(other) },
        ...(versions.data?.rows ?? []).map((v) => ({
          value: v.event,
          label: `${moment(v.at)} · ${t(v.kind)} · ${v.by}`,
        })),
      ]}
    />
  )
}
