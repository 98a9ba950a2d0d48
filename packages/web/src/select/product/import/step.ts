/** What the wizard keeps in the address, so that every step can be come back to. */
export type Step = {
  readonly file?: string | undefined
  readonly task?: string | undefined
  readonly sheet?: string | undefined
  readonly seller?: string | undefined
  readonly currency?: string | undefined
}
