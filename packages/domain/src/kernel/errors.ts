/** Input that cannot be understood: names the place, the field, and what would mend it. */
export class BadInput extends Error {
  override readonly name = 'BadInput'
  readonly reason: Reason
  readonly place: string | undefined
  readonly field: string | undefined
  constructor(reason: Reason, where: { place?: string; field?: string } = {}) {
    super([where.place, where.field, reason.text.en].filter(Boolean).join(': '))
    this.reason = reason
    this.place = where.place
    this.field = where.field
  }
  /** The same, with the place that whoever complained did not know. */
  at(place: string): BadInput {
    return new BadInput(this.reason, { place, ...(this.field === undefined ? {} : { field: this.field }) })
  }
}

/** A rule of the business says no: with the clause it stands on and the remedy. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly reason: Reason
  readonly clause: string
  readonly remedy: Text
  constructor(reason: Reason, clause: string, remedy: Text) {
    super(reason.text.en)
    this.reason = reason
    this.clause = clause
    this.remedy = remedy
  }
}

/** One text in the two languages the system speaks. */
export type Text = { readonly zh: string; readonly en: string }

/** What a text says of one thing: as it is, in both languages, or several that it lists. */
export type Value = string | number | Text | readonly (string | number | Text)[]
/** Why something is not so: a stable code, what it says in both languages, and the values that it speaks of. */
export type Reason = { readonly code: string; readonly text: Text; readonly values?: Readonly<Record<string, Value>> }
