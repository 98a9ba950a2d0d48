import { readdirSync } from 'node:fs'
import { classFile, traitWordsFile } from '../../src/select/product/classify/class-schema.ts'
import { compileClasses } from '../../src/select/product/classify/classifier.ts'
import type { Readable } from '../../src/select/product/classify/signs.ts'
import { standardData } from '../standard-data.ts'

const folder = new URL('../../../../standard/classes/', import.meta.url)

/** The class and trait files that the standard ships. */
export const CLASS_FILES = readdirSync(folder)
  .filter((name) => name !== 'traits.yaml')
  .sort()
  .map((name) => standardData(`classes/${name}`, classFile))
export const TRAIT_WORDS = standardData('classes/traits.yaml', traitWordsFile)

/** The classifier of the shipped files. */
export const classifier = compileClasses(CLASS_FILES, TRAIT_WORDS)

/** A listing with a title and whatever else the test says. */
export const listing = (title: string, more: Partial<Readable> = {}): Readable => ({
  title,
  description: '',
  category: [],
  attributes: [],
  language: 'en',
  ...more,
})
