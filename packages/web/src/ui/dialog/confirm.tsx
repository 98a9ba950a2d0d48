import { Button } from 'antd'
import { type ReactElement, useState } from 'react'
import { texts } from '../../texts/texts.ts'
import { Popup } from './popup.tsx'
import './confirm.css'

const useText = texts('confirm', { cancel: { zh: '取消', en: 'Cancel' } })

type Props = {
  /** what follows from it */
  readonly about: string
  /** what the button says that does it */
  readonly ok: string
  readonly onOk: () => void
  /** the button it hangs from */
  readonly children: ReactElement
}

/** Asked once more where nothing can be undone. */
export function Confirm({ about, ok, onOk, children }: Props) {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <Popup
      label={ok}
      placement="top"
      open={open}
      onOpenChange={setOpen}
      content={
        <div className="confirm">
          <p>{about}</p>
          <div className="confirm-foot">
            <Button size="small" onClick={() => setOpen(false)}>
              {t('cancel')}
            </Button>
            <Button
              size="small"
              type="primary"
              danger
              onClick={() => {
                setOpen(false)
                onOk()
              }}
            >
              {ok}
            </Button>
          </div>
        </div>
      }
    >
      {children}
    </Popup>
  )
}
