/** Texts one under the other. */
export const Lines = ({ of }: { readonly of: readonly string[] }) => of.map((line) => <div key={line}>{line}</div>)
