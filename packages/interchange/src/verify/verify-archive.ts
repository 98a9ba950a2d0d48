import { BadInput } from '@haixuan/domain/kernel/errors'
import { openSource } from '../zip/file-source.ts'
import { type Verdict, type VerifyOptions, verifySource } from './verify-source.ts'

/**
 * Verifies an archive (clause T2) with nothing but the file.
 * @throws BadInput only for what is no zip, no file or not readable
 */
export async function verifyArchive(file: string, options: VerifyOptions = {}): Promise<Verdict> {
  const source = openSource(file)
  try {
    return await verifySource(source, options)
  } catch (error) {
    throw error instanceof BadInput && error.place === undefined ? error.at(file) : error
  } finally {
    source.close()
  }
}
