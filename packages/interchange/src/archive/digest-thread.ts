import { parentPort, workerData } from 'node:worker_threads'
import { digestStretches } from './digest.ts'
import { descriptorSource } from './source.ts'

/** A thread of `digestAll`: it shares the open file with its parent and answers once. */
const { fd, size, stretches } = workerData
parentPort?.postMessage(digestStretches(descriptorSource(fd, size), stretches))
