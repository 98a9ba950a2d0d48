declare module 'virtual:standard-words' {
  type Text = { readonly zh: string; readonly en: string }
  const words: {
    readonly terms: Readonly<Record<string, Text & { readonly means: Text }>>
    readonly clauses: Readonly<Record<string, { readonly title: Text; readonly asks: Text; readonly stage: string }>>
    readonly checks: Readonly<Record<string, Text>>
    readonly indicators: Readonly<Record<string, Text>>
    readonly markets: Readonly<Record<string, Text>>
    readonly classes: Readonly<Record<string, Text>>
    readonly trade: Readonly<Record<string, Text>>
    /** codes of ISO 3166-1, ISO 639-1 and ISO 4217 that forms offer */
    readonly codes: Readonly<Record<'region' | 'language' | 'currency', readonly string[]>>
    /** the parts of the price that each pricing type asks for (I6) */
    readonly pricingNeeds: Readonly<Record<string, readonly string[]>>
    /** the customs territory of each market */
    readonly territories: Readonly<Record<string, string>>
  }
  export default words
}
