import { contentOf } from '../../client/files.ts'
import './product.css'

const SHA = /^[0-9a-f]{64}$/

/** The picture of a product where it lies here; pictures of other sites are not fetched, a tile stands for them. */
export function Thumb({
  image,
  title,
  large = false,
}: {
  readonly image: string | null
  readonly title: string
  readonly large?: boolean
}) {
  const className = large ? 'thumb thumb-large' : 'thumb'
  if (image && SHA.test(image)) return <img className={className} src={contentOf(image)} alt="" loading="lazy" />
  return (
    <span className={className} aria-hidden="true">
      {[...title.replace(/^[^\p{L}\p{N}]+/u, '')][0] ?? '·'}
    </span>
  )
}
