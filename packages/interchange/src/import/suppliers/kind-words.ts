import type { ColumnsFile } from '@haixuan/domain/select/product/import-words-schema'
import { SUPPLIER_KINDS, type SupplierKind } from '@haixuan/domain/select/supplier/supplier'

const fold = (text: string) => text.normalize('NFKC').toLowerCase().trim()

/** Reads what a cell says of the kind of supplier: the kinds it names, in the order it names them. */
export function supplierKinds(file: ColumnsFile): (text: string) => readonly SupplierKind[] {
  const patterns = SUPPLIER_KINDS.map((kind) => ({
    kind,
    words: [kind, ...(file.kinds?.[kind] ?? [])].map((word) => {
      const escaped = fold(word).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      const latin = /^\p{Script=Latin}/u.test(word)
      return new RegExp(latin ? `(?<!\\p{L})${escaped}(?!\\p{L})` : escaped, 'u')
    }),
  }))
  return (text) => {
    const folded = fold(text)
    return patterns
      .flatMap(({ kind, words }) => {
        const at = words.map((word) => folded.search(word)).filter((found) => found >= 0)
        return at.length === 0 ? [] : [{ kind, at: Math.min(...at) }]
      })
      .sort((a, b) => a.at - b.at)
      .map(({ kind }) => kind)
  }
}
