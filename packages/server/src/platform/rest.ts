/** The pause of a loop between its turns, which others may cut short. */
export class Rest {
  #end: () => void = () => {}

  /** Resolves after so many milliseconds, or when it is ended. */
  for(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.#end = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  /** Ends the pause under way; one that is not begun yet is not touched. */
  end(): void {
    this.#end()
  }
}
