import { BadInput } from '@haixuan/domain/kernel/errors'

/** Runs a check of the domain that knows no file: what it complains of gets the file's name. @throws BadInput */
export function inPlace<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof BadInput) || error.place !== undefined) throw error
    throw error.at(file)
  }
}
