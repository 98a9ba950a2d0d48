import type { Answer } from '../../client/operations.ts'

export type Texts = Answer<'template.get'>['texts']
