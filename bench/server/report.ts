type More = {
  readonly beside?: string
  readonly ratio?: string
  readonly aim?: string
  readonly met?: boolean
}
type Line = More & { readonly size: string; readonly name: string; readonly said: string }

/** Figures as they come, and all of them in a table at the end, each with its ratio and whether its aim is met. */
export class Report {
  readonly #lines: Line[] = []
  #size = ''

  /** What comes is of a project of so many products. */
  size(products: number | undefined): void {
    this.#size = products === undefined ? '' : products.toLocaleString('en')
    if (this.#size !== '') console.log(`\n-- ${this.#size} products`)
  }

  add(name: string, said: string, more: More): void {
    this.#lines.push({ size: this.#size, name, said, ...more })
    const { beside, ratio, aim, met } = more
    const tail = [beside, ratio, aim && `aim ${aim}${met ? '' : ' MISSED'}`].filter((part) => part !== undefined)
    console.log([name.padEnd(36), said.padEnd(30), ...tail].join('  '))
  }

  note(text: string): void {
    console.log(`(${text})`)
  }

  get missed(): number {
    return this.#lines.filter((l) => l.met === false).length
  }

  /** The table: a line for each figure, a column for each size. */
  print(): void {
    const sizes = [...new Set(this.#lines.map((l) => l.size))].filter((size) => size !== '')
    console.log(`\n| | ${sizes.map((s) => `${s} products`).join(' | ')} | aim |`)
    console.log(`| --- |${' --- |'.repeat(sizes.length + 1)}`)
    for (const name of new Set(this.#lines.map((l) => l.name.replace(/ of [\d,]+ more/, '')))) {
      const of = this.#lines.filter((l) => l.name.replace(/ of [\d,]+ more/, '') === name)
      const cell = (l: Line | undefined) =>
        l
          ? [l.said, l.ratio, l.met === undefined ? undefined : l.met ? 'met' : 'MISSED'].filter(Boolean).join(', ')
          : ''
      const cells =
        of[0]!.size === ''
          ? [cell(of[0]), ...sizes.slice(1).map(() => '')]
          : sizes.map((s) => cell(of.find((l) => l.size === s)))
      console.log(`| ${[name, ...cells, of[0]!.aim ?? ''].join(' | ')} |`)
    }
    console.log(
      `${this.#lines.filter((l) => l.met !== undefined).length - this.missed} aims met, ${this.missed} missed`,
    )
  }
}
