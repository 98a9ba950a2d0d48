import type { Bench } from './open-bench.ts'

type Client = Awaited<ReturnType<Bench['client']>>

/** Some clients that answer one question at a time: who asks while all are busy waits for the first that is free. */
export async function clientsOf(bench: Bench, count: number) {
  const all = await Promise.all(Array.from({ length: count }, () => bench.client()))
  const free = [...all]
  const waiting: ((client: Client) => void)[] = []
  return {
    query: async (text: string, values: readonly unknown[]) => {
      const client = free.pop() ?? (await new Promise<Client>((resolve) => waiting.push(resolve)))
      try {
        return await client.query(text, [...values])
      } finally {
        const next = waiting.shift()
        if (next) next(client)
        else free.push(client)
      }
    },
    end: async () => {
      await Promise.all(all.map((client) => client.end()))
    },
  }
}
