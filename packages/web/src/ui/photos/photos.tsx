import { CameraOutlined, DeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { freshKey } from '../../client/fresh-key.ts'
import type { Photo } from '../../offline/drafts/photo.ts'
import { texts } from '../../texts/texts.ts'
import './photos.css'

const useText = texts('photos', {
  photo: { zh: '拍照', en: 'Take a photo' },
  another: { zh: '再拍一张', en: 'Another photo' },
  remove: { zh: '删除照片', en: 'Remove the photo' },
})

type Props = {
  readonly photos: readonly Photo[]
  readonly onChange: (photos: readonly Photo[]) => void
  /** how many there may be */
  readonly most?: number
}

/** Photos taken with the camera of a phone, kept in the draft; the server has them when it is sent. */
export function Photos({ photos, onChange, most = Number.POSITIVE_INFINITY }: Props) {
  const t = useText()
  const add = (files: FileList | null) => {
    const more = [...(files ?? [])].map((file) => ({ id: freshKey(), name: file.name, bytes: file }))
    if (more.length > 0) onChange([...photos, ...more].slice(0, most))
  }
  return (
    <div className="photos">
      {photos.map((photo) => (
        <Shot
          key={photo.id}
          photo={photo}
          label={t('remove')}
          onRemove={() => onChange(photos.filter((p) => p !== photo))}
        />
      ))}
      {photos.length < most ? (
        <label className="photos-camera">
          <CameraOutlined aria-hidden />
          {t(photos.length > 0 ? 'another' : 'photo')}
          <input
            type="file"
            accept="image/*"
            capture="environment"
            className="heard"
            onChange={(e) => {
              add(e.target.files)
              e.target.value = ''
            }}
          />
        </label>
      ) : null}
    </div>
  )
}

function Shot({
  photo,
  label,
  onRemove,
}: {
  readonly photo: Photo
  readonly label: string
  readonly onRemove: () => void
}) {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (!photo.bytes) return
    const made = URL.createObjectURL(photo.bytes)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [photo.bytes])
  return (
    <figure className="photos-shot">
      {address ? <img src={address} alt={photo.name} /> : null}
      <Button size="small" icon={<DeleteOutlined />} aria-label={label} onClick={onRemove} />
    </figure>
  )
}
