/** Remembers keys by a 64-bit hash in flat memory (16 bytes a key), so a million rows cost little. */
export class SeenKeys {
  #hashes = new Uint32Array(2 * 4096)
  #rows = new Uint32Array(4096)
  #count = 0

  /** The row that had the key before, or undefined when it is new; the key is remembered. */
  see(key: string, row: number): number | undefined {
    if (this.#count * 3 > this.#rows.length * 2) this.#grow()
    let high = 0x811c9dc5
    let low = 0x9e3779b9
    for (let i = 0; i < key.length; i += 1) {
      const code = key.charCodeAt(i)
      high = Math.imul(high ^ code, 0x01000193)
      low = Math.imul(low ^ code, 0x85ebca6b)
      low ^= low >>> 13
    }
    return this.#put(high >>> 0, low >>> 0, row)
  }

  #put(high: number, low: number, row: number): number | undefined {
    const mask = this.#rows.length - 1
    for (let at = low & mask; ; at = (at + 1) & mask) {
      const held = this.#rows[at]!
      if (held === 0) {
        this.#rows[at] = row
        this.#hashes[at * 2] = high
        this.#hashes[at * 2 + 1] = low
        this.#count += 1
        return undefined
      }
      if (this.#hashes[at * 2] === high && this.#hashes[at * 2 + 1] === low) return held
    }
  }

  #grow(): void {
    const rows = this.#rows
    const hashes = this.#hashes
    this.#rows = new Uint32Array(rows.length * 2)
    this.#hashes = new Uint32Array(hashes.length * 2)
    this.#count = 0
    rows.forEach((row, at) => {
      if (row !== 0) this.#put(hashes[at * 2]!, hashes[at * 2 + 1]!, row)
    })
  }
}
