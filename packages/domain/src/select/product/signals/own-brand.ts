import type { Own } from './brand-use.ts'
import { phraseBook } from './phrase-book.ts'
import type { Brand, BrandFile } from './signal-schema.ts'

/** Reads a listing's brand field: nobody's when it says so or is empty, a brand's whose name it holds, or another's. */
export function ownBrands(file: BrandFile): (field: string | undefined) => Own {
  const read = phraseBook<Brand | 'none'>([
    [file['no-brand'], 'none'],
    ...file.brands.flatMap((brand) => [[brand.names, brand] as const, [brand.models, brand] as const]),
  ])
  return (field) => {
    const name = field?.trim() ?? ''
    if (name === '') return undefined
    const said = read(name).filter(
      (s) => s.meaning === 'none' || !s.meaning.ambiguous || s.words.length === name.length,
    )
    const whole = said.find((s) => s.words.length === name.length) ?? said.find((s) => s.meaning !== 'none')
    if (!whole) return { name }
    return whole.meaning === 'none' ? undefined : { brand: whole.meaning }
  }
}
