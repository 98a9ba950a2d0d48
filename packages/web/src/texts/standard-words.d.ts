declare module 'virtual:standard-words' {
  type Text = { readonly zh: string; readonly en: string }
  const words: {
    readonly terms: Readonly<Record<string, Text & { readonly means: Text }>>
    readonly clauses: Readonly<Record<string, { readonly title: Text; readonly asks: Text; readonly stage: string }>>
    readonly markets: Readonly<Record<string, Text>>
    readonly classes: Readonly<Record<string, Text>>
    readonly trade: Readonly<Record<string, Text>>
  }
  export default words
}
