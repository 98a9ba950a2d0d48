import type { Answer } from '../../../client/operations.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts, useSay } from '../../../texts/texts.ts'

const useText = texts('preview-table', {
  row: { zh: '行', en: 'Row' },
  title: { zh: '标题', en: 'Title' },
  price: { zh: '标价', en: 'Price' },
  seller: { zh: '供应商', en: 'Supplier' },
  brand: { zh: '品牌', en: 'Brand' },
  sku: { zh: '编码', en: 'SKU' },
  images: { zh: '图片', en: 'Images' },
  remarks: { zh: '说明', en: 'Remarks' },
})

/** The first rows as they would be taken in, each with what was not understood. */
export function PreviewTable({ preview }: { readonly preview: Answer<'product.preview-import'> }) {
  const t = useText()
  const say = useSay()
  const formats = useFormats()
  return (
    <div className="table-wrap import-preview">
      <table className="plain-table">
        <thead>
          <tr>
            <th>{t('row')}</th>
            <th>{t('title')}</th>
            <th className="end">{t('price')}</th>
            <th>{t('brand')}</th>
            <th>{t('seller')}</th>
            <th>{t('sku')}</th>
            <th className="end">{t('images')}</th>
            <th>{t('remarks')}</th>
          </tr>
        </thead>
        <tbody>
          {preview.rows.map(({ row, cells, listing, rejected, remarks }) => (
            <tr key={row} data-differs={rejected ? true : undefined} title={cells.filter(Boolean).join(' | ')}>
              <td className="quiet">{row}</td>
              <td className="import-title">
                {listing?.title ?? '—'}
                {listing?.description ? <small className="import-clip">{listing.description}</small> : null}
              </td>
              <td className="end" style={{ whiteSpace: 'nowrap' }}>
                {listing?.price ? formats.money(listing.price) : '—'}
                {listing?.listPrice ? <small>{formats.money(listing.listPrice)}</small> : null}
              </td>
              <td data-head={t('brand')}>{listing?.brand ?? '—'}</td>
              <td data-head={t('seller')}>{listing?.seller ?? '—'}</td>
              <td data-head={t('sku')}>{listing?.sku ?? listing?.gtin ?? '—'}</td>
              <td data-head={t('images')} className="end">
                {listing?.images.length ?? '—'}
              </td>
              <td>
                {rejected ? <div className="import-bad">{say(rejected.reason)}</div> : null}
                {remarks.map((r) => (
                  <div key={`${r.field} ${r.reason.en}`} className="quiet">
                    {say(r.reason)}
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
