import type { Answer } from '../../../client/operations.ts'

export type Template = Answer<'inspection-template.list'>['rows'][number]

/** A photo of an answer: its bytes until the server has them, then the hash they are stored by. */
export type Photo = { readonly id: string; readonly name: string; readonly bytes?: Blob; readonly sha256?: string }
export type ItemAnswer = {
  readonly score?: number | 'n/a'
  readonly remark?: string
  readonly photos?: readonly Photo[]
  readonly action?: string
  readonly due?: string
}

/** An inspection as far as it has come; it stands on its own, so that it can go on without a network. */
export type Draft = {
  readonly supplier: string
  readonly supplierName: string
  readonly template: Template
  readonly mode: 'on-site' | 'remote'
  readonly day: string
  readonly place?: string
  readonly position?: { readonly latitude: number; readonly longitude: number; readonly 'accuracy-metres': number }
  readonly answers: Readonly<Record<string, ItemAnswer>>
  /** the question at hand, counted from 0 */
  readonly at: number
  /** it is done and waits for the network */
  readonly ready?: boolean
}

const NAME = 'haixuan-inspections'
const STORE = 'draft'

const opened = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'supplier' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

async function asked<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await opened()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode)
      const request = work(transaction.objectStore(STORE))
      // kept when the transaction is, not before
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(transaction.error)
    })
  } finally {
    database.close()
  }
}

/** The draft of an inspection of a supplier, on this device. */
export const readDraft = (supplier: string): Promise<Draft | undefined> =>
  asked('readonly', (store) => store.get(supplier) as IDBRequest<Draft | undefined>)
export const keepDraft = (draft: Draft): Promise<unknown> => asked('readwrite', (store) => store.put(draft))
export const dropDraft = (supplier: string): Promise<unknown> => asked('readwrite', (store) => store.delete(supplier))
