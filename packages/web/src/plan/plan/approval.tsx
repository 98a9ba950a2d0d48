import { Button, Input } from 'antd'
import { useState } from 'react'
import { useCommand } from '../../client/command.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { AskOthers } from '../../ui/comments/ask-others.tsx'
import { GateMark } from '../../ui/gate/gate-mark.tsx'
import type { Part } from './part.ts'

const useText = texts('approval', {
  none: { zh: '方案还没有版本', en: 'The plan has no version yet' },
  version: { zh: '第 {{version}} 版', en: 'Version {{version}}' },
  written: { zh: '{{author}} 编制于 {{at}}', en: 'written by {{author}}, {{at}}' },
  approved: { zh: '{{by}} 批准于 {{at}}', en: 'approved by {{by}}, {{at}}' },
  remark: { zh: '批准意见（可不填）', en: 'Remark (optional)' },
  approve: { zh: '批准第 {{version}} 版', en: 'Approve version {{version}}' },
  mine: { zh: '这一版由您编制，请由另一人批准', en: 'You wrote this version: have another person approve it' },
  role: { zh: '选品、法务或财务可以批准', en: 'Selection, legal or finance may approve it' },
  waits: { zh: '等待批准', en: 'waits for approval' },
})

/** P5 · The newest version, who wrote it and who approved it; four eyes, with what stops the approval beside it. */
export function Approval({ of }: Part) {
  const t = useText()
  const { moment } = useFormats()
  const [remark, setRemark] = useState('')
  const approve = useCommand('project.approve')
  const { version, mine, may } = of.approval
  if (!version) return <p className="quiet">{t('none')}</p>
  const { approved } = version
  return (
    <div className="plan-approval">
      <p className="plan-line">
        <strong>{t('version', { version: version.version })}</strong>
        {approved ? <GateMark state="passed" /> : <GateMark state="conditional" of={t('waits')} small />}
      </p>
      <p className="quiet">{t('written', { author: version.author, at: moment(version.at) })}</p>
      {version.changes.length > 0 ? (
        <ul className="plan-changes">
          {version.changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      ) : null}
      {approved ? (
        <p>
          {t('approved', { by: approved.by, at: moment(approved.at) })}
          {approved.remark ? <span className="quiet"> · {approved.remark}</span> : null}
        </p>
      ) : (
        <>
          {may ? (
            <Input.TextArea
              autoSize={{ minRows: 1, maxRows: 4 }}
              value={remark}
              placeholder={t('remark')}
              aria-label={t('remark')}
              onChange={(event) => setRemark(event.target.value)}
            />
          ) : null}
          <Button
            type="primary"
            block
            disabled={!may || of.closedAt !== null}
            loading={approve.running}
            onClick={() =>
              void approve.run({
                params: { project: of.id },
                input: remark.trim() ? { remark: remark.trim() } : {},
                version: of.version,
              })
            }
          >
            {t('approve', { version: version.version })}
          </Button>
          {may ? null : <p className="plan-stop">{mine ? t('mine') : t('role')}</p>}
          {mine && of.closedAt === null ? <AskOthers project={of.id} what="approval" block /> : null}
        </>
      )}
    </div>
  )
}
