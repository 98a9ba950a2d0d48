/** Input that cannot be understood: names the place, the field, and what would mend it. */
export class BadInput extends Error {
  override readonly name = 'BadInput'
  readonly place: string | undefined
  readonly field: string | undefined
  constructor(message: string, where: { place?: string; field?: string } = {}) {
    super([where.place, where.field, message].filter(Boolean).join(': '))
    this.place = where.place
    this.field = where.field
  }
}

/** A rule of the business says no: with the clause it stands on and the remedy. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly clause: string
  readonly remedy: Text
  constructor(message: string, clause: string, remedy: Text) {
    super(message)
    this.clause = clause
    this.remedy = remedy
  }
}

/** One text in the two languages the system speaks. */
export type Text = { readonly zh: string; readonly en: string }
