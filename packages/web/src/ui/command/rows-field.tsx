import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form } from 'antd'
import type { ReactNode } from 'react'
import { texts } from '../../texts/texts.ts'

const useText = texts('rows-field', { remove: { zh: '移除第 {{n}} 行', en: 'Remove line {{n}}' } })

type Props = {
  readonly name: string | (string | number)[]
  readonly label: string
  /** what the button that adds a line says */
  readonly add: string
  /** what a new line begins with */
  readonly first?: object
  /** the fields of a line, whose names begin with its place */
  readonly children: (at: number) => ReactNode
}

/** Lines of a form, each with the same few fields; one can be added and taken out. */
export function RowsField({ name, label, add, first = {}, children }: Props) {
  const t = useText()
  return (
    <Form.List name={name}>
      {(rows, change) => (
        <fieldset className="form-rows">
          <legend>{label}</legend>
          {rows.map((row, at) => (
            <div key={row.key} className="form-line">
              <div className="form-line-fields">{children(row.name)}</div>
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('remove', { n: at + 1 })}
                title={t('remove', { n: at + 1 })}
                onClick={() => change.remove(row.name)}
              />
            </div>
          ))}
          <Button size="small" type="dashed" icon={<PlusOutlined />} onClick={() => change.add(first)}>
            {add}
          </Button>
        </fieldset>
      )}
    </Form.List>
  )
}
