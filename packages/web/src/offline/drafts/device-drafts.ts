const NAME = 'haixuan-inspections'
/** What is kept of each kind, by what it is about. */
const STORES = { draft: 'supplier', lot: 'lot' } as const

const opened = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 2)
    request.onupgradeneeded = () => {
      for (const [store, keyPath] of Object.entries(STORES))
        if (!request.result.objectStoreNames.contains(store)) request.result.createObjectStore(store, { keyPath })
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** Drafts of one kind on this device, photos and all, so that nothing is lost without a network. */
export function draftsOf<Draft>(store: keyof typeof STORES) {
  async function asked<T>(mode: IDBTransactionMode, work: (drafts: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    const database = await opened()
    try {
      return await new Promise<T>((resolve, reject) => {
        const transaction = database.transaction(store, mode)
        const request = work(transaction.objectStore(store))
        // kept when the transaction is, not before
        transaction.oncomplete = () => resolve(request.result)
        transaction.onabort = () => reject(transaction.error)
      })
    } finally {
      database.close()
    }
  }
  return {
    read: (id: string): Promise<Draft | undefined> =>
      asked('readonly', (drafts) => drafts.get(id) as IDBRequest<Draft | undefined>),
    keep: (draft: Draft): Promise<unknown> => asked('readwrite', (drafts) => drafts.put(draft)),
    drop: (id: string): Promise<unknown> => asked('readwrite', (drafts) => drafts.delete(id)),
  }
}
