/** What each form of a product is given. */
export type Shared = {
  readonly params: { readonly project: string; readonly product: string }
  readonly version: number
  readonly title: string
  readonly ok: string
  readonly onClose: () => void
}
