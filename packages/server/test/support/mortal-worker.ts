import { BroadcastChannel } from 'node:worker_threads'

/**
 * The thread of tasks, that dies of an error which nobody catches once a test says so. Ended from without, in
 * the midst of anything, V8 fails a check of its own now and then, and takes the whole process with it.
 */
const channel = new BroadcastChannel('mortal-worker')
channel.onmessage = ({ data }) => {
  throw new Error(String(data))
}
channel.unref()
await import('../../src/worker.ts')
