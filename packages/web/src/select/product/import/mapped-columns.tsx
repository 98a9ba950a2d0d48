import { Button, Select } from 'antd'
import type { Answer } from '../../../client/operations.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { Section } from '../../../ui/page/page.tsx'

const useText = texts('mapped-columns', {
  columns: { zh: '各列的含义', en: 'What the columns hold' },
  field: { zh: '字段', en: 'Field' },
  column: { zh: '清单中的列', en: 'Column of the list' },
  sure: { zh: '把握', en: 'How sure' },
  nothing: { zh: '不读取', en: 'not read' },
  more: { zh: '添加字段', en: 'Read another field' },
  by: { zh: '由您指定', en: 'as you said' },
  remembered: { zh: '已按 {{by}} 于 {{at}} 的更正读取。', en: 'Read as {{by}} corrected it on {{at}}.' },
  forget: { zh: '改用自动辨认', en: 'Recognise anew' },
  of: { zh: '“{{field}}”所在的列', en: 'Column of {{field}}' },
})

type Preview = Answer<'product.preview-import'>
type Map = Readonly<Record<string, string>>
type Props = { readonly preview: Preview; readonly said: Map; readonly onChange: (map: Map) => void }
/** Below this a person should look. */
const SURE = 0.75

/** Each field with the column it is read from; whatever is not right is chosen anew. */
export function MappedColumns({ preview, said, onChange }: Props) {
  const t = useText()
  const say = useSay()
  const formats = useFormats()
  const found = Map.groupBy(preview.columns, (c) => c.field)
  const shown = preview.fields.filter((f) => found.has(f.id) || f.id in said || f.id === 'title')
  const rest = preview.fields.filter((f) => !shown.includes(f))
  const headers = preview.headers.map((value) => ({ value, label: value }))
  return (
    <Section title={t('columns')}>
      {preview.remembered ? (
        <p className="quiet" style={{ marginBottom: 8 }}>
          {t('remembered', { by: preview.remembered.by, at: formats.moment(preview.remembered.at) })}{' '}
          <Button size="small" type="link" onClick={() => onChange({})}>
            {t('forget')}
          </Button>
        </p>
      ) : null}
      <table className="plain-table import-mapped">
        <thead>
          <tr>
            <th>{t('field')}</th>
            <th>{t('column')}</th>
            <th className="end">{t('sure')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((f) => {
            const columns = found.get(f.id) ?? []
            const first = columns[0]
            return (
              <tr key={f.id}>
                <td>{say(f.name)}</td>
                <td>
                  <Select
                    size="small"
                    className="import-column"
                    aria-label={t('of', { field: say(f.name) })}
                    showSearch
                    value={first?.header ?? ''}
                    options={[{ value: '', label: t('nothing') }, ...headers]}
                    onChange={(header: string) => onChange({ ...said, [f.id]: header })}
                  />
                  {columns.length > 1 ? (
                    <small>
                      +{' '}
                      {columns
                        .slice(1)
                        .map((c) => c.header)
                        .join(', ')}
                    </small>
                  ) : null}
                </td>
                <td className="end" title={first ? say(first.why) : undefined}>
                  {!first ? (
                    '—'
                  ) : f.id in said ? (
                    <span className="quiet">{t('by')}</span>
                  ) : (
                    <span style={first.score < SURE ? { color: 'var(--hx-conditional)' } : undefined}>
                      {formats.percent(first.score)}
                    </span>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {rest.length > 0 ? (
        <Select
          size="small"
          style={{ marginTop: 10, width: 200 }}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('more')}
          aria-label={t('more')}
          value={null}
          options={rest.map((f) => ({ value: f.id, label: say(f.name) }))}
          onChange={(field: string | null) => field && onChange({ ...said, [field]: '' })}
        />
      ) : null}
    </Section>
  )
}
